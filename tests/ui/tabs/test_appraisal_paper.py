"""From the Appraisal tab to paper: preview, printing, interview forms, the workbook for HR."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from csdesk.desk.desk import Desk
from csdesk.desk.exports import ExportJob, Exports
from csdesk.desk.papers import Papers, PrintJob
from csdesk.ui.appraisal import printer
from csdesk.ui.dialogs.base import TellDialog
from csdesk.ui.dialogs.export import ExportDialog
from csdesk.ui.dialogs.preview import PreviewDialog
from csdesk.ui.dialogs.print import PrintDialog
from csdesk.ui.language import Speech
from csdesk.ui.page import Change
from csdesk.ui.preferences import Preferences
from csdesk.ui.tasks import Run
from csdesk.ui.theme import Theme
from tests.desks import somebody
from tests.ui.keyboard import Key
from tests.ui.pages.appraisal import OCTOBER, AppraisalTab, an_appraisal_tab, an_office
from tests.ui.pages.tab import WAIT


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An open desk with four people; it is 21 November 2026, and October is to be closed."""
    with an_office(tmp_path) as desk:
        yield desk


@pytest.fixture
def tab(
    qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, tmp_path: Path
) -> Iterator[AppraisalTab]:
    """The tab in its window, showing October."""
    with an_appraisal_tab(qtbot, desk, preferences, theme, speech, tmp_path) as tab:
        yield tab


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What the system's file window was asked to show."""
    urls: list[QUrl] = []

    def note(url: QUrl) -> bool:
        urls.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    return urls


def text_of(file: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(file).pages)


def all_runs(tab: AppraisalTab) -> list[Run]:
    """Return a list that grows with every piece of work that begins."""
    runs: list[Run] = []
    tab.window.context.tasks.started.connect(runs.append)
    return runs


def finished(tab: AppraisalTab) -> None:
    """Press Print in the dialog, and wait for both pieces of work: laying out, and saving."""
    tab.press(Key.Key_Return)
    tab.wait_for_work()
    tab.wait_for_work()


# Printing


def test_ctrl_p_prints_everybody_into_one_file(tab: AppraisalTab, tmp_path: Path, opened: list[QUrl]) -> None:
    tab.control(Key.Key_P)
    assert tab.dialog(PrintDialog).who.currentText() == "Everybody (4)"
    finished(tab)
    file = tmp_path / "appraisal-2026-10.pdf"
    assert len(pypdf.PdfReader(file).pages) == 4
    assert set(tab.states().values()) == {"printed"}
    assert "Printed 4/4" in tab.strip
    assert tab.message == "Printed: appraisal-2026-10.pdf"
    tab.press_message()
    assert [Path(url.toLocalFile()) for url in opened] == [tmp_path]


def test_the_selected_are_printed_one_file_a_person(tab: AppraisalTab, tmp_path: Path) -> None:
    tab.go_to("李娜")
    tab.press(Key.Key_Down, held=tab.SHIFT)
    tab.control(Key.Key_P)
    dialog = tab.dialog(PrintDialog)
    assert dialog.who.currentText() == "Selected (2)"
    tab.choose(dialog.output, "One PDF file a person")
    tab.choose(dialog.language, "Chinese")
    finished(tab)
    files = sorted(file.name for file in tmp_path.glob("*.pdf"))
    assert files == ["appraisal-2026-10-0101-李娜.pdf", "appraisal-2026-10-0104-欧阳喆.pdf"]
    assert "最终得分" in text_of(tmp_path / files[0])
    assert tab.states() == {"李娜": "printed", "欧阳喆": "printed", "曾雅婷": "—", "王怡": "—"}
    assert tab.message == f"Printed 2 files to {tmp_path.name}"


def test_what_was_chosen_is_remembered(tab: AppraisalTab, tmp_path: Path) -> None:
    tab.control(Key.Key_P)
    dialog = tab.dialog(PrintDialog)
    tab.choose(dialog.language, "Chinese and English")
    tab.choose(dialog.output, "One PDF file a person")
    dialog.folder.line.setText(str(tmp_path / "sheets"))
    finished(tab)
    assert len(list((tmp_path / "sheets").iterdir())) == 4
    tab.control(Key.Key_P)
    again = tab.dialog(PrintDialog)
    assert again.language.currentText() == "Chinese and English"
    assert again.output.currentText() == "One PDF file a person"
    assert again.folder.path == tmp_path / "sheets"


def test_one_person_is_printed_from_the_menu_of_the_row(tab: AppraisalTab) -> None:
    tab.go_to("王怡")
    tab.page.page_actions()[1].trigger()
    assert tab.dialog(PrintDialog).who.currentText() == "王怡"


