"""The server under the application: queueing, refusing, stopping, watching, logging."""
