"""Where the time of a request, an event, a call or a feedback run goes, for OpenTelemetry."""
