"""Workbooks on the Roster tab: check list first, then all or nothing; mended and checked again; an empty one."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.desk.incidents import Query
from csdesk.render.intake_book import read_intake
from csdesk.render.intake_layout import SHEETS
from csdesk.store.errors import StoreUnavailable
from csdesk.ui.language import Speech
from csdesk.ui.page import Command, PersonTarget
from csdesk.ui.preferences import Preferences
from csdesk.ui.roster.intake_dialog import IntakeDialog
from csdesk.ui.roster.intake_work import IntakeWork
from csdesk.ui.theme import Theme
from tests.desks import a_new_desk, again, somebody
from tests.ui.keyboard import Key
from tests.ui.pages.roster import RosterTab, a_roster_tab

TEAM = Path(__file__).parents[2] / "data" / "desk-2026.xlsx"
STAFF = ["number", "name", "role", "hired", "nickname"]
SMALL_SCREEN = 720
INCIDENTS = ["date", "number", "code", "note"]
Rows = list[list[object]]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_new_desk(tmp_path) as desk:
        yield desk


@pytest.fixture
def tab(
    qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, tmp_path: Path
) -> Iterator[RosterTab]:
    with a_roster_tab(qtbot, desk, preferences, theme, speech, tmp_path) as tab:
        yield tab


@pytest.fixture
def opened() -> Iterator["Opener"]:
    """What is opened in other programs."""
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")  # type: ignore[arg-type]  # The stub says bytes, PySide takes text only.
    yield opener
    QDesktopServices.unsetUrlHandler("file")


class Opener(QObject):
    """Stands for the programs that open files."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.files.append(Path(url.toLocalFile()))


def a_workbook(path: Path, staff: Rows | None = None, incidents: Rows | None = None) -> Path:
    """Write a workbook with the sheets Staff and Incidents, and one that is none of ours."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, headings, rows in (("Staff", STAFF, staff), ("Incidents", INCIDENTS, incidents)):
        if rows is not None:
            sheet = book.create_sheet(title)
            for row in [headings, *rows]:
                sheet.append(row)
    book.create_sheet("Birthdays").append(["who", "when"])
    book.save(path)
    return path


def a_workbook_of_a_month(path: Path, *shifts: str) -> Path:
    """Write a workbook with every sheet that is read, and a roster for each of two months; 0101 has `shifts`."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for layout in SHEETS:
        if layout.row is not None:
            book.create_sheet(layout.title.en).append([column.field for column in layout.columns])
    book["Staff"].append(["0101", "李娜", "agent", None, "2024-03-01"])
    book["Shifts"].append(["早", "08:30", "17:30", 60])
    for month in (10, 11):
        book.create_sheet(f"2026年{month}月排班表").append(["姓名", *range(1, 31)])
        book[f"2026年{month}月排班表"].append(["李娜", *shifts])
    book.save(path)
    return path


LI: list[object] = ["0101", "李娜", "agent", "2024-03-01", "Nana"]
COVER: list[object] = ["2026-11-02", "0101", "BON-03", "night line"]


def finish(tab: RosterTab) -> None:
    """Wait until the dialog has gone."""
    tab.wait_until(lambda: not tab.dialogs())


# The check list


def test_a_sound_workbook_is_listed_first_and_imported_on_enter(tab: RosterTab, desk: Desk) -> None:
    dialog = tab.take_in(TEAM)
    assert dialog.heading.text() == "Import desk-2026.xlsx"
    assert dialog.band.text == "Everything is in order. 222 rows will be imported."
    assert tab.cells(dialog.counts)[0] == ["人员", "15", "0", "0"]
    assert dialog.import_button.text() == "Import 222 rows"
    assert dialog.left_out == ["Columns not recognised, skipped: 微信群昵称 (人员), 姓名 (记录)"]
    assert desk.people.all() == []
    tab.press(Key.Key_Return)
    finish(tab)
    assert tab.message == "Imported desk-2026.xlsx: 222 new"
    assert len(desk.people.all()) == 15
    assert len(tab.names) == len(desk.people.all(include_left=False))
    assert desk.incidents.page(Query()).total == 91


