"""The article page, and the same article as JSON, as its source text and as a reference."""

from collections.abc import Callable, Mapping

from flask import (
    Blueprint,
    Response,
    abort,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
)

from searchapp.article import Article
from searchapp.errors import ArticleNotFound, UserError
from searchapp.search.engine import Engine
from searchapp.search.request import SearchRequest
from searchapp.web.freshness import Freshness
from searchapp.web.presenters.article_page import (
    Surroundings,
    build_article_page,
    build_article_payload,
    build_mark_link,
)
from searchapp.web.presenters.citations import build_citation
from searchapp.web.presenters.links import PLACE
from searchapp.web.search_routes import requested

_SIMILAR = 5
_COPIES = 20


def build_article_blueprint(engine: Engine, freshness: Freshness) -> Blueprint:
    """The article routes over that engine."""
    blueprint = Blueprint("article", __name__)

    @blueprint.get("/article/<path:article_id>")
    def by_path(article_id: str) -> Response:
        return freshness.answer(lambda: _by_path(engine, article_id))

    @blueprint.get("/article")
    def by_parameter() -> Response:
        return freshness.answer(lambda: _page(engine, engine.article(_id_parameter())))

    @blueprint.get("/article.<any(json, txt, bib, ris):ending>")
    def form_by_parameter(ending: str) -> Response:
        return freshness.answer(lambda: _FORMS[ending](engine.article(_id_parameter())))

    return blueprint


def _by_path(engine: Engine, article_id: str) -> Response:
    """The article of that name, or its form of that ending."""
    stem, dot, ending = article_id.rpartition(".")
    if ending not in _FORMS or not dot:
        return _page(engine, engine.article(article_id))
    try:
        # An article may be called so itself; its own name wins over the ending.
        return _page(engine, engine.article(article_id))
    except ArticleNotFound:
        return _FORMS[ending](engine.article(stem))


def _id_parameter() -> str:
    return request.args.get("id") or abort(404)


def _page(engine: Engine, article: Article) -> Response:
    if PLACE in request.args:
        return _to_place(engine, article)
    page = build_article_page(article, _surroundings(engine, article))
    return make_response(render_template("article.html", page=page))


def _to_place(engine: Engine, article: Article) -> Response:
    """The way on to the word that is marked at the place that the address names."""
    try:
        asked = requested()
        marks = engine.marks(article, asked.query) if asked.query.strip() else ()
    except UserError:
        asked, marks = SearchRequest(), ()
    url = build_mark_link(article, asked, marks, request.args[PLACE])
    return make_response(redirect(url))


def _surroundings(engine: Engine, article: Article) -> Surroundings:
    """What is around the article; a search that cannot be answered must not hide it."""
    similar = engine.more_like_this(article.id, _SIMILAR)
    copies = engine.copies(article.id, _COPIES)
    try:
        asked = requested()
        return Surroundings(
            request=asked,
            marks=engine.marks(article, asked.query) if asked.query.strip() else (),
            neighbours=engine.neighbours(article.id, asked),
            similar=similar,
            copies=copies,
        )
    except UserError:
        return Surroundings(request=SearchRequest(), similar=similar, copies=copies)


def _json(article: Article) -> Response:
    return jsonify(build_article_payload(article))


def _text(article: Article) -> Response:
    return Response(article.text, content_type="text/plain; charset=utf-8")


def _bibtex(article: Article) -> Response:
    citation = build_citation(article)
    return _download(citation.bibtex, "application/x-bibtex", f"{citation.key}.bib")


def _ris(article: Article) -> Response:
    citation = build_citation(article)
    return _download(citation.ris, "application/x-research-info-systems", f"{citation.key}.ris")


def _download(text: str, mimetype: str, name: str) -> Response:
    response = Response(text, content_type=f"{mimetype}; charset=utf-8")
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


_FORMS: Mapping[str, Callable[[Article], Response]] = {
    "json": _json,
    "txt": _text,
    "bib": _bibtex,
    "ris": _ris,
}
"""The other forms of an article, by the ending of their address."""
