"""Takes the README's pictures of each tab: ``python .ci/pictures.py [FOLDER]``, from the project's own environment."""

import os
import sys
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from csdesk.app import Program
from csdesk.core.month import Month
from csdesk.desk.demo_team import make_demo_team
from csdesk.desk.session import User
from csdesk.ui.preferences import Preferences
from csdesk.ui.tab_table import TABS
from csdesk.ui.tabs.roster import SHIFTS, RosterPage
from csdesk.ui.theme import STYLE, Scheme
from csdesk.ui.widgets.table import DataTable

NOW = datetime(2026, 11, 21, 9, 12, tzinfo=timezone(timedelta(hours=8)))
AHEAD = ("roster", "swaps")
"""The tabs on which what lies ahead is of interest; the others show the last full month."""
SETTLED = 1200
"""Milliseconds until a page has come to rest."""


def take(folder: Path) -> list[Path]:
    """Take one picture of each tab at 1280 x 800, in English and light; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(["csdesk", *STYLE])
    if not isinstance(app, QApplication):
        raise TypeError(app)
    with tempfile.TemporaryDirectory() as made:
        home = Path(made)
        lead = User("Sun Lixin")
        make_demo_team(home / "south-desk.csdesk", lead, lambda: NOW, "en").close()
        preferences = Preferences(home / "pictures.ini")
        preferences.scheme = Scheme.LIGHT
        program = Program(app, preferences, home, language="en", now=lambda: NOW, actor=lead)
        program.start(home / "south-desk.csdesk")
        window = program.window
        if window is None:
            raise RuntimeError("the window did not open")
        window.resize(1280, 800)
        pictures = []
        for tab in TABS:
            window.set_month(Month(2026, 11 if tab.name in AHEAD else 10))
            page = window.go_to(tab.name)
            if isinstance(page, RosterPage):
                page.show_segment(SHIFTS)
            QTest.qWait(SETTLED)
            for table in page.findChildren(DataTable)[:1]:
                table.selectRow(0)
            QTest.qWait(SETTLED)
            pictures.append(folder / f"{tab.name}.png")
            if not window.grab().save(str(pictures[-1])):
                raise OSError(f"{pictures[-1]} cannot be written")
        window.close()
    return pictures


if __name__ == "__main__":
    for picture in take(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("resources/pictures")):
        print(picture)
