"""The register of the month: every swap with a day in it."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from csdesk.core.swap import OPEN, Leg, Swap, SwapState
from csdesk.desk.desk import Desk
from csdesk.ui import icons
from csdesk.ui.models.table import Column
from csdesk.ui.page import Context
from csdesk.ui.swaps.request_card import CardWords, RequestCard
from csdesk.ui.swaps.swap_words import ENDED, NOTHING, SwapWords
from csdesk.ui.widgets.cards import icon_button, name_button

_STATES = list(SwapState)
_GROUPS = (frozenset(SwapState), OPEN, frozenset({SwapState.APPROVED}), ENDED)


class RegisterCard(RequestCard[Swap]):
    """The card. print_asked: the button in its head."""

    print_asked = Signal()

    def __init__(self, desk: Desk, context: Context, said: SwapWords, parent: QWidget | None = None) -> None:
        super().__init__("swaps", _GROUPS, desk, context, parent)
        self._words = said
        self.print_button = icon_button(icons.icon("printer"), parent=self)
        self.print_button.clicked.connect(self.print_asked)
        self.head.insertWidget(self.head.indexOf(self.state), self.print_button)
        self.begin()

    def retranslate(self) -> None:
        super().retranslate()
        name_button(self.print_button, self.tr("Print the chosen swaps, or the month's register (Ctrl+P)"))

    def _columns(self) -> list[Column[Swap]]:
        def leg(swap: Swap, place: int) -> Leg | None:
            return swap.legs[place] if place < len(swap.legs) else None

        def when(swap: Swap, place: int) -> str:
            found = leg(swap, place)
            return NOTHING if found is None else self._words.leg(swap, found)

        return [
            Column(self.tr("No."), lambda one: one.number, key="number", figure=True, width=48, tone=_tone),
            Column(self.tr("Asked on"), lambda one: one.asked_on, key="asked", width=76, tone=_tone,
                   text=lambda one: self._words.day(one.asked_on)),
            Column(self.tr("A"), lambda one: self._words.name(one.draft.a_id), key="a", width=104, tone=_tone),
            Column(self.tr("A's day"), lambda one: one.draft.day_a, key="day_a", width=94, tone=_tone,
                   text=lambda one: when(one, 0)),
            Column(self.tr("B"), lambda one: self._words.name(one.draft.b_id), key="b", width=104, tone=_tone),
            Column(self.tr("B's day"), lambda one: one.draft.day_b, key="day_b", width=94, tone=_tone,
                   text=lambda one: when(one, 1)),
            Column(self.tr("Signatures"), lambda one: (one.signed_a is not None) + (one.signed_b is not None),
                   key="signatures", width=88, tone=_tone, yields=True, text=self._words.signatures,
                   tooltip=self._signed),
            Column(self.tr("State"), lambda one: _STATES.index(one.state), key="state", width=100,
                   chips=lambda one: [self._words.chip(one)], tooltip=self._words.decision),
            Column(self.tr("Reason"), lambda one: one.draft.reason, key="reason", stretch=1, yields=True, tone=_tone,
                   tooltip=lambda one: one.draft.reason),
        ]  # fmt: skip

    def _signed(self, swap: Swap) -> str:
        both = ((swap.draft.a_id, swap.signed_a), (swap.draft.b_id, swap.signed_b))
        return "\n".join(f"{self._words.name(who)}: {self._words.signature(day)}" for who, day in both)

    def _said(self) -> CardWords:
        return CardWords(
            (self.tr("All states"), self.tr("Undecided"), self.tr("Approved"), self.tr("Rejected or ended")),
            self.tr("Register of {month}"),
            self.tr("1 swap"),
            self.tr("{count} swaps"),
            self.tr("No swaps in {month}"),
            self.tr("Type a name on the right (Ctrl+N), the days, then Enter asks for the swap."),
        )

    def _of_month(self) -> list[Swap]:
        return self._desk.swaps.all(self._month)

    def _fits(self, request: Swap, typed: str, people: Collection[str]) -> bool:
        draft = request.draft
        is_party = draft.a_id in people or draft.b_id in people
        return is_party or typed == str(request.number) or typed in draft.reason.casefold()


def _tone(swap: Swap) -> str:
    return "muted" if swap.state in ENDED else "text"
