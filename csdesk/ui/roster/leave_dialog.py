"""Records somebody's last day; the months worked keep their rows."""

from datetime import date

from PySide6.QtWidgets import QWidget

from csdesk.core.employee import Employee
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.incidents import Query
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.page import Context
from csdesk.ui.widgets.cards import Band, words
from csdesk.ui.widgets.day_field import DayField

LOOKED_AT = 200


class LeaveDialog(FormDialog):
    """The dialog. filled(date): Enter, or the primary button."""

    def __init__(self, person: Employee, desk: Desk, context: Context, parent: QWidget | None) -> None:
        super().__init__(parent, context.texts, 480)
        self.person = person
        self._desk = desk
        self._context = context
        self._hint = words(like="muted")
        self._hint.setWordWrap(True)
        self.body.addWidget(self._hint)
        self.left = DayField(desk.now, lambda: context.texts)
        self._field = self.add_field("left", self.left)
        self.warning = Band("warning")
        self.body.addWidget(self.warning)
        self._clauses = words(like="hint")
        self._clauses.setWordWrap(True)
        self.body.addWidget(self._clauses)
        self.body.addStretch(1)
        self.left.changed.connect(self._warn)
        self.left.show_day(desk.today())
        self.retranslate()
        self.left.setFocus()

    def retranslate(self) -> None:
        self.set_heading(self.tr("{name} leaves").format(name=self.person.name))
        self._hint.setText(self.tr("Everything recorded stays; the last day itself still counts as employed."))
        self._field.set_label(self.tr("Last day"))
        # Source: handbook shifts, staff. Information for HR, no computed pay.
        self._clauses.setText(
            self.tr(
                "For HR, not calculated here: leaving within a month after training, no salary is paid; leaving during "
                "probation, half a month's salary is owed for the training."
            )
        )
        self.cancel_button.setText(self.tr("Cancel"))
        self.done_button.setText(self.tr("Record the last day"))
        self._warn(self.left.day)

    def _warn(self, day: date | None) -> None:
        """Say what should be known about `day` before it is recorded."""
        said = []
        if day is not None:
            texts, ends = self._context.texts, self.person.probation_end
            if ends is not None and self.person.hired <= day <= ends:
                said.append(self.tr("This day lies in probation, which ends on {day}.").format(day=texts.day(ends)))
            later = self._entries_after(day)
            if later:
                one, many = self.tr("1 entry is dated after this day"), self.tr("{count} entries are dated after it")
                counted = one if later == 1 else many.format(count=later)
                said.append(self.tr("{counted}: check the day, or void what is wrong.").format(counted=counted))
        self.warning.say(" ".join(said))

    def _entries_after(self, day: date) -> int:
        newest = Query(employee_id=self.person.id, sort="when", descending=True, limit=LOOKED_AT)
        return sum(row.incident.day > day for row in self._desk.incidents.page(newest).rows)

    def submit(self) -> None:
        typed, day = self.left.text().strip(), self.left.day
        if not typed:
            self.show_problems([Problem.at("left", "left.missing")])
        elif day is None:
            self.show_problems([Problem.at("left", "date.unreadable", typed=typed)])
        else:
            self.filled.emit(day)
