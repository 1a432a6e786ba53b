"""Context: what the words beside a name say about it.

Weights were set by hand and checked by ablation on news-wire text; each states a general habit of
newspapers, none a name.
"""

from functools import lru_cache

from searchapp.extract import cues, organisationwords

Evidence = tuple[float, str]
"""A weight and what it is for, in plain words."""

_APPOSITION_REACH = 4
_PLACE_WORDS = frozenset("the a an in at from this its into near".split())
_TO = frozenset("to To TO".split())
_UNSAID = frozenset("told asked called died born".split())
_SHARES = frozenset("shares stock shareholders".split())
_WHO = frozenset("who whose".split())
_APOSTROPHES = frozenset("'’")
TELLING_AFTER = frozenset(
    {
        *cues.SAYING,
        *cues.DOING,
        *organisationwords.COMPANY_WORDS,
        *_SHARES,
        *_WHO,
        *_APOSTROPHES,
        *",(&",
        "and",
    }
)
"""The words that say anything after a name; most say nothing."""


def read_before(texts: tuple[str, ...], start: int, *, single: bool) -> tuple[Evidence, ...]:
    """Return what stands before the name that begins at token `start`."""
    if not start:
        return ()
    before = texts[start - 1]
    evidence = _read_word_before(before, single)
    if before in _TO and start > 1 and texts[start - 2].lower() == "according":
        return (*evidence, (1.0, "after “according to”"))
    return evidence


@lru_cache(maxsize=16_384)
def _read_word_before(before: str, single: bool) -> tuple[Evidence, ...]:
    lowered = before.lower()
    evidence: list[Evidence] = []
    if before in cues.ROLES:
        evidence.append((1.6, f"role before the name: {before}"))
    elif before in cues.SAYING and before not in _UNSAID:
        evidence.append((1.3, f"verb of saying beside the name: {before}"))
    elif before in cues.QUOTING and not single:
        evidence.append((0.8, f"“{before}” before the name"))
    if lowered == "of":
        evidence.append((-0.3, "after “of”"))
    elif lowered in _PLACE_WORDS:
        evidence.append((-1.2, f"after “{lowered}”"))
    elif lowered == "by" and not single:
        evidence.append((0.4, "after “by”"))
    if before == "&":
        evidence.append((-2.0, "after “&”"))
    return tuple(evidence)


def read_after(
    texts: tuple[str, ...], end: int, *, single: bool, place: bool
) -> tuple[Evidence, ...]:
    """Return what stands after the name that ends before token `end`; `place` if it is one."""
    after = texts[end] if end < len(texts) else "\n"
    if after not in TELLING_AFTER:
        return ()
    evidence: list[Evidence] = []
    beyond = _at(texts, end + 1)
    if after in _APOSTROPHES and beyond == "s":
        after, beyond = _at(texts, end + 2), _at(texts, end + 3)
        end += 2
        if not place:
            evidence.append((0.2, "possessive"))
            if single and after in cues.BELONGING:
                evidence.append((0.8, f"what belongs to a person after the name: {after}"))
    if after in cues.SAYING and beyond not in ("it", "its"):
        evidence.append((1.3, f"verb of saying beside the name: {after}"))
    elif after in cues.DOING or after == "and":
        evidence.append((0.0 if single else 0.3, "verb after the name"))
    elif after in (",", "("):
        evidence += _read_apposition(texts, end + 1, comma=after == ",", single=single)
    elif after in _WHO:
        evidence.append((1.0, "“who” after the name"))
    elif after in organisationwords.COMPANY_WORDS or after == "&":
        evidence.append((-2.0, "company word after the name"))
    elif after in _SHARES:
        evidence.append((-1.5, "shares after the name"))
    return tuple(evidence)


def _read_apposition(
    texts: tuple[str, ...], start: int, *, comma: bool, single: bool
) -> list[Evidence]:
    """Return what a comma or a bracket after a name begins: “, 45”, “, the former chairman”."""
    evidence: list[Evidence] = []
    word = _at(texts, start)
    if len(word) <= 2 and word.isdecimal():
        evidence.append((1.3, "age after the name"))
    if comma and word in _WHO:
        evidence.append((1.0, "“who” after the name"))
    if comma and not single and not cues.ROLES.isdisjoint(texts[start : start + _APPOSITION_REACH]):
        evidence.append((0.9, "who it is, after the name"))
    return evidence


def _at(texts: tuple[str, ...], position: int) -> str:
    return texts[position] if position < len(texts) else "\n"
