"""Where a call stands: its plan, its course, what was said so far, and one exchange of it.

agenda: Where in the plan the interview stands, and what there is still time for.
course: Where a call stands: its question, what was said, and how the next thing is said.
exchange: What goes into a dialogue and what comes out.
memory: What was said so far: in this call, and in earlier calls of the same interview.
"""
