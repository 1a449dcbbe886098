"""What every layer may use and none owns: it knows nothing of interviews.

cast: The engines of one port, best first: which one plays now, and why nothing better does.
child: A child process for an engine that holds the interpreter lock, and the frames on its pipes.
clock: Time as a part that tests can hold.
db: The database: one transaction per use case, off the event loop.
desk: One child process for all calls: asked one thing after the other, off the event loop.
discovery: Engines found in folders. `cast` tells which of them plays.
errors: Every error a person can be told about.
heap: Memory: what the C library keeps that nobody uses any more, and what Python looks through.
idle_connections: Connections of a pool that died while nobody used them.
logs: Logging that never carries a person's words, a token or an exception's text.
log_lines: Lines of the log as JSON, each with the request and the call that it belongs to.
metrics: Numbers for whoever runs a server, as Prometheus reads them.
outages: When the database takes nothing, or does not answer.
paths: Paths of this server that came from outside, such as where to go on after a sign-in.
priority_limiter: A limit on how many work at once: who is in more of a hurry goes first.
readiness: Whether this server may be sent visitors.
sqlite: What SQLite alone needs: its connections, one writer, one server.
stopping: A server that is told to stop: what is to be done first is done, then it stops.
traces: Where the time of a request, an event, a call or a feedback run goes, for OpenTelemetry.
upgrade: What makes an upgrade of the tables safe.
visitors: Where a request comes from: its address, and whether that is this machine itself.
words: Sentences in the language of who reads: English in the code, others in catalogues.
worker: A loop that does work as it comes, and outlives whatever goes wrong with one piece of it.
"""
