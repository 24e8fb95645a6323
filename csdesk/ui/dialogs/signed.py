"""Notes that printed sheets came back signed, and on which day."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from csdesk.core.problem import Problem
from csdesk.texts import Texts
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.widgets.cards import Band, words
from csdesk.ui.widgets.day_field import DayField

NAMED_AT_MOST = 8


class SignedDialog(FormDialog):
    """The dialog. filled(day): the sheets came back on it, today unless another day is named.

    names: whose sheets. left_out: those selected whose sheet was never printed. stale: those whose sheet says
    something that is no longer so. now: the clock.
    """

    def __init__(
        self,
        names: Sequence[str],
        left_out: Sequence[str],
        stale: Sequence[str],
        now: Callable[[], datetime],
        texts: Texts,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent, texts)
        self._names, self._left_out, self._stale = names, left_out, stale
        self._who = words(like="muted")
        self._who.setWordWrap(True)
        self.body.addWidget(self._who)
        self.day = DayField(now, lambda: texts)
        self.day.show_day(now().date())
        self._day_field = self.add_field("day", self.day)
        self._hints = Band("warning")
        self.body.addWidget(self._hints)
        self.retranslate()
        self.day.setFocus()

    def retranslate(self) -> None:
        count = len(self._names)
        self.set_heading(
            self.tr("Mark {name}'s sheet as signed").format(name=self._names[0])
            if count == 1
            else self.tr("Mark {count} sheets as signed").format(count=count)
        )
        self._who.setText(self._listed(self._names))
        self._who.setVisible(count > 1)
        self._day_field.set_label(self.tr("Came back signed on"))
        hints = []
        if self._left_out:
            hints.append(self.tr("Not printed yet, so left out: {names}").format(names=self._listed(self._left_out)))
        if self._stale:
            said = self.tr("The month has changed since these were printed; better print them anew first: {names}")
            hints.append(said.format(names=self._listed(self._stale)))
        self._hints.say("\n".join(hints))
        self.cancel_button.setText(self.tr("Cancel"))
        self.done_button.setText(self.tr("Mark as signed"))

    @property
    def who(self) -> str:
        """The names of those whose sheets are marked."""
        return self._who.text()

    @property
    def hints(self) -> list[str]:
        """What should be known before."""
        return self._hints.text.split("\n") if self._hints.text else []

    def _listed(self, names: Sequence[str]) -> str:
        shown = self.tr(", ").join(names[:NAMED_AT_MOST])
        if len(names) <= NAMED_AT_MOST:
            return shown
        return self.tr("{names} and {count} more").format(names=shown, count=len(names) - NAMED_AT_MOST)

    def submit(self) -> None:
        day = self.day.day
        if day is None:
            self.show_problems([Problem.at("day", "date.unreadable", typed=self.day.text().strip())])
        else:
            self.filled.emit(day)
