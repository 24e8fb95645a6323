"""A month's roster as the one JSON document that other programs read. Source: design, interfaces."""

from typing import Any

from csdesk.core.roster import RosterProblem
from csdesk.desk.roster_month import RosterMonth
from csdesk.texts import Texts


def roster_document(view: RosterMonth, texts: Texts) -> dict[str, Any]:
    """Return the document of `view`; names and sentences in the language of `texts`."""
    numbers: dict[str | None, str] = {employee.id: employee.number for employee in view.employees}
    names = [(day, view.calendar.name(day)) for day in view.days]
    return {
        "month": str(view.month),
        "days": [
            {
                "date": day.isoformat(),
                "kind": view.calendar.kind(day).value,
                "name": None if name is None else texts.of(name),
            }
            for day, name in names
        ],
        "shifts": [
            {
                "number": numbers[duty.employee_id],
                "date": duty.day.isoformat(),
                "shift": view.shifts[duty.shift_id].code,
                "from": duty.origin.value,
            }
            for duty in view.duties
        ],
        "problems": [
            {
                "code": problem.code,
                "number": numbers.get(problem.employee_id),
                "date": problem.day.isoformat(),
                "text": problem_sentence(problem, texts),
            }
            for problem in view.problems
        ],
    }


def problem_sentence(problem: RosterProblem, texts: Texts) -> str:
    """Return what is wrong with the roster in words."""
    return texts.say(f"roster.problem.{problem.code}", **problem.detail)
