"""The person's own authority over names: names.toml beside the articles, checked as a whole."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from searchapp.countries import country_code
from searchapp.errors import NamesError
from searchapp.extract.aliases import name_key
from searchapp.ingest.roots import resolve_roots
from searchapp.reindex.names_file import Mentioned, Place, Statement, Verb, parse_names
from searchapp.search.facets import Facet

NAMES_FILE: Final = "names.toml"

_LABEL: Final = "a name with aliases"


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetNames:
    """What is said of the names of one facet, by their keys (`key_of`).

    `shown` has what stands for a name: itself or another, several, or none at all. `distinct` are
    names that are neither merged into others nor take others in by themselves.
    """

    facet: Facet
    shown: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    distinct: frozenset[str] = frozenset()

    def find(self, name: str) -> tuple[str, ...] | None:
        """What stands for a name; None when nothing is said of it."""
        return self.shown.get(key_of(self.facet, name))

    def is_distinct(self, name: str) -> bool:
        """Whether the name is to stand for itself alone."""
        return key_of(self.facet, name) in self.distinct


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """Everything that the files say; `fingerprint` changes with any of it, "" for no file."""

    facets: Mapping[Facet, FacetNames]
    fingerprint: str = ""

    def of(self, facet: Facet) -> FacetNames:
        """What is said of the names of a facet."""
        return self.facets.get(facet, FacetNames(facet=facet))


def read_authority(roots: Sequence[Path]) -> Authority:
    """What names.toml says in each folder of articles, or beside each single file of them.

    Raises NamesError for a file that cannot be read or followed, ArchiveError for roots that are
    not there.
    """
    folders = (root.path if root.is_folder else root.path.parent for root in resolve_roots(roots))
    files = [folder / NAMES_FILE for folder in dict.fromkeys(folders)]
    texts = {file: _read(file) for file in files if file.is_file()}
    statements = [part for file, text in texts.items() for part in parse_names(text, str(file))]
    digest = hashlib.sha256("\0".join(texts.values()).encode()).hexdigest()
    return build_authority(statements, digest if texts else "")


def build_authority(statements: Iterable[Statement], fingerprint: str = "") -> Authority:
    """What the statements say together. Raises NamesError for those that contradict each other."""
    found = tuple(statements)
    return Authority(
        facets={
            facet: _build_facet(facet, [part for part in found if part.facet is facet])
            for facet in dict.fromkeys(part.facet for part in found)
        },
        fingerprint=fingerprint,
    )


def key_of(facet: Facet, name: str) -> str:
    """What names are compared by: without case, accents, dots and hyphens; codes of countries."""
    return (country_code(name) or "") if facet is Facet.COUNTRY else name_key(name)


def _read(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        place = Place(file=str(file), line=line)
        raise NamesError(f"{place}: this is not UTF-8. Save the file as UTF-8.") from error
    except OSError as error:
        raise NamesError(f"{file} cannot be read: {error.strerror or error}.") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class _Role:
    """What a name is in the file, in words; two roles of one name agree only if they are equal."""

    verb: Verb
    words: str
    place: Place = field(compare=False)


def _build_facet(facet: Facet, statements: Sequence[Statement]) -> FacetNames:
    roles: dict[str, _Role] = {}
    shown: dict[str, tuple[str, ...]] = {}
    distinct: set[str] = set()
    for statement in statements:
        key = _checked_key(facet, statement.subject)
        match statement.verb:
            case Verb.DISTINCT:
                distinct.add(key)
                continue
            case Verb.IGNORE:
                _take_role(roles, key, statement.subject, Verb.IGNORE, "ignored")
                shown[key] = ()
            case Verb.SPLIT:
                _take_role(roles, key, statement.subject, Verb.SPLIT, "split")
            case Verb.ALIASES:
                _take_role(roles, key, statement.subject, Verb.ALIASES, _LABEL)
                label = shown.setdefault(key, (_value(facet, statement.subject.name),))
                for alias in _take_aliases(statement, key, roles):
                    shown[alias] = label
    _refuse_distinct_aliases(facet, statements, roles)
    splits = [statement for statement in statements if statement.verb is Verb.SPLIT]
    parts = {_checked_key(facet, part.subject): _parts(part, roles, shown) for part in splits}
    return FacetNames(facet=facet, shown={**shown, **parts}, distinct=frozenset(distinct))


def _take_aliases(statement: Statement, key: str, roles: dict[str, _Role]) -> Iterator[str]:
    """The keys of the aliases; a name that is its own alias is a name without any."""
    for other in statement.others:
        alias = _checked_key(statement.facet, other)
        if alias != key:
            words = f"an alias of “{statement.subject.name}”"
            _take_role(roles, alias, other, Verb.ALIASES, words)
            yield alias


def _checked_key(facet: Facet, mentioned: Mentioned) -> str:
    key = key_of(facet, mentioned.name)
    if key:
        return key
    if facet is Facet.COUNTRY:
        why = "is no country. Write a country's English name or its code of two letters."
    else:
        why = "has no letters. Write the name as the articles have it."
    raise NamesError(f"{mentioned.place}: “{mentioned.name}” {why}")


def _take_role(
    roles: dict[str, _Role], key: str, mentioned: Mentioned, verb: Verb, words: str
) -> None:
    role = _Role(verb=verb, words=words, place=mentioned.place)
    other = roles.setdefault(key, role)
    if other == role:
        return
    hint = "Keep one of the two."
    if role.verb is other.verb is Verb.ALIASES and _LABEL in (role.words, other.words):
        hint = "Aliases do not lead on: write every spelling beside the one name it stands for."
    raise NamesError(
        f"{role.place}: “{mentioned.name}” is {role.words} here, "
        f"and {other.words} {other.place.seen_from(role.place)}. {hint}"
    )


def _refuse_distinct_aliases(
    facet: Facet, statements: Sequence[Statement], roles: Mapping[str, _Role]
) -> None:
    """A name that stands for itself may have aliases, but it cannot be anything else."""
    for statement in statements:
        subject = statement.subject
        role = roles.get(key_of(facet, subject.name))
        if statement.verb is Verb.DISTINCT and role and role.words != _LABEL:
            where = role.place.seen_from(subject.place)
            raise NamesError(
                f"{subject.place}: “{subject.name}” is distinct here, and {role.words} {where}. "
                "Keep one of the two."
            )


def _parts(
    statement: Statement, roles: Mapping[str, _Role], shown: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """The names that stand for a split one, under the names that their aliases lead to."""
    subject = statement.subject
    if len(statement.others) < 2:
        raise NamesError(
            f"{subject.place}: “{subject.name}” is split into fewer than two names. "
            "Name them all, or make it an alias or ignore it."
        )
    found: dict[str, None] = {}
    for part in statement.others:
        key = _checked_key(statement.facet, part)
        role = roles.get(key)
        if role and role.verb in (Verb.SPLIT, Verb.IGNORE):
            raise NamesError(
                f"{part.place}: “{part.name}” is a part of “{subject.name}” here, "
                f"and {role.words} {role.place.seen_from(part.place)}. Keep one of the two."
            )
        found[shown[key][0] if key in shown else _value(statement.facet, part.name)] = None
    return tuple(found)


def _value(facet: Facet, name: str) -> str:
    """The stable form of a name: a country's code, else the name itself."""
    return (country_code(name) or name) if facet is Facet.COUNTRY else name
