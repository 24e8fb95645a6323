"""A line for a file or a folder, with a button that lets the user choose one."""

from pathlib import Path

from PySide6.QtCore import QDynamicPropertyChangeEvent, QEvent, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.theme import repolish
from csdesk.ui.tokens import GAP
from csdesk.ui.widgets.cards import icon_button, name_button


class PathField(Retranslated, QWidget):
    """The line. changed(text): another path stands there. A folder is chosen, or a file to be written.

    suffix: of the file to be written, for example "xlsx"; "" for a folder. title: of the window it is chosen in.
    """

    changed = Signal(str)

    def __init__(self, suffix: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suffix = suffix
        self.title = ""
        self.kind = ""
        self.line = QLineEdit()
        self.browse_button = icon_button(icons.icon("folder-open"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.line, 1)
        row.addWidget(self.browse_button)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self.changed)
        self.browse_button.clicked.connect(self.browse)
        self.retranslate()

    def retranslate(self) -> None:
        name_button(self.browse_button, self.tr("Choose…"))

    @property
    def path(self) -> Path | None:
        """What stands in the line, None while it is empty."""
        typed = self.line.text().strip()
        return Path(typed).expanduser() if typed else None

    def set_path(self, path: Path) -> None:
        """Put `path` into the line."""
        self.line.setText(str(path))

    def browse(self) -> QFileDialog:
        """Open the window in which a file or a folder is chosen."""
        dialog = QFileDialog(self, self.title, self.line.text())
        if self._suffix:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(self._suffix)
            dialog.setNameFilter(f"{self.kind} (*.{self._suffix})")
            dialog.selectFile(self.line.text())
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.line.setText)
        dialog.open()
        return dialog

    # A Field names what it holds and marks it as faulty; it is the line that shows and says so.

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self.line.setAccessibleDescription(description)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QDynamicPropertyChangeEvent) and bytes(event.propertyName().data()) == b"fault":
            self.line.setProperty("fault", self.property("fault"))
            repolish(self.line)
        return super().event(event)
