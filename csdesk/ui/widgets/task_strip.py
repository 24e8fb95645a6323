"""The strip at the bottom of the window while long work runs: what it is, how far it is, and a way to stop it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from csdesk.ui.language import Retranslated
from csdesk.ui.tasks import Run, Tasks
from csdesk.ui.theme import look
from csdesk.ui.widgets.cards import button, words


class _RunRow(Retranslated, QWidget):
    """One run: title, steps done, Cancel."""

    def __init__(self, run: Run) -> None:
        super().__init__()
        self._run = run
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(run.title)
        self._count = words(like="muted")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._cancel = button(quiet=True)
        self._cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._cancel.clicked.connect(self.stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.setSpacing(12)
        self._title = words(run.title)
        row.addWidget(self._title)
        row.addWidget(self._bar, 1)
        row.addWidget(self._count)
        row.addWidget(self._cancel)
        run.progress.stepped.connect(self._step, Qt.ConnectionType.QueuedConnection)
        self.retranslate()

    def retranslate(self) -> None:
        self._cancel.setText(self.tr("Cancel"))

    def _step(self, done: int, total: int) -> None:
        if self._run.progress.is_cancelled:
            return
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if total:
            # Wide enough for the last step: the bar would change its width with every digit that is added.
            widest = self._count.fontMetrics().horizontalAdvance(_steps(total, total)) + 2
            self._count.setMinimumWidth(max(self._count.minimumWidth(), widest))
        self._count.setText(_steps(done, total) if total else "")

    @property
    def said(self) -> list[str]:
        """What stands in the row: title, steps."""
        return [self._title.text(), self._count.text()]

    def stop(self) -> None:
        """Ask the run to stop, as its button does; what is done already only comes to its end."""
        self._run.cancel()
        self._cancel.setEnabled(False)
        if self._run.progress.is_cancelled:
            self._count.setText(self.tr("stopping…"))


def _steps(done: int, total: int) -> str:
    return f"{done} / {total}"


class TaskStrip(QFrame):
    """Shows every run of `tasks` while it is under way; hidden while there is none."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "strip")
        self._column = QHBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._rows: list[_RunRow] = []
        tasks.started.connect(self._show)
        self.hide()

    @property
    def is_shown(self) -> bool:
        """Whether any run is shown."""
        return bool(self._rows)

    @property
    def said(self) -> list[str]:
        """What stands in the strip: title and steps of each run."""
        return [said for row in self._rows for said in row.said]

    def cancel_first(self) -> None:
        """Ask the run that is shown first to stop."""
        self._rows[0].stop()

    def _show(self, run: Run) -> None:
        row = _RunRow(run)
        self._rows.append(row)
        self._column.addWidget(row)
        run.ended.connect(lambda: self._drop(row))
        self.show()

    def _drop(self, row: _RunRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.deleteLater()
        self.setVisible(bool(self._rows))
