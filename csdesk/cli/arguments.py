"""The words that each verb takes."""

import argparse
from datetime import date
from pathlib import Path

from csdesk import __version__
from csdesk.bench.names import NAMES
from csdesk.core.month import Month
from csdesk.core.words import Language
from csdesk.texts import Texts

FORMS = ("appraisal", "interview", "roster", "swaps", "handover")
"""What `print` prints: sheets of people, the month's roster, its register of swaps, a blank handover form."""


def parser(language: Language) -> argparse.ArgumentParser:
    """Return the parser; its help in `language`."""
    return _Arguments(Texts(language)).parser


class _Arguments:
    """Builds the parser, a verb at a time."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self.parser = argparse.ArgumentParser(prog="csdesk", description=self._help("about"))
        self.parser.add_argument("--version", action="version", version=f"csdesk {__version__}")
        self._language_option(self.parser, default=None)
        self._verbs = self.parser.add_subparsers(dest="verb", metavar="VERB", required=True)
        self._opening()
        self._workbooks()
        self._months()
        self._keeping()

    def _help(self, key: str) -> str:
        return self._texts.say(f"cli.help.{key}")

    def _language_option(self, parser: argparse.ArgumentParser, *, default: object) -> None:
        parser.add_argument("--lang", choices=("en", "zh"), default=default, help=self._help("lang"))

    def _verb(self, name: str) -> argparse.ArgumentParser:
        verb = self._verbs.add_parser(name, help=self._help(name), description=self._help(name))
        self._language_option(verb, default=argparse.SUPPRESS)
        return verb

    def _file(self, verb: argparse.ArgumentParser) -> None:
        verb.add_argument("--file", type=Path, help=self._help("file"))

    def _month(self, verb: argparse.ArgumentParser) -> None:
        verb.add_argument("month", type=self._as_month, metavar="YYYY-MM", help=self._help("month"))

    def _as_month(self, text: str) -> Month:
        try:
            return Month.parse(text)
        except ValueError:
            raise argparse.ArgumentTypeError(self._texts.say("cli.usage.month", text=text)) from None

    def _as_day(self, text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise argparse.ArgumentTypeError(self._texts.say("cli.usage.day", text=text)) from None

    def _as_figure(self, text: str) -> str:
        if text not in NAMES:
            raise argparse.ArgumentTypeError(self._texts.say("cli.usage.figure", text=text, names=", ".join(NAMES)))
        return text

    def _json(self, verb: argparse.ArgumentParser) -> None:
        verb.add_argument("--json", action="store_true", help=self._help("json"))

    def _opening(self) -> None:
        window = self._verb("window")
        window.add_argument("path", nargs="?", type=Path, metavar="FILE", help=self._help("file"))
        demo = self._verb("demo")
        demo.add_argument("--to", type=Path, metavar="FILE", help=self._help("demo.to"))
        demo.add_argument("--no-window", action="store_true", help=self._help("demo.no-window"))
        new = self._verb("new")
        new.add_argument("path", type=Path, metavar="FILE", help=self._help("file"))
        new.add_argument("--team", required=True, metavar="NAME", help=self._help("new.team"))
        new.add_argument("--manager", default="", metavar="NAME", help=self._help("new.manager"))

    def _workbooks(self) -> None:
        template = self._verb("template")
        template.add_argument("out", type=Path, metavar="OUT.xlsx", help=self._help("out"))
        intake = self._verb("import")
        intake.add_argument("workbook", type=Path, metavar="WORKBOOK", help=self._help("import.workbook"))
        self._file(intake)
        intake.add_argument("--check", action="store_true", help=self._help("import.check"))
        self._json(intake)

    def _months(self) -> None:
        appraise = self._verb("appraise")
        self._month(appraise)
        self._file(appraise)
        self._json(appraise)
        close = self._verb("close")
        self._month(close)
        self._file(close)
        paper = self._verb("print")
        self._month(paper)
        self._file(paper)
        paper.add_argument("--to", type=Path, required=True, metavar="FOLDER", help=self._help("print.to"))
        paper.add_argument("--form", choices=FORMS, default=FORMS[0], help=self._help("form"))
        paper.add_argument("--paper", choices=("A4", "A3"), help=self._help("print.paper"))
        paper.add_argument("--number", metavar="N", help=self._help("print.number"))
        paper.add_argument("--merged", action="store_true", help=self._help("print.merged"))
        self._paper_language(paper)
        export = self._verb("export")
        self._month(export)
        self._file(export)
        export.add_argument("--to", type=Path, required=True, metavar="OUT.xlsx", help=self._help("out"))
        self._paper_language(export)

        roster = self._verb("roster")
        self._month(roster)
        self._file(roster)
        self._json(roster)

        swap = self._verb("swap-check")
        self._file(swap)
        for party, day_needed in (("a", True), ("b", False)):
            swap.add_argument(f"--{party}", required=True, metavar="NUMBER", help=self._help(f"swap-check.{party}"))
            day = self._help(f"swap-check.day-{party}")
            swap.add_argument(f"--day-{party}", type=self._as_day, required=day_needed, metavar="DATE", help=day)
        self._json(swap)

    def _paper_language(self, verb: argparse.ArgumentParser) -> None:
        verb.add_argument("--language", choices=("en", "zh", "both"), help=self._help("language"))

    def _keeping(self) -> None:
        self._file(self._verb("check"))
        backup = self._verb("backup")
        self._file(backup)
        backup.add_argument("--to", type=Path, required=True, metavar="FILE2", help=self._help("backup.to"))
        bench = self._verb("bench")
        which = self._texts.say("cli.help.bench.figures", names=", ".join(NAMES))
        bench.add_argument("figures", nargs="*", type=self._as_figure, metavar="FIGURE", help=which)
        self._json(bench)
