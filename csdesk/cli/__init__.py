"""The command ``csdesk``: every verb of the window without the window. Source: design, interfaces."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from csdesk.cli.console import Console, Refused, language_asked, language_of
from csdesk.cli.verbs import VERBS
from csdesk.desk.errors import Unavailable

if TYPE_CHECKING:
    from csdesk.app import Program

DONE, REFUSED = 0, 1


def main(arguments: Sequence[str] | None = None, *, watch: "Callable[[Program], object] | None" = None) -> int:
    """Run one verb; return 0 when done, 1 when refused with nothing changed. Wrong usage ends the program with 2.

    watch: gets the running program once its window is shown.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    options = _options(given)
    options.watch = watch
    if options.verb != "window":  # which switches it on when it is shown
        gc.enable()
    console = Console(options.lang or language_of(os.environ), sys.stdout, sys.stderr)
    try:
        VERBS[options.verb](options, console)
    except Refused as refusal:
        for sentence in refusal.sentences:
            console.complain(sentence)
        return REFUSED
    except Unavailable as error:
        console.complain(console.texts.say(f"store.{error.code}", **error.detail))
        return REFUSED
    except OSError as error:
        why = error.strerror or str(error)
        if error.filename is None:  # what was to be printed, not a file
            console.complain(console.texts.say("cli.output.unsaid", why=why))
        else:
            console.complain(console.texts.say("cli.output.unwritable", file=str(error.filename), why=why))
        return REFUSED
    return console.code


def _options(given: Sequence[str]) -> SimpleNamespace:
    """Return what was asked for. `csdesk FILE` opens the window on it; any other first word is a verb or an option."""
    if len(given) <= 1 and not any(word in VERBS or word.startswith("-") for word in given):
        # The daily way in; the parser with all its help would take as long as opening the file.
        return SimpleNamespace(verb="window", path=Path(given[0]) if given else None, lang=None)
    from csdesk.cli.arguments import parser

    if not any(word in VERBS or word in {"-h", "--help", "--version"} for word in given):
        given = ["window", *given]
    return parser(language_asked(given) or language_of(os.environ)).parse_args(given, SimpleNamespace())
