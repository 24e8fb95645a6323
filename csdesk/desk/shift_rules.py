"""The rules of shifts that the team goes by: adopted with its file, or at their first need. Source: handbook shifts."""

from datetime import date

from csdesk.core.problem import Problem
from csdesk.core.shift_rules import ShiftRules, ShiftRuleVersions
from csdesk.core.shift_rules_file import read
from csdesk.desk.session import Session
from csdesk.paths import resource
from csdesk.store.errors import StoreUnavailable
from csdesk.store.schemes import SchemeText

KIND = "shifts"


class AdoptedShiftRules:
    """The versions of the rules of shifts that the team has adopted.

    A new team file adopts the shipped versions when it is made. A file from before there were such rules adopts them
    when they are first asked for, with a line in the journal; what another window has adopted by then stands.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._read_last: tuple[list[SchemeText], ShiftRuleVersions] | None = None

    def on(self, day: date) -> ShiftRules | Problem:
        """Return the rules in force on `day`, or the problem that none cover it.

        Raises Unavailable where an adopted text is not the one that was adopted.
        """
        versions = self.versions()
        return versions.on(day) or Problem.at("day", "shift-rules.none", day=day, first=versions.first_day)

    def versions(self) -> ShiftRuleVersions:
        """Return all adopted versions."""
        texts = self._adopted()
        # By the texts themselves, because an adoption may be taken back with the act that it was part of.
        if self._read_last is None or self._read_last[0] != texts:
            self._read_last = texts, ShiftRuleVersions([self._read(text) for text in texts])
        return self._read_last[1]

    def _adopted(self) -> list[SchemeText]:
        """Return the adopted texts, at least one; the shipped ones are adopted now where there were none."""
        store = self._session.store
        adopted = store.schemes.all(KIND)
        if adopted:
            return adopted
        act = self._session.act("scheme.adopted")
        with store.atomic():
            # What stands there by now counts: another window may have been first.
            if not store.schemes.all(KIND):
                for text in shipped_shift_rules():
                    store.schemes.adopt(text, act)
            return store.schemes.all(KIND)

    def _read(self, text: SchemeText) -> ShiftRules:
        rules = read(text.text, text.id)
        if not isinstance(rules, ShiftRules) or rules.digest != text.digest:
            raise StoreUnavailable("file.rulebook-damaged", file=str(self._session.store.path), rulebook=text.id)
        return rules


def shipped_shift_rules() -> list[SchemeText]:
    """Return the rules of shifts that a new team begins with, oldest first."""
    shipped = []
    for file in resource("schemes").glob("shifts*.toml"):
        text = file.read_text("utf-8")
        rules = read(text, file.name)
        if not isinstance(rules, ShiftRules):
            raise ValueError(f"{file.name}: {rules}")
        shipped.append(SchemeText(rules.id, KIND, rules.in_force_from, rules.digest, text))
    return sorted(shipped, key=lambda version: version.in_force_from)
