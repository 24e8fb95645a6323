"""From the store to the values that a month is reckoned from."""

from collections.abc import Sequence

from csdesk.core.appraisal import MonthFacts
from csdesk.core.employee import Employee
from csdesk.core.month import Month
from csdesk.core.reckoning import Best
from csdesk.store.files import Store

COMPLAINTS_FROM = "complaints-from"
"""The setting that moves the first month in which the complaint register counts as in use (YYYY-MM)."""


def complaints_from(store: Store) -> Month | None:
    """Return the first month in which the complaint register is in use. Source: handbook points, readings."""
    setting = store.settings.get(COMPLAINTS_FROM)
    return Month.parse(setting) if setting else store.facts.first_complaint_month()


def month_facts(store: Store, team: Sequence[Employee], month: Month) -> MonthFacts:
    """Return everything that happened in `month` to the people of `team`."""
    return MonthFacts(
        month=month,
        employees=[employee for employee in team if employee.employed_in(month)],
        incidents=store.incidents.in_month(month),
        tests=store.facts.tests_in(month),
        workloads=store.facts.workloads_in(month),
        complaints=store.facts.complaints_in(month),
        adjustments=store.facts.adjustments_in(month),
        strikes=store.facts.strikes_in(month),
        complaints_from=complaints_from(store),
    )


def own_facts(store: Store, employee: Employee, month: Month) -> tuple[MonthFacts, Best | None]:
    """Return what happened to one person in `month`, and the whole team's best figures."""
    facts = MonthFacts(
        month=month,
        employees=[employee],
        incidents=store.incidents.of_employee(employee.id, month),
        tests=store.facts.tests_in(month, employee.id),
        workloads=store.facts.workloads_in(month, employee.id),
        complaints=store.facts.complaints_in(month, employee.id),
        adjustments=store.facts.adjustments_in(month, employee.id),
        strikes=store.facts.strikes_in(month, employee.id),
        complaints_from=complaints_from(store),
    )
    highest = store.facts.workload_maxima(month)
    return facts, Best(*highest) if highest is not None else None
