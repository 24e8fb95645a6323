"""``python -m csdesk`` and the two entry points."""

import sys

from csdesk.cli import main, main_window

__all__ = ["main", "main_window"]

if __name__ == "__main__":
    sys.exit(main())
