"""The window: calls go down to pages, signals come up, everything by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QTabBar, QToolButton
from pytestqt.qtbot import QtBot

from csdesk.core.month import Month
from csdesk.desk.checking import Finding
from csdesk.desk.desk import Desk
from csdesk.ui.dialogs.base import ConfirmDialog, TellDialog
from csdesk.ui.dialogs.help import HelpDialog
from csdesk.ui.hook import Hook
from csdesk.ui.language import Speech
from csdesk.ui.main_window import MainWindow
from csdesk.ui.page import Change, Command, EntriesTarget, EntryTarget, PersonTarget, SheetTarget
from csdesk.ui.preferences import Preferences
from csdesk.ui.tab_table import TABS, Tab, TabName
from csdesk.ui.tasks import Progress
from csdesk.ui.theme import FontChoice, Scheme, Theme
from csdesk.ui.tokens import DARK
from tests.desks import NOW, a_new_desk, again, clock, logged, somebody
from tests.ui.driving import line, menus, only, press, status, told, words_of
from tests.ui.fakes import ActivePage, active_page, some_page

NOVEMBER = Month(2026, 11)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_new_desk(tmp_path) as desk:
        yield desk


@pytest.fixture
def window(
    qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, tmp_path: Path
) -> Iterator[MainWindow]:
    yield (window := _window(qtbot, desk, preferences, theme, speech, tmp_path))
    _close(window)


def _close(window: MainWindow) -> None:
    """Close the window before its file; nothing a test left unsaved may keep it open."""
    for name in ("roster", "log", "appraisal"):
        page = window.made_page(name)
        if isinstance(page, ActivePage):
            page.has_unsaved = False
    window.close()


def _window(
    qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, folder: Path
) -> MainWindow:
    tabs = [Tab(tab.name, tab.icon, active_page if tab.name != "reports" else some_page) for tab in TABS]
    hook = Hook(folder / "csdesk.log", speech, clock(NOW))
    window = MainWindow(desk, preferences, theme, speech, hook, tabs)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def _page(window: MainWindow) -> ActivePage:
    assert isinstance(window.page, ActivePage)
    return window.page


def test_only_the_tab_in_front_is_made_and_the_log_is_it_at_first(window: MainWindow) -> None:
    assert [name for name in ("roster", "log", "swaps", "appraisal", "reports") if window.made_page(name)] == ["log"]
    assert _page(window).asked == [NOVEMBER, "shown"]


def test_ctrl_and_a_number_goes_to_a_tab(window: MainWindow) -> None:
    names = ["roster", "log", "swaps", "appraisal", "reports"]
    for number, name in enumerate(names, start=1):
        QTest.keyClick(window, Qt.Key(ord(str(number))), CTRL)
        assert window.page is window.made_page(name)


@pytest.mark.parametrize("name", ["roster", "log", "swaps", "appraisal", "reports"])
def test_every_tab_is_to_be_seen_whole_whichever_is_chosen(window: MainWindow, name: TabName) -> None:
    window.resize(1280, 800)
    window.go_to(name)
    QApplication.processEvents()
    bar = window.findChild(QTabBar)
    assert bar is not None
    assert bar.tabRect(bar.count() - 1).right() <= bar.width()
    assert not any(button.isVisible() for button in bar.findChildren(QToolButton))


def test_alt_and_the_arrows_move_the_month_of_all_tabs(window: MainWindow, preferences: Preferences) -> None:
    log = _page(window)
    roster = window.go_to("roster")
    assert isinstance(roster, ActivePage)
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    assert window.month == Month(2026, 10)
    assert roster.asked[-1] == Month(2026, 10)
    assert log.asked[-1] != Month(2026, 10)
    window.go_to("log")
    assert log.asked[-2:] == [Month(2026, 10), "shown"]
    assert preferences.last_month == Month(2026, 10)
    assert "October 2026 open" in status(window)
    QTest.keyClick(window, Qt.Key.Key_Home, ALT)
    assert window.month == NOVEMBER


def test_months_far_from_any_team_s_life_are_left_alone(window: MainWindow) -> None:
    window.set_month(Month(1999, 12))
    assert window.month == NOVEMBER


def test_commands_go_to_the_page_in_front_or_to_their_home(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    assert _page(window).asked[-2:] == [(Command.NEW, None), "search"]
    window.go_to("reports")
    QTest.keyClick(window, Qt.Key.Key_P, CTRL)
    assert window.page is window.made_page("appraisal")
    QTest.keyClick(window, Qt.Key.Key_E, CTRL)
    press(window, "Close the month")
    assert _page(window).asked[-3:] == [(Command.PRINT, None), (Command.EXPORT, None), (Command.CLOSE_MONTH, None)]
    window.go_to("reports")
    QTest.keyClick(window, Qt.Key.Key_I, CTRL)
    assert window.page is window.made_page("roster")


def test_a_page_asks_for_months_commands_and_targets(window: MainWindow) -> None:
    log = window.page
    log.month_asked.emit(Month(2026, 9))
    assert window.month == Month(2026, 9)
    log.command_asked.emit(Command.PRINT)
    assert _page(window).asked[-1] == (Command.PRINT, None)
    for target, home in (
        (EntryTarget("x", NOVEMBER), "log"),
        (EntriesTarget(NOVEMBER, "late"), "log"),
        (PersonTarget("p"), "roster"),
        (SheetTarget("p", NOVEMBER), "appraisal"),
    ):
        log.target_asked.emit(target)
        assert window.page is window.made_page(home)
        assert _page(window).asked[-1] == target


def test_a_write_is_told_to_the_page_in_front_and_to_others_when_they_come(window: MainWindow) -> None:
    log = _page(window)
    window.go_to("appraisal")
    window.context.refresh.announce(Change.INCIDENTS)
    window.context.refresh.announce(Change.INCIDENTS)
    assert _page(window).asked[-1] == Change.INCIDENTS
    assert log.asked[-1] == "shown"
    window.go_to("log")
    assert log.asked[-2:] == [Change.INCIDENTS, "shown"]


def test_another_window_s_write_is_seen(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    with again(desk) as other:
        somebody(other)
    qtbot.waitUntil(lambda: Change.EVERYTHING in _page(window).asked)


def test_the_status_bar_says_file_actor_month_and_selection(window: MainWindow) -> None:
    assert status(window) == ["team.csdesk", "sun", "November 2026 open"]
    log = window.page
    log.summary.emit("3 selected · Points −8")
    assert status(window)[-1] == "3 selected · Points −8"
    window.go_to("appraisal")
    log.summary.emit("4 selected")
    assert "4 selected" not in status(window)


def test_a_closed_month_is_said_and_cannot_be_closed_again(window: MainWindow, desk: Desk) -> None:
    li_na = somebody(desk)
    logged(desk, li_na, "MIN-09", Month(2026, 10).first, points=-1)
    desk.months.close(Month(2026, 10))
    window.set_month(Month(2026, 10))
    assert "October 2026 closed" in status(window)
    assert not line(window, "Close the month").isEnabled()
    window.set_month(NOVEMBER)
    assert line(window, "Close the month").isEnabled()


def test_page_actions_stand_in_the_menu_edit_while_their_page_is_in_front(window: MainWindow) -> None:
    assert "Void" in words_of(menus(window)[1])
    window.go_to("reports")
    assert "Void" not in words_of(menus(window)[1])


def test_every_menu_line_has_words_in_both_languages(window: MainWindow, speech: Speech, qtbot: QtBot) -> None:
    assert all(word for menu in menus(window) for word in words_of(menu))
    speech.switch("zh")
    qtbot.waitUntil(lambda: words_of(menus(window)[3])[0] == "上一个月")
    chinese = [word for menu in menus(window) for word in words_of(menu)]
    assert [word for word in chinese if word.isascii()] == ["Void"]
    assert window.windowTitle().startswith("南区客服")


def test_the_palette_finds_actions_and_people(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    li_na = somebody(desk)
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "lina")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert _page(window).asked[-1] == PersonTarget(li_na.id)
    palette = window.open_palette()
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "dark")
    assert palette.offers[0] == "Theme: Dark"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.palette().window().color().name().upper() == DARK.ground


def test_what_is_chosen_in_view_is_applied_and_remembered(
    window: MainWindow, preferences: Preferences, theme: Theme, speech: Speech
) -> None:
    press(window, "Theme", "Dark")
    press(window, "Font", "System font")
    press(window, "Language", "简体中文")
    press(window, "Compact rows")
    assert (theme.scheme, theme.font, speech.language) == (Scheme.DARK, FontChoice.SYSTEM, "zh")
    assert (preferences.scheme, preferences.font, preferences.language) == (Scheme.DARK, FontChoice.SYSTEM, "zh")
    assert preferences.compact
    theme.choose_font(FontChoice.BUNDLED)


def test_what_can_be_ticked_in_a_menu_shows_its_tick(window: MainWindow) -> None:
    # Qt draws the icon in the place of the tick.
    ticked = [action for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()
              if action.isCheckable()]  # fmt: skip
    assert len(ticked) == 8
    assert all(action.icon().isNull() for action in ticked)


def test_copy_copies_from_where_the_cursor_is(window: MainWindow) -> None:
    page = _page(window)
    page.search.setText("Li Na")
    page.search.setFocus()
    page.search.selectAll()
    press(window, "Copy")
    assert QGuiApplication.clipboard().text() == "Li Na"
    window.setFocus()
    press(window, "Copy")


def _drop(window: MainWindow, *files: str) -> tuple[bool, bool]:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(file) for file in files])
    keys, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, left, keys)
    enter.ignore()
    window.dragEnterEvent(enter)
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, left, keys)
    drop.ignore()
    window.dropEvent(drop)
    return enter.isAccepted(), drop.isAccepted()


def test_a_workbook_dropped_on_the_window_is_imported(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    book = tmp_path / "desk.XLSX"
    assert _drop(window, str(book)) == (True, True)
    qtbot.waitUntil(lambda: (Command.IMPORT, book) in _page(window).asked)


def test_anything_else_dropped_is_left_alone(window: MainWindow, tmp_path: Path) -> None:
    assert _drop(window, str(tmp_path / "picture.png")) == (False, False)
    assert _drop(window, str(tmp_path / "a.xlsx"), str(tmp_path / "b.xlsx")) == (False, False)


def test_geometry_and_tab_are_as_they_were_left(
    window: MainWindow, qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, tmp_path: Path
) -> None:
    window.go_to("appraisal")
    window.resize(760, 640)
    with qtbot.waitSignal(window.closed):
        window.close()
    other = _window(qtbot, desk, preferences, theme, speech, tmp_path)
    assert other.page is other.made_page("appraisal")
    assert other.size() == window.size()
    _close(other)


def test_closing_asks_where_something_would_be_lost(window: MainWindow, qtbot: QtBot) -> None:
    _page(window).has_unsaved = True
    window.close()
    assert window.isVisible()
    question = only(window, ConfirmDialog)
    assert isinstance(question, ConfirmDialog)
    with qtbot.waitSignal(window.closed):
        question.agree_button.click()


def test_closing_stops_long_work_when_agreed(window: MainWindow, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        while True:
            progress.step(0, 0)

    window.context.tasks.run("Printing", work, lambda value: None)
    window.close()
    question = only(window, ConfirmDialog)
    assert isinstance(question, ConfirmDialog)
    with qtbot.waitSignal(window.closed):
        question.agree_button.click()
    qtbot.waitUntil(lambda: not window.context.tasks.is_busy)


def test_the_file_is_backed_up_beside_the_window_and_it_is_said(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    press(window, "Back up")
    chooser = only(window, QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(tmp_path / "copy.csdesk"))
    chooser.close()
    qtbot.waitUntil(lambda: "Backed up" in window.page.message)
    assert (tmp_path / "copy.csdesk").exists()
    assert status(window)[-1] == "Backup of 21 Nov 2026"


def test_a_backup_that_cannot_be_written_says_why(window: MainWindow, qtbot: QtBot, desk: Desk) -> None:
    press(window, "Back up")
    chooser = only(window, QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(desk.path))
    chooser.close()
    qtbot.waitUntil(lambda: bool(told()))
    assert "open team file itself" in told()[0].text.text() or "exists" in told()[0].text.text()
    told()[0].accept()


def test_the_file_is_checked_and_found_sound(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "Check the file")
    qtbot.waitUntil(lambda: "sound" in window.page.message)


def test_a_file_that_was_changed_from_outside_is_told_line_by_line(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [Finding("verify.line", {"subject": "journal", "where": str(number)}) for number in range(15)]
    monkeypatch.setattr(Desk, "check", lambda desk: found)
    press(window, "Check the file")
    qtbot.waitUntil(lambda: bool(told()))
    said = told()[0].text.text()
    assert "Line 0 of the journal was changed" in said
    assert said.endswith("3 more.")
    told()[0].accept()


def test_another_file_is_asked_for(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    press(window, "Open")
    chooser = only(window, QFileDialog)
    assert isinstance(chooser, QFileDialog)
    with qtbot.waitSignal(window.open_asked) as asked:
        chooser.fileSelected.emit(str(tmp_path / "other.csdesk"))
    chooser.close()
    assert asked.args == [tmp_path / "other.csdesk"]
    with qtbot.waitSignal(window.new_asked):
        press(window, "New team file")


def test_recent_files_but_the_open_one_are_offered(
    qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, tmp_path: Path
) -> None:
    preferences.opened(str(tmp_path / "other.csdesk"))
    preferences.opened(str(desk.path))
    window = _window(qtbot, desk, preferences, theme, speech, tmp_path)
    with qtbot.waitSignal(window.open_asked) as asked:
        press(window, "Open recent", "other.csdesk")
    assert asked.args == [tmp_path / "other.csdesk"]
    _close(window)


def test_f1_helps_and_about_names_the_file(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    helped = only(window, HelpDialog)
    assert isinstance(helped, HelpDialog)
    helped.accept()
    press(window, "About csdesk")
    about = only(window, TellDialog)
    assert isinstance(about, TellDialog)
    assert "team.csdesk" in about.text.text()
    about.accept()


def test_buttons_with_an_icon_alone_say_what_they_do(window: MainWindow) -> None:
    silent = [one for one in window.findChildren(QToolButton)
              if not one.text() and not one.accessibleName() and not one.objectName().startswith("qt_")
              and not one.objectName().startswith("Scroll")]  # fmt: skip
    assert silent == []


def test_coming_back_to_the_window_looks_for_writes_at_once(window: MainWindow, desk: Desk) -> None:
    with again(desk) as other:
        somebody(other)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert Change.EVERYTHING in _page(window).asked


def test_the_window_is_drawn_in_both_themes(window: MainWindow, theme: Theme) -> None:
    light = window.grab().toImage()
    theme.choose(Scheme.DARK)
    assert window.grab().toImage() != light
