"""What the interviewer says next.

`heard/` tells what a candidate wants, or asks; `words/` holds what is said in every interview.
`agenda` and `memory` know where it stands, `exchange` what goes in and out, `standards` what may be
said.
"""
