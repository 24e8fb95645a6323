"""Adds somebody to the staff file, or edits their line; every field tells its own fault."""

from dataclasses import fields, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from csdesk.core.employee import Employee, Role
from csdesk.core.problem import Problem
from csdesk.core.staff import PersonDraft
from csdesk.desk.desk import Desk
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.page import Context
from csdesk.ui.roster.amounts import read_amount, written_amount
from csdesk.ui.widgets.cards import Field
from csdesk.ui.widgets.day_field import DayField

_DAYS = ("hired", "probation_end", "left")


class PersonDialog(FormDialog):
    """The dialog. filled(PersonDraft): Enter, or the primary button.

    person: whose line is edited, at the revision that was read; None while somebody new is added.
    """

    def __init__(self, person: Employee | None, desk: Desk, context: Context, parent: QWidget | None) -> None:
        super().__init__(parent, context.texts, 560)
        self.person = person
        self._context = context
        self.number, self.name, self.phone, self.salary = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.role, self.group = QComboBox(), QComboBox()
        self.group.setEditable(True)
        self.group.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.group.addItems(sorted({one.group for one in desk.people.all() if one.group}))
        self.hired, self.probation_end, self.left = (DayField(desk.now, lambda: context.texts) for _ in _DAYS)
        edits: dict[str, QWidget] = {
            "number": self.number, "name": self.name, "role": self.role, "group": self.group, "hired": self.hired,
            "probation_end": self.probation_end, "base_salary": self.salary, "phone": self.phone, "left": self.left,
        }  # fmt: skip
        self.fields = {name: Field(edit) for name, edit in edits.items()}
        self._lay_out()
        self.retranslate()
        self._fill(PersonDraft.of(person) if person is not None else PersonDraft())
        self.number.setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        for place, (name, field) in enumerate(self.fields.items()):
            self.register_field(name, field)
            if name != "left" or self.person is not None:
                grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
            else:
                field.setParent(self)
                field.hide()
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def retranslate(self) -> None:
        is_new = self.person is None
        self.set_heading(self.tr("Add a person") if is_new else self.tr("Edit a person"))
        labels = {
            "number": self.tr("Number"),
            "name": self.tr("Name"),
            "role": self.tr("Role"),
            "group": self.tr("Group"),
            "hired": self.tr("Hired"),
            "probation_end": self.tr("Probation until"),
            "base_salary": self.tr("Base salary (yuan a month)"),
            "phone": self.tr("Phone"),
            "left": self.tr("Last day"),
        }
        for name, field in self.fields.items():
            field.set_label(labels[name])
        self.hired.setPlaceholderText(self.tr("2026-09-03, 3 Sep, today"))
        self.left.setPlaceholderText(self.tr("empty while employed"))
        self._offer_roles()
        self.cancel_button.setText(self.tr("Cancel"))
        self.done_button.setText(self.tr("Add") if is_new else self.tr("Save"))

    def _offer_roles(self) -> None:
        texts, chosen = self._context.texts, self.role.currentData()
        self.role.clear()
        for role in Role:
            self.role.addItem(texts.say(f"words.role.{role}"), role)
        self.role.setPlaceholderText(self.tr("Choose"))
        self.role.setCurrentIndex(self.role.findData(chosen))

    def _fill(self, draft: PersonDraft) -> None:
        self.number.setText(draft.number)
        self.name.setText(draft.name)
        self.role.setCurrentIndex(self.role.findData(draft.role))
        self.group.setCurrentText(draft.group)
        self.hired.show_day(draft.hired)
        self.probation_end.show_day(draft.probation_end)
        self.left.show_day(draft.left)
        self.salary.setText("" if draft.base_salary is None else written_amount(draft.base_salary))
        self.phone.setText(draft.phone)

    def draft(self) -> PersonDraft:
        """Return what is typed; what cannot be read is empty, and told by `unreadable`."""
        role = self.role.currentData()
        return PersonDraft(
            number=self.number.text(),
            name=self.name.text(),
            role=Role(role) if role is not None else None,
            hired=self.hired.day,
            group=self.group.currentText(),
            probation_end=self.probation_end.day,
            base_salary=read_amount(self.salary.text()),
            left=self.left.day,
            phone=self.phone.text(),
        )

    def unreadable(self) -> list[Problem]:
        """Return the fields that hold something that cannot be read."""
        problems = []
        for name in _DAYS:
            edit = self.fields[name].edit
            if isinstance(edit, DayField) and not edit.is_readable:
                problems.append(Problem.at(name, "date.unreadable", typed=edit.text().strip()))
        typed = self.salary.text().strip()
        if typed and read_amount(typed) is None:
            problems.append(Problem.at("base_salary", "salary.unreadable", typed=typed))
        return problems

    def submit(self) -> None:
        problems = self.unreadable()
        if problems:
            self.show_problems(problems)
        else:
            self.filled.emit(self.draft())

    def show_overtaken(self, now: Employee) -> None:
        """Say that somebody else was first, and go on from there: what was typed here stays, the rest is theirs."""
        if self.person is None:
            return
        before, theirs, typed = PersonDraft.of(self.person), PersonDraft.of(now), self.draft()
        changed = [one.name for one in fields(PersonDraft) if getattr(before, one.name) != getattr(theirs, one.name)]
        taken = {name: getattr(theirs, name) for name in changed if getattr(typed, name) == getattr(before, name)}
        self.person = now
        self._fill(replace(typed, **taken))
        labels = self.tr(", ", "between the parts of a list").join(
            self.fields[name].edit.accessibleName() for name in changed
        )
        self.show_problems([])
        said = self.tr("Somebody else has changed this person meanwhile: {fields}. Look it over, then save again.")
        self.say_fault(said.format(fields=labels))
