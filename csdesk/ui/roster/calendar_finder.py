"""What stands in the head of the Shifts page: whom the calendar shows, and the way back from the last change."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from csdesk.core.employee import Employee
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.tokens import GAP
from csdesk.ui.widgets.cards import icon_button, name_button
from csdesk.ui.widgets.search_field import SearchField

_ALL = ""


class CalendarFinder(Retranslated, QWidget):
    """Search, group and undo. asked: others are to be shown. left_down: as of a search field.

    find: gives the ids of the people whom typed letters mean.
    """

    asked = Signal()
    left_down = Signal()

    def __init__(self, find: Callable[[str], Collection[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self.search = SearchField(self)
        self.group = QComboBox(self)
        self.group.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.undo_button = icon_button(icons.icon("arrow-counter-clockwise"), parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for widget in (self.search, self.group, self.undo_button):
            row.addWidget(widget)
        self.search.asked.connect(self.asked)
        self.search.left_down.connect(self.left_down)
        self.group.currentIndexChanged.connect(self.asked)
        self.offer_groups(())
        self.retranslate()

    def retranslate(self) -> None:
        self.group.setAccessibleName(self.tr("Group"))
        self.group.setItemText(0, self.tr("All groups"))
        name_button(self.undo_button, self.tr("Undo the last change of the roster (Ctrl+Z)"))

    def offer_groups(self, people: Sequence[Employee]) -> None:
        """Offer the groups of `people`; keeps the chosen one where it is still there."""
        groups = sorted({person.group for person in people if person.group})
        chosen = self.group.currentData()
        self.group.blockSignals(True)
        self.group.clear()
        self.group.addItem(self.tr("All groups"), _ALL)
        for group in groups:
            self.group.addItem(group, group)
        self.group.setCurrentIndex(max(0, self.group.findData(chosen)))
        self.group.blockSignals(False)
        self.group.setVisible(len(groups) > 1)

    def found(self, people: Sequence[Employee]) -> Sequence[Employee]:
        """Return those of `people` whom search and group leave."""
        group, typed = self.group.currentData(), self.search.text().strip()
        if not group and not typed:
            return people
        ids = set(self._find(typed)) if typed else None
        return [
            person for person in people if (not group or person.group == group) and (ids is None or person.id in ids)
        ]

    def find_everybody(self) -> None:
        """Leave nobody out any more."""
        self.search.clear()
        self.group.setCurrentIndex(0)

    def focus(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus()
        self.search.selectAll()
