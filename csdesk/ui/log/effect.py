"""What an entry will do, in one or two sentences, before it is saved."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from csdesk.core.appraisal import Line, Source
from csdesk.core.month import Month
from csdesk.core.rulebook import Severity
from csdesk.desk.preview import Preview
from csdesk.texts import Texts
from csdesk.ui.moments import month_name

NAMED_AT_MOST = 4


@dataclass(frozen=True, slots=True)
class Effect:
    """The sentences, and how loud they are: info, good, warning or alarm."""

    text: str
    kind: str


def ordinal(number: int, texts: Texts) -> str:
    """Return 1st, 2nd, 3rd, 11th; a plain figure in Chinese."""
    if texts.language == "zh":
        return str(number)
    teens = 10 < number % 100 < 14
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


class EffectWords(QObject):
    """Says the effect of a preview; made anew or kept, it speaks the language of the moment."""

    def of(self, previews: Sequence[Preview], texts: Texts, shown: Month) -> Effect:
        """Return the effect of an entry for one person or several. shown: the month that need not be named."""
        if len(previews) == 1:
            parts, kind = self._of_one(previews[0], texts)
        else:
            parts, kind = self._of_several(previews, texts)
        month = previews[0].after.month
        if month != shown:
            said = self.tr("This goes to {month}.").format(month=month_name(month, texts, shown.first))
            parts.insert(0, said)
        # Chinese sentences end in a full-width stop and need no space behind it.
        return Effect(("" if texts.language == "zh" else " ").join(parts), kind)

    def _of_one(self, preview: Preview, texts: Texts) -> tuple[list[str], str]:
        if preview.not_appraised is not None:
            said = self.tr("The entry is kept, but changes no score.")
            return [texts.problem(preview.not_appraised), said], "warning"
        sentences = [self._offence(preview, texts), self._lost(preview, texts), self._score(preview, texts),
                     self._flags(preview, texts)]  # fmt: skip
        return [sentence for sentence in sentences if sentence], self._kind(preview)

    def _kind(self, preview: Preview) -> str:
        if preview.rule.severity is Severity.DISMISSAL:
            return "alarm"
        if preview.escalates or self._new_flags(preview):
            return "warning"
        return "info" if preview.rule.severity.is_offence else "good"

    def _offence(self, preview: Preview, texts: Texts) -> str:
        severity = preview.rule.severity
        if severity is Severity.DISMISSAL:
            said = self.tr("Dismissal offence: no points, but {name} is flagged for the manager's decision.")
            return said.format(name=preview.employee.name)
        if preview.bound is None:
            return ""
        words = {
            "nth": ordinal(preview.nth, texts),
            "severity": texts.say(f"words.severity.{severity}"),
            "points": texts.points(preview.escalation_points or preview.stake),
            # Chinese says how much is taken, without the minus.
            "size": texts.points(abs(preview.escalation_points or preview.stake)),
        }
        if preview.escalates and preview.escalation_points:
            return self.tr("{nth} {severity} offence this month: another {points} at month-end.").format(**words)
        if preview.nth == preview.bound - 1 and preview.stake:
            said = self.tr("{nth} {severity} offence this month; one more brings another {points} at month-end.")
            return said.format(**words)
        return self.tr("{nth} {severity} offence this month.").format(**words) if preview.nth > 1 else ""

    def _lost(self, preview: Preview, texts: Texts) -> str:
        """Say which line of the program the entry would cost."""
        kept = {line.key for line in preview.after.lines}
        lost: list[Line] = [
            line for line in preview.before.lines if line.source is Source.AUTOMATIC and line.key not in kept
        ]
        if not lost:
            return ""
        named = ", ".join(f"{line.code} ({texts.points(line.points, signed=True)})" for line in lost)
        return self.tr("{lines} would fall away.").format(lines=named)

    def _score(self, preview: Preview, texts: Texts) -> str:
        before, after = preview.before, preview.after
        if before.final != after.final:
            said = self.tr("Score would be {before} → {after}.")
            if before.grade != after.grade:
                said = self.tr("Score would be {before} → {after}, grade {old} → {new}.")
            return said.format(before=before.final, after=after.final, old=before.grade, new=after.grade)
        if before.raw < after.raw:
            return self.tr("Score stays {score}, the highest there is.").format(score=after.final)
        if before.raw > after.raw:
            if after.final == 0:
                return self.tr("Score stays {score}, the lowest there is.").format(score=after.final)
            return self.tr("Score stays {score}: it was above the limit.").format(score=after.final)
        return self.tr("Score stays {score}.").format(score=after.final)

    def _new_flags(self, preview: Preview) -> list[str]:
        had = {flag.code for flag in preview.before.flags}
        return [flag.code for flag in preview.after.flags if flag.code not in had]

    def _flags(self, preview: Preview, texts: Texts) -> str:
        if preview.rule.severity is Severity.DISMISSAL:
            return ""
        new = self._new_flags(preview)
        said = [texts.flag(flag) for flag in preview.after.flags if flag.code in new]
        return self.tr("Flag for the manager: {flags}.").format(flags=", ".join(said)) if said else ""

    def _of_several(self, previews: Sequence[Preview], texts: Texts) -> tuple[list[str], str]:
        sentences = [self.tr("One entry for each of {count} people.").format(count=len(previews))]
        appraised = [preview for preview in previews if preview.not_appraised is None]
        escalated = [preview.employee.name for preview in appraised if preview.escalates]
        if escalated:
            said = self.tr("Another {points} at month-end for {names}.")
            points = next(p.escalation_points for p in appraised if p.escalates)
            words = {"points": texts.points(points), "size": texts.points(abs(points))}
            sentences.append(said.format(**words, names=self._names(escalated)))
        if appraised and appraised[0].rule.severity is Severity.DISMISSAL:
            sentences.append(self.tr("Each is flagged for the manager's decision."))
        scores = [f"{p.employee.name} {p.before.final} → {p.after.final}" for p in appraised]
        if scores:
            sentences.append(self.tr("Scores would be: {scores}.").format(scores=self._names(scores)))
        aside = [preview.employee.name for preview in previews if preview.not_appraised is not None]
        if aside:
            sentences.append(self.tr("Not appraised by points: {names}.").format(names=self._names(aside)))
        kinds = [*(self._kind(preview) for preview in appraised), *(["warning"] if aside else [])]
        return sentences, next(kind for kind in ("alarm", "warning", "good", "info") if kind in kinds)

    def _names(self, names: Sequence[str]) -> str:
        """Return names in a row, the last ones only counted where there are many."""
        if len(names) <= NAMED_AT_MOST:
            return self.tr(", ").join(names)
        shown = self.tr(", ").join(names[:NAMED_AT_MOST])
        return self.tr("{names} and {count} more").format(names=shown, count=len(names) - NAMED_AT_MOST)
