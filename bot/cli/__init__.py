"""The commands that read the archive: `ask`, `search`, `documents`, `show`, `decisions`, `case`,
`rates`, `intro`, `changes` and `eval`. Each module holds one command; what they open is opened by
`bot.cli.door`.

Nothing heavy is imported before a command needs it: `referent --help` must not wait for a model.
"""

import typer

from bot.cli import ask, case, changes, decisions, documents, eval_, intro, rates, search, show

commands = typer.Typer()
for _module in (ask, search, documents, show, decisions, case, rates, intro, changes, eval_):
    _module.mount(commands)
