"""The Appraisal tab: everybody's month, why each score came about, and the way from there to signed paper."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from csdesk.core.appraisal import Sheet, Source
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.ui import icons
from csdesk.ui.appraisal.bands import MonthBands
from csdesk.ui.appraisal.deciding import Deciding
from csdesk.ui.appraisal.exporting import Exporting
from csdesk.ui.appraisal.line_words import SheetLine
from csdesk.ui.appraisal.month_strip import MonthStrip
from csdesk.ui.appraisal.printing import Printing, open_folder
from csdesk.ui.appraisal.reading import MonthReader, MonthReading, SheetRow
from csdesk.ui.appraisal.result_card import ResultCard
from csdesk.ui.appraisal.sheet_words import SheetWords
from csdesk.ui.appraisal.why_panel import WhyPanel
from csdesk.ui.dialogs.print import Paper
from csdesk.ui.page import Change, Command, Context, EntryTarget, Page, SheetTarget, Target
from csdesk.ui.tokens import CARD_GAP, NARROW_PAGE


class AppraisalPage(Page):
    """The tab."""

    commands: ClassVar[frozenset[Command]] = frozenset({Command.PRINT, Command.EXPORT, Command.CLOSE_MONTH})

    def __init__(self, desk: Desk, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._desk = desk
        self._month = Month.of(desk.today())
        self._reading: MonthReading | None = None
        self._is_due = True
        self._words = SheetWords(desk, context, self)
        self._reader = MonthReader(desk, context, self)
        self._deciding = Deciding(desk, context, self)
        self._printing = Printing(desk, context, self)
        self._exporting = Exporting(desk, context, self)
        self.strip = MonthStrip(self._words, context)
        self.bands = MonthBands(context)
        self.results = ResultCard(desk, self._words, context)
        self.why = WhyPanel(self._words, context)
        self.body.addWidget(self.strip)
        self.body.addWidget(self.bands)
        below = QHBoxLayout()
        below.setSpacing(CARD_GAP)
        below.addWidget(self.results, 1)
        below.addWidget(self.why)
        self.body.addLayout(below, 1)
        self._make_actions()
        self._connect()
        self.retranslate()

    def _make_actions(self) -> None:
        self._preview_action = self._action("eye", "Ctrl+Shift+P", self._preview)
        self._print_action = self._action("printer", "", self._print_selected)
        self._adjust_action = self._action("plus-minus", "F2", self._adjust)
        self._strike_action = self._action("prohibit", "Del", self._strike)
        self._sign_action = self._action("check-circle", "Ctrl+Shift+S", self._sign)
        self.results.set_row_actions([self._preview_action, self._print_action, self._adjust_action, self._sign_action])
        self.why.lines.row_actions = lambda _rows: [self._strike_action]
        self.why.add_action(self._adjust_action)
        self.why.add_action(self._strike_action)
        self.why.add_stretch()
        self.why.add_action(self._preview_action)

    def _action(self, icon: str, keys: str, act: Callable[[], None]) -> QAction:
        action = QAction(icons.icon(icon), "", self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(act)
        return action

    def _connect(self) -> None:
        self._reader.arrived.connect(self._arrived)
        self.strip.print_asked.connect(partial(self.do, Command.PRINT))
        self.strip.export_asked.connect(partial(self.do, Command.EXPORT))
        self.strip.close_asked.connect(partial(self.do, Command.CLOSE_MONTH))
        self.strip.filter_asked.connect(self.results.search_for)
        self.results.current_changed.connect(self._row_changed)
        self.results.selection_changed.connect(self._enable_actions)
        self.results.opened.connect(lambda _row: self.why.go_to_lines())
        self.results.summary_changed.connect(self.summary)
        self.why.line_changed.connect(self._enable_actions)
        self.why.line_opened.connect(self._open_line)
        self._deciding.said.connect(self.say)
        self._printing.sent.connect(self.say)
        for work in (self._printing, self._exporting):
            work.saved.connect(self._say_saved)

    def retranslate(self) -> None:
        self._preview_action.setText(self.tr("Preview…"))
        self._print_action.setText(self.tr("Print the selected…"))
        self._adjust_action.setText(self._adjust_words())
        self._sign_action.setText(self.tr("Mark as signed…"))
        self._enable_actions()

    def _adjust_words(self) -> str:
        if self._reading is None:
            return self.tr("Adjust…")
        limit = self._reading.view.result.rulebook.month.discretion
        return self.tr("Adjust ±{limit}…").format(limit=limit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.why.set_narrow(self.width() < NARROW_PAGE)

    # What the window calls

    def set_month(self, month: Month) -> None:
        self._month = month
        self._reading = None
        self._load()

    def reload(self, change: Change) -> None:
        self._load()

    def shown(self) -> None:
        self._read_if_due()
        self.results.go_to_table()

    def _read_if_due(self) -> None:
        if self._is_due:
            self._is_due = False
            self._reader.read(self._month)

    def _load(self) -> None:
        """Read the month now where it is looked at, else at the next showing."""
        self._is_due = True
        if self.isVisible():
            self._read_if_due()

    def focus_search(self) -> None:
        self.results.search.setFocus()
        self.results.search.selectAll()

    def do(self, command: Command, path: Path | None = None) -> None:
        reading = self._reading
        if reading is None or not reading.rows:
            self.say(self._why_nothing())
        elif command is Command.PRINT:
            self._print(all_chosen=len(self.results.rows) < 2)
        elif command is Command.EXPORT:
            self._exporting.ask(reading.view)
        elif command is Command.CLOSE_MONTH:
            self._deciding.close(reading)
        else:
            super().do(command, path)

    def _why_nothing(self) -> str:
        return self.tr("Nobody is appraised by points in {month}.").format(month=self.context.texts.month(self._month))

    def open(self, target: Target) -> bool:
        if not isinstance(target, SheetTarget):
            return False
        if target.month != self._month:
            self.set_month(target.month)
            self.month_asked.emit(target.month)
        self._read_if_due()
        return self.results.want(target.employee_id)

    def page_actions(self) -> list[QAction]:
        return [
            self._preview_action,
            self._print_action,
            self._adjust_action,
            self._strike_action,
            self._sign_action,
        ]

    # What is shown

    def _arrived(self, month: Month, reading: MonthReading | Problem) -> None:
        if month != self._month:
            return
        problem = reading if isinstance(reading, Problem) else None
        self._reading = reading if isinstance(reading, MonthReading) else None
        self.strip.show_reading(self._reading)
        self.bands.show_reading(self._reading)
        self.results.show_reading(self._reading, problem)
        self._row_changed(self.results.current)
        self.retranslate()

    def _row_changed(self, row: SheetRow | None) -> None:
        view = self._reading.view if self._reading is not None else None
        self.why.show_sheet(row.sheet if row is not None else None, view, self._desk.rulebooks())
        self._enable_actions()

    def _enable_actions(self) -> None:
        """Offer what can be done now; what a closed month forbids says so."""
        rows, line, closing = self.results.rows, self.why.current, self._closing_sentence()
        person = self.results.current
        self._preview_action.setEnabled(person is not None)
        self._print_action.setEnabled(bool(rows))
        self._adjust_action.setEnabled(person is not None and not closing)
        may_strike = line is not None and line.line.source is Source.AUTOMATIC
        self._strike_action.setEnabled(may_strike and not closing)
        puts_back = line is not None and line.strike is not None
        self._strike_action.setText(self.tr("Put back…") if puts_back else self.tr("Strike line…"))
        self._sign_action.setEnabled(any(row.mark is not None for row in rows))
        self._adjust_action.setToolTip(closing or self.tr("Give the month's discretionary points (F2)"))
        self._strike_action.setToolTip(closing or self.tr("Choose a line that the program added, to strike it (Del)"))

    def _closing_sentence(self) -> str:
        if self._reading is None or self._reading.view.closing is None:
            return ""
        return self.context.texts.problem(Problem.at("month", "month.closed", month=self._month))

    def _say_saved(self, text: str, folder: Path) -> None:
        self.say_action(text, self.tr("Open folder"), partial(open_folder, folder))

    # What is done

    def _current_sheet(self) -> Sheet | None:
        row = self.results.current
        return row.sheet if row is not None else None

    def _adjust(self) -> None:
        sheet = self._current_sheet()
        if sheet is not None and self._reading is not None:
            self._deciding.adjust(sheet, self._reading.view)

    def _strike(self) -> None:
        sheet, line = self._current_sheet(), self.why.current
        if sheet is not None and line is not None:
            self._deciding.strike(sheet, line, self.why.detail_of(line))

    def _sign(self) -> None:
        self._deciding.sign(self._month, self.results.rows)

    def _open_line(self, row: SheetLine) -> None:
        """Show an entry in the log; a line that is none opens the dialog that can change it."""
        if row.line.source is Source.LOG:
            self.target_asked.emit(EntryTarget(row.line.key, self._month))
        elif self._closing_sentence():
            self.say(self._closing_sentence())
        elif row.line.source is Source.ADJUSTMENT:
            self._adjust()
        else:
            self._strike()

    def _print_selected(self) -> None:
        self._print(all_chosen=False)

    def _print(self, *, all_chosen: bool) -> None:
        self._ask_print([row.sheet for row in self.results.rows], Paper.APPRAISAL, all_chosen=all_chosen)

    def _ask_print(self, sheets: Sequence[Sheet], paper: Paper, *, all_chosen: bool = False) -> None:
        selected = [(sheet.employee.id, sheet.employee.name) for sheet in sheets]
        everybody = len(self._reading.rows) if self._reading is not None else 0
        self._printing.ask(self._month, selected, everybody, paper=paper, all_chosen=all_chosen)

    def _preview(self) -> None:
        # It brings in QtPdf, which nobody needs before the first look.
        from csdesk.ui.dialogs.preview import PreviewDialog

        sheet = self._current_sheet()
        if sheet is None or self._reading is None:
            return
        sheets = [row.sheet for row in self.results.shown]
        dialog = PreviewDialog(self._desk, self._reading.view, sheets, sheets.index(sheet), self.context, self)
        dialog.person_shown.connect(self.results.table.select)
        dialog.print_asked.connect(partial(self._print_previewed, dialog))
        dialog.open()

    def _print_previewed(self, preview: QDialog, employee_id: str, paper: Paper) -> None:
        preview.accept()
        rows = self._reading.rows if self._reading is not None else ()
        self._ask_print([row.sheet for row in rows if row.sheet.employee.id == employee_id], paper)
