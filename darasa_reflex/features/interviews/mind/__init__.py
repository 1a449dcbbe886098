"""The mind of an interviewer: its port, and what code keeps certain whichever mind speaks.

agenda: Where in the plan the interview stands, and what there is still time for.
course: Where a call stands: its question, what was said, and how the next thing is said.
cutting: Whole sentences out of a text that comes in pieces.
deliberation: Asking the mind of a call: in time and within the standards.
detours: What candidates want instead of answering, and the way back to the question.
dialogue: What holds for every mind: the plan, the time, wishes, and what may follow on what.
exchange: What goes into a dialogue and what comes out.
heard: What is understood of what a candidate said.
locales: The interviewer's other languages.
memory: What was said so far: in this call, and in earlier calls of the same interview.
port: The port of minds: what an interviewer says to an answer.
posting: What a posting plainly says to a candidate's question, in its own words.
scripted: The mind that follows rules: no key, no network, no understanding claimed.
standards: What a sentence of a mind must meet before the interviewer says it.
words: What the scripted mind says, and how.
"""
