"""The Flask application: routes, failures, headers and limits put together."""

from dataclasses import dataclass
from functools import partial

from flask import Flask
from flask.json.provider import DefaultJSONProvider
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from searchapp.errors import SettingsError
from searchapp.search.engine import Engine
from searchapp.web.archive_routes import build_archive_blueprint
from searchapp.web.article_routes import build_article_blueprint
from searchapp.web.assets import asset_url, build_assets_blueprint, read_assets
from searchapp.web.compare_routes import build_compare_blueprint
from searchapp.web.export_routes import build_export_blueprint
from searchapp.web.failures import register_failures
from searchapp.web.freshness import Freshness
from searchapp.web.headers import add_headers
from searchapp.web.insight_routes import build_insight_blueprint
from searchapp.web.limits import set_limits
from searchapp.web.options import WebOptions
from searchapp.web.overload import refuse_when_overloaded
from searchapp.web.request_log import number_requests
from searchapp.web.search_routes import build_search_blueprint
from searchapp.web.status_routes import build_status_blueprint
from searchapp.web.suggest_routes import build_suggest_blueprint
from searchapp.web.why_routes import build_why_blueprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What every page knows about the site it belongs to."""

    title: str
    version: str


def build_app(engine: Engine, options: WebOptions | None = None) -> Flask:
    """The web front end over that engine. Raises SettingsError when its files are missing."""
    chosen = options or WebOptions()
    app = Flask("searchapp.web", static_folder=None, template_folder=str(chosen.templates))
    number_requests(app, log=chosen.log_requests, trusted=chosen.proxies > 0)
    if chosen.metrics:
        engine = _measured(app, engine)
    set_limits(app, chosen.trusted_hosts)
    refuse_when_overloaded(app)
    _trust_proxies(app, chosen.proxies)
    _keep_json_order(app)
    assets = read_assets(chosen.static)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["asset"] = partial(asset_url, assets)
    app.jinja_env.globals["site"] = Site(title=chosen.title, version=chosen.version)
    app.register_blueprint(build_assets_blueprint(assets))
    freshness = Freshness(engine, f"{chosen.version} {chosen.title}")
    app.register_blueprint(build_search_blueprint(engine, freshness))
    app.register_blueprint(build_export_blueprint(engine, freshness, chosen.title))
    app.register_blueprint(build_suggest_blueprint(engine))
    app.register_blueprint(build_article_blueprint(engine, freshness))
    app.register_blueprint(build_why_blueprint(engine))
    app.register_blueprint(build_compare_blueprint(engine))
    app.register_blueprint(build_archive_blueprint(engine))
    app.register_blueprint(build_insight_blueprint(engine))
    app.register_blueprint(build_status_blueprint(engine))
    register_failures(app)
    add_headers(app)
    return app


def _measured(app: Flask, engine: Engine) -> Engine:
    try:
        from searchapp.web.metrics import MeasuredEngine, Metrics, build_metrics_blueprint
    except ImportError as error:
        raise SettingsError(
            "metrics = true needs the package prometheus-client: "
            "pip install 'searchapp[metrics]', or set it to false."
        ) from error
    metrics = Metrics()
    metrics.watch(app)
    app.register_blueprint(build_metrics_blueprint(engine, metrics))
    return MeasuredEngine(engine, metrics)


def _trust_proxies(app: Flask, hops: int) -> None:
    """Believe what exactly that many reverse proxies say about the client."""
    if hops:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]  # Flask documents this assignment
            app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops
        )


def _keep_json_order(app: Flask) -> None:
    """JSON objects come in the order in which they are documented."""
    provider = DefaultJSONProvider(app)
    provider.sort_keys = False
    app.json = provider
