"""Static files under addresses that change with their content, so they can be kept for ever."""

import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, Response, abort, request

_KEPT = "public, max-age=31536000, immutable"
_CHECKED = "no-cache"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A static file in memory; `version` is the beginning of its content's SHA-256."""

    content: bytes
    version: str
    mimetype: str


Assets = Mapping[str, Asset]


def read_assets(folder: Path) -> Assets:
    """Every file in the folder, by relative path: few and small, so they are read once."""
    return {
        file.relative_to(folder).as_posix(): _read(file)
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def asset_url(assets: Assets, name: str) -> str:
    """The address of a static file, with its version. Raises KeyError when there is none."""
    return f"/static/{name}?v={assets[name].version}"


def build_assets_blueprint(assets: Assets) -> Blueprint:
    """The route that serves the files; what was not read at the start does not exist."""
    blueprint = Blueprint("assets", __name__)

    @blueprint.get("/static/<path:name>")
    def static_file(name: str) -> Response:
        asset = assets.get(name) or abort(404)
        response = Response(asset.content, mimetype=asset.mimetype)
        current = request.args.get("v") == asset.version
        response.headers["Cache-Control"] = _KEPT if current else _CHECKED
        response.set_etag(asset.version)
        response.make_conditional(request)
        return response

    return blueprint


def _read(file: Path) -> Asset:
    content = file.read_bytes()
    return Asset(
        content=content,
        version=hashlib.sha256(content).hexdigest()[:12],
        mimetype=mimetypes.guess_type(file.name)[0] or "application/octet-stream",
    )
