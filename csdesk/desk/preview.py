"""What an entry will do to somebody's month, before it is saved: reckoned without it and with it."""

from dataclasses import dataclass, replace

from csdesk.core.appraisal import Best, MonthFacts, Sheet
from csdesk.core.employee import Employee
from csdesk.core.incidents import Incident, Judged
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.reckoning import appraise_person, problem_of_appraising
from csdesk.core.rulebook import Rule, Rulebooks, Severity, Trigger


@dataclass(frozen=True, slots=True)
class Preview:
    """What an entry will do before it is saved.

    before, after: the person's draft appraisal without and with it. points: of the entry, signed.
    nth: which offence of its severity this month it is (the last of them, for a count); 0 for a bonus.
    bound: how many of that severity escalate, None where none do. escalates: whether this entry brings it about.
    stake: what the next escalation would take, signed; 0 where there is none to come.
    not_appraised: why the entry is kept but counts for nothing, None where the person is appraised.
    """

    employee: Employee
    before: Sheet
    after: Sheet
    rule: Rule
    points: int
    nth: int
    bound: int | None
    escalates: bool
    stake: int
    not_appraised: Problem | None = None

    @property
    def escalation_points(self) -> int:
        """What the escalation takes at month-end, signed; 0 where this entry does not bring it about."""
        if not self.escalates:
            return 0
        had = {line.key for line in self.before.lines}
        return sum(line.points for line in self.after.lines if line.reason == "escalation" and line.key not in had)


def preview_of(
    entry: Incident,
    judged: Judged,
    employee: Employee,
    facts: MonthFacts,
    best: Best | None,
    rulebooks: Rulebooks,
    *,
    instead_of: str | None = None,
) -> Preview:
    """Return what `entry`, as it was judged, does to the person's month.

    facts: the person's own, without it. best: the whole team's figures. instead_of: the id of the entry that it
    corrects; that one no longer counts afterwards.
    """
    kept = [incident for incident in facts.incidents if incident.id != instead_of]
    before = appraise_person(employee, facts, rulebooks, best)
    after = appraise_person(employee, replace(facts, incidents=[*kept, entry]), rulebooks, best)
    severity, escalation = judged.rule.severity, escalation_rule(rulebooks, facts.month)
    escalated = _is_escalated(after)
    return Preview(
        employee=employee,
        before=before,
        after=after,
        rule=judged.rule,
        points=judged.total,
        nth=after.offence_counts.get(severity, 0) if severity.is_offence else 0,
        bound=escalation_bound(rulebooks, facts.month, severity),
        escalates=escalated and not _is_escalated(before),
        stake=escalation.hardest if escalation is not None and not escalated else 0,
        not_appraised=problem_of_appraising(employee, facts.month, rulebooks.on(facts.month.last) or judged.rulebook),
    )


def _is_escalated(sheet: Sheet) -> bool:
    """Return whether the escalation stands on `sheet`, or stood there until somebody struck it."""
    lines = (*sheet.lines, *(line for line, _ in sheet.struck))
    return any(line.reason == "escalation" for line in lines)


def escalation_bound(rulebooks: Rulebooks, month: Month, severity: Severity) -> int | None:
    """Return how many offences of `severity` escalate in `month`, None where none do."""
    rule = escalation_rule(rulebooks, month)
    if rule is None or rule.automatic is None:
        return None
    return dict(rule.automatic.at_least).get(severity)


def escalation_rule(rulebooks: Rulebooks, month: Month) -> Rule | None:
    """Return the rule that repeated offences bring about in `month`, None where there is none."""
    rulebook = rulebooks.on(month.last)
    return next(iter(rulebook.triggered_by(Trigger.REPEATED_OFFENCES)), None) if rulebook is not None else None
