"""Every error that Referent raises on purpose.

::

    ReferentError                 a sentence for the user, naming file, row or setting
    ├── UsageError                the command or the question was put wrongly       (exit 2)
    ├── SettingsError             a setting is unknown, missing or impossible       (exit 2)
    ├── MissingExtra              an optional library is not installed              (exit 1)
    ├── IndexMissing              nothing has been ingested yet                     (exit 1)
    ├── IndexBusy                 another run holds the lock                        (exit 1)
    ├── IndexDamaged              a generation fails its own verification           (exit 1)
    ├── ModelMismatch             the index was built with another embedding model  (exit 1)
    ├── ModelUnusable             the embedding model cannot be loaded              (exit 1)
    ├── BadRates                  a table of rates has errors; none of it is taken  (exit 1)
    ├── NoSpace                   the disk is full; the old generation is untouched (exit 1)
    ├── NotWritable               a folder may not be written to                    (exit 1)
    └── NotInArchive              a document, item or case was named that is not there (exit 1)

Anything else that escapes is a defect: it is shown with a reference number and stands in the log.
"""


class ReferentError(Exception):
    """A failure whose message a user can act on."""

    exit_code = 1


class UsageError(ReferentError):
    """The command or the question was put wrongly."""

    exit_code = 2


class SettingsError(ReferentError):
    """A setting is unknown, missing or impossible; the message names it."""

    exit_code = 2


class MissingExtra(ReferentError):
    """An optional library is not installed; the message names the extra that brings it."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs an optional part: pip install 'referent[{extra}]'")
        self.extra = extra


class IndexMissing(ReferentError):
    """Nothing has been ingested yet."""


class IndexBusy(ReferentError):
    """Another run holds the lock; the message names its process, host and start."""


class IndexDamaged(ReferentError):
    """A generation fails its own verification."""


class ModelMismatch(ReferentError):
    """The index was built with another embedding model than the one that is set."""


class ModelUnusable(ReferentError):
    """The embedding model cannot be loaded."""


class BadRates(ReferentError):
    """A table of rates has errors; nothing of it is taken over."""


class NoSpace(ReferentError):
    """The disk is full; what was published before is untouched."""


class NotWritable(ReferentError):
    """A folder may not be written to; the message names it."""


class NotInArchive(ReferentError):
    """A document, item or case was named that the archive does not hold."""