def test_rosters_come_in_and_the_list_of_their_sheets_fits_a_small_screen(
    tab: RosterTab, desk: Desk, tmp_path: Path
) -> None:
    faulty = tab.take_in(a_workbook_of_a_month(tmp_path / "a.xlsx", "早", "X", *"ABCDEFG"))
    assert tab.cells(faulty.faults)[0][:2] == ["2026年10月排班表", "C2"]
    assert faulty.height() < SMALL_SCREEN
    faulty.reject()
    dialog = tab.take_in(a_workbook_of_a_month(tmp_path / "b.xlsx", "早", "休", "早"))
    assert tab.cells(dialog.counts)[-1] == ["2026年11月排班表", "2", "0", "1"]
    assert dialog.height() < SMALL_SCREEN
    tab.press(Key.Key_Return)
    finish(tab)
    assert tab.message == "Imported b.xlsx: 6 new, 2 already here"
    assert len(desk.roster.month(Month(2026, 11)).duties) == 2


def test_a_second_import_says_that_all_was_here(tab: RosterTab, tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [LI], [COVER])
    tab.take_in(path)
    tab.press(Key.Key_Return)
    finish(tab)
    dialog = tab.take_in(path)
    assert dialog.band.text == "Nothing is new: 2 rows were already here."
    assert not dialog.import_button.isEnabled()
    assert dialog.cancel_button.text() == "Close"


def test_changed_rows_are_counted_apart(tab: RosterTab, desk: Desk, tmp_path: Path) -> None:
    somebody(desk)
    path = a_workbook(tmp_path / "a.xlsx", [["0101", "李娜娜", "agent", "2024-03-01", ""]], [COVER, COVER[:3]])
    dialog = tab.take_in(path)
    assert tab.cells(dialog.counts) == [["Staff", "0", "1", "0"], ["Incidents", "2", "0", "0"]]
    tab.press(Key.Key_Return)
    finish(tab)
    assert tab.message == "Imported a.xlsx: 2 new, 1 changed"
    tab.page.open(PersonTarget(desk.people.all()[0].id))
    assert {"Changed by an import:", "Name: 李娜 → 李娜娜"} <= set(tab.card)


def test_an_empty_workbook_has_nothing_to_import(tab: RosterTab, tmp_path: Path) -> None:
    dialog = tab.take_in(a_workbook(tmp_path / "a.xlsx", [], []))
    assert dialog.band.text == "The workbook holds no rows to import."
    assert dialog.left_out[0] == "Sheets not recognised, skipped: Birthdays"


def test_sheets_that_come_later_are_named(tab: RosterTab, tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [LI])
    book = openpyxl.load_workbook(path)
    book.create_sheet("Figures").append(["month", "number", "figure", "value"])
    book.save(path)
    dialog = tab.take_in(path)
    assert dialog.band.text == "Everything is in order. 1 row will be imported."
    assert dialog.left_out == [
        "Sheets not yet read by this version: Figures",
        "Sheets not recognised, skipped: Birthdays",
        "Columns not recognised, skipped: nickname (Staff)",
    ]


# Faults


def a_faulty_workbook(path: Path) -> Path:
    staff: Rows = [LI, ["0101", "王怡", "agent", "2024-03-01", ""]]
    return a_workbook(path, staff, [["2026-11-02", "0909", "BON-03", ""], ["soon", "0101", "BON-03", ""]])


def test_every_fault_is_listed_with_sheet_and_cell_and_nothing_is_imported(
    tab: RosterTab, desk: Desk, tmp_path: Path
) -> None:
    dialog = tab.take_in(a_faulty_workbook(tmp_path / "a.xlsx"))
    assert dialog.band.text.startswith("3 faults. Nothing is imported until they are corrected")
    assert [row[:2] for row in tab.cells(dialog.faults)] == [["Staff", "A3"], ["Incidents", "B2"], ["Incidents", "A3"]]
    assert dialog.import_button.isHidden()
    assert dialog.faults.hasFocus()
    assert dialog.detail.startswith("The number 0101 stands in A2 already")
    tab.press(Key.Key_Down)
    assert dialog.detail.startswith("Nobody has the number 0909")
    tab.press(Key.Key_Escape)
    assert tab.dialogs() == []
    assert desk.people.all() == []