def test_an_interview_form_is_printed_filled_or_blank(tab: AppraisalTab, tmp_path: Path) -> None:
    tab.go_to("王怡")
    tab.page.page_actions()[1].trigger()
    tab.choose(tab.dialog(PrintDialog).paper, "Interview form, filled in")
    finished(tab)
    assert "王怡" in text_of(tmp_path / "interview-2026-10.pdf")
    assert set(tab.states().values()) == {"—"}
    tab.page.page_actions()[1].trigger()
    dialog = tab.dialog(PrintDialog)
    tab.choose(dialog.paper, "Interview form, blank")
    assert not dialog.who.isEnabled()
    finished(tab)
    assert "王怡" not in text_of(tmp_path / "interview-2026-10.pdf")


def test_no_folder_is_said_at_the_field(tab: AppraisalTab) -> None:
    tab.control(Key.Key_P)
    dialog = tab.dialog(PrintDialog)
    dialog.folder.line.clear()
    tab.press(Key.Key_Return)
    assert dialog.said == ["Choose the folder that the files go to."]


def test_characters_that_cannot_be_printed_are_named_before(tab: AppraisalTab, desk: Desk, tmp_path: Path) -> None:
    somebody(desk, "0105", "李😀")
    tab.page.reload(Change.PEOPLE)
    tab.control(Key.Key_P)
    dialog = tab.dialog(PrintDialog)
    finished(tab)
    assert "😀 (U+1F600)" in dialog.warned
    assert not list(tmp_path.glob("*.pdf"))
    assert dialog.done_button.text() == "Print anyway"
    finished(tab)
    assert len(pypdf.PdfReader(tmp_path / "appraisal-2026-10.pdf").pages) == 5


def test_another_choice_takes_the_warning_away(tab: AppraisalTab, desk: Desk) -> None:
    somebody(desk, "0105", "李😀")
    tab.page.reload(Change.PEOPLE)
    tab.control(Key.Key_P)
    dialog = tab.dialog(PrintDialog)
    finished(tab)
    tab.choose(dialog.language, "Chinese")
    assert dialog.warned == ""


