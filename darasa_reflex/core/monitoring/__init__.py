"""What whoever runs a server sees of it: logs, numbers, traces.

log_lines: Lines of the log as JSON, each with the request and the call that it belongs to.
logs: Logging that never carries a person's words, a token or an exception's text.
metrics: Numbers for whoever runs a server, as Prometheus reads them.
traces: Where the time of a request, an event, a call or a feedback run goes, for OpenTelemetry.
"""
