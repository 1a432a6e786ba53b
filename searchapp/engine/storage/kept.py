"""What was found or read lately, up to a size: the same is asked again with every click."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """What was found lately by key, the least recently used given up first.

    Threads may share it, so what is kept must not change.
    """

    def __init__(self, most_bytes: int, size_of: Callable[[T], int]) -> None:
        self._most_bytes = most_bytes
        self._size_of = size_of
        self._found: OrderedDict[Hashable, T] = OrderedDict()
        self._bytes = 0
        self._changing = Lock()

    def get(self, key: Hashable, find: Callable[[], T]) -> T:
        """What is kept under a key, or else what `find` gives, which is then kept."""
        with self._changing:
            if key in self._found:
                self._found.move_to_end(key)
                return self._found[key]
        found = find()
        with self._changing:
            self._put(key, found)
        return found

    def clear(self) -> None:
        """Give up everything."""
        with self._changing:
            self._found.clear()
            self._bytes = 0

    def _put(self, key: Hashable, found: T) -> None:
        # Another thread may have found the same meanwhile; what is too large drives all else out.
        if key in self._found or self._size_of(found) > self._most_bytes // 2:
            return
        self._found[key] = found
        self._bytes += self._size_of(found)
        while self._bytes > self._most_bytes:
            _, oldest = self._found.popitem(last=False)
            self._bytes -= self._size_of(oldest)
