"""Printing the roster, the register of swaps and the blank handover form on the command line."""

from types import SimpleNamespace
from typing import TYPE_CHECKING

from csdesk.cli.console import Console, Refused

if TYPE_CHECKING:
    from csdesk.desk.desk import Desk
    from csdesk.desk.roster_papers import DutyJob
    from csdesk.render.paper_words import PaperLanguage

ROSTER, SWAPS, HANDOVER = "roster", "swaps", "handover"
DUTY_FORMS = (ROSTER, SWAPS, HANDOVER)


def check_options(options: SimpleNamespace, console: Console) -> None:
    """Refuse what does not go with the form that is asked for."""
    if options.paper is not None and options.form != ROSTER:
        raise Refused(console.texts.say("cli.print.not-for-form", option="--paper", form=options.form))
    if options.number is not None and options.form in DUTY_FORMS:
        raise Refused(console.texts.say("cli.print.not-for-form", option="--number", form=options.form))


def print_duty(options: SimpleNamespace, desk: "Desk", console: Console) -> None:
    """Print one of these papers into the folder that is named."""
    job = _job(options, desk, options.language or console.texts.language)
    for problem in job.unprintable:
        console.complain(console.texts.problem(problem))
    path = options.to / job.file_name
    desk.roster_papers.put_out(job, path)
    console.say("print.paper.done", file=str(path))


def _job(options: SimpleNamespace, desk: "Desk", language: "PaperLanguage") -> "DutyJob":
    if options.form == ROSTER:
        return desk.roster_papers.roster(options.month, language, options.paper or "A4")
    if options.form == SWAPS:
        return desk.roster_papers.register(options.month, language)
    return desk.roster_papers.blank_handover(language)
