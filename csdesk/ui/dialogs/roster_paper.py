"""How a month's roster is printed or exported: paper, language, and the file that it goes to."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, get_args

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.render.paper_words import PaperLanguage
from csdesk.render.roster_paper import PaperSize
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.page import Context
from csdesk.ui.tokens import CARD_GAP
from csdesk.ui.widgets.cards import Band, Field, words
from csdesk.ui.widgets.path_field import PathField

SIZES: tuple[PaperSize, ...] = get_args(PaperSize)
LANGUAGES: tuple[PaperLanguage, ...] = get_args(PaperLanguage)
SIZE_KEPT, LANGUAGE_KEPT = "roster/paper", "roster/language"
PAPER, WORKBOOK = "pdf", "xlsx"


class RosterPaperChoice(NamedTuple):
    """What was chosen."""

    size: PaperSize
    language: PaperLanguage
    path: Path


class RosterPaperDialog(FormDialog):
    """The dialog. filled(RosterPaperChoice): to be written.

    suffix: PAPER or WORKBOOK. path_of: where a size goes unless another file is named.
    """

    def __init__(
        self, suffix: str, month: Month, path_of: Callable[[PaperSize], Path], context: Context, parent: QWidget | None
    ) -> None:
        super().__init__(parent, context.texts, width=520)
        self._suffix = suffix
        self._month = month
        self._context = context
        self._path_of = path_of
        self.size_box, self.language = QComboBox(), QComboBox()
        for size in SIZES:
            self.size_box.addItem(size, size)
        for language in LANGUAGES:
            self.language.addItem("", language)
        self.path = PathField(suffix)
        self._hint = words(like="hint")
        self._hint.setWordWrap(True)
        self._unprintable = Band("warning")
        self._lay_out()
        self.retranslate()
        _choose(self.size_box, context.preferences.text(SIZE_KEPT))
        _choose(self.language, context.preferences.text(LANGUAGE_KEPT, context.speech.language))
        self._suggested = path_of(self._size)
        self.path.set_path(self._suggested)
        self.size_box.currentIndexChanged.connect(self._suggest)
        self.path.changed.connect(self._say_replaces)
        self._say_replaces()
        self.size_box.setFocus()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(CARD_GAP)
        self._size_field, self._language_field = Field(self.size_box), Field(self.language)
        for name, field in (("size", self._size_field), ("language", self._language_field)):
            self.register_field(name, field)
            row.addWidget(field, 1)
        self.body.addLayout(row)
        self._path_field = self.add_field("path", self.path)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._unprintable)

    def retranslate(self) -> None:
        is_paper = self._suffix == PAPER
        heading = self.tr("Print the roster of {month}") if is_paper else self.tr("Export the roster of {month}")
        self.set_heading(heading.format(month=self._context.texts.month(self._month)))
        self._size_field.set_label(
            self.tr("Paper (landscape)") if is_paper else self.tr("Set up for paper (landscape)")
        )
        self._language_field.set_label(self.tr("Language"))
        self._path_field.set_label(self.tr("File"))
        self.path.title = self.tr("Where the roster goes")
        self.path.kind = self.tr("Paper") if is_paper else self.tr("Workbook")
        names = {"en": self.tr("English"), "zh": self.tr("Chinese"), "both": self.tr("Chinese and English")}
        for place in range(self.language.count()):
            self.language.setItemText(place, names[self.language.itemData(place)])
        self.cancel_button.setText(self.tr("Cancel"))
        self._say_verb()
        self._say_replaces()

    def _say_verb(self) -> None:
        verb = self.tr("Print") if self._suffix == PAPER else self.tr("Export")
        self.done_button.setText(self.tr("Print anyway") if self.is_warned else verb)

    @property
    def _size(self) -> PaperSize:
        return SIZES[self.size_box.currentIndex()]

    def _suggest(self) -> None:
        """Name the file after the size, unless another one is named."""
        if self.path.path == self._suggested:
            self._suggested = self._path_of(self._size)
            self.path.set_path(self._suggested)

    def _say_replaces(self) -> None:
        path = self._target()
        is_there = path is not None and path.is_file()
        self._hint.setText(self.tr("This file is there already and will be replaced.") if is_there else "")
        self._hint.setVisible(is_there)

    @property
    def hint(self) -> str:
        """What should be known before the file is written, "" where nothing."""
        return self._hint.text()

    def _target(self) -> Path | None:
        """Return the file that is meant, with its suffix; None where no file is named."""
        path = self.path.path
        if path is None or not path.name or path.is_dir():
            return None
        return path if path.suffix.casefold() == f".{self._suffix}" else path.with_name(f"{path.name}.{self._suffix}")

    @property
    def is_warned(self) -> bool:
        """Whether it stands here already that some characters cannot be printed."""
        return bool(self._unprintable.text)

    def warn(self, unprintable: Sequence[Problem]) -> None:
        """Say whose characters no font can print; the same button now prints all the same."""
        self._unprintable.say("\n".join(self.texts.problem(problem) for problem in unprintable))
        self._say_verb()
        self.adjustSize()

    @property
    def warned(self) -> str:
        """What stands here of characters that cannot be printed."""
        return self._unprintable.text

    def submit(self) -> None:
        path = self._target()
        if path is None:
            self._path_field.fault(self.tr("Name the file that the roster goes to."))
            self.path.setFocus()
            return
        self._path_field.fault("")
        self.filled.emit(RosterPaperChoice(self._size, LANGUAGES[self.language.currentIndex()], path))


def _choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(max(0, box.findData(value)))
