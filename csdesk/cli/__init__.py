"""The command ``csdesk``: every verb of the window without the window. Source: design, interfaces."""

import os
import sys
from collections.abc import Sequence

from csdesk.cli.arguments import VERBS, parser
from csdesk.cli.console import Console, Refused, language_of
from csdesk.cli.verbs import verb_named
from csdesk.desk.errors import Unavailable

DONE, REFUSED = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; return 0 when done, 1 when refused with nothing changed. Wrong usage ends the program with 2."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # `csdesk FILE` opens the window on it; every other first word is a verb or an option.
    if not any(word in VERBS or word in {"-h", "--help", "--version"} for word in given):
        given = ["window", *given]
    options = parser(language_of(os.environ)).parse_args(given)
    console = Console(options.lang or language_of(os.environ), sys.stdout, sys.stderr)
    try:
        verb_named(options.verb)(options, console)
    except Refused as refusal:
        for sentence in refusal.sentences:
            console.complain(sentence)
        return REFUSED
    except Unavailable as error:
        console.complain(console.texts.say(f"store.{error.code}", **error.detail))
        return REFUSED
    except OSError as error:
        name = str(error.filename or "")
        console.complain(console.texts.say("cli.output.unwritable", file=name, why=error.strerror or str(error)))
        return REFUSED
    return console.code


def main_window() -> int:
    """Open the window; the entry point without a console."""
    return main(["window", *sys.argv[1:]])
