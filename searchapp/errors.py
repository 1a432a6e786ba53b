"""The two kinds of foreseeable failure: the person's and the operator's.

Each part translates what goes wrong inside it into one of these at its edge, once.
"""


class SearchAppError(Exception):
    """A foreseeable failure whose text is safe to show."""


class UserError(SearchAppError):
    """What was asked for cannot be done as asked: HTTP 400, exit code 2."""

    status = 400


class InvalidQuery(UserError):
    """A query beyond the limits that are checked before parsing."""


class InvalidFilter(UserError):
    """A filter value that means nothing; the text names the value."""


class ArticleNotFound(UserError):
    """No article with that id in the index that is being served: HTTP 404."""

    status = 404


class OperatorError(SearchAppError):
    """Something only the operator can mend; the text names the command: HTTP 503, exit code 1."""

    exit_code = 1


class IndexMissing(OperatorError):
    """There is no published index where one was expected."""


class IndexDamaged(OperatorError):
    """No generation in the index folder passes its own manifest."""


class IndexOutdated(OperatorError):
    """The published index was made by another version of searchapp."""

    exit_code = 4


class IndexLocked(OperatorError):
    """Another reindex is at work on the same index folder."""

    exit_code = 3


class ArchiveError(OperatorError):
    """The articles cannot be read as a whole: folder missing, empty, or mostly unusable."""


class NamesError(OperatorError):
    """A names.toml that cannot be followed; the text names the file, the line and the value."""


class SettingsError(OperatorError):
    """A setting that cannot be used; the text names where it was set."""

    exit_code = 2
