"""What every layer may use and none owns: it knows nothing of interviews.

clock: Time as a part that tests can hold.
database: The database: a transaction per use case, and what keeps it well.
engines: Engines: found in folders and packages, and which of them plays.
errors: Every error a person can be told about.
monitoring: What whoever runs a server sees of it: logs, numbers, traces.
paths: Paths of this server that came from outside, such as where to go on after a sign-in.
processes: Processes and loops: children for engines, work in the background, memory, the end.
readiness: Whether this server may be sent visitors.
visitors: Where a request comes from: its address, and whether that is this machine itself.
words: Sentences in the language of who reads: English in the code, others in catalogues.
"""
