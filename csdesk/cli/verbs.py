"""What each verb does: asks the desk, says what came of it."""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING

from csdesk.cli.console import Console, Refused, has_screen
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk, new_desk, open_desk, shipped_rulebook
from csdesk.desk.session import os_user
from csdesk.paths import default_file, user_data_dir

if TYPE_CHECKING:
    from csdesk.core.appraisal import MonthResult
    from csdesk.desk.intake_check import IntakeCheck

# What only one verb needs is imported there: the window, which is a verb as well, must not wait for it.
_MARKS = {True: "+", False: "x", None: "?"}

Verb = Callable[[SimpleNamespace, Console], None]


def clock() -> datetime:
    """Return the present moment in the local time zone."""
    return datetime.now().astimezone()


def _desk(options: SimpleNamespace) -> Desk:
    return open_desk(options.file or default_file(), os_user(), clock)


def window(options: SimpleNamespace, console: Console) -> None:
    """Open the window, on the file that is named or the one that was open last."""
    _ask_for_a_screen(console)
    from csdesk.app import run_window  # Qt is only loaded where a window is wanted

    console.code = run_window(options.path, language=options.lang, watch=options.watch)


def _ask_for_a_screen(console: Console) -> None:
    """Refuse where there is no screen; Qt would end the program without a word that helps."""
    if not has_screen(os.environ, sys.platform):
        raise Refused(console.texts.say("cli.window.no-screen"))


def demo(options: SimpleNamespace, console: Console) -> None:
    """Make the demonstration team, then open the window on it."""
    from csdesk.desk.demo_team import make_demo_team

    if not options.no_window:
        _ask_for_a_screen(console)
    path = options.to or user_data_dir() / "demo.csdesk"
    with make_demo_team(path, os_user(), clock, console.texts.language) as desk:
        console.say("demo.done", file=str(path), people=len(desk.people.all()))
    if not options.no_window:
        options.path = path
        window(options, console)


def new(options: SimpleNamespace, console: Console) -> None:
    """Make a new, empty team file."""
    from csdesk.core.team import problems_of_team

    problems = problems_of_team(options.team, options.manager)
    if problems:
        raise console.refuse(problems)
    new_desk(options.path, options.team.strip(), options.manager.strip(), os_user(), clock).close()
    console.say("new.done", file=str(options.path), team=options.team.strip())


def template(options: SimpleNamespace, console: Console) -> None:
    """Write an empty intake workbook."""
    from csdesk.desk.writing import write_whole
    from csdesk.render.intake_template import intake_template

    if options.out.exists():  # it may be filled in by now
        raise Refused(console.texts.say("store.file.exists", file=str(options.out)))
    write_whole(options.out, intake_template(console.texts.language, shipped_rulebook()))
    console.say("template.done", file=str(options.out))


def intake(options: SimpleNamespace, console: Console) -> None:
    """Import an intake workbook, all or nothing; or only check it."""
    from csdesk.desk.intake import IntakeOvertakenError
    from csdesk.desk.intake_check import check_intake
    from csdesk.render.intake_book import read_intake

    with _desk(options) as desk:
        reading = read_intake(options.workbook)
        checked = check_intake(reading, desk.intake.basis(reading))
        imported = not checked.faults and not options.check
        if imported:
            try:
                for _ in desk.intake.commit(checked.plan):
                    pass
            except IntakeOvertakenError:
                raise Refused(console.texts.say("cli.import.overtaken", file=checked.file_name)) from None
    if options.json:
        console.document(_check_document(checked, console, imported=imported))
    else:
        _tell_check(checked, console, imported=imported)
    console.code = 1 if checked.faults else 0


def _check_document(checked: "IntakeCheck", console: Console, *, imported: bool) -> dict[str, object]:
    return {
        "imported": imported,
        "faults": [
            {"sheet": f.sheet, "cell": f.cell, "code": f.code, "text": console.texts.say(f.text, **f.detail)}
            for f in checked.faults
        ],
        "sheets": [
            {"sheet": c.kind.value, "title": c.title, "new": c.new, "changed": c.changed, "known": c.known}
            for c in checked.counts
        ],
        "unread": list(checked.unread),
        "skipped_columns": [{"sheet": sheet, "column": column} for sheet, column in checked.skipped],
    }


def _tell_check(checked: "IntakeCheck", console: Console, *, imported: bool) -> None:
    texts = console.texts
    for fault in checked.faults:
        place = f"{fault.sheet}!{fault.cell}" if fault.sheet and fault.cell else fault.sheet
        sentence = texts.say(fault.text, **fault.detail)
        console.complain(f"{place}: {sentence}" if place else sentence)
    if checked.faults:
        console.complain(texts.say("cli.import.refused", count=len(checked.faults), file=checked.file_name))
        return
    done = "import.done" if imported else "import.fits"
    console.say(done, file=checked.file_name, new=checked.changes, known=checked.known)
    if checked.unread:
        console.say("import.unread", sheets=", ".join(checked.unread))
    for sheet, column in checked.skipped:
        console.say("import.skipped", sheet=sheet, column=column)


def appraise(options: SimpleNamespace, console: Console) -> None:
    """Show a month's appraisal, reckoned now or from the snapshot of a closed month."""
    with _desk(options) as desk:
        view = desk.months.result(options.month)
    if isinstance(view, Problem):
        raise console.refuse([view])
    if options.json:
        from csdesk.desk.document import appraisal_document

        console.document(appraisal_document(view, console.texts))
        return
    state = "appraise.closed" if view.closing is not None else "appraise.open"
    console.say(state, month=options.month, people=len(view.result.sheets), rulebook=view.result.rulebook.id)
    _tell_result(view.result, console)
    for problem in view.result.problems:
        console.complain(console.texts.problem(problem))


