"""The real server under load: requests that arrive when they are due, however slow the answers."""
