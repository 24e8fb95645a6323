"""The month-end strip: what is done and what is not, and the three things that end a month."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from csdesk.ui import icons
from csdesk.ui.appraisal.bands import UNDECIDED
from csdesk.ui.appraisal.checklist import Check, CheckName, CheckState, checks
from csdesk.ui.appraisal.flow import FlowLayout
from csdesk.ui.appraisal.reading import MonthReading
from csdesk.ui.appraisal.sheet_words import SheetWords, moment
from csdesk.ui.language import Retranslated
from csdesk.ui.page import Context
from csdesk.ui.theme import look
from csdesk.ui.tokens import CARD_PADDING, GAP
from csdesk.ui.widgets.cards import button, words

_SIGNS = {
    CheckState.DONE: ("check-circle", "good"),
    CheckState.PENDING: ("clock-counter-clockwise", "muted"),
    CheckState.LOOK: ("warning-circle", "alarm"),
}
INSET = 5
_FILTERS = frozenset({CheckName.FLAGS, CheckName.PRINTED, CheckName.STALE, CheckName.SIGNED})


class _CheckItem(QToolButton):
    """One line of the checklist: a sign and a few words."""

    def __init__(self) -> None:
        super().__init__()
        look(self, "segment")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(16, 16))
        self.setStyleSheet(f"padding: 0 {INSET}px")
        self.name = CheckName.TESTS

    def sizeHint(self) -> QSize:
        # Qt leaves room for a menu's arrow, and seven of them share the strip with three buttons.
        width = 16 + 4 + self.fontMetrics().horizontalAdvance(self.text()) + 2 * INSET + 2
        return QSize(width, super().sizeHint().height())

    def show_check(self, check: Check, text: str, tip: str, *, leads: bool) -> None:
        """Show `check` as `text`. leads: a click shows whom it is about."""
        self.name = check.name
        self.setIcon(icons.icon(*_SIGNS[check.state]))
        self.setText(text)
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not (leads or tip))
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.setVisible(True)


class MonthStrip(Retranslated, QFrame):
    """The strip.

    print_asked, export_asked, close_asked: its buttons. filter_asked(words): show whom a line of it is about.
    """

    print_asked = Signal()
    export_asked = Signal()
    close_asked = Signal()
    filter_asked = Signal(str)

    def __init__(self, sheet_words: SheetWords, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "card")
        self._words = sheet_words
        self._context = context
        self._reading: MonthReading | None = None
        self._title = words(like="card-title")
        self._lock = QLabel()
        self._closed = words()
        self._items: list[_CheckItem] = []
        self._flow_area = QWidget()
        self._flow = FlowLayout(self._flow_area, gap=4)
        # All of them now: what is made later comes last in the order of Tab, after the rest of the page.
        for _ in CheckName:
            self._add_item()
        self.print_button = button()
        self.export_button = button()
        self.close_button = button(primary=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 10)
        row.setSpacing(GAP)
        for widget in (self._title, self._lock, self._closed):
            row.addWidget(widget)
        row.addWidget(self._flow_area, 1)
        for made in (self.print_button, self.export_button, self.close_button):
            row.addWidget(made)
        self.print_button.clicked.connect(self.print_asked)
        self.export_button.clicked.connect(self.export_asked)
        self.close_button.clicked.connect(self.close_asked)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Month-end"))
        self.print_button.setText(self.tr("Print sheets…"))
        self.export_button.setText(self.tr("Export for HR…"))
        self.close_button.setText(self.tr("Close month…"))
        self._show()

    def show_reading(self, reading: MonthReading | None) -> None:
        """Show a month's checklist; None: the month cannot be reckoned."""
        self._reading = reading
        self._show()

    @property
    def said(self) -> list[str]:
        """The lines of the checklist, and the closing where the month is closed."""
        closed = [self._closed.text()] if self._closed.text() else []
        return [*closed, *(item.text() for item in self._items if not item.isHidden())]

    @property
    def items(self) -> dict[CheckName, QToolButton]:
        """The lines that are shown, by name."""
        return {item.name: item for item in self._items if not item.isHidden()}

    def _show(self) -> None:
        closing = self._reading.view.closing if self._reading is not None else None
        found = checks(self._reading) if self._reading is not None and self._reading.rows else []
        self._show_checks(found)
        self._closed.setText(self._closing_words())
        for widget in (self._lock, self._closed):
            widget.setVisible(closing is not None)
        self._title.setVisible(closing is None)
        if closing is not None:
            self._lock.setPixmap(icons.icon("lock-simple").pixmap(QSize(16, 16), self.devicePixelRatioF()))
            when = moment(closing.at, self._words.texts, self._words.now)
            self._closed.setToolTip(self.tr("Closed on {when}. The manager can reopen it.").format(when=when))
        has_people = bool(found)
        self.print_button.setEnabled(has_people)
        self.export_button.setEnabled(has_people)
        self.close_button.setEnabled(has_people)
        self.close_button.setVisible(closing is None)

    def _closing_words(self) -> str:
        if self._reading is None or self._reading.view.closing is None:
            return ""
        closing = self._reading.view.closing
        when = moment(closing.at, self._words.texts, self._words.now)
        return self.tr("Closed by {by}, {when}").format(by=closing.by, when=when)

    def _show_checks(self, found: Sequence[Check]) -> None:
        for item in self._items[len(found) :]:
            item.hide()
        for item, check in zip(self._items, found, strict=False):
            leads = check.name in _FILTERS and (check.state is not CheckState.DONE)
            item.show_check(check, self._check_words(check), self._tip(check, leads=leads), leads=leads)

    def _add_item(self) -> None:
        item = _CheckItem()
        item.hide()
        item.clicked.connect(lambda: self._filter(item.name))
        self._items.append(item)
        self._flow.addWidget(item)

    def _check_words(self, check: Check) -> str:
        label = {
            CheckName.TESTS: self.tr("Tests"),
            CheckName.WORKLOADS: self.tr("Workload"),
            CheckName.COMPLAINTS: self.tr("Undecided complaints"),
            CheckName.FLAGS: self.tr("Flagged"),
            CheckName.PRINTED: self.tr("Printed"),
            CheckName.STALE: self.tr("Stale"),
            CheckName.SIGNED: self.tr("Signed"),
        }[check.name]
        if check.of is None:
            return f"{label} {check.count}"
        return f"{label} {check.count}/{check.of}"

    def _tip(self, check: Check, *, leads: bool) -> str:
        if check.name is CheckName.COMPLAINTS and self._reading is not None:
            told = self._reading.view.result.problems
            undecided = [self._context.texts.problem(one) for one in told if one.code == UNDECIDED]
            return "\n".join(undecided) or self.tr("Every complaint is decided")
        return self._leads_to(check.name) if leads else self._counts(check.name)

    def _leads_to(self, name: CheckName) -> str:
        return {
            CheckName.FLAGS: self.tr("Show who has a flag"),
            CheckName.PRINTED: self.tr("Show whose sheet is not printed yet"),
            CheckName.STALE: self.tr("Show whose sheet has changed since it was printed"),
            CheckName.SIGNED: self.tr("Show whose sheet has not come back signed"),
        }.get(name, "")

    def _counts(self, name: CheckName) -> str:
        return {
            CheckName.TESTS: self.tr("Test results on file for this month"),
            CheckName.WORKLOADS: self.tr("People whose workload of this month is on file"),
            CheckName.FLAGS: self.tr("Nobody has a flag"),
            CheckName.PRINTED: self.tr("Every sheet is printed"),
            CheckName.SIGNED: self.tr("Every sheet has come back signed"),
        }.get(name, "")

    def _filter(self, name: CheckName) -> None:
        words_of = self._words.filter_words()
        if name in words_of:
            self.filter_asked.emit(words_of[name])
