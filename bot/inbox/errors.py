"""What can be wrong with an inbox.

::

    ReferentError
    ├── NoSpace            the disk is full                                     (index.errors)
    ├── NotWritable        its folder or file may not be written to             (index.errors)
    ├── InboxDamaged       the file is no inbox, is broken, or was taken away while in use
    ├── InboxTooNew        a newer Referent wrote it
    ├── InboxBusy          another process holds it and does not let go
    └── InboxFailing       the disk below it reports errors

Every message names the file and none holds a word of a question. What raises one of these was not
done: a question must then not be acknowledged, so that it is delivered again.
"""

from index.errors import ReferentError


class InboxDamaged(ReferentError):
    """The file is no inbox, is broken, or was taken away while in use; it is never overwritten."""


class InboxTooNew(ReferentError):
    """A newer Referent wrote the inbox."""


class InboxBusy(ReferentError):
    """Another process holds the inbox and does not let go."""


class InboxFailing(ReferentError):
    """The disk below the inbox reports errors."""


class ClaimLost(Exception):
    """A question is no longer the caller's: it was ended, given back, or taken up by another.

    A defect of the caller or a crash that was seen by others; whoever gets it must post nothing.
    """
