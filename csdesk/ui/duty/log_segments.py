"""The pages of the Log tab: Points, Attendance, Handover. The last two are loaded when they are first looked at.

The tab remembers which was looked at last; a window begins with the points, for the entry that cannot wait.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.ui.duty.duty_actions import DutyActions
from csdesk.ui.language import Retranslated
from csdesk.ui.page import Change, Context
from csdesk.ui.tokens import CARD_GAP, CONTROL_HEIGHT, GAP
from csdesk.ui.widgets.cards import SegmentBar

if TYPE_CHECKING:
    from csdesk.ui.duty.attendance_page import AttendancePage
    from csdesk.ui.duty.duty_page import DutyPage, Say
    from csdesk.ui.duty.handover_page import HandoverPage

POINTS, ATTENDANCE, HANDOVER = 0, 1, 2
NAMES = ("", "attendance", "handover")


class LogSegments(Retranslated, QWidget):
    """The bar with the pages below it. points: the first page, to be filled. moved: the user went to another page.

    summary, month_asked, told: as of the pages.
    """

    moved = Signal()
    summary = Signal(str)
    month_asked = Signal(object)
    told = Signal(str, object, str)

    def __init__(self, desk: Desk, context: Context, say: "Say", parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._say = say
        self._month = Month.of(desk.today())
        self._made: dict[int, DutyPage] = {}
        self.actions_offered = DutyActions(self)
        self.bar = SegmentBar(self)
        # As high as the day beside it, so that nothing moves from page to page.
        self.bar.setMinimumHeight(CONTROL_HEIGHT)
        self._head = QHBoxLayout()
        self._head.setSpacing(GAP)
        self._head.addWidget(self.bar, 1)
        # Everything is made where it will stand: a page with all that is on it takes 5 ms of a start to move.
        self._stack = QStackedWidget(self)
        self.points = QWidget(self._stack)
        self._stack.addWidget(self.points)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(CARD_GAP)
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)
        actions = self.actions_offered
        actions.earlier.triggered.connect(partial(self._step, -1))
        actions.later.triggered.connect(partial(self._step, 1))
        actions.today.triggered.connect(self._today)
        actions.to_log.triggered.connect(self._to_log)
        self.bar.chosen.connect(self._chosen)
        self.retranslate()

    def retranslate(self) -> None:
        self.bar.set_names([self.tr("Points"), self.tr("Attendance"), self.tr("Handover")])

    # What the tab calls

    @property
    def front(self) -> "AttendancePage | HandoverPage | None":
        """The page in front where it is not that of the points."""
        if self.bar.current == ATTENDANCE:
            return self.attendance
        return self.handover if self.bar.current == HANDOVER else None

    @property
    def attendance(self) -> "AttendancePage":
        """The page Attendance, made when it is first asked for."""
        from csdesk.ui.duty.attendance_page import AttendancePage  # not before the window is there

        made = self._made.get(ATTENDANCE)
        if made is None:
            made = AttendancePage(self._desk, self._context, self.actions_offered, self._say, self._stack)
            self._take_in(ATTENDANCE, made)
        assert isinstance(made, AttendancePage)  # It is kept under this number alone.
        return made

    @property
    def handover(self) -> "HandoverPage":
        """The page Handover, made when it is first asked for."""
        from csdesk.ui.duty.handover_page import HandoverPage  # not before the window is there

        made = self._made.get(HANDOVER)
        if made is None:
            made = HandoverPage(self._desk, self._context, self.actions_offered, self._say, self._stack)
            self._take_in(HANDOVER, made)
        assert isinstance(made, HandoverPage)  # It is kept under this number alone.
        return made

    def _take_in(self, number: int, page: "DutyPage") -> None:
        self._made[number] = page
        page.summary.connect(self.summary)
        page.month_asked.connect(self.month_asked)
        page.told.connect(self.told)
        self._stack.addWidget(page)
        self._head.addWidget(page.day_bar)
        page.day_bar.follow(self.bar.findChildren(QToolButton)[-1])
        page.day_bar.setVisible(self.bar.current == number)

    def more_to_make(self) -> Sequence[Callable[[], object]]:
        """Return what makes the pages beside the points, as a page of the window does."""
        return lambda: self.attendance, lambda: self.handover

    def show_segment(self, number: int) -> None:
        """Go to a page, without moving the cursor."""
        self.bar.choose(number)
        self.actions_offered.bring(NAMES[number])
        page = self.front
        if page is None:
            self._stack.setCurrentIndex(POINTS)
        else:
            self._stack.setCurrentWidget(page)
            page.set_month(self._month)
        for place, made in self._made.items():
            made.day_bar.setVisible(place == number)

    def set_month(self, month: Month) -> None:
        """Show `month`: the page in front now, the others when they come to the front."""
        self._month = month
        if self.front is not None:
            self.front.set_month(month)

    def reload(self, change: Change) -> None:
        """Show what was written, on every page that is made."""
        for page in self._made.values():
            page.reload(change)

    @property
    def may_leave(self) -> bool:
        """Whether nothing typed on these pages would be lost."""
        return all(page.may_leave for page in self._made.values())

    def _chosen(self, number: int) -> None:
        was_made = number in self._made
        if self.front is None or was_made:
            self._arrive(number)
        else:
            # Loading, making and reading in one piece would halt the window.
            QTimer.singleShot(0, self, partial(self._arrive, number))

    def _arrive(self, number: int) -> None:
        if number == self.bar.current:
            self.show_segment(number)
            self.summary.emit("")
            self.moved.emit()

    # What the menu asks of the page in front

    def _step(self, by: int) -> None:
        if self.front is not None:
            self.front.day_bar.step(by)

    def _today(self) -> None:
        if self.front is not None:
            self.front.go_to_day(self._desk.today())

    def _to_log(self) -> None:
        if self.front is not None:
            self.front.go_to_proposals()
