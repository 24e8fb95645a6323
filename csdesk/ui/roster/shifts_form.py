"""Defines a shift, or changes one; every field tells its own fault."""

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from csdesk.core.problem import Problem
from csdesk.core.shifts import BREAK_LIMIT, CODE_LIMIT, COLOURS, NEED_LIMIT, NOBODY, Shift, ShiftDraft, judge_shift
from csdesk.texts import Texts
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.roster.shifts_times import read_time, written_time
from csdesk.ui.theme import tokens_of
from csdesk.ui.tokens import GAP
from csdesk.ui.widgets.cards import Field, words


class ShiftDialog(FormDialog):
    """The dialog. filled(ShiftDraft): Enter, or the primary button.

    shift: the one that is changed, as it was read; None for a new one. taken: how many colours are in use already.
    """

    def __init__(self, shift: Shift | None, texts: Texts, parent: QWidget | None, taken: int = 0) -> None:
        super().__init__(parent, texts, 730)
        self.shift = shift
        self.code, self.start, self.end = QLineEdit(), QLineEdit(), QLineEdit()
        self.code.setMaxLength(2 * CODE_LIMIT)
        self.break_minutes, self.colour, self.cleans = QSpinBox(), QComboBox(), QCheckBox()
        self.break_minutes.setRange(0, BREAK_LIMIT)
        self.break_minutes.setSingleStep(15)
        self.needs = [QSpinBox() for _ in NOBODY]
        for number in (self.break_minutes, *self.needs):
            number.lineEdit().setTextMargins(8, 0, 0, 0)
        self._days = [words(like="hint") for _ in NOBODY]
        self._needs_box = QWidget()
        self._hours = words(like="hint")
        edits: dict[str, QWidget] = {
            "code": self.code, "colour": self.colour, "start": self.start, "end": self.end,
            "break_minutes": self.break_minutes, "needs": self._needs_box,
        }  # fmt: skip
        self.fields = {name: Field(edit) for name, edit in edits.items()}
        self._lay_out()
        self._fill(ShiftDraft() if shift is None else ShiftDraft.of(shift), taken)
        self.start.textChanged.connect(self._say_hours)
        self.end.textChanged.connect(self._say_hours)
        self.break_minutes.valueChanged.connect(self._say_hours)
        self.retranslate()
        self.code.setFocus()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._needs_box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for label, need in zip(self._days, self.needs, strict=True):
            need.setRange(0, NEED_LIMIT)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(need)
            row.addLayout(column)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        for place, (name, field) in enumerate(self.fields.items()):
            self.register_field(name, field)
            if name != "needs":
                grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._hours, 2, 1, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self.fields["needs"], 3, 0, 1, 2)
        grid.addWidget(self.cleans, 4, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def retranslate(self) -> None:
        self.set_heading(self.tr("Define a shift") if self.shift is None else self.tr("Change a shift"))
        labels = {
            "code": self.tr("Code (what you type into the calendar)"),
            "colour": self.tr("Colour"),
            "start": self.tr("Begins"),
            "end": self.tr("Ends"),
            "break_minutes": self.tr("Break (minutes)"),
            "needs": self.tr("How many it takes on each day of the week"),
        }
        for name, field in self.fields.items():
            field.set_label(labels[name])
        self.code.setPlaceholderText(self.tr("D, N1"))
        self.start.setPlaceholderText("08:30")
        self.end.setPlaceholderText(self.tr("17:30; an earlier time is on the next day"))
        self.cleans.setText(self.tr("Its people clean the common area at the end"))
        for number, (label, need) in enumerate(zip(self._days, self.needs, strict=True), start=1):
            label.setText(QLocale().standaloneDayName(number, QLocale.FormatType.ShortFormat))
            need.setAccessibleName(QLocale().standaloneDayName(number, QLocale.FormatType.LongFormat))
        self._offer_colours()
        self.cancel_button.setText(self.tr("Cancel"))
        self.done_button.setText(self.tr("Define") if self.shift is None else self.tr("Save"))
        self._say_hours()

    def _offer_colours(self) -> None:
        names = (
            self.tr("blue"), self.tr("green"), self.tr("amber"), self.tr("violet"), self.tr("teal"), self.tr("rose"),
            self.tr("grey"),
        )  # fmt: skip
        chosen = max(0, self.colour.currentIndex())
        self.colour.clear()
        self.colour.setIconSize(QSize(28, 18))
        for colour, name in zip(COLOURS, names, strict=True):
            self.colour.addItem(self._swatch(colour), name, colour)
        self.colour.setCurrentIndex(chosen)

    def _swatch(self, colour: str) -> QIcon:
        """Return a chip in the colour, as it will stand in the calendar."""
        tint, ratio = tokens_of(self.palette()).tint(f"shift-{colour}"), self.devicePixelRatioF()
        picture = QPixmap(round(28 * ratio), round(18 * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tint.text))
        painter.setBrush(QColor(tint.ground))
        painter.drawRoundedRect(1, 1, 26, 16, 4, 4)
        painter.end()
        return QIcon(picture)

    def _fill(self, draft: ShiftDraft, taken: int) -> None:
        self.code.setText(draft.code)
        self.start.setText("" if draft.start is None else written_time(draft.start))
        self.end.setText("" if draft.end is None else written_time(draft.end))
        self.break_minutes.setValue(draft.break_minutes)
        for edit, need in zip(self.needs, draft.needs, strict=True):
            edit.setValue(need)
        self.cleans.setChecked(draft.cleans)
        self._offer_colours()
        self.colour.setCurrentIndex(taken % len(COLOURS) if self.shift is None else COLOURS.index(draft.colour))

    def draft(self) -> ShiftDraft:
        """Return what is typed; a time that cannot be read is empty, and told by `submit`."""
        return ShiftDraft(
            self.code.text(),
            read_time(self.start.text()),
            read_time(self.end.text()),
            self.break_minutes.value(),
            COLOURS[self.colour.currentIndex()],
            tuple(edit.value() for edit in self.needs),
            self.cleans.isChecked(),
        )

    def _say_hours(self) -> None:
        """Say how long the shift is, as soon as its times are clear."""
        draft = self.draft()
        shift = judge_shift(draft._replace(code="?"), {}, id="")
        if not isinstance(shift, Shift):
            self._hours.setText("")
            return
        hours, minutes = divmod(shift.minutes, 60)
        said = self.tr("{hours} h {minutes:02d} of work").format(hours=hours, minutes=minutes)
        if shift.crosses_midnight:
            said = self.tr("{hours}; ends on the next day").format(hours=said)
        self._hours.setText(said)

    @property
    def hours(self) -> str:
        """How long the shift is, in words."""
        return self._hours.text()

    def submit(self) -> None:
        typed = {"start": self.start.text().strip(), "end": self.end.text().strip()}
        unread = [
            Problem.at(name, "shift.time-unreadable", typed=text)
            for name, text in typed.items()
            if text and read_time(text) is None
        ]
        if unread:
            self.show_problems(unread)
        else:
            self.filled.emit(self.draft())
