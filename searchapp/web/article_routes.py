"""The article page and its JSON."""

from flask import Blueprint, Response, abort, jsonify, make_response, render_template, request

from searchapp.article import Article
from searchapp.errors import ArticleNotFound, UserError
from searchapp.search.engine import Engine
from searchapp.search.request import SearchRequest
from searchapp.web.presenters.article_page import build_article_page, build_article_payload
from searchapp.web.search_routes import requested

_JSON = ".json"


def build_article_blueprint(engine: Engine) -> Blueprint:
    """The article routes over that engine."""
    blueprint = Blueprint("article", __name__)

    @blueprint.get("/article/<path:article_id>")
    def by_path(article_id: str) -> Response:
        if not article_id.endswith(_JSON):
            return _page(engine, engine.article(article_id))
        try:
            # An article may be called so itself; its own name wins over the ending.
            return _page(engine, engine.article(article_id))
        except ArticleNotFound:
            return _json(engine.article(article_id.removesuffix(_JSON)))

    @blueprint.get("/article")
    def by_parameter() -> Response:
        return _page(engine, engine.article(_id_parameter()))

    @blueprint.get("/article.json")
    def json_by_parameter() -> Response:
        return _json(engine.article(_id_parameter()))

    return blueprint


def _id_parameter() -> str:
    return request.args.get("id") or abort(404)


def _page(engine: Engine, article: Article) -> Response:
    asked = _search_behind()
    try:
        marks = engine.marks(article, asked.query) if asked.query.strip() else ()
    except UserError:
        marks = ()
    page = build_article_page(article, marks, asked)
    return make_response(render_template("article.html", page=page))


def _json(article: Article) -> Response:
    return jsonify(build_article_payload(article))


def _search_behind() -> SearchRequest:
    """The search the article was opened from; a broken one must not hide the article."""
    try:
        return requested()
    except UserError:
        return SearchRequest()
