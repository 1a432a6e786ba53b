"""What is being served as JSON: the one shape that `/status.json` and the command line print."""

from dataclasses import asdict

from searchapp.search.engine import IndexStatus


def build_status_payload(status: IndexStatus) -> dict[str, object]:
    """The status in JSON's own types, under the documented names."""
    return {
        "generation": status.generation,
        "published_at": status.published_at.isoformat(),
        "articles": status.articles,
        "size_bytes": status.size_bytes,
        "oldest": status.oldest.isoformat() if status.oldest else None,
        "newest": status.newest.isoformat() if status.newest else None,
        "values": dict(status.values),
        "rejected": [
            {"path": rejected.path, "line": rejected.line, "reason": rejected.reason}
            for rejected in status.rejected
        ],
        "changes": asdict(status.changes) if status.changes else None,
        "degraded": status.degraded,
    }
