"""Where the month's workbook for HR goes, and in which language."""

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from PySide6.QtWidgets import QComboBox, QWidget

from csdesk.render.month_words import BookLanguage
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.page import Context
from csdesk.ui.widgets.cards import words
from csdesk.ui.widgets.path_field import PathField

SUFFIX = "xlsx"
LANGUAGES: tuple[BookLanguage, ...] = get_args(BookLanguage)
LANGUAGE_KEPT = "export/language"


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """A workbook to be written."""

    language: BookLanguage
    path: Path


class ExportDialog(FormDialog):
    """The dialog. filled(ExportChoice): to be written. path: where it goes unless the user says otherwise."""

    def __init__(self, path: Path, month: str, context: Context, parent: QWidget | None) -> None:
        """month: its name in the window's language."""
        super().__init__(parent, context.texts, width=520)
        self._month = month
        self.language = QComboBox()
        for language in LANGUAGES:
            self.language.addItem("", language)
        self.path = PathField(SUFFIX)
        self._language_field = self.add_field("language", self.language)
        self._path_field = self.add_field("path", self.path)
        self._hint = words(like="hint")
        self._hint.setWordWrap(True)
        self.body.addWidget(self._hint)
        self.retranslate()
        kept = self.language.findData(context.preferences.text(LANGUAGE_KEPT, "both"))
        self.language.setCurrentIndex(max(0, kept))
        self.path.changed.connect(self._say_replaces)
        self.path.set_path(path)
        self.path.setFocus()

    def retranslate(self) -> None:
        self.set_heading(self.tr("Export {month} for HR").format(month=self._month))
        self._language_field.set_label(self.tr("Language of the workbook"))
        self._path_field.set_label(self.tr("File"))
        self.path.title = self.tr("Where the workbook goes")
        self.path.kind = self.tr("Workbook")
        names = {"en": self.tr("English"), "zh": self.tr("Chinese"), "both": self.tr("Chinese and English")}
        for place in range(self.language.count()):
            self.language.setItemText(place, names[self.language.itemData(place)])
        self.cancel_button.setText(self.tr("Cancel"))
        self.done_button.setText(self.tr("Export"))
        self._say_replaces()

    def _target(self) -> Path | None:
        """Return the file that is meant, with its suffix; None where no file is named."""
        path = self.path.path
        if path is None or not path.name or path.is_dir():
            return None
        return path if path.suffix.casefold() == f".{SUFFIX}" else path.with_name(f"{path.name}.{SUFFIX}")

    def _say_replaces(self) -> None:
        path = self._target()
        is_there = path is not None and path.is_file()
        self._hint.setText(self.tr("This file is there already and will be replaced.") if is_there else "")
        self._hint.setVisible(is_there)

    @property
    def hint(self) -> str:
        """What should be known before the file is written, "" where nothing."""
        return self._hint.text()

    def submit(self) -> None:
        path = self._target()
        if path is None:
            self._path_field.fault(self.tr("Name the file that the workbook goes to."))
            self.path.setFocus()
            return
        self.filled.emit(ExportChoice(LANGUAGES[self.language.currentIndex()], path))
