"""For whoever runs a server: health, readiness, numbers.

health: /_health, /_ready: whether this server lives, and whether it may be sent visitors.
metrics: /metrics: numbers for Prometheus, for whoever has the token.
traces: Traces of requests, events and calls, for whoever collects them.
"""
