"""An engine with one prepared answer, for what the real one cannot be brought to: edge states."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from searchapp.article import Article, FacetValue, Mention, Passage, Rejected, Zone
from searchapp.errors import ArticleNotFound
from searchapp.search.concordance import Concordance, ConcordanceRequest, Line
from searchapp.search.copies import Copies, Copy
from searchapp.search.engine import IndexStatus
from searchapp.search.examples import Example, ExampleKind
from searchapp.search.explanation import Explanation, ScorePart
from searchapp.search.export import Export, ExportedArticle
from searchapp.search.facets import NONE, Facet
from searchapp.search.grid import Grid, GridRequest
from searchapp.search.latest import Arrival, Latest
from searchapp.search.likeness import SimilarArticle
from searchapp.search.neighbours import Neighbour, Neighbours
from searchapp.search.request import SearchRequest
from searchapp.search.response import (
    Bucket,
    FacetResult,
    Hit,
    Range,
    SearchResponse,
    Snippet,
    Value,
)
from searchapp.search.suggestion import Suggestion
from searchapp.search.value_list import ListRequest, ValueList
from tests.web.canned_insight import (
    HOSTILE_LINE,
    hostile_concordance,
    hostile_grid,
    hostile_values,
)

HOSTILE = "</title><script>alert('1')</script>\"><img src=x onerror=alert(2)>{{7*7}}&amp;"
"""What must come out as text wherever it stands: tags, quotes, template and entity syntax."""

STATUS = IndexStatus(
    generation="gen-7",
    published_at=datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
    articles=12345,
    size_bytes=67_890_123,
    oldest=date(1999, 12, 31),
    newest=date(2022, 12, 30),
    values=(("country", 180), ("person", 4321)),
    rejected=(
        Rejected(path="2022/broken.json", reason="It is not valid JSON.", line=7),
        Rejected(path=f"{HOSTILE}.txt", reason="It is empty."),
    ),
)

TEXT = (
    f"Of: {HOSTILE}\n\nRussia and China talked.\n\nSplit\n\nXi Jinping spoke of Russia. {HOSTILE}"
)


def hostile_article(article_id: str = "hostile") -> Article:
    """An article all of whose texts are hostile."""
    talked = TEXT.index("Russia and China")
    spoke = TEXT.index("Xi Jinping")
    split = TEXT.index("Split")
    return Article(
        id=article_id,
        path=f"{HOSTILE}/a.txt",
        text=TEXT,
        sha256="0" * 64,
        title=HOSTILE,
        passages=(
            Passage(zone=Zone.BYLINE, start=0, end=talked - 2),
            Passage(zone=Zone.LEDE, start=talked, end=split - 2),
            Passage(zone=Zone.DEBRIS, start=split, end=spoke - 2),
            Passage(zone=Zone.BODY, start=spoke, end=len(TEXT)),
        ),
        date=date(2022, 12, 30),
        section=HOSTILE,
        agency=HOSTILE,
        source=HOSTILE,
        url="javascript:alert(3)",
        language="en",
        authors=(FacetValue(value=HOSTILE, label=HOSTILE),),
        countries=(
            FacetValue(
                value="RU",
                label="Russia",
                mentions=(
                    Mention(zone=Zone.LEDE, start=talked, end=talked + 6, rule="country name"),
                ),
            ),
        ),
        persons=(
            FacetValue(
                value="Xi Jinping",
                label="Xi Jinping",
                mentions=(
                    Mention(zone=Zone.BODY, start=spoke, end=spoke + 10, rule="verb of saying"),
                ),
            ),
        ),
    )


def hostile_response() -> SearchResponse:
    """An answer all of whose texts are hostile, with every kind of bucket and three pages."""
    value = Value(value=HOSTILE, label=HOSTILE)
    hit = Hit(
        id="a/b ? & # %.txt",
        title=HOSTILE,
        title_ranges=((0, 8),),
        path="a.txt",
        date=date(2022, 12, 30),
        authors=(value,),
        countries=(Value(value="RU", label="Russia"),),
        persons=(value,),
        section=HOSTILE,
        agency=HOSTILE,
        source=HOSTILE,
        score=1.25,
        snippets=(
            Snippet(zone=Zone.CAPTION, text=HOSTILE, ranges=((8, 16), (17, 22))),
            Snippet(zone=Zone.BODY, text="plain & simple", ranges=()),
        ),
        similar=3,
    )
    names = tuple(
        FacetResult(
            facet=facet,
            buckets=(
                Bucket(value=HOSTILE, label=HOSTILE, count=1234),
                Bucket(value="plain", label="plain", count=2),
                Bucket(value=NONE, label="No value", count=1),
            ),
            more=facet is Facet.PERSON,
        )
        for facet in Facet
        if facet is not Facet.DATE
    )
    dates = FacetResult(
        facet=Facet.DATE,
        buckets=(
            Bucket(value="2020", label="2020", count=9),
            Bucket(value="2022", label="2022", count=12),
            Bucket(value=NONE, label="Undated", count=3),
        ),
    )
    return SearchResponse(
        request=SearchRequest(),
        total=23,
        took_ms=3.2,
        pages=3,
        hits=(hit,),
        facets=(dates, *names),
        did_you_mean=HOSTILE,
        notes=(HOSTILE,),
        copies=3,
    )


@dataclass
class CannedEngine:
    """Answers everything with what it was given, or fails with `failure`."""

    response: SearchResponse
    status_given: IndexStatus = STATUS
    failure: Exception | None = None

    def search(self, request: SearchRequest) -> SearchResponse:
        """The prepared answer, marked with what the request chose."""
        self._fail()
        return replace(
            self.response,
            request=request,
            facets=tuple(_chosen(request, result) for result in self.response.facets),
        )

    def article(self, article_id: str) -> Article:
        """The hostile article under any id that begins with "hostile"."""
        self._fail()
        if not article_id.startswith("hostile"):
            raise ArticleNotFound("There is no such article.")
        return hostile_article(article_id)

    def marks(self, article: Article, query: str) -> tuple[Range, ...]:
        """Every place where the query stands as it is written."""
        found, start = [], article.text.find(query)
        while start >= 0:
            found.append((start, start + len(query)))
            start = article.text.find(query, start + len(query))
        return tuple(found)

    def explain(self, article_id: str, query: str) -> Explanation:
        """Two parts, one with hostile words in the headline and one in the body."""
        self._fail()
        return Explanation(
            total=1.25,
            parts=(
                ScorePart(
                    term=query, zone=Zone.HEADLINE, words=(HOSTILE,), occurrences=1, score=1.0
                ),
                ScorePart(
                    term=query, zone=Zone.BODY, words=("plain", "Plain"), occurrences=3, score=0.25
                ),
            ),
        )

    def neighbours(self, article_id: str, request: SearchRequest) -> Neighbours | None:
        """The second of three, between hostile ones."""
        self._fail()
        return Neighbours(
            position=2,
            total=3,
            previous=Neighbour(id="hostile/1 ? & #", title=HOSTILE),
            next=Neighbour(id="hostile/3", title=HOSTILE),
        )

    def more_like_this(self, article_id: str, count: int) -> tuple[SimilarArticle, ...]:
        """One article, hostile."""
        self._fail()
        return (
            SimilarArticle(
                id="hostile/like",
                title=HOSTILE,
                date=date(2022, 12, 31),
                section=HOSTILE,
                source=HOSTILE,
                words=(HOSTILE, "plain"),
            ),
        )[:count]

    def copies(self, article_id: str, limit: int) -> Copies:
        """One hostile copy of four."""
        self._fail()
        copy = Copy(
            id="hostile/copy ? & #",
            title=HOSTILE,
            likeness=0.957,
            date=date(2022, 12, 31),
            section=HOSTILE,
            source=HOSTILE,
        )
        return Copies(total=4, listed=(copy,))

    def spellings(self, facet: Facet, value: str) -> tuple[tuple[str, int], ...]:
        """The value itself, and a hostile spelling of it."""
        self._fail()
        return ((value, 1234), (f"{HOSTILE} II", 1))

    def suggest(self, request: SearchRequest) -> tuple[Suggestion, ...]:
        """A hostile person and a hostile word."""
        self._fail()
        return (
            Suggestion(
                text=HOSTILE,
                count=1234,
                request=request.with_query("").narrowed_to(Facet.PERSON, HOSTILE),
                facet=Facet.PERSON,
                value=HOSTILE,
                written=f"{HOSTILE} II",
            ),
            Suggestion(text=HOSTILE, count=1, request=request.with_query(HOSTILE)),
        )

    def examples(self) -> tuple[Example, ...]:
        """A hostile phrase."""
        self._fail()
        return (Example(kind=ExampleKind.PHRASE, query=HOSTILE),)

    def list_values(self, request: ListRequest) -> ValueList:
        """A hostile value and a plain one, on one page; nothing for other words than theirs."""
        self._fail()
        return hostile_values(request)

    def grid(self, request: SearchRequest, asked: GridRequest) -> Grid:
        """Two rows and two columns with hostile labels."""
        self._fail()
        return hostile_grid(request)

    def concordance(self, request: SearchRequest, asked: ConcordanceRequest) -> Concordance:
        """One hostile line, of 500 articles among 1,234."""
        self._fail()
        return hostile_concordance(request, asked)

    def lines(self, request: SearchRequest) -> Iterator[Line]:
        """The hostile line."""
        self._fail()
        return iter((HOSTILE_LINE,))

    def export(self, request: SearchRequest) -> Export:
        """One hostile article, and one that is a formula."""
        self._fail()
        value = Value(value=HOSTILE, label=HOSTILE)
        articles = (
            ExportedArticle(
                id="a/b ? & # %.txt",
                title=HOSTILE,
                path="a.txt",
                date=date(2022, 12, 30),
                authors=(value, value),
                countries=(Value(value="RU", label="Russia"),),
                section=HOSTILE,
                url="javascript:alert(3)",
            ),
            ExportedArticle(id="2", title="=1+1", path="-b.txt"),
        )
        return Export(request=request, total=len(articles), articles=iter(articles))

    def latest(self, request: SearchRequest) -> Latest:
        """The prepared hits, on the request's page of three."""
        self._fail()
        moment = STATUS.published_at
        return Latest(
            request=request,
            total=self.response.total,
            pages=3,
            newest=moment,
            arrivals=tuple(Arrival(hit=hit, arrived=moment) for hit in self.response.hits),
        )

    def generation(self) -> str:
        """The name of the prepared status."""
        self._fail()
        return self.status_given.generation

    def status(self) -> IndexStatus:
        """The prepared status."""
        self._fail()
        return self.status_given

    def close(self) -> None:
        """Nothing is open."""

    def _fail(self) -> None:
        if self.failure:
            raise self.failure


def _chosen(request: SearchRequest, result: FacetResult) -> FacetResult:
    selection = request.selection(result.facet)
    return replace(
        result,
        buckets=tuple(
            bucket._replace(
                selected=bucket.value in selection.included,
                excluded=bucket.value in selection.excluded,
                required=bucket.value in selection.required,
            )
            for bucket in result.buckets
        ),
    )
