"""Persons: the people an article speaks of, under their full names."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise

from searchapp.article import FacetValue, Mention, Passage
from searchapp.extract import cues, titles
from searchapp.extract.aliases import canonical_name
from searchapp.extract.candidates import find_candidates
from searchapp.extract.credits import is_credited
from searchapp.extract.gazetteer import Gazetteer
from searchapp.extract.places import Place
from searchapp.extract.scoring import (
    ACCEPTED,
    ACCEPTED_SINGLE,
    Judge,
    Judgement,
)
from searchapp.extract.tokens import Tokens
from searchapp.extract.zone_index import ZoneIndex

# A part of a full name counts as that person unless this much speaks against it.
_REFUSED = -2.5
_MOST_PARTICLES = 3
_DOUBTFUL = -1.1
_ECHO = 0.5
_NEVER = float("-inf")
# A full name needs no more than this beside a sure person in a list.
_IN_LIST_FROM = 0.1


def find_persons(
    text: str,
    tokens: Tokens,
    places: tuple[Place, ...],
    passages: tuple[Passage, ...],
    gazetteer: Gazetteer,
    *,
    not_persons: frozenset[str] = frozenset(),
) -> tuple[FacetValue, ...]:
    """Return the persons of an article, most often mentioned first, then in text order.

    A value is the fullest name in the article as the article spells it; its label is the usual
    spelling where it is a public figure's (aliases). Which spellings are one person is decided for
    the whole archive (names). Bylines, debris, agency notes and photo credits hold no persons, nor
    is anyone in `not_persons` (the authors) one.
    """
    zones = ZoneIndex(passages)
    accepted = _accept(_with_lists(_judge(tokens, places, zones, gazetteer), tokens))
    full_names = _full_names(accepted)
    found: dict[str, list[Mention]] = {}
    persons: dict[tuple[tuple[str, ...], str | None], tuple[str, str | None]] = {}
    for judgement in accepted:
        written = judgement.words, judgement.title
        if written not in persons:
            persons[written] = _person(*written, full_names, not_persons)
        person, part_rule = persons[written]
        if not person:
            continue
        first = judgement.start
        if first and tokens.texts[first - 1] in cues.PARTICLES:
            first = _surname_start(tokens, judgement, full_names)
        start = tokens.starts[first]
        mention = Mention(
            zone=zones.at(start),
            start=start,
            end=tokens.ends[judgement.end - 1],
            rule=part_rule or judgement.rule,
        )
        found.setdefault(person, []).append(mention)
    return tuple(
        FacetValue(value=person, label=canonical_name(person), mentions=tuple(mentions))
        for person, mentions in sorted(
            found.items(), key=lambda entry: (-len(entry[1]), entry[1][0].start)
        )
    )


def _judge(
    tokens: Tokens, places: tuple[Place, ...], zones: ZoneIndex, gazetteer: Gazetteer
) -> list[Judgement]:
    candidates = find_candidates(tokens, places, gazetteer)
    judge = Judge(tokens, candidates).judge
    texts, starts = tokens.texts, tokens.starts
    judgements = []
    for run, name in candidates.names:
        start, end = run + name[0], run + name[1]
        if not zones.is_silent_at(starts[start]) and not is_credited(texts, start, end):
            judgements.append(judge(start, end, name))
    return judgements


def _with_lists(judgements: list[Judgement], tokens: Tokens) -> list[Judgement]:
    """Return the judgements, better for full names that stand in a list beside a sure person."""
    found = list(judgements)
    full = [index for index, name in enumerate(found) if len(name.words) > 1]
    for order in (full, full[::-1]):
        for beside, index in pairwise(order):
            name, neighbour = found[index], found[beside]
            if _IN_LIST_FROM <= name.score < ACCEPTED <= neighbour.score and _are_joined(
                name, neighbour, tokens
            ):
                found[index] = name._replace(score=ACCEPTED, rule="in a list of persons")
    return found


def _are_joined(one: Judgement, other: Judgement, tokens: Tokens) -> bool:
    first, second = (one, other) if one.start < other.start else (other, one)
    return 0 < second.start - first.end <= 2 and cues.JOINING.issuperset(
        tokens.texts[first.end : second.start]
    )


def _accept(judgements: list[Judgement]) -> list[Judgement]:
    best: dict[tuple[str, ...], float] = {}
    for judgement in judgements:
        words, score = judgement.words, judgement.score
        if score > best.get(words, _NEVER):
            best[words] = score
    accepted: set[tuple[str, ...]] = set()
    for words, score in best.items():
        if len(words) == 1:
            if score >= ACCEPTED_SINGLE:
                accepted.add(words)
        elif score >= ACCEPTED or (score >= _IN_LIST_FROM and _is_echoed(words, score, best)):
            accepted.add(words)
    parts = {part for words in accepted if len(words) > 1 for part in _parts(words)}
    accepted |= parts
    return [
        judgement
        for judgement in judgements
        if judgement.words in accepted and (len(judgement.words) > 1 or judgement.score > _REFUSED)
    ]


def _is_echoed(words: tuple[str, ...], score: float, best: Mapping[tuple[str, ...], float]) -> bool:
    """Return whether the surname stands alone elsewhere, as a person's does: “Oyebode said”."""
    alone = best.get(words[-1:], _REFUSED)
    return alone >= ACCEPTED_SINGLE or (alone > _DOUBTFUL and score >= ACCEPTED - _ECHO)


