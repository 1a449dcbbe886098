"""What the interviewer says next.

agenda: Where in the plan the interview stands, and what there is still time for.
cutting: Whole sentences out of a text that comes in pieces.
deliberation: Asking the mind of a call: in time and within the standards, or the rules reply.
dialogue: What holds for every mind: the plan, the time, wishes, and what may follow on what.
exchange: What goes into a dialogue and what comes out.
heard: What a candidate wants, asks, or has told.
memory: What was said so far: in this call, and in earlier calls of the same interview.
port: The port of minds: what an interviewer says to an answer.
posting: What a posting plainly says to a candidate's question, or that it does not.
scripted: The mind that follows rules.
standards: What a sentence of a mind must meet before the interviewer says it.
words: What is said in every interview, and what is never said.
"""
