"""A line for a file or a folder, with a button to choose one."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from csdesk.ui.theme import Theme
from csdesk.ui.widgets.cards import Field
from csdesk.ui.widgets.path_field import PathField


def _shown(qtbot: QtBot, field: PathField) -> PathField:
    qtbot.addWidget(field)
    field.show()
    return field


def test_an_empty_line_is_no_path(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    field = _shown(qtbot, PathField())
    assert not field.path
    field.set_path(tmp_path)
    assert field.path == tmp_path
    field.line.setText("~")
    assert field.path == Path.home()


def test_a_folder_is_chosen(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    field = _shown(qtbot, PathField())
    dialog = field.browse()
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.fileSelected.emit(str(tmp_path))
    assert field.path == tmp_path
    dialog.close()


def test_a_file_to_be_written_is_chosen(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    field = _shown(qtbot, PathField("xlsx"))
    field.set_path(tmp_path / "a.xlsx")
    dialog = field.browse()
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.defaultSuffix() == "xlsx"
    dialog.close()


def test_the_line_is_what_is_named_and_marked_as_faulty(qtbot: QtBot, theme: Theme) -> None:
    path = PathField()
    field = Field(path)
    qtbot.addWidget(field)
    field.set_label("Folder")
    field.fault("Choose one.")
    assert path.line.accessibleName() == "Folder"
    assert path.line.accessibleDescription() == "Choose one."
    assert path.line.property("fault") is True
