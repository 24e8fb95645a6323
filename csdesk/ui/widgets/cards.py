"""The plain parts of a page: cards, words of every size, bands, field faults, the bar of sub-pages."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from csdesk.ui.theme import look, repolish
from csdesk.ui.tokens import CARD_PADDING, GAP

# Wider than the glyph, which is drawn in the middle: Qt itself leaves only 4 between an icon and the words beside it.
ICON_BESIDE_WORDS = QSize(24, 18)


SCROLL_ROOM = 12  # As wide as a scroll bar.


def steady(area: QScrollArea, column: QVBoxLayout) -> None:
    """Keep the content of `area`, laid out in `column`, as wide when a scroll bar comes."""
    column.setContentsMargins(0, 0, SCROLL_ROOM, 0)
    area.verticalScrollBar().rangeChanged.connect(
        lambda _least, most: column.setContentsMargins(0, 0, 0 if most else SCROLL_ROOM, 0)
    )


def words(text: str = "", like: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label. like: a look of the style sheet (title, card-title, muted, hint, figure ...).

    parent: where the label will stand, so that Qt need not move it there.
    """
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if like:
        look(label, like)
    return label


def button(
    text: str = "",
    icon: QIcon | None = None,
    *,
    primary: bool = False,
    quiet: bool = False,
    parent: QWidget | None = None,
) -> QPushButton:
    """Return a push button; the primary one is the only filled one on a page. parent: as of `words`."""
    made = QPushButton(text, parent)
    if primary or quiet:
        look(made, "primary" if primary else "quiet")
    if icon is not None:
        made.setIcon(icon)
        made.setIconSize(ICON_BESIDE_WORDS)
    made.setAutoDefault(False)
    return made


def icon_button(icon: QIcon, name: str = "", parent: QWidget | None = None) -> QToolButton:
    """Return a button with an icon alone. name: what it does, as read aloud and shown beside the mouse."""
    made = QToolButton(parent)
    look(made, "icon")
    made.setIcon(icon)
    made.setIconSize(QSize(18, 18))
    name_button(made, name)
    return made


def name_button(made: QToolButton, name: str) -> None:
    """Say what an icon-only button does."""
    made.setAccessibleName(name)
    made.setToolTip(name)


class Card(QFrame):
    """A white card with an optional head: title, count in muted words, and whatever is added on the right.

    body: the layout below the head. head: add buttons or a search field with ``card.head.addWidget``.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(CARD_PADDING, 12, CARD_PADDING, 12)
        outer.setSpacing(GAP)
        self._title = words(like="card-title", parent=self)
        self._count = words(like="muted", parent=self)
        self._title.hide()
        self._count.hide()
        self.head = QHBoxLayout()
        self.head.setSpacing(GAP)
        self.head.addWidget(self._title)
        self.head.addWidget(self._count)
        self.head.addStretch(1)
        outer.addLayout(self.head)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        outer.addLayout(self.body, 1)

    def set_title(self, title: str, count: str = "") -> None:
        """Say what the card holds, and how many."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._count.setText(count)
        self._count.setVisible(bool(count))
        self.setAccessibleName(title)

    @property
    def said(self) -> list[str]:
        """What stands in the head now."""
        return [label.text() for label in (self._title, self._count) if label.text()]


class Band(QFrame):
    """A soft band with one sentence. kind: info, warning, alarm or good. Hidden while it says nothing."""

    def __init__(self, kind: str = "warning", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "band")
        self.setProperty("kind", kind)
        self._text = words(parent=self)
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.addWidget(self._text)
        self.hide()

    def say(self, text: str, kind: str | None = None) -> None:
        """Say `text`, or nothing where it is empty; kind changes what it is."""
        if kind is not None and kind != self.property("kind"):
            self.setProperty("kind", kind)
            repolish(self)
            repolish(self._text)
        self._text.setText(text)
        self.setVisible(bool(text))

    @property
    def text(self) -> str:
        """The sentence that is shown, "" where none is."""
        return self._text.text()


def mark_fault(edit: QWidget, sentence: str) -> None:
    """Mark an edit as wrong, for the eye and for who has it read aloud; as right where `sentence` is empty."""
    edit.setAccessibleDescription(sentence)
    if bool(edit.property("fault")) != bool(sentence):
        edit.setProperty("fault", bool(sentence))
        repolish(edit)


class LabelledEdit:
    """An edit with its label and the sentence of what is wrong with it, to be laid out; see `Field`, `FieldPair`."""

    def __init__(self, edit: QWidget, parent: QWidget) -> None:
        self.edit = edit
        self.label, self.sentence = words(like="muted", parent=parent), words(like="fault", parent=parent)
        self.label.setBuddy(edit)
        self.sentence.setWordWrap(True)
        self.sentence.hide()

    def set_label(self, label: str) -> None:
        """Say what belongs into the edit."""
        self.label.setText(label)
        self.edit.setAccessibleName(label)

    def fault(self, sentence: str) -> None:
        """Say what is wrong, or nothing where `sentence` is empty."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        mark_fault(self.edit, sentence)

    @property
    def said_fault(self) -> str:
        """The sentence of what is wrong, "" where there is none."""
        return self.sentence.text()


class Field(QWidget):
    """A field under its label, with room for one sentence of what is wrong with it.

    ``Field(edit)``; `set_label(self.tr("Who"))`; `fault(texts.problem(problem))`, `fault("")` when it is mended.
    """

    def __init__(self, edit: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = edit
        self._labelled = LabelledEdit(edit, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._labelled.label, edit, self._labelled.sentence):
            column.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set_label(self, label: str) -> None:
        """Say what belongs into the field."""
        self._labelled.set_label(label)

    def fault(self, sentence: str) -> None:
        """Say what is wrong beside the field, or nothing where `sentence` is empty."""
        self._labelled.fault(sentence)

    @property
    def said_fault(self) -> str:
        """The sentence that stands at the field, "" where none does."""
        return self._labelled.said_fault


class SegmentBar(QWidget):
    """The sub-pages of a tab as a row of words; shown only where there is more than one.

    chosen(number): the user went to another one.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addStretch(1)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self._segments: list[QToolButton] = []
        self.hide()

    def set_names(self, names: Sequence[str]) -> None:
        """Name the sub-pages in order; keeps the chosen one."""
        for number, name in enumerate(names):
            if number == len(self._segments):
                made = QToolButton(self)
                look(made, "segment")
                made.setCheckable(True)
                self._segments.append(made)
                self._group.addButton(made, number)
                self._row.insertWidget(number, made)
            self._segments[number].setText(name)
        if self._group.checkedId() < 0 and names:
            self.choose(0)
        self.setVisible(len(names) > 1)

    def choose(self, number: int) -> None:
        """Mark the sub-page `number` as chosen."""
        self._segments[number].setChecked(True)

    @property
    def current(self) -> int:
        """The number of the chosen sub-page."""
        return self._group.checkedId()
