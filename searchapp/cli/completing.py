"""The command `completion`: what a shell needs to complete the others."""

from typing import Final

import click
from click.shell_completion import get_completion_class

_PROGRAM: Final = "searchapp"
_VARIABLE: Final = "_SEARCHAPP_COMPLETE"


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion_command(context: click.Context, shell: str) -> None:
    """Print a script that makes SHELL complete commands and options with the tab key.

    \b
    searchapp completion bash > ~/.local/share/bash-completion/completions/searchapp
    searchapp completion zsh > ~/.zfunc/_searchapp      # with ~/.zfunc in fpath
    searchapp completion fish > ~/.config/fish/completions/searchapp.fish
    """
    build = get_completion_class(shell)
    if build is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    click.echo(build(context.find_root().command, {}, _PROGRAM, _VARIABLE).source())
