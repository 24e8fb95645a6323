"""The command line, verb by verb, on real files. Source: design, interfaces."""

import errno
import io
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import pytest

from csdesk.cli import main
from csdesk.cli.console import has_screen
from csdesk.core.staff import PersonDraft
from csdesk.desk.desk import Desk, open_desk
from csdesk.desk.intake import Intake
from csdesk.desk.intake_check import Basis
from csdesk.desk.session import os_user
from csdesk.render.intake_rows import IntakeReading
from csdesk.store.files import open_store
from tests.desks import clock

WORKBOOK = Path(__file__).parents[1] / "data" / "desk-2026.xlsx"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine speaks, these tests read English."""
    monkeypatch.setenv("CSDESK_LANGUAGE", "en")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A new, empty team file."""
    path = tmp_path / "team.csdesk"
    assert main(["new", str(path), "--team", "South desk", "--manager", "Lin Lan"]) == 0
    return path


@pytest.fixture
def full(file: Path) -> Path:
    """A team file with the workbook of a real team in it."""
    assert main(["import", str(WORKBOOK), "--file", str(file)]) == 0
    return file


def opened(file: Path) -> Desk:
    return open_desk(file, os_user(), clock())


def the_document(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    document = json.loads(capsys.readouterr().out)
    assert isinstance(document, dict)
    return document


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main([str(word) for word in words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_new_file_is_made_and_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "new", tmp_path / "a.csdesk", "--team", "South desk")
    assert (code, out, err) == (0, f"Made the file of South desk in {tmp_path / 'a.csdesk'}.\n", "")
    with opened(tmp_path / "a.csdesk") as desk:
        assert desk.team_name == "South desk"


def test_a_file_that_is_there_is_not_made_again(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()
    code, out, err = run(capsys, "new", file, "--team", "Another")
    assert (code, out) == (1, "")
    assert "exists already" in err
    assert file.read_bytes() == before


def test_a_team_needs_a_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "new", tmp_path / "a.csdesk", "--team", " ")[0] == 1
    assert not (tmp_path / "a.csdesk").exists()


def test_the_demonstration_is_a_team_of_twelve_with_a_sound_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "folder" / "demo.csdesk"
    code, out, _ = run(capsys, "demo", "--to", path, "--no-window")
    assert (code, out) == (0, f"Made the demonstration team of 12 people in {path}.\n")
    assert run(capsys, "check", "--file", path)[0] == 0
    code, _, err = run(capsys, "demo", "--to", path, "--no-window")
    assert (code, "exists already" in err) == (1, True)


class TestImporting:
    def test_the_workbook_of_a_real_team_is_read_whole(self, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
        code, out, err = run(capsys, "import", WORKBOOK, "--file", file)
        first, *skipped = out.splitlines()
        assert (code, err, first) == (0, "", "Imported desk-2026.xlsx. Rows taken in: 222; already there: 0.")
        assert skipped == ["Column skipped on 人员: 微信群昵称.", "Column skipped on 记录: 姓名."]

    def test_a_second_import_changes_nothing(self, full: Path, capsys: pytest.CaptureFixture[str]) -> None:
        code, out, _ = run(capsys, "import", WORKBOOK, "--file", full)
        assert code == 0
        assert out.splitlines()[0] == "Imported desk-2026.xlsx. Rows taken in: 0; already there: 222."

    def test_check_only_checks(self, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
        code, out, _ = run(capsys, "import", WORKBOOK, "--file", file, "--check")
        assert (code, out.splitlines()[0].endswith("Nothing was imported.")) == (0, True)
        with opened(file) as desk:
            assert desk.people.all() == []

    def test_faults_are_listed_with_sheet_and_cell_and_nothing_is_imported(
        self, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        book = openpyxl.load_workbook(WORKBOOK)
        book["记录"]["E4"] = "MIN-99"
        book["考试"]["C2"] = 101
        book.create_sheet("指标")
        book.save(tmp_path / "faulty.xlsx")
        code, out, err = run(capsys, "import", tmp_path / "faulty.xlsx", "--file", file)
        assert (code, out) == (1, "")
        assert [line.split(":")[0] for line in err.splitlines()[:2]] == ["记录!E4", "考试!C2"]
        assert err.splitlines()[2].startswith("Nothing was imported from faulty.xlsx. Faults: 2.")
        code, out, _ = run(capsys, "import", tmp_path / "faulty.xlsx", "--file", file, "--json")
        document = json.loads(out)
        assert (code, document["imported"], document["unread"]) == (1, False, ["指标"])
        assert [(f["sheet"], f["cell"], f["code"]) for f in document["faults"]] == [
            ("记录", "E4", "code.unknown"), ("考试", "C2", "score.outside")
        ]  # fmt: skip
        with opened(file) as desk:
            assert desk.people.all() == []

    def test_an_import_that_another_window_overtook_is_refused(
        self, full: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        book = openpyxl.Workbook()
        book.worksheets[0].title = "Staff"
        for row in (("number", "name", "role", "hired"), ("0101", "李娜娜", "agent", date(2021, 3, 8))):
            book.worksheets[0].append(row)
        book.save(tmp_path / "staff.xlsx")
        basis = Intake.basis

        def and_then_somebody_else(intake: Intake, reading: IntakeReading) -> Basis:
            seen = basis(intake, reading)
            with opened(full) as other:
                person = other.people.by_number("0101")
                assert person is not None
                other.people.change(person.id, person.rev, replace(PersonDraft.of(person), phone="1"))
            return seen

        monkeypatch.setattr(Intake, "basis", and_then_somebody_else)
        code, out, err = run(capsys, "import", tmp_path / "staff.xlsx", "--file", full)
        assert (code, out, "Import it again" in err) == (1, "", True)

    def test_a_file_that_is_no_workbook_is_one_sentence(self, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
        code, _, err = run(capsys, "import", file, "--file", file)
        assert (code, "not an Excel workbook" in err) == (1, True)

    def test_the_template_reads_back_empty(
        self, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(capsys, "template", tmp_path / "intake.xlsx")[0] == 0
        code, out, _ = run(capsys, "import", tmp_path / "intake.xlsx", "--file", file)
        assert (code, out.splitlines()[0]) == (0, "Imported intake.xlsx. Rows taken in: 0; already there: 0.")


class TestAppraising:
    def test_the_document_has_the_agreed_form(self, full: Path, capsys: pytest.CaptureFixture[str]) -> None:
        code, out, _ = run(capsys, "appraise", "2026-10", "--file", full, "--json")
        document = json.loads(out)
        assert code == 0
        assert (document["month"], document["closed"]) == ("2026-10", False)
        assert document["rulebook"]["in_force_from"] == "2025-01-01"
        assert len(document["employees"]) == 12
        for employee in document["employees"]:
            moved = sum(line["points"] for line in employee["lines"])
            assert employee["raw"] == employee["base"] + moved
            assert (
                employee["raw"]
                == employee["base"]
                + employee["bonuses"]
                - employee["offences"]
                + employee["automatic"]
                + employee["adjustment"]
            )
            assert employee["of"] == 12

    def test_a_newcomer_has_no_pay_effect_and_the_reason_says_why(
        self, full: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        _, out, _ = run(capsys, "appraise", "2026-10", "--file", full, "--json")
        newcomer = next(e for e in json.loads(out)["employees"] if e["number"] == "0111")
        assert newcomer["pay_effect"] is None
        assert newcomer["pay_reason"].startswith("None in the first 2 calendar months")

    def test_every_automatic_line_names_what_it_rests_on(self, full: Path, capsys: pytest.CaptureFixture[str]) -> None:
        _, out, _ = run(capsys, "appraise", "2026-10", "--file", full, "--json")
        zhai = next(e for e in json.loads(out)["employees"] if e["number"] == "0104")
        escalation = next(line for line in zhai["lines"] if line["code"] == "SER-05")
        logged = {line["because"][0] for line in zhai["lines"] if line["source"] == "log"}
        assert escalation["because"]
        assert set(escalation["because"]) <= logged

    def test_a_person_reads_one_line_each(self, full: Path, capsys: pytest.CaptureFixture[str]) -> None:
        code, out, _ = run(capsys, "appraise", "2026-10", "--file", full)
        assert code == 0
        assert out.splitlines()[0] == "October 2026, reckoned now by rulebook points@2025-01-01. People: 12."
        assert len(out.splitlines()) == 13

    def test_a_month_that_is_none_is_wrong_usage(self, full: Path, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as ended:
            main(["appraise", "2026-13", "--file", str(full)])
        assert ended.value.code == 2
        assert "2026-13 is not a month" in capsys.readouterr().err

    def test_wrong_usage_is_said_in_the_language_that_was_asked_for(self, capsys: pytest.CaptureFixture[str]) -> None:
        for words in (["--lang", "zh", "appraise", "2026-13"], ["appraise", "2026-13", "--lang=zh"]):
            with pytest.raises(SystemExit):
                main(words)
            assert "不是月份" in capsys.readouterr().err

    def test_a_month_before_the_first_rulebook_is_refused(self, full: Path, capsys: pytest.CaptureFixture[str]) -> None:
        code, out, err = run(capsys, "appraise", "2024-12", "--file", full)
        assert (code, out) == (1, "")
        assert err == (
            "No rulebook covers 31 Dec 2024; the first one begins on 1 Jan 2025. "
            "Choose a later day, or have an earlier rulebook adopted.\n"
        )

    def test_a_closed_month_is_shown_as_it_was_closed(self, full: Path, capsys: pytest.CaptureFixture[str]) -> None:
        code, out, _ = run(capsys, "close", "2026-10", "--file", full)
        assert (code, out.startswith("Closed October 2026")) == (0, True)
        _, out, _ = run(capsys, "appraise", "2026-10", "--file", full, "--json")
        assert json.loads(out)["closed"] is True
        _, out, _ = run(capsys, "appraise", "2026-10", "--file", full)
        assert out.startswith("October 2026, as it was closed")
        assert run(capsys, "close", "2026-10", "--file", full)[0] == 1


class TestPrinting:
    def test_everybody_gets_a_sheet(self, full: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        code, out, _ = run(capsys, "print", "2026-10", "--file", full, "--to", tmp_path / "out")
        assert (code, out) == (0, f"Printed to {tmp_path / 'out'}. Sheets: 12; files: 12.\n")
        assert len(list((tmp_path / "out").glob("*.pdf"))) == 12

    def test_one_person_in_chinese(self, full: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        words = ("print", "2026-10", "--file", full, "--to", tmp_path, "--number", "0102", "--language", "zh")
        assert run(capsys, *words)[0] == 0
        text = pypdf.PdfReader(tmp_path / "appraisal-2026-10-0102-王𬭎.pdf").pages[0].extract_text()
        assert "王𬭎" in text

    def test_an_interview_form_in_one_file(
        self, full: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        words = ("print", "2026-10", "--file", full, "--to", tmp_path, "--form", "interview", "--merged")
        assert run(capsys, *words)[0] == 0
        assert len(pypdf.PdfReader(tmp_path / "interview-2026-10.pdf").pages) >= 12

    def test_an_unknown_number_is_refused(self, full: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        code, _, err = run(capsys, "print", "2026-10", "--file", full, "--to", tmp_path / "out", "--number", "9999")
        assert (code, "9999" in err) == (1, True)
        assert not (tmp_path / "out").exists()

    def test_a_manager_has_no_sheet(self, full: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        code, _, err = run(capsys, "print", "2026-10", "--file", full, "--to", tmp_path / "out", "--number", "0401")
        assert (code, "nobody to print" in err) == (1, True)

    def test_a_folder_that_cannot_be_written_is_said(
        self, full: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "taken").write_text("a file", "utf-8")
        code, _, err = run(capsys, "print", "2026-10", "--file", full, "--to", tmp_path / "taken")
        assert (code, "cannot be read or written" in err) == (1, True)

    def test_a_name_that_cannot_be_printed_is_said_first(
        self, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        with opened(file) as desk:
            from tests.desks import somebody

            somebody(desk, name="李\U0003134a", hired=date(2025, 1, 6))
        code, _, err = run(capsys, "print", "2026-10", "--file", file, "--to", tmp_path / "out")
        assert (code, "U+3134A" in err) == (0, True)


def test_the_workbook_for_hr_is_written(full: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "export", "2026-10", "--file", full, "--to", tmp_path / "hr.xlsx", "--language", "both")
    assert (code, out) == (0, f"Wrote the workbook of October 2026 to {tmp_path / 'hr.xlsx'}. People: 12.\n")
    assert len(openpyxl.load_workbook(tmp_path / "hr.xlsx").sheetnames) == 14
    assert run(capsys, "export", "2024-12", "--file", full, "--to", tmp_path / "no.xlsx")[0] == 1
    assert not (tmp_path / "no.xlsx").exists()


def test_no_workbook_is_written_over_a_team_file(
    full: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (("export", "2026-10", "--file", full, "--to", full), ("template", full)):
        code, out, err = run(capsys, *words)
        assert (code, out, str(full) in err) == (1, "", True)
    assert run(capsys, "check", "--file", full)[0] == 0


def test_a_template_is_not_written_over_a_workbook_that_is_filled_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "intake.xlsx").write_bytes(b"a month of work")
    code, out, err = run(capsys, "template", tmp_path / "intake.xlsx")
    assert (code, out, "exists already" in err) == (1, "", True)
    assert (tmp_path / "intake.xlsx").read_bytes() == b"a month of work"


def test_a_month_that_another_program_keeps_from_being_noted_is_not_put_out(
    full: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("csdesk.desk.desk.open_store", partial(open_store, busy_seconds=0.0))
    with closing(sqlite3.connect(full, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for words in (
            ("print", "2026-10", "--to", tmp_path / "out"),
            ("export", "2026-10", "--to", tmp_path / "a.xlsx"),
        ):
            code, out, err = run(capsys, *words, "--file", full)
            assert (code, out, "in use" in err) == (1, "", True)
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "a.xlsx").exists()


def test_a_backup_is_made_once(full: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "backup", "--file", full, "--to", tmp_path / "copy.csdesk")[0] == 0
    assert run(capsys, "check", "--file", tmp_path / "copy.csdesk")[0] == 0
    code, _, err = run(capsys, "backup", "--file", full, "--to", tmp_path / "copy.csdesk")
    assert (code, "exists already" in err) == (1, True)


def test_tampering_is_refused_with_its_place(full: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with sqlite3.connect(full) as connection:
        connection.execute("DELETE FROM incident WHERE code = 'SER-01'")
    connection.close()
    code, out, err = run(capsys, "check", "--file", full)
    assert (code, out, "deleted outside csdesk" in err) == (1, "", True)


def test_a_missing_file_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "appraise", "2026-10", "--file", tmp_path / "none.csdesk")
    assert (code, out, len(err.splitlines())) == (1, "", 1)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "gbk", "utf-8"])
def test_the_document_is_json_on_every_console(full: Path, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    printed = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(printed, encoding))
    assert main(["appraise", "2026-10", "--file", str(full), "--json"]) == 0
    names = {employee["name"] for employee in json.loads(printed.getvalue().decode(encoding))["employees"]}
    assert "王𬭎" in names


class FullDisk(io.StringIO):
    """What standard output is where it goes to a file on a full disk."""

    def write(self, _: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_result_that_cannot_be_printed_is_said(
    full: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout", FullDisk())
    assert main(["appraise", "2026-10", "--file", str(full)]) == 1
    assert capsys.readouterr().err.startswith("The result could not be printed: No space left on device.")


def test_it_speaks_chinese_as_well(full: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--lang", "zh", "check", "--file", full)[1].endswith("一致。\n")
    assert run(capsys, "check", "--file", full, "--lang", "zh")[1].endswith("一致。\n")


def test_where_there_is_no_screen_a_window_is_refused_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    for words in ((), ("team.csdesk",), ("demo", "--to", tmp_path / "demo.csdesk")):
        code, out, err = run(capsys, *words)
        assert (code, out, len(err.splitlines()), "no screen" in err) == (1, "", 1, True)
    assert list(tmp_path.iterdir()) == []
    assert has_screen({}, "win32")
    assert has_screen({"WAYLAND_DISPLAY": "wayland-0"}, "linux")


def test_no_verb_and_a_file_open_the_window(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[tuple[Path | None, str | None]] = []

    def run_window(path: Path | None, *, language: str | None = None, watch: object = None) -> int:
        asked.append((path, language))
        return 0

    monkeypatch.setattr("csdesk.app.run_window", run_window)
    assert main([]) == 0
    assert main(["--lang", "zh", str(tmp_path / "a.csdesk")]) == 0
    assert asked == [(None, None), (tmp_path / "a.csdesk", "zh")]
