"""One reindex: what changed is read, extracted and indexed, then all is published at once.

Files that did not change since the last time are not read again, and files that are gone leave
the index.
"""

import time
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from searchapp.article import Article, RawArticle, Rejected
from searchapp.engine import IndexWriter, Publication, open_writer, read_changes
from searchapp.errors import ArchiveError
from searchapp.extract import EXTRACTION_VERSION, CountryEvidence, ExtractOptions
from searchapp.ingest import iter_files, read_articles
from searchapp.reindex.authority import read_authority
from searchapp.reindex.catalogue import (
    CATALOGUE_FILE,
    CATALOGUE_VERSION,
    NO_CATALOGUE,
    Entry,
    decode_catalogue,
)
from searchapp.reindex.file_state import FileState
from searchapp.reindex.files import ArchiveFiles
from searchapp.reindex.harm import Outcome, refuse_harm
from searchapp.reindex.naming import NAMED_FACETS, RenamingGroup, name_values, shown_names
from searchapp.reindex.options import Progress, ReindexOptions, ReindexSummary
from searchapp.reindex.pool import extraction_pool
from searchapp.reindex.survey import survey_files
from searchapp.search.changes import Changes


def reindex(options: ReindexOptions, progress: Progress) -> ReindexSummary:
    """Bring the index up to date with the archive.

    Raises ArchiveError for an archive that cannot be read or must not replace what is served,
    NamesError, before any article is read, for a names.toml that cannot be followed, IndexLocked
    when another reindex is at work, OperatorError when the disk fails. Whatever it raises, what
    was served before is still served.
    """
    started = time.monotonic()
    with open_writer(options.index) as writer:
        run = _Run(options, writer)
        run.read_changes(progress)
        progress.publishing()
        if options.dry_run:
            run.preview()
        else:
            run.publish()
        return ReindexSummary(
            generation=run.generation,
            articles=len(run.owners),
            added=len(run.owners.keys() - run.before),
            changed=run.changed,
            removed=len(run.before - run.owners.keys()),
            read=run.read,
            rejected=run.rejected(),
            seconds=time.monotonic() - started,
            dry_run=options.dry_run,
            changes=run.changes,
            renamings=run.renamings if options.dry_run else (),
        )


