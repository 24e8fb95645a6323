"""The status bar: which file, who works, whether the month is open, what is selected, when it was backed up."""

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget


class StatusLine(QStatusBar):
    """Words on the left that stay, words on the right about the selection and the backup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file, self._actor, self._month = QLabel(self), QLabel(self), QLabel(self)
        self._summary, self._backup = QLabel(self), QLabel(self)
        for label in (self._file, self._actor, self._month):
            self.addWidget(label)
        for label in (self._summary, self._backup):
            self.addPermanentWidget(label)

    def say_file(self, name: str, path: str, actor: str) -> None:
        """Say which file is open and who works on it."""
        self._file.setText(name)
        self._file.setToolTip(path)
        self._actor.setText(actor)

    def say_month(self, words: str) -> None:
        """Say whether the month is open or closed."""
        self._month.setText(words)

    def say_summary(self, words: str) -> None:
        """Say how many rows are selected, and their sums."""
        self._summary.setText(words)

    def say_backup(self, words: str) -> None:
        """Say when the file was last backed up."""
        self._backup.setText(words)

    @property
    def words(self) -> list[str]:
        """Everything that is said now, from left to right."""
        labels = (self._file, self._actor, self._month, self._summary, self._backup)
        return [label.text() for label in labels if label.text()]
