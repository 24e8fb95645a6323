"""Entries that somebody's duty leads to, each logged with one key or button: the lead decides."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from csdesk.core.employee import Employee
from csdesk.ui.language import Retranslated
from csdesk.ui.theme import look
from csdesk.ui.tokens import GAP
from csdesk.ui.widgets.cards import Card, button, words

_AROUND, _WIDE_ROW, _WIDE_ROWS = 72, 58, 2
"""How high the card is around its lines, each of them, and how many of them it shows at once where they are wide."""
AT_ONCE, AT_A_TIME, BETWEEN = 4, 2, 10
"""How many rows are made at once, so many as are in sight; then how many at a time, and the milliseconds until then."""


class Offered(NamedTuple):
    """One proposal, in words.

    who, why: whom it is about and what happened. rule: its code and title. points: those that may be chosen, from the
    mildest; one or none where nothing is to be chosen. people: who may be charged, where that is to be chosen.
    confirm(points, employee id): logs it.
    """

    who: str
    why: str
    rule: str
    code: str
    points: tuple[tuple[int, str], ...]
    confirm: Callable[[int | None, str | None], None]
    people: tuple[Employee, ...] = ()

    @property
    def sentence(self) -> str:
        """Whom it is about and what happened."""
        return f"{self.who} · {self.why}" if self.who else self.why

    @property
    def said(self) -> tuple[object, ...]:
        """Everything that is to be seen of it."""
        return (self.who, self.why, self.rule, self.points, self.people)


class ProposalRow(Retranslated, QFrame):
    """One of them. A digit logs it with so many points; Enter or the space bar presses the button with the focus."""

    def __init__(self, offered: Offered, parent: QWidget, *, is_wide: bool = False) -> None:
        super().__init__(parent)
        self.offered = offered
        look(self, "band")
        self.setProperty("kind", "warning")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.said = words(offered.sentence)
        self.said.setWordWrap(True)
        self.rule = words(offered.rule)
        self.rule.setToolTip(offered.rule)
        self.rule.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.people = QComboBox()
        for person in offered.people:
            self.people.addItem(f"{person.name} · {person.number}", person.id)
        self.people.setVisible(len(offered.people) > 1)
        self.people.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.buttons: list[QPushButton] = []
        for points, _ in offered.points if len(offered.points) > 1 else ((None, ""),):
            made = button()
            made.clicked.connect(lambda _=False, points=points: self.log(points))
            self.buttons.append(made)
        if is_wide:
            self._lay_out_wide()
        else:
            self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(4)
        column.addWidget(self.said)
        column.addWidget(self.rule)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.people, 1)
        if len(self.offered.people) <= 1:
            row.addStretch(1)
        for made in self.buttons:
            row.addWidget(made)
        column.addLayout(row)

    def _lay_out_wide(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(GAP)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.said)
        said.addWidget(self.rule)
        row.addLayout(said, 3)
        row.addWidget(self.people, 2)
        for made in self.buttons:
            row.addWidget(made)

    def retranslate(self) -> None:
        chosen = self.offered.points
        self.people.setAccessibleName(self.tr("Who is charged"))
        for number, made in enumerate(self.buttons):
            figure = chosen[number][1] if chosen else ""
            made.setText(figure if len(chosen) > 1 else self.tr("Log {points}").format(points=figure).strip())
            does = self.tr("Log {code} with {points}: {who}")
            made.setAccessibleName(does.format(code=self.offered.code, points=figure or "0", who=self.offered.who))
            made.setToolTip(self.tr("Log it with {points} points").format(points=figure or "0"))

    def log(self, points: int | None) -> None:
        """Log it with these points, None where there is no choice."""
        person = self.people.currentData() if len(self.offered.people) > 1 else None
        self.offered.confirm(points, person)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        chosen = [points for points, _ in self.offered.points if typed and str(abs(points)) == typed]
        if len(self.offered.points) > 1 and chosen:
            self.log(chosen[0])
        else:
            super().keyPressEvent(event)


class ProposalsCard(Retranslated, Card):
    """The card; hidden while there is nothing to be logged. is_wide: each stands in one line.

    rows: as many as are made by now, from the first; those further down follow while the window is in use.
    """

    def __init__(self, parent: QWidget | None = None, *, is_wide: bool = False) -> None:
        super().__init__(parent)
        self._is_wide = is_wide
        self.rows: list[ProposalRow] = []
        self._offered: Sequence[Offered] = ()
        self._more = QTimer(self, interval=BETWEEN)
        self._more.timeout.connect(self._make_more)
        self._hint = words(like="hint")
        self._hint.setWordWrap(True)
        inner = self._inner = QWidget()
        look(inner, "clear")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(inner)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self._hint)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self._say_title()

    def _say_title(self) -> None:
        count = len(self._offered)
        by_figure = any(len(one.points) > 1 for one in self._offered)
        figure, plain = (
            self.tr("A button or its figure logs the entry. F8 comes here."),
            self.tr("The button logs the entry. F8 comes here."),
        )
        self._hint.setText(figure if by_figure else plain)
        self.set_title(self.tr("To be logged"), str(count) if count else "")

    def offer(self, offered: Sequence[Offered]) -> None:
        """Show these; the cursor stays in the card if it was there."""
        at = next((n for n, row in enumerate(self.rows) if _has_cursor(row)), None)
        # Making a row takes longer than all the rest: one that says the same stays, with what it logs now.
        kept: dict[tuple[object, ...], list[ProposalRow]] = {}
        for row in self.rows:
            kept.setdefault(row.offered.said, []).append(row)
        self.rows, self._offered = [], offered
        for one in offered:
            same = kept.get(one.said)
            if not same and len(self.rows) >= AT_ONCE:
                break
            self._place(same.pop(0) if same else self._made(one), one)
        for row in (row for rows in kept.values() for row in rows):
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._say_title()
        if self._is_wide:
            self.setFixedHeight(_AROUND + _WIDE_ROW * min(len(offered), _WIDE_ROWS))
        self.setVisible(bool(offered))
        self._go_on()
        if at is not None and self.rows:
            self.rows[min(at, len(self.rows) - 1)].buttons[0].setFocus()

    def _made(self, one: Offered) -> ProposalRow:
        return ProposalRow(one, self._inner, is_wide=self._is_wide)

    def _place(self, row: ProposalRow, one: Offered) -> None:
        row.offered = one
        if self._column.indexOf(row) != len(self.rows):
            self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)

    def _make_more(self) -> None:
        """Make the rows that come next."""
        for one in self._offered[len(self.rows) : len(self.rows) + AT_A_TIME]:
            self._place(self._made(one), one)
        self._go_on()

    def _go_on(self) -> None:
        if len(self.rows) < len(self._offered):
            self._more.start()
        else:
            self._more.stop()

    def go_to(self) -> bool:
        """Put the cursor on the first of them; False where there is none."""
        if self.rows:
            self.rows[0].buttons[0].setFocus()
            self._area.ensureWidgetVisible(self.rows[0])
        return bool(self.rows)

    @property
    def said(self) -> list[str]:
        """What is proposed, one sentence each."""
        return [one.sentence for one in self._offered]


def _has_cursor(row: ProposalRow) -> bool:
    return any(made.hasFocus() for made in (row.people, *row.buttons))
