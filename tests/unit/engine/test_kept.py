"""What was found lately is kept, up to a size."""

from collections.abc import Hashable

from searchapp.engine.storage.kept import Kept


class _Finding:
    """Finds so many bytes for any key."""

    def __init__(self, kept: Kept[bytes], size: int = 16) -> None:
        self.keys: list[Hashable] = []
        self._kept = kept
        self._size = size

    def ask(self, key: Hashable) -> bytes:
        def find() -> bytes:
            self.keys.append(key)
            return b"x" * self._size

        return self._kept.get(key, find)


def test_the_same_is_found_once() -> None:
    finding = _Finding(Kept(1000, len))
    assert finding.ask("a") is finding.ask("a")
    finding.ask("b")
    assert finding.keys == ["a", "b"]


def test_what_was_not_asked_for_longest_is_given_up_first() -> None:
    finding = _Finding(Kept(3 * 16, len))
    for key in "abcadab":
        finding.ask(key)
    assert finding.keys == ["a", "b", "c", "d", "b"]


def test_what_would_take_most_of_the_room_is_not_kept() -> None:
    kept = Kept(100, len)
    small, large = _Finding(kept), _Finding(kept, size=64)
    for finding, key in ((small, "a"), (large, "b"), (large, "b"), (small, "a")):
        finding.ask(key)
    assert (small.keys, large.keys) == (["a"], ["b", "b"])


def test_everything_can_be_given_up() -> None:
    kept = Kept(3 * 16, len)
    finding = _Finding(kept)
    finding.ask("a")
    kept.clear()
    for key in "abca":
        finding.ask(key)
    assert finding.keys == ["a", "a", "b", "c"]
