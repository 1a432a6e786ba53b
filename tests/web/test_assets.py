"""What is shipped to the browser: the vendored library, sizes, and nothing inline."""

import hashlib
import re
from pathlib import Path

import pytest

from searchapp.web import asset_dir

TEMPLATES = sorted(asset_dir("templates").rglob("*"))
HTMX = "d6fdc75f204e6bdefa99b69bf1e6d4ac69b8a364f77929f45c13476b4000f717"


def test_htmx_is_the_published_release() -> None:
    content = (asset_dir("static") / "htmx-2.0.11.min.js").read_bytes()
    assert hashlib.sha256(content).hexdigest() == HTMX


def test_own_styles_and_scripts_stay_small() -> None:
    own = [asset_dir("static") / name for name in ("app.css", "app.js")]
    assert sum(file.stat().st_size for file in own) < 60_000


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_nothing_inline_and_nothing_unescaped(template: Path) -> None:
    source = template.read_text()
    assert not re.search(r"\sstyle\s*=", source), "inline style"
    assert not re.search(r"\son[a-z]+\s*=", source), "inline handler"
    assert "hx-on" not in source and "<style" not in source
    for tag in re.findall(r"<script\b[^>]*>", source):
        assert " src=" in tag or 'type="application/ld+json"' in tag, "inline script"
    assert "|safe" not in source.replace(" ", "") and "autoescape" not in source
    assert "Markup" not in source


def test_the_gate_has_templates_to_look_at() -> None:
    assert len(TEMPLATES) > 15
