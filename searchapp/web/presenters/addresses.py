"""Addresses that came with the articles."""


def safe_url(url: str | None) -> str | None:
    """The address that a file gave for its article, unless following it could run something."""
    plain = url and url.lower().startswith(("http://", "https://")) and url.isprintable()
    return url if plain else None