def test_a_folder_that_cannot_be_written_is_told(tab: AppraisalTab, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    tab.control(Key.Key_P)
    tab.dialog(PrintDialog).folder.line.setText(str(tmp_path / "taken"))
    finished(tab)
    assert "could not be read or written" in tab.dialog(TellDialog).text.text()
    assert set(tab.states().values()) == {"—"}


@pytest.mark.parametrize("piece", [0, 1])
def test_a_cancelled_printing_leaves_nothing_behind(tab: AppraisalTab, tmp_path: Path, piece: int) -> None:
    runs: list[Run] = []

    def cancel(run: Run) -> None:
        runs.append(run)
        if len(runs) > piece:
            run.cancel()

    tab.window.context.tasks.started.connect(cancel)
    tab.control(Key.Key_P)
    finished(tab)
    assert len(runs) == piece + 1
    assert not list(tmp_path.glob("*.pdf"))
    assert set(tab.states().values()) == {"—"}


@pytest.mark.parametrize("output", ["One PDF file", "One PDF file a person"])
def test_whoever_cancels_in_the_last_moment_finds_everything_as_it_was(
    tab: AppraisalTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    runs = all_runs(tab)
    printed = Papers.printed

    def cancelled_while_noting(papers: Papers, job: PrintJob) -> None:
        printed(papers, job)
        assert list(tmp_path.glob(".csdesk-*.part"))
        runs[-1].cancel()

    tab.control(Key.Key_P)
    dialog = tab.dialog(PrintDialog)
    tab.choose(dialog.output, output)
    older = ["appraisal-2026-10.pdf", "appraisal-2026-10-0103-曾雅婷.pdf"]
    for name in older:
        (tmp_path / name).write_text("older")
    monkeypatch.setattr(Papers, "printed", cancelled_while_noting)
    finished(tab)
    assert {path.name: path.read_text() for path in tmp_path.glob("*.pdf")} == dict.fromkeys(older, "older")
    assert not list(tmp_path.glob(".csdesk-*.part"))
    assert set(tab.states().values()) == {"—"}


def test_a_cancel_comes_too_late_once_the_sheets_stand(
    tab: AppraisalTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = all_runs(tab)
    put_out = Papers.put_out

    def cancelled_afterwards(papers: Papers, *what: Any, **how: Any) -> list[Path]:
        files = put_out(papers, *what, **how)
        runs[-1].cancel()
        return files

    monkeypatch.setattr(Papers, "put_out", cancelled_afterwards)
    tab.control(Key.Key_P)
    finished(tab)
    (file,) = tmp_path.glob("*.pdf")
    assert tab.message == f"Printed: {file.name}"
    assert tab.states()["曾雅婷"] == "printed"


def test_a_month_that_lost_its_people_meanwhile_says_so(tab: AppraisalTab, desk: Desk) -> None:
    from datetime import date

    tab.control(Key.Key_P)
    for person in desk.people.all():
        draft_day = date(2026, 10, 8) if person.number == "0103" else date(2026, 9, 30)
        desk.people.leave(person.id, person.rev, draft_day)
    dialog = tab.dialog(PrintDialog)
    tab.choose(dialog.who, "Everybody (4)")
    finished(tab)
    assert tab.states() == {"曾雅婷": "printed"}


# A printer


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the printer of the system be a file."""
    file = tmp_path / "paper.pdf"
    make = printer.a_printer

    def a_printer() -> QPrinter:
        made = make()
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(file))
        return made

    monkeypatch.setattr(printer, "a_printer", a_printer)
    # The system's own window is not ours to test.
    monkeypatch.setattr(QDialog, "open", _accepting(QDialog.open))
    return file


def _accepting(open_dialog: Callable[[QDialog], None]) -> Callable[[QDialog], None]:
    def open_or_accept(dialog: QDialog) -> None:
        if isinstance(dialog, QPrintDialog):
            dialog.accepted.emit(dialog.printer())
        else:
            open_dialog(dialog)

    return open_or_accept


def test_sheets_go_to_a_printer_page_by_page(tab: AppraisalTab, paper: Path) -> None:
    tab.control(Key.Key_P)
    dialog = tab.dialog(PrintDialog)
    tab.choose(dialog.output, "A printer")
    assert not dialog.folder.isVisible()
    finished(tab)
    assert len(pypdf.PdfReader(paper).pages) == 4
    assert tab.message == "4 sheets sent to the printer"
    assert set(tab.states().values()) == {"printed"}


def test_one_sheet_is_counted_as_one(tab: AppraisalTab, paper: Path) -> None:
    tab.page.page_actions()[1].trigger()
    tab.choose(tab.dialog(PrintDialog).output, "A printer")
    finished(tab)
    assert tab.message == "1 sheet sent to the printer"


# Preview


def test_the_preview_shows_the_sheet_as_on_paper(tab: AppraisalTab, qtbot: QtBot) -> None:
    tab.go_to("李娜")
    tab.press(Key.Key_P, held=tab.CONTROL_SHIFT)
    dialog = tab.dialog(PreviewDialog)
    assert dialog.said == "Laying out the sheet…"
    qtbot.waitUntil(lambda: dialog.page_count == 1, timeout=WAIT)
    assert dialog.said == ""
    assert dialog.heading.text() == "李娜"
    tab.press(Key.Key_Right, held=tab.ALT)
    assert dialog.heading.text() == "欧阳喆"
    assert tab.why[0] == "欧阳喆"
    tab.press(Key.Key_Left, held=tab.ALT)
    assert dialog.heading.text() == "李娜"
    assert not dialog.before_button.isEnabled()
    dialog.leaf(-1)
    assert dialog.heading.text() == "李娜"
    dialog.close_button.click()
    assert tab.dialogs() == []


def test_a_whole_page_needs_no_scroll_bar(tab: AppraisalTab, qtbot: QtBot) -> None:
    tab.go_to("李娜")
    tab.press(Key.Key_P, held=tab.CONTROL_SHIFT)
    dialog = tab.dialog(PreviewDialog)
    qtbot.waitUntil(lambda: dialog.page_count == 1, timeout=WAIT)
    assert dialog.pages.verticalScrollBar().maximum() == 0
    dialog.zoom.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.pages.verticalScrollBar().maximum() > 0)


def test_form_language_and_zoom_are_chosen_in_the_preview(tab: AppraisalTab, qtbot: QtBot) -> None:
    tab.go_to("王怡")
    tab.press(Key.Key_P, held=tab.CONTROL_SHIFT)
    dialog = tab.dialog(PreviewDialog)
    for zoom, mode in (("Page width", "FitToWidth"), ("150 %", "Custom"), ("Whole page", "FitInView")):
        tab.choose(dialog.zoom, zoom)
        assert dialog.pages.zoomMode().name == mode
    tab.choose(dialog.language, "Chinese and English")
    tab.choose(dialog.paper, "Interview form, filled in")
    qtbot.waitUntil(lambda: dialog.page_count >= 1, timeout=WAIT)
    tab.choose(dialog.paper, "Interview form, blank")
    assert dialog.heading.text() == "Interview form, blank"
    assert not dialog.next_button.isEnabled()
    dialog.print_button.click()
    asked = tab.dialog(PrintDialog)
    assert (asked.who.currentText(), asked.paper.currentText()) == ("王怡", "Interview form, blank")
    assert asked.language.currentText() == "Chinese and English"


def test_the_preview_names_characters_that_cannot_be_printed(tab: AppraisalTab, desk: Desk, qtbot: QtBot) -> None:
    somebody(desk, "0105", "李😀")
    tab.page.reload(Change.PEOPLE)
    tab.go_to("李😀")
    tab.press(Key.Key_P, held=tab.CONTROL_SHIFT)
    dialog = tab.dialog(PreviewDialog)
    qtbot.waitUntil(lambda: dialog.page_count == 1, timeout=WAIT)
    assert "U+1F600" in dialog.said


# The workbook for HR


def test_ctrl_e_exports_the_workbook(tab: AppraisalTab, tmp_path: Path, opened: list[QUrl]) -> None:
    tab.control(Key.Key_E)
    dialog = tab.dialog(ExportDialog)
    assert dialog.path.path == tmp_path / "南区客服-2026-10.xlsx"
    tab.choose(dialog.language, "Chinese")
    dialog.path.line.setText(str(tmp_path / "for HR"))
    dialog.path.setFocus()
    tab.press(Key.Key_Return)
    tab.wait_for_work()
    book = openpyxl.load_workbook(tmp_path / "for HR.xlsx")
    assert "汇总" in book.sheetnames
    assert tab.message == "Exported: for HR.xlsx"
    assert tab.desk.journal()[0].what == "month.exported"
    tab.press_message()
    assert [Path(url.toLocalFile()) for url in opened] == [tmp_path]
    tab.control(Key.Key_E)
    assert tab.dialog(ExportDialog).language.currentText() == "Chinese"


def test_a_file_that_is_there_already_is_named_before_it_is_replaced(tab: AppraisalTab, tmp_path: Path) -> None:
    tab.control(Key.Key_E)
    dialog = tab.dialog(ExportDialog)
    assert dialog.hint == ""
    (tmp_path / "old.xlsx").write_text("old")
    dialog.path.line.setText(str(tmp_path / "old"))
    assert dialog.hint == "This file is there already and will be replaced."


def test_a_folder_is_no_file(tab: AppraisalTab, tmp_path: Path) -> None:
    tab.control(Key.Key_E)
    dialog = tab.dialog(ExportDialog)
    dialog.path.line.setText(str(tmp_path))
    tab.press(Key.Key_Return)
    assert dialog.said == ["Name the file that the workbook goes to."]


def test_an_export_cancelled_in_the_last_moment_leaves_the_older_workbook(
    tab: AppraisalTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = all_runs(tab)
    exported = Exports.exported

    def cancelled_while_noting(exports: Exports, job: ExportJob) -> None:
        exported(exports, job)
        runs[-1].cancel()

    monkeypatch.setattr(Exports, "exported", cancelled_while_noting)
    tab.control(Key.Key_E)
    older = tmp_path / "hr.xlsx"
    older.write_text("older")
    tab.dialog(ExportDialog).path.line.setText(str(older))
    tab.press(Key.Key_Return)
    tab.wait_for_work()
    assert older.read_text() == "older"
    assert not list(tmp_path.glob(".csdesk-*.part"))
    assert "month.exported" not in [line.what for line in tab.desk.journal()]


def test_a_cancel_comes_too_late_once_the_workbook_stands(
    tab: AppraisalTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = all_runs(tab)
    put_out = Exports.put_out

    def cancelled_afterwards(exports: Exports, *what: Any, **how: Any) -> None:
        put_out(exports, *what, **how)
        runs[-1].cancel()

    monkeypatch.setattr(Exports, "put_out", cancelled_afterwards)
    tab.control(Key.Key_E)
    tab.press(Key.Key_Return)
    tab.wait_for_work()
    (file,) = tmp_path.glob("*.xlsx")
    assert tab.message == f"Exported: {file.name}"


def test_the_strip_prints_and_exports_too(tab: AppraisalTab) -> None:
    tab.page.strip.print_button.click()
    tab.dialog(PrintDialog).reject()
    tab.page.strip.export_button.click()
    tab.dialog(ExportDialog).reject()


def test_nothing_is_printed_or_exported_where_nobody_is_appraised(tab: AppraisalTab) -> None:
    tab.window.set_month(OCTOBER._replace(year=2024))
    assert not tab.page.strip.print_button.isEnabled()
    tab.control(Key.Key_E)
    assert tab.dialogs() == []