def _tell_result(result: "MonthResult", console: Console) -> None:
    texts = console.texts
    for sheet in result.sheets:
        effect = "–" if sheet.pay_effect is None else texts.points(int(sheet.pay_effect), signed=True)
        flags = "; ".join(texts.flag(flag) for flag in sheet.flags)
        console.line(
            f"{sheet.rank:>4}  {sheet.final:>3} {sheet.grade}  {effect:>5}  "
            f"{sheet.employee.number}  {sheet.employee.name}{'  ' + flags if flags else ''}"
        )


def close(options: SimpleNamespace, console: Console) -> None:
    """Close a month: keep its result as a snapshot."""
    with _desk(options) as desk:
        closing = desk.months.close(options.month)
    if isinstance(closing, list):
        raise console.refuse(closing)
    console.say("close.done", month=options.month, digest=closing.digest[:16])


def print_sheets(options: SimpleNamespace, console: Console) -> None:
    """Print sheets to PDF, of everybody or of one person, in one file or one a person; or what hangs on the wall."""
    from csdesk.cli.duty_papers import DUTY_FORMS, check_options, print_duty

    check_options(options, console)
    with _desk(options) as desk:
        if options.form in DUTY_FORMS:
            print_duty(options, desk, console)
            return
        chosen = _chosen(options, desk, console)
        job = desk.papers.job(options.month, options.form, options.language or console.texts.language, chosen)
        if isinstance(job, list):
            raise console.refuse(job)
        for problem in job.unprintable:
            console.complain(console.texts.problem(problem))
        files = desk.papers.put_out(job, options.to, merged=options.merged)
    console.say("print.done", sheets=len(job.sheets), files=len(files), folder=str(options.to))


def _chosen(options: SimpleNamespace, desk: Desk, console: Console) -> list[str] | None:
    return None if options.number is None else [_person(options.number, desk, console)]


def _person(number: str, desk: Desk, console: Console) -> str:
    """Return the id of the person with this number; refused where there is none."""
    employee = desk.people.by_number(number)
    if employee is None:
        raise Refused(console.texts.say("cli.number.unknown", number=number))
    return employee.id


def export(options: SimpleNamespace, console: Console) -> None:
    """Write the month's workbook for HR."""
    with _desk(options) as desk:
        job = desk.exports.job(options.month, options.language or console.texts.language)
        if isinstance(job, list):
            raise console.refuse(job)
        desk.exports.put_out(job, options.to)
    console.say("export.done", file=str(options.to), month=options.month, people=len(job.result.sheets))


def roster(options: SimpleNamespace, console: Console) -> None:
    """Show a month's roster and what is wrong with it."""
    with _desk(options) as desk:
        view = desk.roster.month(options.month)
    if view.fault is not None:
        console.complain(console.texts.problem(view.fault))
    if options.json:
        from csdesk.desk.roster_document import roster_document

        console.document(roster_document(view, console.texts))
        return
    from csdesk.cli.roster_table import roster_lines

    people, duties, problems = len(view.employees), len(view.duties), len(view.problems)
    console.say("roster.done", month=options.month, people=people, duties=duties, problems=problems)
    for line in roster_lines(view, console.texts):
        console.line(line)


def swap_check(options: SimpleNamespace, console: Console) -> None:
    """Show what the seven rules say of a proposed swap; nothing is stored, whatever they say."""
    from csdesk.core.swap import SwapDraft
    from csdesk.desk.swap_document import swap_document

    with _desk(options) as desk:
        a_id, b_id = (_person(number, desk, console) for number in (options.a, options.b))
        verdict = desk.swaps.check(SwapDraft(a_id, options.day_a, b_id, options.day_b))
        document = swap_document(verdict, desk.people.by_id(), console.texts)
    if any(not problem.code.startswith("swap.") for problem in verdict.problems):  # no rules cover the day
        raise console.refuse(verdict.problems)
    if options.json:
        console.document(document)
        return
    outcome = "kept" if verdict.ok else "broken" if verdict.is_valid else "senseless"
    console.say(f"swap-check.{outcome}", a=options.a, b=options.b)
    for problem in document["problems"]:
        console.line(f"  {problem['text']}")
    for rule in document["rules"]:
        # The sentence of a broken rule names it.
        name = "" if rule["ok"] is False else f"{rule['rule']}: "
        console.line(f"  {_MARKS[rule['ok']]} {name}{rule['text']}")


def check(options: SimpleNamespace, console: Console) -> None:
    """Check the file, its journal and its snapshots."""
    with _desk(options) as desk:
        found = desk.check()
    if found:
        from csdesk.desk.checking import finding_sentence

        raise Refused(*(finding_sentence(finding, console.texts) for finding in found))
    console.say("check.done", file=str(desk.path))


def backup(options: SimpleNamespace, console: Console) -> None:
    """Write a verified copy of the file."""
    with _desk(options) as desk:
        desk.backup(options.to)
    console.say("backup.done", file=str(options.to))


def bench(options: SimpleNamespace, console: Console) -> None:
    """Measure the figures of the bench, all or those that are named."""
    from csdesk.bench.report import document, heading, row
    from csdesk.bench.run import measured

    figures = measured(options.figures)
    if options.json:
        console.document(document(figures))
        return
    console.line(heading(console.texts))
    for figure in figures:
        console.line(row(figure, console.texts))


VERBS: Mapping[str, Verb] = {
    "window": window,
    "demo": demo,
    "new": new,
    "template": template,
    "import": intake,
    "appraise": appraise,
    "close": close,
    "print": print_sheets,
    "export": export,
    "roster": roster,
    "swap-check": swap_check,
    "check": check,
    "backup": backup,
    "bench": bench,
}
