"""What to print: whose sheets, which form, in which language, on which paper or in which files."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import get_args

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from csdesk.core.problem import Problem
from csdesk.desk.papers import APPRAISAL, INTERVIEW
from csdesk.render.paper import PaperLanguage
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.page import Context
from csdesk.ui.tokens import CARD_GAP
from csdesk.ui.widgets.cards import Band, Field, words
from csdesk.ui.widgets.path_field import PathField

LANGUAGES: tuple[PaperLanguage, ...] = get_args(PaperLanguage)
LANGUAGE_KEPT = "print/language"
FILES_KEPT = "print/files"


class Paper(StrEnum):
    """The forms that can be printed."""

    APPRAISAL = "appraisal"
    INTERVIEW = "interview"
    BLANK = "blank"

    @property
    def form(self) -> str:
        """The form's name, as the desk knows it."""
        return APPRAISAL if self is Paper.APPRAISAL else INTERVIEW


class Output(StrEnum):
    """Where the sheets go."""

    ONE_FILE = "one"
    FILES = "each"
    PRINTER = "printer"


@dataclass(frozen=True, slots=True)
class PrintChoice:
    """What is to be printed. employee_ids: None for everybody. folder: of the files, None for a printer."""

    employee_ids: tuple[str, ...] | None
    paper: Paper
    language: PaperLanguage
    output: Output
    folder: Path | None


def language_kept(context: Context) -> PaperLanguage:
    """Return the language that sheets were printed in last; at first the window's."""
    kept = context.preferences.text(LANGUAGE_KEPT)
    return next((language for language in LANGUAGES if language == kept), context.speech.language)


class PrintDialog(FormDialog):
    """The dialog. filled(PrintChoice): to be printed.

    selected: ids and names of the selected people. everybody: how many are appraised. paper, language: chosen at first.
    """

    def __init__(
        self,
        selected: Sequence[tuple[str, str]],
        everybody: int,
        context: Context,
        parent: QWidget | None,
        *,
        paper: Paper = Paper.APPRAISAL,
        all_chosen: bool = False,
    ) -> None:
        super().__init__(parent, context.texts, width=560)
        self._selected = tuple(selected)
        self._everybody = everybody
        self._context = context
        self.who, self.paper, self.language, self.output = (QComboBox() for _ in range(4))
        self.folder = PathField()
        self._fill()
        self._lay_out()
        self._unprintable = Band("warning")
        self._hint = words(like="hint")
        self._hint.setWordWrap(True)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._unprintable)
        self.retranslate()
        _choose(self.who, "all" if all_chosen or not selected else "selected")
        _choose(self.paper, paper)
        _choose(self.language, language_kept(context))
        _choose(self.output, context.preferences.text(FILES_KEPT, Output.ONE_FILE))
        self.folder.set_path(Path(context.preferences.last_folder or Path.home()))
        for box in (self.who, self.paper, self.language, self.output):
            box.currentIndexChanged.connect(self._changed)
        self.folder.changed.connect(self._changed)
        self._changed()
        self.who.setFocus()

    def _fill(self) -> None:
        if self._selected:
            self.who.addItem("", "selected")
        self.who.addItem("", "all")
        for paper in Paper:
            self.paper.addItem("", paper.value)
        for language in LANGUAGES:
            self.language.addItem("", language)
        for output in Output:
            self.output.addItem("", output.value)

    def _lay_out(self) -> None:
        fields = {
            "employee": Field(self.who),
            "form": Field(self.paper),
            "language": Field(self.language),
            "output": Field(self.output),
        }
        for names in (("employee", "form"), ("language", "output")):
            row = QHBoxLayout()
            row.setSpacing(CARD_GAP)
            for name in names:
                self.register_field(name, fields[name])
                row.addWidget(fields[name], 1)
            self.body.addLayout(row)
        self._labels = fields
        self._folder_field = self.add_field("folder", self.folder)

    def retranslate(self) -> None:
        self.set_heading(self.tr("Print"))
        self._labels["employee"].set_label(self.tr("Who"))
        self._labels["form"].set_label(self.tr("Form"))
        self._labels["language"].set_label(self.tr("Language on paper"))
        self._labels["output"].set_label(self.tr("To"))
        self._folder_field.set_label(self.tr("Folder"))
        self.folder.title = self.tr("Where the files go")
        names = {
            "selected": self._selected_words(),
            "all": self.tr("Everybody ({count})").format(count=self._everybody),
            Paper.APPRAISAL: self.tr("Appraisal sheet"),
            Paper.INTERVIEW: self.tr("Interview form, filled in"),
            Paper.BLANK: self.tr("Interview form, blank"),
            "en": self.tr("English"),
            "zh": self.tr("Chinese"),
            "both": self.tr("Chinese and English"),
            Output.ONE_FILE: self.tr("One PDF file"),
            Output.FILES: self.tr("One PDF file a person"),
            Output.PRINTER: self.tr("A printer"),
        }
        for box in (self.who, self.paper, self.language, self.output):
            for place in range(box.count()):
                box.setItemText(place, names[box.itemData(place)])
        self.cancel_button.setText(self.tr("Cancel"))
        self._changed()

    def _selected_words(self) -> str:
        if len(self._selected) == 1:
            return self._selected[0][1]
        return self.tr("Selected ({count})").format(count=len(self._selected))

    def _changed(self) -> None:
        """Offer only what goes together; a warning given before was about another choice."""
        paper, output = self._paper, self._output
        is_blank = paper is Paper.BLANK
        self.who.setEnabled(not is_blank)
        self.output.setEnabled(True)
        self._folder_field.setVisible(output is not Output.PRINTER)
        self._hint.setText(
            ""
            if output is Output.PRINTER or is_blank
            else self.tr("Files of the same name, from an earlier printing, are replaced.")
        )
        self._hint.setVisible(bool(self._hint.text()))
        self._unprintable.say("")
        self.done_button.setText(self.tr("Print"))

    @property
    def _paper(self) -> Paper:
        return Paper(self.paper.currentData())

    @property
    def _output(self) -> Output:
        return Output(self.output.currentData())

    @property
    def is_warned(self) -> bool:
        """Whether it stands here already that some characters cannot be printed."""
        return bool(self._unprintable.text)

    def warn(self, unprintable: Sequence[Problem]) -> None:
        """Say whose characters no font can print; the same button now prints all the same."""
        self._unprintable.say("\n".join(self.texts.problem(problem) for problem in unprintable))
        self.done_button.setText(self.tr("Print anyway"))

    @property
    def warned(self) -> str:
        """What stands here of characters that cannot be printed."""
        return self._unprintable.text

    def submit(self) -> None:
        folder = None if self._output is Output.PRINTER else self.folder.path
        if folder is None and self._output is not Output.PRINTER:
            self._folder_field.fault(self.tr("Choose the folder that the files go to."))
            self.folder.setFocus()
            return
        self._folder_field.fault("")
        self.filled.emit(
            PrintChoice(
                employee_ids=tuple(id_ for id_, _ in self._selected) if self.who.currentData() == "selected" else None,
                paper=self._paper,
                language=LANGUAGES[self.language.currentIndex()],
                output=self._output,
                folder=folder,
            )
        )


def _choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(max(0, box.findData(str(value))))
