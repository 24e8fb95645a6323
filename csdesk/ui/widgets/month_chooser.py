"""The month of all tabs: one back, one on, or any other from a small calendar of months."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from csdesk.core.month import Month
from csdesk.texts import Texts
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.theme import look, repolish
from csdesk.ui.widgets.cards import icon_button, name_button, words

FIRST_YEAR, LAST_YEAR = 2000, 2100


class _MonthPanel(QFrame):
    """Twelve months of a year to choose from. chosen(Month)."""

    chosen = Signal(object)

    def __init__(self, month: Month, texts: Texts, names: tuple[str, str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        look(self, "card")
        self._month = month
        self._texts = texts
        self._year = month.year
        self._label = words(like="card-title")
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        earlier, later = (
            icon_button(icons.icon("caret-left"), names[0]),
            icon_button(icons.icon("caret-right"), names[1]),
        )
        earlier.clicked.connect(partial(self._turn, -1))
        later.clicked.connect(partial(self._turn, 1))
        head = QHBoxLayout()
        head.addWidget(earlier)
        head.addWidget(self._label, 1)
        head.addWidget(later)
        grid = QGridLayout()
        grid.setSpacing(4)
        self._buttons: list[QPushButton] = []
        for number in range(12):
            one = QPushButton()
            one.setAutoDefault(False)
            one.clicked.connect(partial(self._choose, number + 1))
            self._buttons.append(one)
            grid.addWidget(one, number // 3, number % 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addLayout(head)
        column.addLayout(grid)
        self._turn(0)
        self._buttons[month.month - 1].setFocus()

    def _turn(self, years: int) -> None:
        self._year = min(max(self._year + years, FIRST_YEAR), LAST_YEAR)
        self._label.setText(f"{self._year}年" if self._texts.language == "zh" else str(self._year))
        for number, one in enumerate(self._buttons, start=1):
            is_now = Month(self._year, number) == self._month
            spoken = self._texts.month(Month(self._year, number))
            one.setText(f"{number}月" if self._texts.language == "zh" else spoken[:3])
            one.setAccessibleName(spoken)
            one.setProperty("look", "primary" if is_now else "quiet")
            repolish(one)

    def _choose(self, number: int) -> None:
        self.chosen.emit(Month(self._year, number))
        self.close()


class MonthChooser(Retranslated, QWidget):
    """The month with an arrow on either side. asked(Month): the user wants another month."""

    asked = Signal(object)

    def __init__(self, month: Month, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._month = month
        self._texts = texts
        # Made from left to right, as Tab goes through them.
        self._earlier = icon_button(icons.icon("caret-left"), parent=self)
        self._label = QToolButton(self)
        self._later = icon_button(icons.icon("caret-right"), parent=self)
        look(self._label, "month")
        self._label.setMinimumWidth(132)
        self._earlier.clicked.connect(lambda: self.asked.emit(self._month.previous))
        self._later.clicked.connect(lambda: self.asked.emit(self._month.next))
        self._label.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for part in (self._earlier, self._label, self._later):
            row.addWidget(part)
        self.retranslate()

    def retranslate(self) -> None:
        name_button(self._earlier, self.tr("Previous month (Alt+Left)"))
        name_button(self._later, self.tr("Next month (Alt+Right)"))
        self._label.setToolTip(self.tr("Choose a month"))
        self._say()

    def show_month(self, month: Month) -> None:
        """Show `month` without asking for it."""
        self._month = month
        self._say()

    def speak(self, texts: Texts) -> None:
        """Say the month with `texts` from now on."""
        self._texts = texts
        self._say()

    @property
    def month(self) -> Month:
        """The month that is shown."""
        return self._month

    @property
    def words(self) -> str:
        """The month as it is said."""
        return self._label.text()

    def _say(self) -> None:
        self._label.setText(self._texts.month(self._month))
        self._label.setAccessibleName(self._texts.month(self._month))

    def _open(self) -> None:
        panel = _MonthPanel(self._month, self._texts, (self.tr("Previous year"), self.tr("Next year")), self)
        panel.chosen.connect(self.asked)
        panel.adjustSize()
        panel.move(self.mapToGlobal(QPoint(self.width() - panel.width(), self.height() + 4)))
        panel.show()
