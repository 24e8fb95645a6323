"""What the menu Edit offers on the pages Attendance and Handover of the Log tab; they are there before those pages."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from csdesk.ui.language import Retranslated


class DutyActions(Retranslated, QWidget):
    """The actions, never shown themselves. `bring` shows those of the page in front."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self.earlier = self._add("Ctrl+PgUp")
        self.later = self._add("Ctrl+PgDown")
        self.today = self._add("Ctrl+T")
        self.to_log = self._add("F8")
        self.sign_given = self._add("")
        self.sign_taken = self._add("")
        self.refuse = self._add("")
        self.close_problem = self._add("")
        self.print_blank = self._add("")
        self.all = (
            self.earlier, self.later, self.today, self.to_log,
            self.sign_given, self.sign_taken, self.refuse, self.close_problem, self.print_blank,
        )  # fmt: skip
        self.bring("")
        self.retranslate()

    def _add(self, keys: str) -> QAction:
        action = QAction(self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        return action

    def retranslate(self) -> None:
        self.earlier.setText(self.tr("Day before"))
        self.later.setText(self.tr("Day after"))
        self.today.setText(self.tr("Today"))
        self.to_log.setText(self.tr("Go to what is to be logged"))
        self.sign_given.setText(self.tr("Sign for handing over"))
        self.sign_taken.setText(self.tr("Sign for taking over"))
        self.refuse.setText(self.tr("Refuse…"))
        self.close_problem.setText(self.tr("Close problem…"))
        self.print_blank.setText(self.tr("Print a blank form…"))

    def bring(self, page: str) -> None:
        """Offer what the page in front does: "attendance", "handover", or "" for neither."""
        shared = (self.earlier, self.later, self.today, self.to_log)
        always = (*shared, self.print_blank)
        for action in self.all:
            is_here = page == "handover" or (page == "attendance" and action in shared)
            action.setVisible(is_here)
            action.setEnabled(is_here and action in always)
