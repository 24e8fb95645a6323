"""The person beside the log: nobody yet, or somebody's month so far."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.page import Context
from csdesk.ui.theme import look
from csdesk.ui.tokens import CARD_PADDING
from csdesk.ui.widgets.cards import SCROLL_ROOM, words

if TYPE_CHECKING:
    from csdesk.ui.log.person_figures import PersonFigures

WIDTH = 324
NARROW_WIDTH = 256


class PersonPanel(Retranslated, QFrame):
    """The card. only_asked(Employee): this person's entries alone are asked for.

    The figures are made when somebody is first shown: at the start nobody is, and the window must be there at once.
    """

    only_asked = Signal(object)

    def __init__(self, desk: Desk, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "card")
        self.setFixedWidth(WIDTH)
        self._desk = desk
        self._context = context
        self._person_id: str | None = None
        self._month = Month.of(desk.today())
        self._empty_title, self._empty_hint = words(like="card-title"), words(like="muted")
        self._empty = self._lay_out_empty()
        self._figures: PersonFigures | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(CARD_PADDING, 12, CARD_PADDING - SCROLL_ROOM, 12)
        outer.addWidget(self._empty, 1)
        self._outer = outer
        self.retranslate()

    def _lay_out_empty(self) -> QWidget:
        made = QWidget(self)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, SCROLL_ROOM, 0)
        column.addStretch(2)
        sign = QLabel(made)
        sign.setPixmap(icons.icon("user").pixmap(QSize(32, 32)))
        self._empty_sign = sign
        for label in (sign, self._empty_title, self._empty_hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(3)
        return made

    def retranslate(self) -> None:
        self._empty_title.setText(self.tr("Nobody chosen"))
        self._empty_hint.setText(
            self.tr("Type a name above or choose an entry: the person's month so far appears here.")
        )

    def set_narrow(self, narrow: bool) -> None:
        """Leave the table more room, in a small window."""
        self.setFixedWidth(NARROW_WIDTH if narrow else WIDTH)

    def show_person(self, person_id: str | None, month: Month) -> None:
        """Show somebody's `month`, or nobody's."""
        if (person_id, month) != (self._person_id, self._month):
            self._person_id, self._month = person_id, month
            self.reload()

    @property
    def person_id(self) -> str | None:
        """Who is shown."""
        return self._person_id

    @property
    def figures(self) -> "PersonFigures":
        """The figures of whoever is shown, made now if nobody was before."""
        if self._figures is None:
            from csdesk.ui.log.person_figures import PersonFigures

            self._figures = PersonFigures(self._desk, self._context)
            self._figures.only_asked.connect(self._ask_only)
            self._outer.addWidget(self._figures, 1)
        return self._figures

    def reload(self) -> None:
        """Reckon anew, after a write."""
        person = self._desk.people.get(self._person_id) if self._person_id is not None else None
        self._empty.setVisible(person is None)
        if person is not None:
            self.figures.show_person(person, self._month)
        if self._figures is not None:
            self._figures.setVisible(person is not None)

    @property
    def said(self) -> list[str]:
        """Everything that is said about the person, from top to bottom; empty while nobody is shown."""
        return [] if self._person_id is None else self.figures.said

    def _ask_only(self) -> None:
        person = self._desk.people.get(self._person_id) if self._person_id is not None else None
        if person is not None:
            self.only_asked.emit(person)
