"""The palette (Ctrl+K): a few letters find any action or person, Enter does it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.theme import look
from csdesk.ui.widgets.pick_field import CHOICE_HEIGHT, Choice, ChoiceDelegate

WIDTH = 560
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be done. text: what it is called. hint: its menu, shortcut or number."""

    text: str
    hint: str
    act: Callable[[], None]


def score(text: str, typed: str) -> int | None:
    """Return how well `typed` finds `text` (smaller is better), None where it does not.

    A beginning is best, then the beginning of a word, then anywhere, then letters in their order.
    """
    said, asked = text.casefold(), typed.casefold().strip()
    place = said.find(asked)
    if place == 0:
        return 0
    if place > 0:
        return 1 if not said[place - 1].isalnum() else 2
    letters = iter(said)
    return 3 if all(letter in letters for letter in asked if not letter.isspace()) else None


def best(offers: Sequence[Offer], typed: str, limit: int = SHOWN) -> list[Offer]:
    """Return the offers that `typed` finds, best first; all in their order while nothing is typed."""
    if not typed.strip():
        return list(offers[:limit])
    scored = [(found, number) for number, offer in enumerate(offers) if (found := score(offer.text, typed)) is not None]
    return [offers[number] for _, number in sorted(scored)[:limit]]


class Palette(Retranslated, QFrame):
    """The line with its list, over the window. chosen(Offer): Enter or a click."""

    chosen = Signal(object)

    def __init__(
        self, actions: Sequence[Offer], find_people: Callable[[str], Sequence[Offer]], window: QWidget
    ) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._find_people = find_people
        self._came_from: QWidget | None = None
        look(self, "overlay")
        self._line = QLineEdit()
        self._line.addAction(icons.icon("magnifying-glass"), QLineEdit.ActionPosition.LeadingPosition)
        self._list = QListWidget()
        look(self._list, "plain")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(ChoiceDelegate(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemPressed.connect(self._take)
        self._line.textChanged.connect(self._search)
        self._line.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._line)
        column.addWidget(self._list)
        self._nothing = QLabel(self._list)
        look(self._nothing, "muted")
        self._nothing.setContentsMargins(8, 0, 8, 0)
        self._nothing.setFixedHeight(CHOICE_HEIGHT)
        self._search("")
        self.retranslate()

    def retranslate(self) -> None:
        self._line.setPlaceholderText(self.tr("An action, or a person by name, pinyin or number"))
        self._line.setAccessibleName(self.tr("Find an action or a person"))
        self._nothing.setText(self.tr("Nothing found"))
        self._nothing.adjustSize()

    def open(self) -> None:
        """Show it over the window, with the cursor in its line."""
        self._came_from = self._window.focusWidget()
        width = min(WIDTH, self._window.width() - 40)
        self.setFixedWidth(width)
        self.move(QPoint((self._window.width() - width) // 2, 80))
        self.show()
        self.raise_()
        self._line.setFocus()

    @property
    def offers(self) -> list[str]:
        """What is listed now."""
        return [self._list.item(row).data(Qt.ItemDataRole.UserRole).text for row in range(self._list.count())]

    def _search(self, typed: str) -> None:
        found = best(self._actions, typed)
        if typed.strip():
            people = list(self._find_people(typed.strip()))
            found = [*people, *found][:SHOWN] if people and not found else [*found[: SHOWN - len(people)], *people]
        self._list.clear()
        for offer in found:
            item = QListWidgetItem(offer.text)
            item.setData(Qt.ItemDataRole.UserRole, Choice(offer.text, offer, offer.hint))
            self._list.addItem(item)
        self._nothing.setVisible(not found)
        self._list.setCurrentRow(0)
        self._list.setFixedHeight(max(1, len(found)) * CHOICE_HEIGHT + 2)
        self.setFixedHeight(self._line.sizeHint().height() + self._list.height() + 32)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            offer = item.data(Qt.ItemDataRole.UserRole).value
            self._leave()
            self.chosen.emit(offer)

    def _leave(self) -> None:
        self._line.removeEventFilter(self)
        if self._line.hasFocus() and self._came_from is not None:
            self._came_from.setFocus()
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut:
            # Another program in front is no reason to go. Going in the midst of the change of focus is not safe.
            if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
                QTimer.singleShot(0, self, self._leave)
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(event.key())
        return False

    def _key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._list.count():
            by = 1 if key == Qt.Key.Key_Down else -1
            self._list.setCurrentRow((self._list.currentRow() + by) % self._list.count())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._take(self._list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            return False
        return True