def test_faults_are_sorted_and_copied(tab: RosterTab, tmp_path: Path) -> None:
    dialog = tab.take_in(a_faulty_workbook(tmp_path / "a.xlsx"))
    tab.control(Key.Key_A)
    tab.control(Key.Key_C)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Sheet\tCell\tWhat is wrong"
    assert len(lines) == 4
    model = dialog.faults.model()
    assert model is not None
    dialog.faults.horizontalHeader().sectionClicked.emit(2)
    assert [row[1] for row in tab.cells(dialog.faults)] == ["B2", "A3", "A3"]


def test_the_list_is_saved_as_text(tab: RosterTab, tmp_path: Path, opened: Opener) -> None:
    dialog = tab.take_in(a_faulty_workbook(tmp_path / "a.xlsx"))
    dialog.save_button.click()
    tab.choose_file(tmp_path / "list.txt")
    tab.wait_for_work()
    lines = (tmp_path / "list.txt").read_text("utf-8-sig").splitlines()
    assert lines[0] == "Sheet\tCell\tWhat is wrong"
    assert [line.split("\t")[1] for line in lines[1:]] == ["A3", "B2", "A3"]
    assert tab.message == f"Saved: {tmp_path / 'list.txt'}"
    dialog.reject()
    tab.press_message()
    assert opened.files == [tmp_path / "list.txt"]


def test_a_workbook_is_mended_and_checked_again(tab: RosterTab, desk: Desk, tmp_path: Path, opened: Opener) -> None:
    path = a_faulty_workbook(tmp_path / "a.xlsx")
    dialog = tab.take_in(path)
    dialog.open_button.click()
    assert opened.files == [path]
    a_workbook(path, [LI], [COVER])
    dialog.again_button.click()
    tab.wait_until(lambda: dialog.work.check is not None)
    assert dialog.band.text == "Everything is in order. 2 rows will be imported."
    assert dialog.faults.isHidden()
    tab.press(Key.Key_Return)
    finish(tab)
    assert [person.name for person in desk.people.all()] == ["李娜"]


def test_where_no_program_opens_workbooks_the_file_is_named(
    tab: RosterTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    dialog = tab.take_in(a_faulty_workbook(tmp_path / "a.xlsx"))
    dialog.open_button.click()
    assert dialog.band.text == f"No program here opens workbooks. Open {tmp_path / 'a.xlsx'} yourself."


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xlsx", b"", "The file is empty"),
        ("a.xlsx", b"no workbook at all", "This is not an Excel workbook"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "This is a"),
    ],
)
def test_a_file_that_is_no_workbook_gets_its_sentence(
    tab: RosterTab, desk: Desk, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    dialog = tab.take_in(tmp_path / name)
    assert [row[:2] for row in tab.cells(dialog.faults)] == [["the file", ""]]
    assert dialog.detail.startswith(said)
    assert dialog.band.text.startswith("1 fault.")
    assert dialog.counts.isHidden()


def test_a_workbook_that_is_gone_gets_its_sentence(tab: RosterTab, tmp_path: Path) -> None:
    assert tab.take_in(tmp_path / "none.xlsx").detail.startswith("There is no such file.")


# Cancelling, and the world's faults


def test_reading_is_cancelled_by_escape(tab: RosterTab, desk: Desk) -> None:
    tab.page.take_in(TEAM)
    tab.press(Key.Key_Escape)
    assert tab.dialogs() == []
    tab.wait_for_work()
    assert desk.people.all() == []


def test_an_import_cancelled_while_it_is_written_leaves_nothing(
    tab: RosterTab, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("csdesk.ui.roster.intake_work.BREATH_MILLISECONDS", 1)
    dialog = tab.take_in(TEAM)
    steps: list[tuple[int, int]] = []
    dialog.work.stepped.connect(lambda done, total: steps.append((done, total)))
    dialog.import_button.click()
    tab.wait_until(lambda: len(steps) > 3)
    assert dialog.work.is_writing
    assert not tab.page.may_leave()
    tab.press(Key.Key_Escape)
    assert dialog.band.text == "Cancelled: nothing was imported."
    assert (desk.people.all(), desk.incidents.page(Query()).total) == ([], 0)
    assert tab.page.may_leave()
    dialog.import_button.click()
    finish(tab)
    assert len(desk.people.all()) == 15


def test_a_file_changed_by_another_window_is_checked_again(tab: RosterTab, desk: Desk, tmp_path: Path) -> None:
    somebody(desk)
    dialog = tab.take_in(a_workbook(tmp_path / "a.xlsx", [["0101", "李娜娜", "agent", "2024-03-01", ""]]))
    with again(desk) as other:
        li = other.people.all()[0]
        other.people.leave(li.id, li.rev, li.hired)
    dialog.import_button.click()
    tab.wait_until(lambda: dialog.work.check is None)
    tab.wait_until(lambda: dialog.work.check is not None)
    assert dialog.band.text == (
        "Another window has changed the file meanwhile, so nothing was imported yet. "
        "Everything is in order. 1 row will be imported."
    )
    assert desk.people.all()[0].name == "李娜"


def refuse(*_given: object) -> None:
    raise StoreUnavailable("file.locked", file="team.csdesk")


def test_a_locked_file_is_told_and_the_list_stays(
    tab: RosterTab, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Exception] = []
    monkeypatch.setattr(type(tab.window), "failed", lambda _window, failure: heard.append(failure))
    dialog = tab.take_in(a_workbook(tmp_path / "a.xlsx", [LI]))
    monkeypatch.setattr("csdesk.store.people.People.add", refuse)
    dialog.import_button.click()
    tab.wait_until(lambda: bool(heard))
    assert dialog.isVisible()
    assert dialog.import_button.isEnabled()
    assert desk.people.all() == []


def test_a_file_that_cannot_be_compared_closes_the_list(
    tab: RosterTab, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Exception] = []
    monkeypatch.setattr(type(tab.window), "failed", lambda _window, failure: heard.append(failure))
    monkeypatch.setattr(desk.intake, "basis", refuse)
    tab.page.take_in(a_workbook(tmp_path / "a.xlsx", [LI]))
    tab.wait_until(lambda: bool(heard))
    assert tab.dialogs() == []


def test_nothing_is_written_before_the_check(desk: Desk, tab: RosterTab) -> None:
    work = IntakeWork(TEAM, desk, tab.window.context)
    work.write()
    assert not work.is_writing


# How a workbook gets here


def test_a_workbook_is_chosen_from_the_menu(tab: RosterTab, tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [LI])
    tab.window.do(Command.IMPORT)
    tab.choose_file(path)
    assert isinstance(tab.dialog(IntakeDialog), IntakeDialog)
    assert tab.window.context.preferences.last_folder == str(tmp_path)


def test_a_workbook_is_dropped_on_the_window(tab: RosterTab, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(a_workbook(tmp_path / "a.xlsx", [LI])))])
    tab.window.dropEvent(
        QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    )
    tab.wait_until(lambda: any(isinstance(one, IntakeDialog) for one in tab.dialogs()))