class _Run:
    """One reindex; `owners` says for each article id which file it is from, by order."""

    def __init__(self, options: ReindexOptions, writer: IndexWriter) -> None:
        self._options = options
        self._writer = writer
        last = dict(writer.previous.manifest.settings) if writer.previous else {}
        remembered = writer.remembered_settings().get("roots", "")
        self._roots = options.roots or _last_roots(str(remembered))
        self._authority = read_authority(self._roots)
        self._settings: dict[str, str | int | bool] = {
            "roots": "\n".join(str(root.absolute()) for root in self._roots),
            "catalogue": CATALOGUE_VERSION,
            "extraction": EXTRACTION_VERSION,
            "dayfirst": options.dayfirst,
            "countries": options.countries,
            "names": self._authority.fingerprint,
        }
        known = last.get("catalogue") == CATALOGUE_VERSION and writer.kept_file(CATALOGUE_FILE)
        self._last = decode_catalogue(known) if known else NO_CATALOGUE
        # Names are applied when publishing: no article has to be read again for them.
        same_roots = {**last, "names": None} == {**self._settings, "names": None}
        rest = {"roots": None, "names": None}
        same = {**last, **rest} == {**self._settings, **rest}
        catalogue = self._last if same and not options.full else NO_CATALOGUE
        files = iter_files(self._roots, without=options.index)
        self._survey = survey_files(files, catalogue, trust_times=same_roots)
        self._files = ArchiveFiles(self._survey, catalogue)
        self._as_before = last == self._settings and len(self._files) == len(catalogue)
        self._as_before &= not self._survey.changed
        self._degraded = bool(writer.previous and writer.previous.degraded)
        self._rejected_before = writer.rejected_before()
        self.before = writer.ids()
        self.owners = self._files.owners()
        self.changed = self.read = 0
        self.generation: str | None = None
        self.changes: Changes | None = None
        self.renamings: tuple[RenamingGroup, ...] = ()

    def read_changes(self, progress: Progress) -> None:
        """Read what changed into the writer, and take out what is gone."""
        changed = self._survey.changed
        places = {source.order: place for place, source in enumerate(changed)}
        orders: deque[int] = deque()
        options = ExtractOptions(
            dayfirst=self._options.dayfirst,
            today=self._options.today,
            evidence=CountryEvidence(self._options.countries),
        )
        with extraction_pool(options, self._options.jobs) as extract:
            last = None
            for article in extract(self._iter_raw(orders)):
                order = orders.popleft()
                self._take(article, order)
                if last is not None and order != last:
                    self._files.settle(last)
                last = order
                progress.reading(places[order], len(changed), self.read)
        progress.reading(len(changed), len(changed), self.read)
        for name in self.before - self.owners.keys():
            self._writer.remove(name)

    def publish(self) -> None:
        """Put the result in use, unless it is what is in use already."""
        if self._as_before and self.rejected() == self._rejected_before and not self._degraded:
            return
        generation = self._writer.publish(self._publication())
        self.generation = generation.name
        self.changes = read_changes(generation.path)

    def preview(self) -> None:
        """Find out what publishing would change."""
        self.changes = self._writer.preview(self._publication())

    def _publication(self) -> Publication:
        outcome = Outcome(
            where=", ".join(str(root) for root in self._roots),
            articles=len(self.owners),
            before=len(self.before),
            bad=self._files.rejected(),
            unread=self._survey.unread,
            last=self._last,
        )
        refuse_harm(outcome, self._options)
        values = {facet: self._writer.count_values(facet) for facet in NAMED_FACETS}
        counts = {facet: found.by_value for facet, found in values.items()}
        self.renamings = name_values(
            self._authority, counts, lambda facet, raw: values[facet].count_any(raw)
        )
        return Publication(
            renamed=shown_names(self.renamings),
            rejected=self.rejected(),
            files={CATALOGUE_FILE: self._files.encode()},
            settings=self._settings,
        )

    def rejected(self) -> tuple[Rejected, ...]:
        """Everything that was left out: whole files, then what is in others, then doubles."""
        odd = tuple(self._files.iter_odd())
        parts = (part for file in odd for part in file.rejected)
        doubles = (part for file in odd for part in self._iter_doubles(file))
        return (*self._survey.unread, *parts, *doubles)

    def _iter_doubles(self, file: FileState | Entry) -> Iterator[Rejected]:
        """A file's articles that do not count, with the file whose article does."""
        for name in file.doubled:
            reason = f"has the id “{name}” more than once; the last article with it counts"
            yield Rejected(path=file.name, reason=reason)
        for name in file.lost:
            winner = self._files.name(self.owners[name])
            reason = f"has an article with the id “{name}”, which {winner} has as well"
            yield Rejected(path=file.name, reason=reason)

    def _iter_raw(self, orders: deque[int]) -> Iterator[RawArticle]:
        """Every article of the changed files; `orders` is told which file each is from."""
        for source in self._survey.changed:
            state = self._files.begin(source)
            for part in read_articles(source.file, source.sha256):
                if isinstance(part, Rejected):
                    state.rejected.append(part)
                else:
                    orders.append(source.order)
                    yield part

    def _take(self, article: Article, order: int) -> None:
        """Index an article, unless a file later in the archive has its id."""
        self.read += 1
        owner = self.owners.get(article.id)
        if owner is not None and owner > order:
            self._files.state(order).lose(article.id, self._files.state(owner))
            return
        if owner is not None:
            self._files.state(owner).lose(article.id, self._files.state(order))
        self.owners[article.id] = order
        self._files.state(order).ids[article.id] = None
        stored = self._writer.article(article.id)
        if stored is not None and replace(stored, sha256=article.sha256) != article:
            self.changed += 1
        if stored != article:
            self._writer.add(article)


def _last_roots(roots: str) -> tuple[Path, ...]:
    if not roots:
        raise ArchiveError(
            "Which articles? Name their folder: `searchapp reindex FOLDER` "
            "(or set `articles` in searchapp.toml, or SEARCHAPP_ARTICLES)."
        )
    return tuple(Path(root) for root in roots.splitlines())
