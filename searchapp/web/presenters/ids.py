"""Element ids that are the same on every page, so that focus survives an update."""

import hashlib


def stable_id(kind: str, name: str) -> str:
    """An id for what is called `name`; names hold characters that ids must not."""
    digest = hashlib.blake2b(name.encode("utf-8", "replace"), digest_size=5).hexdigest()
    return f"{kind}-{digest}"