# The empty workbook


def test_an_empty_workbook_is_saved_and_can_be_read(tab: RosterTab, tmp_path: Path, opened: Opener) -> None:
    tab.speak("zh")
    tab.action("保存空白")
    tab.choose_file(tmp_path / "empty.xlsx")
    tab.wait_for_work()
    assert tab.message == f"已保存：{tmp_path / 'empty.xlsx'}"
    assert read_intake(tmp_path / "empty.xlsx").faults == ()
    tab.press_message()
    assert opened.files == [tmp_path / "empty.xlsx"]


def test_where_no_program_opens_the_file_that_is_said(
    tab: RosterTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    tab.page.people_page.workbooks.save_template(tmp_path / "empty.xlsx")
    tab.wait_for_work()
    tab.press_message()
    assert tab.message == f"No program here opens such files: {tmp_path / 'empty.xlsx'}"


def test_a_folder_that_cannot_be_written_is_told(
    tab: RosterTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Exception] = []
    monkeypatch.setattr(type(tab.window), "failed", lambda _window, failure: heard.append(failure))
    (tmp_path / "no-folder").write_text("a file")
    tab.page.people_page.workbooks.save_template(tmp_path / "no-folder" / "empty.xlsx")
    tab.wait_for_work()
    assert isinstance(heard[0], OSError)


# The language


def test_the_check_list_speaks_chinese(tab: RosterTab, tmp_path: Path) -> None:
    tab.speak("zh")
    dialog = tab.take_in(a_faulty_workbook(tmp_path / "a.xlsx"))
    assert dialog.band.text == "有3处错误，全部更正之前不会导入任何内容。请在工作簿中更正，然后重新检查。"
    assert tab.cells(dialog.faults)[1][2].startswith("工号0909")
    tab.speak("en")
    assert dialog.cancel_button.text() == "Close"
