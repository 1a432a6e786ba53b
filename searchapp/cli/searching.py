"""The command `search`."""

import click

from searchapp.cli.options import chosen_settings, index_option, json_option
from searchapp.cli.url_options import url_options
from searchapp.console import print_csv, print_json


@click.command("search")
@click.argument("query", default="")
@url_options
@index_option
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Print all results, not a page, as CSV.")
@click.pass_obj
def search_command(
    args: list[tuple[str, str]], query: str, index: str | None, as_json: bool, as_csv: bool
) -> None:
    """Search for QUERY; without it, everything is found.

    The options mean what the parameters of the same names mean in the search page's address, and
    --json prints what /search.json answers.

    \b
    searchapp search "grain talks" --country TR --not-country RU --from 2022-01
    searchapp search '"central bank" AND (rate* OR inflation)' --person "Mira Okafor" --json
    searchapp search "" --section politics --sort newest --page 2 --size 50
    searchapp search storm --from 2021 --csv > storm.csv
    """
    if as_json and as_csv:
        raise click.UsageError("Choose one of --json and --csv.")
    from searchapp.cli.reports import print_response
    from searchapp.engine import EmbeddedEngine
    from searchapp.search.export import iter_export_rows
    from searchapp.search.payload import build_payload
    from searchapp.search.url import parse_args

    engine = EmbeddedEngine(chosen_settings(index=index).index, thorough=False)
    request = parse_args([("q", query), *args])
    if as_csv:
        print_csv(iter_export_rows(engine.export(request)))
    elif as_json:
        print_json(build_payload(engine.search(request)))
    else:
        print_response(engine.search(request))
