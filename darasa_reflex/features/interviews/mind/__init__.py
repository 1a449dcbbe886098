"""The mind of an interviewer: its port, and what code keeps certain whichever mind speaks.

cutting: Whole sentences out of a text that comes in pieces.
deliberation: Asking the mind of a call: in time and within the standards.
detours: What candidates want instead of answering, and the way back to the question.
dialogue: What holds for every mind: the plan, the time, wishes, and what may follow on what.
heard: What is understood of what a candidate said.
locales: The interviewer's other languages.
port: The port of minds: what an interviewer says to an answer.
posting: What a posting plainly says to a candidate's question, in its own words.
scripted: The mind that follows rules: no key, no network, no understanding claimed.
standards: What a sentence of a mind must meet before the interviewer says it.
state: Where a call stands: its plan, its course, what was said so far, and one exchange of it.
words: What the scripted mind says, and how.
"""
