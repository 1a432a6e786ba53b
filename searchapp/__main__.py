"""`python -m searchapp`: the command line."""

from searchapp.cli import main

main(prog_name="searchapp")
