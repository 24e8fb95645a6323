"""A month's appraisal as the one JSON document that other programs read. Source: design, interfaces."""

from typing import Any

from csdesk.core.appraisal import Flag, Line, Sheet
from csdesk.desk.months import MonthView
from csdesk.texts import Texts


def appraisal_document(view: MonthView, texts: Texts) -> dict[str, Any]:
    """Return the document of `view`; sentences in the language of `texts`."""
    result = view.result
    rulebook = result.rulebook
    return {
        "month": str(result.month),
        "rulebook": {"id": rulebook.id, "in_force_from": rulebook.in_force_from.isoformat(), "digest": rulebook.digest},
        "closed": view.closing is not None,
        "employees": [_employee(sheet, view, texts) for sheet in result.sheets],
        "problems": [{"code": problem.code, "text": texts.problem(problem)} for problem in result.problems]
        + [
            {
                "code": "snapshot.drift",
                "text": texts.say(
                    "problems.snapshot.drift", number=d.number, what=texts.say(f"problems.snapshot.what.{d.what}")
                ),
            }
            for d in view.drift
        ],
    }


def _employee(sheet: Sheet, view: MonthView, texts: Texts) -> dict[str, Any]:
    effect = sheet.pay_effect
    return {
        "number": sheet.employee.number,
        "name": sheet.employee.name,
        "role": sheet.employee.role.value,
        "base": sheet.base,
        "bonuses": sheet.bonuses,
        "offences": sheet.offences,
        "automatic": sheet.automatic,
        "adjustment": sheet.adjustment,
        "raw": sheet.raw,
        "final": sheet.final,
        "grade": sheet.grade,
        "rank": sheet.rank,
        "of": sheet.of,
        "pay_effect": None if effect is None else int(effect) if effect == int(effect) else float(effect),
        "pay_reason": texts.pay_reason(sheet, view.result.rulebook.month.pay),
        "flags": [_flag(flag, texts) for flag in sheet.flags],
        "lines": [_line(line, texts) for line in sheet.lines],
        "struck": [
            {**_line(line, texts), "struck_by": strike.by, "why": strike.reason} for line, strike in sheet.struck
        ],
    }


def _flag(flag: Flag, texts: Texts) -> dict[str, Any]:
    return {"code": flag.code.value, "text": texts.flag(flag), "because": list(flag.because)}


def _line(line: Line, texts: Texts) -> dict[str, Any]:
    return {
        "code": line.code,
        "kind": line.kind,
        "points": line.points,
        "day": None if line.day is None else line.day.isoformat(),
        "note": line.note or texts.reason(line),
        "source": line.source.value,
        "because": list(line.because),
        "count": line.count,
        "minutes": line.minutes,
        "rulebook": line.rulebook,
        "key": line.key,
    }
