"""What is loaded while the first tab is already in use."""

import subprocess
import sys

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from csdesk.ui import ahead
from csdesk.ui.ahead import Ahead, modules_ahead


def test_every_tab_is_loaded_ahead_and_the_preview_is_not() -> None:
    names = modules_ahead()
    tabs = [f"csdesk.ui.tabs.{name}" for name in ("appraisal", "log", "reports", "roster", "swaps")]
    assert names[-5:] == tabs
    assert "csdesk.ui.dialogs.preview" not in names


def test_modules_are_loaded_one_after_another(qtbot: QtBot) -> None:
    owner, made = QObject(), []
    left = [lambda: made.append("roster"), lambda: made.append("appraisal")]
    loading = Ahead(owner, left, ["string", "colorsys", "csdesk.ui.tabs"])
    assert not loading.is_done
    qtbot.waitUntil(lambda: loading.is_done, timeout=ahead.FIRST_AFTER + 5_000)
    assert made == ["roster", "appraisal"]


def test_a_step_may_ask_for_steps_of_its_own_which_come_before_the_rest(qtbot: QtBot) -> None:
    owner, made = QObject(), list[str]()
    loading = Ahead(owner, names=[])

    def make_page() -> None:
        made.append("page")
        loading.do_next([lambda: made.append("its first part"), lambda: made.append("its second part")])

    loading.do_next([make_page, lambda: made.append("the end")])
    qtbot.waitUntil(lambda: loading.is_done, timeout=ahead.FIRST_AFTER + 5_000)
    assert made == ["page", "its first part", "its second part", "the end"]


def test_what_the_first_entry_needs_is_loaded_before_all_else() -> None:
    program = (
        "import sys\n"
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "from csdesk.ui.ahead import FIRST_ENTRY, Ahead\n"
        "app = QCoreApplication([])\n"
        "loading = Ahead(app)\n"
        "QTimer.singleShot(1200, app.quit)\n"
        "app.exec()\n"
        "loading.stop()\n"
        "sys.exit(any(name not in sys.modules for name in FIRST_ENTRY) or 'csdesk.ui.tabs.roster' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=120).returncode == 0


def test_nothing_more_is_made_for_a_window_that_goes(qtbot: QtBot) -> None:
    owner, made = QObject(), []
    loading = Ahead(owner, [lambda: made.append("roster")], [])
    loading.stop()
    qtbot.wait(ahead.FIRST_AFTER + 200)
    assert made == []


def test_all_of_it_can_be_loaded_by_itself() -> None:
    program = "import importlib, csdesk.ui.ahead as a; [importlib.import_module(n) for n in a.modules_ahead()]"
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=120).returncode == 0


def test_the_readings_of_hanzi_are_read_beside_the_window() -> None:
    program = (
        "import sys\n"
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "from csdesk.ui.ahead import Ahead\n"
        "app = QCoreApplication([])\n"
        "loading = Ahead(app)\n"
        "assert 'pypinyin' not in sys.modules\n"
        "QTimer.singleShot(1400, app.quit)\n"
        "app.exec()\n"
        "sys.exit('pypinyin.pinyin_dict' not in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=120).returncode == 0
