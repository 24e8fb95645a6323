"""``python -m csdesk`` and the two entry points."""

import gc
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from csdesk.app import Program


def main(arguments: Sequence[str] | None = None, *, watch: "Callable[[Program], object] | None" = None) -> int:
    """Run one verb; see `csdesk.cli.main`."""
    # Nothing that is made while the program loads is rubbish; looking for some would take a tenth of the start.
    # Whoever goes on from there switches it on again.
    gc.disable()
    from csdesk.cli import main as run

    return run(arguments, watch=watch)


def main_window() -> int:
    """Open the window; the entry point without a console."""
    return main(["window", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
