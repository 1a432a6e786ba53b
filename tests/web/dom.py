"""HTML as a tree, read strictly: a tag that is not closed, or closed twice, is an error."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"input", "link", "meta", "br", "img", "hr"})
_SELF_CLOSING = frozenset({"path", "rect", "line"})


@dataclass(eq=False)
class Element:
    """An element with its attributes and what stands in it, in order."""

    tag: str
    attrs: dict[str, str]
    children: "list[Element | str]" = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text inside, runs of blanks made one."""
        return " ".join("".join(self._iter_text()).split())

    def all(self, tag: str = "", **attrs: str) -> "list[Element]":
        """The descendants of that tag whose attributes (class by word) have these values."""
        return [node for node in self.descendants() if node.matches(tag, attrs)]

    def one(self, tag: str = "", **attrs: str) -> "Element":
        """The only such descendant."""
        found = self.all(tag, **attrs)
        assert len(found) == 1, f"{len(found)} elements {tag} {attrs}"
        return found[0]

    def descendants(self) -> "Iterator[Element]":
        """Every element inside, in document order."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.descendants()

    def matches(self, tag: str, attrs: dict[str, str]) -> bool:
        """Whether this is such an element; "class_" and "for_" stand for the reserved words."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attrs.items()}
        return (not tag or self.tag == tag) and all(
            value in self.attrs.get(name, "").split()
            if name == "class"
            else self.attrs.get(name) == value
            for name, value in wanted.items()
        )

    def _iter_text(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._iter_text()


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _SELF_CLOSING, f"<{tag}/> does not close in HTML"
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse_html(html: str) -> Element:
    """The tree of a page or a fragment."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert builder.open == [builder.root], f"<{builder.open[-1].tag}> is never closed"
    return builder.root
