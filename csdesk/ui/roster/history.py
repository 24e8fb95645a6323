"""What became of somebody's line on the staff file: the journal in words, who changed what, and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from PySide6.QtCore import QObject

from csdesk.desk.people import JournalLine
from csdesk.texts import Texts
from csdesk.ui.moments import local
from csdesk.ui.roster.amounts import written_amount

_DAYS = frozenset({"hired", "probation_end", "left_on"})
_UNSAID = frozenset({"rev"})

Facts = Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Told:
    """One step of the history. head: when and by whom. what: what was done, one sentence a line."""

    head: str
    what: tuple[str, ...]


class HistoryWords(QObject):
    """Says the lines of the journal; it speaks the language of the moment."""

    def tell(self, line: JournalLine, texts: Texts, now: datetime) -> Told:
        """Return what one line says."""
        head = self.tr("{when} · {by}").format(when=local(line.at, texts, now), by=line.by)
        return Told(head, tuple(self._what(line, texts)))

    def _what(self, line: JournalLine, texts: Texts) -> list[str]:
        after = line.after or {}
        if line.before is None:
            is_imported = line.what == "intake.imported"
            return [self.tr("Imported from a workbook") if is_imported else self.tr("Added to the staff file")]
        names = [name for name in self.names() if name not in _UNSAID]
        changed = [name for name in names if (line.before.get(name) or "") != (after.get(name) or "")]
        said = [self._change(name, line.before, after, texts) for name in changed]
        if line.what == "intake.imported":
            return [self.tr("Changed by an import:"), *said]
        return said or [self.tr("Saved without a change")]

    def names(self) -> dict[str, str]:
        """Return what each fact of a person is called, by its column."""
        return {
            "number": self.tr("Number"),
            "name": self.tr("Name"),
            "role": self.tr("Role"),
            "group_name": self.tr("Group"),
            "hired": self.tr("Hired"),
            "probation_end": self.tr("Probation until"),
            "base_salary": self.tr("Base salary"),
            "left_on": self.tr("Last day"),
            "phone": self.tr("Phone"),
        }

    def _change(self, name: str, before: Facts, after: Facts, texts: Texts) -> str:
        """Return one fact's change in words; a fact that was or is empty is said as set or removed."""
        old, new = (self._value(name, facts.get(name), texts) for facts in (before, after))
        if not old:
            return self.tr("{field}: {new}").format(field=self.names()[name], new=new)
        if not new:
            return self.tr("{field} removed (was {old})").format(field=self.names()[name], old=old)
        return self.tr("{field}: {old} → {new}").format(field=self.names()[name], old=old, new=new)

    @staticmethod
    def _value(name: str, kept: object, texts: Texts) -> str:
        if kept is None or kept == "":
            return ""
        if name == "role":
            return texts.say(f"words.role.{kept}")
        if name in _DAYS:
            return texts.day(date.fromisoformat(str(kept)))
        if name == "base_salary":
            return written_amount(Decimal(str(kept)).scaleb(-2))
        return str(kept)