def _parts(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """Yield what a full name is shortened to: last word, first word, endings."""
    if words[-1] in cues.NAME_ENDINGS and len(words) > 2:
        yield words[:-1]
        words = words[:-1]
    if words[0].lower() not in cues.PARTICLES:
        yield words[:1]
    for begin in range(1, len(words)):
        yield words[begin:]


def _full_names(accepted: list[Judgement]) -> dict[str, str]:
    """Return for each shortened name the full name of the article that it most often stands for."""
    counts = Counter([judgement.words for judgement in accepted])
    fuller: dict[str, tuple[int, str]] = {}
    for words, count in counts.items():
        if len(words) == 1:
            continue
        name = " ".join(words)
        for part in _parts(words):
            short = " ".join(part)
            if short not in fuller or fuller[short][0] < count:
                fuller[short] = (count, name)
    return {short: name for short, (_, name) in fuller.items() if short != name}


def _person(
    words: tuple[str, ...],
    title: str | None,
    full_names: Mapping[str, str],
    not_persons: frozenset[str],
) -> tuple[str, str | None]:
    """Return who is meant by a name, empty for nobody, and the rule if it is part of a fuller one.

    Within an article the same words after the same title mean the same person.
    """
    raw = " ".join(words)
    name = full_names.get(raw, raw)
    person = _with_rank(name, title)
    if not not_persons.isdisjoint((name, person, canonical_name(person))):
        return "", None
    return person, None if name == raw else _part_rule(raw, name)


def _part_rule(part: str, name: str) -> str:
    if name.startswith(f"{part} "):
        return f"first name of {name}"
    return f"last name of {name}" if name.endswith(f" {part}") else f"part of the name {name}"


def _surname_start(tokens: Tokens, judgement: Judgement, full_names: Mapping[str, str]) -> int:
    """Return the token where a lone surname begins, its particles included: van der Sar."""
    start = judgement.start
    for begin in range(start - 1, max(start - 1 - _MOST_PARTICLES, -1), -1):
        if tokens.texts[begin] not in cues.PARTICLES:
            break
        if " ".join((*tokens.texts[begin:start], *judgement.words)) in full_names:
            start = begin
            break
    return start


def _with_rank(name: str, title: str | None) -> str:
    """Return popes and monarchs with their rank: “Francis” alone would be anybody."""
    if title in titles.CROWNED and (" " not in name or name.split()[-1] in cues.NAME_ENDINGS):
        return f"{title} {name}"
    return name
