"""How an entry is said in few words: in the table, in the person's last entries, in messages and dialogs."""

from datetime import date, datetime

from PySide6.QtCore import QObject

from csdesk.core.incidents import Incident
from csdesk.core.rulebook import Rulebooks
from csdesk.desk.incidents import EntryRow
from csdesk.texts import Texts
from csdesk.ui.moments import Moment, local, written

NOTHING = "—"


def points_of(row: EntryRow, texts: Texts) -> str:
    """Return the signed points of an entry, a dash where it has none."""
    return texts.points(row.points, signed=True) if row.points else NOTHING


class EntryWords(QObject):
    """Says entries; it speaks the language of the moment."""

    def title(self, row: EntryRow, rulebooks: Rulebooks, texts: Texts) -> str:
        """Return the rule's title, behind the minutes of an overrun or the number of errors."""
        incident = row.incident
        if row.rule is None:
            return self.tr("not in that day's rulebook")
        title = texts.of(row.rule.title)
        if incident.minutes is not None:
            book = rulebooks.on(incident.day)
            overruns = book.overruns if book is not None else ()
            whole = next((overrun.title for overrun in overruns if incident.code in overrun.tiers), row.rule.title)
            return self.tr("{minutes} min · {title}").format(title=texts.of(whole), minutes=incident.minutes)
        return f"{incident.count} × {title}" if incident.count > 1 or row.rule.counted else title

    def short(self, row: EntryRow, texts: Texts, today: date) -> str:
        """Return day, code and points: 21 Nov MIN-04 −3."""
        day = written(Moment(row.incident.day), texts, today)
        return f"{day}  {row.incident.code}  {points_of(row, texts)}"

    def void(self, incident: Incident, texts: Texts, now: datetime) -> str:
        """Return by whom, when and why an entry was voided."""
        said = self.tr("Voided by {by}, {when}: {reason}")
        when = local(incident.voided_at or "", texts, now)
        return said.format(by=incident.voided_by, when=when, reason=incident.void_reason)

    def recorded(self, incident: Incident, texts: Texts, now: datetime) -> str:
        """Return by whom and when an entry was written down."""
        return self.tr("Entered by {by}, {when}").format(by=incident.by, when=local(incident.at, texts, now))

    def replaces(self, replaced: EntryRow, texts: Texts, now: datetime) -> str:
        """Return which entry another one stands for, and why."""
        said = self.tr("Corrects {entry}: {reason}")
        return said.format(entry=self.short(replaced, texts, now.date()), reason=replaced.incident.void_reason or "")
