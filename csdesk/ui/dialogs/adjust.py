"""The month's discretionary points of one person, with their reason; shows what they do before they are given."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from csdesk.core.appraisal import Line, PayReason, Sheet, Source
from csdesk.core.reckoning import pay_effect
from csdesk.core.rulebook import MonthRule
from csdesk.texts import MINUS, Texts
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.widgets.cards import Band, button, words

_FARTHEST = 99


@dataclass(frozen=True, slots=True)
class Given:
    """Discretionary points and why they are given."""

    points: int
    reason: str


class PointsSpin(QSpinBox):
    """Signed points. limit: how far the arrows go; what lies beyond can be typed, and is refused with a sentence."""

    def __init__(self, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit = limit
        self.setRange(-_FARTHEST, _FARTHEST)
        self.lineEdit().setTextMargins(8, 0, 0, 0)

    def textFromValue(self, value: int) -> str:
        return f"{value:+d}".replace("-", MINUS) if value else "0"

    def valueFromText(self, text: str) -> int:
        digits = text.replace(MINUS, "-").strip()
        return int(digits) if digits.lstrip("+-").isdecimal() else 0

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        typed = text.replace(MINUS, "-").strip()
        if typed in {"", "+", "-"}:
            return QValidator.State.Intermediate, text, place
        digits = typed[1:] if typed[0] in "+-" else typed
        is_whole = digits.isdecimal() and len(digits) <= len(str(_FARTHEST))
        return QValidator.State.Acceptable if is_whole else QValidator.State.Invalid, text, place

    def stepBy(self, steps: int) -> None:
        self.setValue(max(-self._limit, min(self._limit, self.value() + steps)))
        self.selectAll()


class AdjustDialog(FormDialog):
    """The dialog. filled(Given): to be given. withdraw_asked(reason): what was given is to be taken back.

    sheet: the one that is shown.
    """

    withdraw_asked = Signal(str)

    def __init__(self, sheet: Sheet, rule: MonthRule, texts: Texts, parent: QWidget | None) -> None:
        super().__init__(parent, texts)
        self.sheet = sheet
        self._rule = rule
        self._so_far = words(like="muted")
        self.body.addWidget(self._so_far)
        self.points = PointsSpin(rule.discretion)
        self.reason = QLineEdit()
        self._points_field = self.add_field("points", self.points)
        self._reason_field = self.add_field("reason", self.reason)
        self.effect = Band("info")
        self.body.addWidget(self.effect)
        self.withdraw_button = button()
        self.buttons.insertWidget(0, self.withdraw_button)
        self.withdraw_button.clicked.connect(lambda: self.withdraw_asked.emit(self.reason.text()))
        self.points.valueChanged.connect(self._say_effect)
        before = adjustment_line(sheet)
        if before is not None:
            self.points.setValue(before.points)
        self.show_sheet(sheet)
        self.points.setFocus()
        self.points.selectAll()

    @property
    def seen(self) -> str | None:
        """The id of the adjustment that is shown, None where there is none."""
        before = adjustment_line(self.sheet)
        return None if before is None else before.because[0]

    @property
    def so_far(self) -> str:
        """What is said of the limit, and of what was given so far."""
        return self._so_far.text()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show what `sheet` says; what was typed stays."""
        self.sheet = sheet
        self.withdraw_button.setVisible(self.seen is not None)
        self.retranslate()
        self._say_effect()

    def retranslate(self) -> None:
        self.set_heading(self.tr("Adjust {name}'s score").format(name=self.sheet.employee.name))
        said = self.tr("Once a month, up to {limit} points up or down.").format(limit=self._rule.discretion)
        before = adjustment_line(self.sheet)
        if before is not None:
            given = self.tr("Given so far: {points}, {reason}")
            points = self.texts.points(before.points, signed=True)
            said = f"{said}\n{given.format(points=points, reason=before.note)}"
        self._so_far.setText(said)
        self._so_far.setWordWrap(True)
        self._points_field.set_label(self.tr("Points"))
        self._reason_field.set_label(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("For example: took over the new system's training"))
        self.withdraw_button.setText(self.tr("Withdraw"))
        self.withdraw_button.setToolTip(self.tr("Take the adjustment back, with a reason"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.done_button.setText(self.tr("Adjust"))

    def _say_effect(self) -> None:
        """Say what score, grade and pay become; nothing while the points change nothing."""
        points = self.points.value()
        if abs(points) > self._rule.discretion or points == self.sheet.adjustment:
            self.effect.say("")
            return
        raw = self.sheet.raw - self.sheet.adjustment + points
        final = max(self._rule.floor, min(self._rule.cap, raw))
        before, grade = self.sheet.grade, self._rule.grade(final)
        stays = self.tr("Score {before} → {after}, grade {grade} as before")
        moves = self.tr("Score {before} → {after}, grade {grade_before} → {grade}")
        said = (stays if grade == before else moves).format(
            before=self.sheet.final, after=final, grade_before=before, grade=grade
        )
        if self.sheet.pay_reason is not PayReason.EXEMPT and self.sheet.pay_effect is not None:
            pay = self.tr("pay {before} → {after} yuan").format(
                before=self.texts.points(int(self.sheet.pay_effect), signed=True),
                after=self.texts.points(int(pay_effect(final, self._rule.pay)), signed=True),
            )
            said = self.tr("{score}, {pay}").format(score=said, pay=pay)
        self.effect.say(said)

    def submit(self) -> None:
        self.points.interpretText()
        self.filled.emit(Given(self.points.value(), self.reason.text()))


def adjustment_line(sheet: Sheet) -> Line | None:
    """Return the line of the discretionary points on `sheet`, or None."""
    return next((line for line in sheet.lines if line.source is Source.ADJUSTMENT), None)
