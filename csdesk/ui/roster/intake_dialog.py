"""The import of a workbook: how far the reading is, then the check list, then how far the writing is."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from csdesk.desk.intake_check import IntakeCheck, SheetCount
from csdesk.ui import icons
from csdesk.ui.dialogs.base import PlainDialog
from csdesk.ui.models.table import TableModel
from csdesk.ui.page import Context
from csdesk.ui.roster.intake_list import FaultRow, IntakeWords, fault_rows
from csdesk.ui.roster.intake_work import IntakeWork
from csdesk.ui.tokens import GAP, ROW_COMPACT
from csdesk.ui.widgets.cards import Band, button, words
from csdesk.ui.widgets.table import DataTable

HEADINGS = 36
FAULTS_AT_LEAST, FAULTS_AT_MOST = 2, 8
SHEETS_AT_MOST, SHEETS_BESIDE_FAULTS = 13, 5
"""A workbook may have a sheet of every kind and a roster for each month; a small screen must hold the dialog."""


class IntakeDialog(PlainDialog):
    """The dialog; it reads as soon as it is opened.

    imported(sentence): everything came in. list_asked(dialog, file name, text): the faults are to be saved.
    """

    imported = Signal(str)
    list_asked = Signal(object, str, str)

    def __init__(self, work: IntakeWork, context: Context, parent: QWidget | None) -> None:
        super().__init__(parent, 720)
        self.work = work
        work.setParent(self)
        self._context = context
        self._after_check = ""
        self._words = IntakeWords(self)
        self._busy_said = words(like="muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.band = Band("info")
        self.counts, self.faults = DataTable("intake-counts"), DataTable("intake-faults")
        self._counts: TableModel[SheetCount] = TableModel(self._words.count_columns())
        self._faults: TableModel[FaultRow] = TableModel(self._words.fault_columns(), identity=lambda row: row.place)
        self._left_out, self._detail = words(like="hint"), words(like="muted")
        self.open_button = button(icon=icons.icon("arrow-square-out"))
        self.again_button = button(icon=icons.icon("arrow-counter-clockwise"))
        self.save_button = button(icon=icons.icon("floppy-disk"))
        self.cancel_button = button()
        self.import_button = button(primary=True)
        self.import_button.setDefault(True)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.read()

    def _lay_out(self) -> None:
        self._busy = QWidget()
        column = QVBoxLayout(self._busy)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(GAP)
        column.addWidget(self._busy_said)
        column.addWidget(self._bar)
        self.counts.set_model(self._counts)
        self.faults.set_model(self._faults)
        for table in (self.counts, self.faults):
            table.verticalHeader().setDefaultSectionSize(ROW_COMPACT)
        for label in (self._left_out, self._detail):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for widget in (self._busy, self.band, self.counts, self._left_out):
            self.body.addWidget(widget)
        self.body.addWidget(self.faults, 1)
        self.body.addWidget(self._detail)
        self.body.addStretch()
        for place, left in enumerate((self.open_button, self.again_button, self.save_button)):
            self.buttons.insertWidget(place, left)
        self.buttons.addWidget(self.cancel_button)
        self.buttons.addWidget(self.import_button)

    def _connect(self) -> None:
        self.work.stepped.connect(self._step)
        self.work.checked.connect(self._show_check)
        self.work.imported.connect(self._finish)
        self.work.overtaken.connect(self._check_after_others)
        self.work.failed.connect(self._fail)
        self.faults.current_changed.connect(self._say_detail)
        self.open_button.clicked.connect(self.open_workbook)
        self.again_button.clicked.connect(self.read)
        self.save_button.clicked.connect(self._ask_list)
        self.cancel_button.clicked.connect(self.reject)
        self.import_button.clicked.connect(self._import)

    def retranslate(self) -> None:
        self.set_heading(self.tr("Import {file}").format(file=self.work.path.name))
        self.counts.setAccessibleName(self.tr("What comes in"))
        self.faults.setAccessibleName(self.tr("Faults"))
        self._counts.set_columns(self._words.count_columns())
        self._faults.set_columns(self._words.fault_columns())
        self.open_button.setText(self.tr("Open workbook"))
        self.again_button.setText(self.tr("Check again"))
        self.save_button.setText(self.tr("Save list…"))
        self._show()

    # Reading

    def read(self) -> None:
        """Read the workbook, as it stands now, and check it."""
        self.band.say("")
        self.work.read()
        self._show_busy(self.tr("Reading and checking…"))

    def _show_busy(self, said: str) -> None:
        self._busy_said.setText(said)
        self._bar.setAccessibleName(said)
        self._bar.setRange(0, 0)
        self._show()

    def _step(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        said = self.tr("Writing: {done} of {total} rows") if self.work.is_writing else self.tr("{done} of {total} rows")
        self._busy_said.setText(said.format(done=done, total=total))

    def _show_check(self, check: IntakeCheck) -> None:
        self._counts.set_rows(check.counts)
        self._faults.set_rows(fault_rows(check, self._context.texts))
        said, kind = self._words.verdict(check)
        self.band.say(f"{self._after_check} {said}".strip(), kind)
        self._after_check = ""
        self._show()
        if check.faults:
            self.faults.selectRow(0)
            self.faults.setFocus()
        elif self.import_button.isEnabled():
            self.import_button.setFocus()
        else:
            self.cancel_button.setFocus()

    # What is shown

    def _show(self) -> None:
        """Show what belongs to the state of the work: the progress, or the check list."""
        check = self.work.check
        is_listed = check is not None and not self.work.is_writing
        has_faults = is_listed and check is not None and bool(check.faults)
        may_import = is_listed and check is not None and not check.faults and check.changes > 0
        self._busy.setVisible(not is_listed)
        self.counts.setVisible(is_listed and check is not None and bool(check.counts))
        sheets = min(max(1, self._counts.total), SHEETS_BESIDE_FAULTS if has_faults else SHEETS_AT_MOST)
        self.counts.setFixedHeight(HEADINGS + ROW_COMPACT * sheets + 4)
        self.faults.setVisible(has_faults)
        rows = min(max(self._faults.total, FAULTS_AT_LEAST), FAULTS_AT_MOST)
        self.faults.setMinimumHeight(HEADINGS + ROW_COMPACT * rows if has_faults else 0)
        left_out = self._words.left_out(check) if check is not None and is_listed else []
        self._left_out.setText("\n".join(left_out))
        self._left_out.setVisible(bool(left_out))
        self._detail.setVisible(has_faults)
        self.band.setVisible(bool(self.band.text) and is_listed)
        for widget in (self.open_button, self.again_button):
            widget.setVisible(is_listed)
        self.save_button.setVisible(has_faults)
        self.import_button.setVisible(not has_faults)
        self.import_button.setEnabled(may_import)
        self.import_button.setText(self._words.button(check))
        self.cancel_button.setText(self.tr("Cancel") if may_import or not is_listed else self.tr("Close"))

    def _say_detail(self, row: FaultRow | None) -> None:
        self._detail.setText(row.said if row is not None else "")

    @property
    def detail(self) -> str:
        """The whole sentence about the fault with the cursor."""
        return self._detail.text()

    @property
    def left_out(self) -> list[str]:
        """What is said of the parts of the workbook that are not looked at."""
        return self._left_out.text().splitlines()

    # What the buttons do

    def open_workbook(self) -> None:
        """Open the workbook in the program that is made for it, to be mended."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.work.path))):
            self.band.say(self.tr("No program here opens workbooks. Open {file} yourself.").format(file=self.work.path))

    def _ask_list(self) -> None:
        if self.work.check is not None:
            text = self._words.list_text(self.work.check, self._context.texts)
            name = self.tr("{workbook}-faults.txt").format(workbook=self.work.path.stem)
            self.list_asked.emit(self, name, text)

    def _import(self) -> None:
        self.work.write()
        self._show_busy(self.tr("Writing…"))

    # What came of it

    def _finish(self) -> None:
        check = self.work.check
        self.accept()
        if check is not None:
            self.imported.emit(self._words.done(check))

    def _check_after_others(self) -> None:
        self.read()
        self._after_check = self.tr("Another window has changed the file meanwhile, so nothing was imported yet.")

    def _fail(self, failure: Exception) -> None:
        self._context.ask.failed(failure)
        if self.work.check is None:
            self.reject()
        else:
            self._show()

    def reject(self) -> None:
        """Stop: while rows are written back to the check list, with nothing imported; else close."""
        was_writing = self.work.is_writing
        self.work.cancel()
        if was_writing and self.work.check is not None:
            self.band.say(self.tr("Cancelled: nothing was imported."), "info")
            self._show()
        else:
            super().reject()
