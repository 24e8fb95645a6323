"""One workbook on its way in: read and checked beside the window, written in small steps between which it breathes."""

from collections.abc import Generator
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.intake import IntakeOvertakenError
from csdesk.desk.intake_check import Basis, IntakeCheck, check_intake
from csdesk.desk.intake_duty_basis import prepare
from csdesk.render.intake_rows import IntakeReading
from csdesk.ui.page import Context
from csdesk.ui.tasks import Progress, Run

BREATH_MILLISECONDS = 20
"""So long rows are written before the window gets its turn."""


class IntakeWork(QObject):
    """The import of `path`.

    stepped(done, total): rows read or written. checked(IntakeCheck): the check list stands. imported: all is written.
    overtaken: another window wrote meanwhile, and nothing was imported. failed(Exception): the world failed, or the
    program; nothing was imported.
    """

    stepped = Signal(int, int)
    checked = Signal(object)
    imported = Signal()
    overtaken = Signal()
    failed = Signal(object)

    def __init__(self, path: Path, desk: Desk, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.check: IntakeCheck | None = None
        self._desk = desk
        self._context = context
        self._run: Run | None = None
        self._steps: Generator[tuple[int, int], None, None] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._write_some)

    # Reading and checking

    def read(self) -> None:
        """Read the workbook as it stands now, and check it; `checked` says what came of it."""
        self.check = None
        title = self.tr("Reading {file}").format(file=self.path.name)
        self._run = self._context.tasks.run(
            title, partial(_read, self.path, self._desk.today()), self._compare, self.failed.emit
        )
        self._run.progress.stepped.connect(self.stepped)

    def _compare(self, reading: IntakeReading) -> None:
        try:
            basis = self._desk.intake.basis(reading)
        except Unavailable as failure:
            self.failed.emit(failure)
            return
        title = self.tr("Checking {file}").format(file=self.path.name)
        self._run = self._context.tasks.run(title, partial(_check, reading, basis), self._list, self.failed.emit)

    def _list(self, check: IntakeCheck) -> None:
        self._run = None
        self.check = check
        self.checked.emit(check)

    # Writing

    @property
    def is_writing(self) -> bool:
        """Whether rows are being written."""
        return self._steps is not None

    def write(self) -> None:
        """Import what was checked: all of it or nothing; `imported` says when it is done."""
        if self.check is not None and not self.check.faults and not self.is_writing:
            self._steps = self._desk.intake.commit(self.check.plan)
            self._timer.start()

    def _write_some(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        try:
            while self._steps is not None and clock.elapsed() < BREATH_MILLISECONDS:
                self.stepped.emit(*next(self._steps))
        except StopIteration:
            self._stop()
            self.imported.emit()
        except IntakeOvertakenError:
            self._stop()
            self.overtaken.emit()
        except Exception as failure:  # noqa: BLE001  # Whatever it is, the steps have ended, and not well.
            self._stop()
            self.failed.emit(failure)

    def _stop(self) -> None:
        self._timer.stop()
        self._steps = None

    def cancel(self) -> None:
        """Stop whatever is under way; of rows already written nothing stays."""
        if self._run is not None:
            self._run.cancel()
            self._run = None
        if self._steps is not None:
            self._steps.close()
            self._stop()


def _read(path: Path, today: date, progress: Progress) -> IntakeReading:
    from csdesk.render.intake_book import read_intake  # openpyxl is only loaded where a workbook is read

    reading = read_intake(path, progress=progress.step, cancelled=lambda: progress.is_cancelled)
    prepare(reading, today)
    return reading


def _check(reading: IntakeReading, basis: Basis, progress: Progress) -> IntakeCheck:
    return check_intake(reading, basis)
