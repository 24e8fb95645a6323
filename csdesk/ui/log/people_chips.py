"""The people an entry is for, where there are several: a row of names, each of which can be taken out again."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from csdesk.core.employee import Employee
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.theme import look
from csdesk.ui.tokens import GAP
from csdesk.ui.widgets.cards import words

SHOWN_AT_MOST = 8
GAP_BEFORE_ICON = "\N{EN SPACE}"
"""Behind the words of a button whose icon stands on the right, where Qt leaves no gap."""


class PeopleChips(Retranslated, QWidget):
    """The row; hidden while it holds nobody. changed: somebody came or went."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: list[Employee] = []
        self._buttons: list[QPushButton] = []
        self._label = words(like="muted", parent=self)
        self._more = words(like="muted", parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self._label)
        self._row.addWidget(self._more)
        self._row.addStretch(1)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self._label.setText(self.tr("For"))
        hidden = len(self._people) - SHOWN_AT_MOST
        self._more.setText(self.tr("and {count} more").format(count=hidden))
        self._more.setVisible(hidden > 0)
        self._more.setToolTip("\n".join(person.name for person in self._people[SHOWN_AT_MOST:]))
        for person, chip in zip(self._people, self._buttons, strict=False):
            chip.setToolTip(self.tr("Remove {name}").format(name=person.name))
            chip.setAccessibleName(chip.toolTip())

    @property
    def people(self) -> Sequence[Employee]:
        """The people in the row."""
        return tuple(self._people)

    def set_people(self, people: Sequence[Employee]) -> None:
        """Show `people`."""
        self._people = list(people)
        while self._buttons:
            self._buttons.pop().deleteLater()
        for place, person in enumerate(self._people[:SHOWN_AT_MOST]):
            chip = QPushButton(person.name + GAP_BEFORE_ICON)
            look(chip, "chip")
            chip.setIcon(icons.icon("x"))
            chip.setIconSize(QSize(12, 12))
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.clicked.connect(partial(self.take_out, person))
            self._row.insertWidget(1 + place, chip)
            self._buttons.append(chip)
        self.retranslate()
        self.setVisible(bool(self._people))
        self.changed.emit()

    def add(self, person: Employee) -> None:
        """Put somebody at the end of the row; nobody stands there twice."""
        if person not in self._people:
            self.set_people([*self._people, person])

    def take_out(self, person: Employee) -> None:
        """Take somebody out of the row."""
        self.set_people([one for one in self._people if one != person])

    def take_last(self) -> None:
        """Take out whoever came last."""
        self.set_people(self._people[:-1])
