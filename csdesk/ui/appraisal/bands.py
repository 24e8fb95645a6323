"""What must be known about a month as a whole: that a closed one has drifted, that entries could not be judged."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from csdesk.core.snapshot import Difference
from csdesk.ui.appraisal.reading import MonthReading
from csdesk.ui.language import Retranslated
from csdesk.ui.page import Context
from csdesk.ui.tokens import GAP
from csdesk.ui.widgets.cards import Band

NAMED_AT_MOST = 8
UNDECIDED = "complaint.undecided"


class MonthBands(Retranslated, QWidget):
    """The bands; hidden while there is nothing to say."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reading: MonthReading | None = None
        self.drift = Band("alarm")
        self.problems = Band("warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.drift)
        column.addWidget(self.problems)
        self.retranslate()

    def retranslate(self) -> None:
        view = self._reading.view if self._reading is not None else None
        self.drift.say(self._drifted(view.drift) if view is not None and view.drift else "")
        # Undecided complaints stand in the checklist above.
        problems = [one for one in view.result.problems if one.code != UNDECIDED] if view is not None else []
        self.problems.say("\n".join(self._context.texts.problem(one) for one in problems[:NAMED_AT_MOST]))
        self.setVisible(bool(self.drift.text or self.problems.text))

    def show_reading(self, reading: MonthReading | None) -> None:
        """Say what must be known about the month read."""
        self._reading = reading
        self.retranslate()

    def _drifted(self, found: Sequence[Difference]) -> str:
        texts = self._context.texts
        whats: dict[str, list[str]] = {}
        for one in found:
            said = texts.say(f"problems.snapshot.what.{one.what}")
            known = whats.setdefault(one.name, [])
            if said not in known:
                known.append(said)
        comma = self.tr(", ")
        named = [
            self.tr("{name} ({what})").format(name=name, what=comma.join(known))
            for name, known in list(whats.items())[:NAMED_AT_MOST]
        ]
        if len(whats) > len(named):
            named.append(self.tr("{count} more").format(count=len(whats) - len(named)))
        said = self.tr(
            "The kept result of this closed month differs from a fresh computation for {people}. "
            "What is shown is the kept result. Have the file checked (File > Check the file)."
        )
        return said.format(people=self.tr("; ").join(named))
