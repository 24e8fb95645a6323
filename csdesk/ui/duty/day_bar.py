"""The day that a page shows: typed, chosen from a calendar, or the one before, after, today."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.ui import icons
from csdesk.ui.duty.duty_actions import DutyActions
from csdesk.ui.language import LOCALES, Retranslated
from csdesk.ui.page import Context
from csdesk.ui.widgets.cards import button, icon_button, name_button
from csdesk.ui.widgets.day_field import DayField

_ONE_DAY = timedelta(days=1)


class DayBar(Retranslated, QWidget):
    """The bar. day_asked(date): another day is wanted."""

    day_asked = Signal(object)

    def __init__(self, desk: Desk, context: Context, actions: DutyActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._day = desk.today()
        self._is_showing = False
        self._actions = (actions.earlier, actions.later, actions.today)
        self.earlier = icon_button(icons.icon("caret-left"))
        self.later = icon_button(icons.icon("caret-right"))
        self.today = button()
        self.field = DayField(desk.now, lambda: context.texts)
        self.field.setFixedWidth(150)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.earlier, self.field, self.later):
            row.addWidget(widget)
        row.addSpacing(4)
        row.addWidget(self.today)
        self.earlier.clicked.connect(lambda: self.step(-1))
        self.later.clicked.connect(lambda: self.step(1))
        self.today.clicked.connect(lambda: self.day_asked.emit(self._desk.today()))
        self.field.changed.connect(self._typed)
        self.field.returnPressed.connect(self._taken)
        self.field.editingFinished.connect(self._put_right)
        self.retranslate()

    def retranslate(self) -> None:
        earlier, later, today = self._actions
        name_button(self.earlier, _with_keys(self.tr("Day before"), earlier))
        name_button(self.later, _with_keys(self.tr("Day after"), later))
        self.today.setText(self.tr("Today"))
        self.today.setToolTip(_with_keys(self.tr("Today"), today))
        self.field.setAccessibleName(self.tr("Day"))

    def follow(self, first: QWidget) -> None:
        """Let the cursor come here with Tab from `first`."""
        for widget in (self.earlier, self.field, self.later, self.today):
            QWidget.setTabOrder(first, widget)
            first = widget

    def step(self, by: int) -> None:
        """Go on by so many days."""
        self.day_asked.emit(self._day + by * _ONE_DAY)

    def show_day(self, day: date) -> None:
        """Show `day` without asking for it."""
        self._is_showing = True
        self._day = day
        self.field.set_month(Month.of(day))
        if self.field.day != day or not self.field.hasFocus():
            self.field.show_day(day)
        self.today.setEnabled(day != self._desk.today())
        self._is_showing = False

    def weekday(self) -> str:
        """Return which day of the week the day is."""
        return LOCALES[self._context.texts.language].dayName(self._day.isoweekday())

    def _typed(self, day: date | None) -> None:
        # While somebody types, "2" is not yet a day; what the calendar gives is.
        if day is not None and day != self._day and not self._is_showing and not self.field.isModified():
            self.day_asked.emit(day)

    def _taken(self) -> None:
        day = self.field.day
        if day is not None and day != self._day:
            self.day_asked.emit(day)

    def _put_right(self) -> None:
        """Take the day that was typed when the cursor leaves; what cannot be read gives way to the day shown."""
        if self.field.day is None:
            self.field.show_day(self._day)
        else:
            self._taken()


def _with_keys(words: str, action: QAction) -> str:
    return f"{words} ({action.shortcut().toString()})"
