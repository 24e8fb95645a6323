"""What the rules say of a proposed swap, as the one JSON document that other programs read. Source: interfaces."""

from collections.abc import Mapping
from typing import Any

from csdesk.core.employee import Employee
from csdesk.core.swaps import Verdict
from csdesk.texts import Texts


def swap_document(verdict: Verdict, people: Mapping[str, Employee], texts: Texts) -> dict[str, Any]:
    """Return the document of `verdict`; sentences in the language of `texts`. people: by id."""
    return {
        "valid": verdict.is_valid,
        "problems": [
            {"code": problem.code.removeprefix("swap."), "text": texts.problem(problem)} for problem in verdict.problems
        ],
        "ok": verdict.ok,
        "rules": [
            {
                "rule": rule.rule,
                "ok": rule.ok,
                "number": None if rule.employee_id is None else people[rule.employee_id].number,
                "text": texts.say(rule.text_key, **rule.detail),
            }
            for rule in verdict.rules
        ],
    }
