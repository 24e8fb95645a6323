"""Why this score: one person's month, from the base to the final score and line by line down to the entries."""

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from csdesk.core.appraisal import FlagCode, Sheet
from csdesk.core.rulebook import Rulebooks
from csdesk.desk.months import MonthView
from csdesk.texts import Texts
from csdesk.ui import icons
from csdesk.ui.appraisal.line_words import LineWords, SheetLine, lines_of
from csdesk.ui.appraisal.sheet_words import SheetWords
from csdesk.ui.language import Retranslated
from csdesk.ui.models.table import Column, TableModel
from csdesk.ui.page import Context
from csdesk.ui.theme import look
from csdesk.ui.tokens import CARD_PADDING, GAP
from csdesk.ui.widgets.cards import SCROLL_ROOM, Band, button, steady, words
from csdesk.ui.widgets.table import DataTable
from csdesk.ui.widgets.waterfall import Waterfall

WIDTH = 400
NARROW_WIDTH = 348
LINES_LEAST = 114
_LOUD = frozenset({FlagCode.BELOW_60, FlagCode.DISMISSAL})


class WhyPanel(Retranslated, QFrame):
    """The card. line_opened(SheetLine): Enter or a double click on a line. line_changed: the cursor moved."""

    line_opened = Signal(object)
    line_changed = Signal()

    def __init__(self, sheet_words: SheetWords, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "card")
        self.setFixedWidth(WIDTH)
        self._words = sheet_words
        self._lines_words = LineWords(sheet_words, self)
        self._view: MonthView | None = None
        self._sheet: Sheet | None = None
        self._rulebooks = Rulebooks(())
        self._step_keys: list[str] = []
        self._name, self._about = words(like="title"), words(like="hint")
        self._score, self._grade = words(like="figure"), words(like="grade")
        self._cut, self._flags = Band("info"), Band("alarm")
        self._pay = words(like="hint")
        self._title = words(like="card-title")
        self.waterfall = Waterfall()
        self.lines = DataTable("appraisal-lines", context.preferences)
        self._model: TableModel[SheetLine] = TableModel(
            self._columns(), identity=lambda row: row.line.key, struck=lambda row: row.strike is not None, parent=self
        )
        self.lines.set_model(self._model)
        self._detail = words(like="hint")
        self._detail.setContentsMargins(0, 4, SCROLL_ROOM, 0)
        self._area, self._inner = QScrollArea(), QWidget()
        self._empty_title, self._empty_hint = words(like="card-title"), words(like="muted")
        self._buttons = QHBoxLayout()
        self._buttons.setContentsMargins(0, 0, SCROLL_ROOM, 0)
        self._buttons.setSpacing(GAP)
        self._pairs: list[tuple[QPushButton, QAction]] = []
        self._empty, self._head, self._filled = self._lay_out_empty(), self._lay_out_head(), self._lay_out_filled()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(CARD_PADDING, 12, CARD_PADDING - SCROLL_ROOM, 12)
        outer.setSpacing(GAP)
        outer.addWidget(self._empty, 1)
        outer.addWidget(self._head)
        outer.addWidget(self._filled, 1)
        outer.addWidget(self._detail)
        outer.addLayout(self._buttons)
        self.lines.opened.connect(self.line_opened)
        self.lines.current_changed.connect(self._line_changed)
        self._model.modelReset.connect(self._fit_lines)
        context.preferences.compact_changed.connect(self._fit_lines)
        self.waterfall.step_clicked.connect(self._select_step)
        self.retranslate()

    def _lay_out_empty(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, SCROLL_ROOM, 0)
        column.addStretch(2)
        sign = QLabel()
        sign.setPixmap(icons.icon("user").pixmap(QSize(32, 32)))
        for label in (sign, self._empty_title, self._empty_hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(3)
        return made

    def _lay_out_head(self) -> QWidget:
        """Lay out who it is and the score: they stay while what is below them scrolls."""
        made = QWidget()
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._name)
        names.addWidget(self._about)
        head = QHBoxLayout(made)
        head.setContentsMargins(0, 0, SCROLL_ROOM, 0)
        head.setSpacing(12)
        head.addLayout(names, 1)
        head.addWidget(self._score)
        head.addWidget(self._grade)
        return made

    def _lay_out_filled(self) -> QWidget:
        look(self._inner, "clear")
        column = QVBoxLayout(self._inner)
        column.setSpacing(GAP)
        for label in (self._name, self._about, self._pay, self._detail):
            label.setWordWrap(True)
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # The lines are as high as they are many, and scroll with the rest: one scroll bar, not one within another.
        self.lines.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._flags)
        column.addWidget(self._cut)
        column.addWidget(self._title)
        column.addWidget(self.waterfall)
        column.addWidget(self._pay)
        column.addWidget(self.lines)
        column.addStretch(1)
        area = self._area
        area.setWidget(self._inner)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        steady(area, column)
        return area

    def _fit_lines(self) -> None:
        rows = self._model.total * self.lines.verticalHeader().defaultSectionSize()
        self.lines.setFixedHeight(max(LINES_LEAST, self.lines.horizontalHeader().sizeHint().height() + rows + 2))

    def retranslate(self) -> None:
        self._empty_title.setText(self.tr("Nobody chosen"))
        self._empty_hint.setText(self.tr("Choose somebody on the left: how the score came about appears here."))
        self._title.setText(self.tr("Why this score"))
        self._grade.setToolTip(self.tr("Grade"))
        self.lines.setAccessibleName(self.tr("Lines of the sheet"))
        self.lines.set_empty(self.tr("Nothing moved the score"), self.tr("No entry, no automatic line, no adjustment."))
        self._model.set_columns(self._columns())
        self._show()

    def _columns(self) -> list[Column[SheetLine]]:
        said = self._lines_words
        return [
            Column(self.tr("Day"), lambda row: row.line.day, key="day", width=42,
                   text=lambda row: said.day(row.line), tooltip=self._tooltip),
            Column(self.tr("Line"), lambda row: said.title(row.line), key="line", stretch=1, tooltip=self._tooltip),
            Column(self.tr("Code"), lambda row: row.line.code, key="code", hidden=True, width=72),
            Column(self.tr("From"), said.source, key="source", width=78, tone=lambda row: "muted",
                   tooltip=self._tooltip),
            Column(self.tr("Points"), lambda row: row.line.points, key="points", figure=True, sums=True, width=64,
                   text=lambda row: said.points(row.line), tooltip=self._tooltip),
        ]  # fmt: skip

    def _tooltip(self, row: SheetLine) -> str:
        return "\n".join(self._lines_words.detail(row))

    def set_narrow(self, narrow: bool) -> None:
        """Leave the table more room, in a small window."""
        self.setFixedWidth(NARROW_WIDTH if narrow else WIDTH)

    def add_action(self, action: QAction) -> None:
        """Show `action` as a button at the foot; what it says and whether it can be done follows the action."""
        made = button()
        made.clicked.connect(action.trigger)
        self._pairs.append((made, action))
        self._buttons.addWidget(made)
        action.changed.connect(self._show_buttons)
        self._show_buttons()

    def add_stretch(self) -> None:
        """Let the buttons that follow stand on the right."""
        self._buttons.addStretch(1)

    def _show_buttons(self) -> None:
        for made, action in self._pairs:
            made.setText(action.text())
            made.setToolTip(action.toolTip() if not action.isEnabled() else "")
            made.setEnabled(action.isEnabled())

    # What the page calls

    def show_sheet(self, sheet: Sheet | None, view: MonthView | None, rulebooks: Rulebooks) -> None:
        """Show somebody's sheet of the month of `view`, or nobody's."""
        before, now = self._sheet, sheet
        if before is None or now is None or before.employee.id != now.employee.id:
            # Lines of two people may have one key (SER-05); the cursor must not stay on it.
            self._model.set_rows([])
        self._sheet, self._view, self._rulebooks = sheet, view, rulebooks
        self._show()

    @property
    def current(self) -> SheetLine | None:
        """The line with the cursor."""
        row = self.lines.current_row()
        return row if isinstance(row, SheetLine) else None

    def detail_of(self, row: SheetLine) -> list[str]:
        """Return everything there is to say of a line of the sheet that is shown."""
        return self._lines_words.detail(row)

    @property
    def said(self) -> list[str]:
        """Everything that is said about the person, from top to bottom."""
        if self._sheet is None:
            return []
        labels = (self._name, self._about, self._score, self._grade)
        bands = [band.text for band in (self._flags, self._cut) if band.text]
        steps = [f"{step.label} {step.points}" for step in self.waterfall.steps]
        detail = self._detail.text().split("\n") if self._detail.text() else []
        return [*(label.text() for label in labels), *bands, *steps, self._pay.text(), *detail]

    def go_to_lines(self) -> None:
        """Put the cursor into the lines."""
        if self._model.total and self.lines.current_row() is None:
            self.lines.selectRow(0)
        self.lines.setFocus()

    # What is shown

    @property
    def _texts(self) -> Texts:
        return self._words.texts

    def _show(self) -> None:
        sheet, view = self._sheet, self._view
        is_shown = sheet is not None and view is not None
        self._empty.setVisible(not is_shown)
        self._head.setVisible(is_shown)
        self._filled.setVisible(is_shown)
        if sheet is None or view is None:
            self._model.set_rows([])
            return
        said, person = self._lines_words, sheet.employee
        said.speak_of(sheet, self._rulebooks)
        self._name.setText(person.name)
        about = [person.number, self._texts.say(f"words.role.{person.role}")]
        about.append(self.tr("rank {rank} of {all}").format(rank=sheet.rank, all=sheet.of))
        self._about.setText(" · ".join(about))
        self._score.setText(self._texts.points(sheet.final))
        self._grade.setText(sheet.grade)
        kind = "alarm" if any(flag.code in _LOUD for flag in sheet.flags) else "warning"
        self._flags.say("\n".join(said.flag(flag) for flag in sheet.flags), kind)
        self._cut.say(said.cut(sheet))
        self._pay.setText(said.pay(sheet, view.result.rulebook.month.pay))
        bars = said.steps(sheet)
        self._step_keys = [key for _, key in bars]
        self.waterfall.set_steps([bar for bar, _ in bars])
        self._model.set_rows(lines_of(sheet))
        self._say_detail()

    def _line_changed(self) -> None:
        self._say_detail()
        # The words below the lines took room from them; the line with the cursor must not be what went.
        QTimer.singleShot(0, self.lines, self._keep_in_sight)
        self.line_changed.emit()

    def _keep_in_sight(self) -> None:
        index = self.lines.currentIndex()
        if index.isValid():
            row = self.lines.visualRect(index)
            top = self.lines.mapTo(self._inner, QPoint(0, self.lines.horizontalHeader().height() + row.top()))
            self._area.ensureVisible(0, top.y() + row.height() // 2, 0, row.height() // 2 + GAP)

    def _say_detail(self) -> None:
        row = self.current
        self._detail.setText("\n".join(self._lines_words.detail(row)) if row is not None else "")
        self._detail.setVisible(row is not None)

    def _select_step(self, number: int) -> None:
        if self._step_keys[number]:
            self.lines.select(self._step_keys[number])
