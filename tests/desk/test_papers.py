"""What is signed on paper: serials, revisions, marks, files whole or not at all."""

import sqlite3
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import pypdf
import pytest

from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.incidents import Query
from csdesk.desk.months import MonthView
from csdesk.desk.papers import INTERVIEW, PrintJob
from csdesk.render.steps import Cancelled
from csdesk.store.files import open_store
from tests.desks import a_new_desk, again, logged, somebody

OCTOBER = Month(2026, 10)


def the_job(desk: Desk, **given: object) -> PrintJob:
    job = desk.papers.job(OCTOBER, **given)  # type: ignore[arg-type]  # test data
    assert isinstance(job, PrintJob), job
    return job


def the_marks(desk: Desk) -> dict[str, tuple[str, int, bool, date | None]]:
    view = desk.months.result(OCTOBER)
    assert isinstance(view, MonthView)
    marks = desk.papers.marks(view.result)
    return {id: (mark.serial, mark.revision, mark.stale, mark.signed_on) for id, mark in marks.items()}


def test_all_sheets_go_into_one_file_or_one_a_person(desk: Desk, tmp_path: Path) -> None:
    somebody(desk)
    somebody(desk, "0102", "王𬭎")
    job = the_job(desk)
    (one,) = desk.papers.put_out(job, tmp_path / "one", merged=True)
    several = desk.papers.put_out(job, tmp_path / "several", merged=False)
    assert (one.name, len(pypdf.PdfReader(one).pages)) == ("appraisal-2026-10.pdf", 2)
    assert [path.name for path in several] == ["appraisal-2026-10-0101-李娜.pdf", "appraisal-2026-10-0102-王𬭎.pdf"]
    assert all(len(pypdf.PdfReader(path).pages) == 1 for path in several)


def test_the_paper_says_what_the_month_says(desk: Desk, tmp_path: Path) -> None:
    logged(desk, somebody(desk), "MIN-04", date(2026, 10, 9), points=3, note="地铁故障")
    (path,) = desk.papers.put_out(the_job(desk), tmp_path, merged=True)
    text = pypdf.PdfReader(path).pages[0].extract_text()
    assert all(words in text for words in ("李娜", "MIN-04", "地铁故障", "77", "A202610-0101"))


def test_chosen_people_only(desk: Desk) -> None:
    somebody(desk)
    other = somebody(desk, "0102", "王𬭎")
    (pair,) = the_job(desk, employee_ids=[other.id]).sheets
    assert pair[0] is not None
    assert pair[0].employee.number == "0102"


def test_a_sheet_that_says_something_new_is_a_new_revision(desk: Desk) -> None:
    person = somebody(desk)
    job = the_job(desk)
    desk.papers.printed(job)
    assert the_marks(desk)[person.id] == ("A202610-0101", 1, False, None)
    assert the_job(desk).sheets[0][1] == job.sheets[0][1]
    logged(desk, person, "MIN-01", date(2026, 10, 9))
    assert the_marks(desk)[person.id] == ("A202610-0101", 1, True, None)
    desk.papers.printed(the_job(desk))
    assert the_marks(desk)[person.id] == ("A202610-0101", 2, False, None)


def test_a_signed_sheet_is_noted_with_its_day(desk: Desk) -> None:
    person = somebody(desk)
    desk.papers.printed(the_job(desk))
    for day in (date(2026, 11, 5), desk.today()):
        assert desk.papers.sign(OCTOBER, [person.id], day) == []
        assert the_marks(desk)[person.id][3] == day


def test_what_was_never_printed_or_is_still_to_come_cannot_be_signed(desk: Desk) -> None:
    person = somebody(desk)
    assert [p.code for p in desk.papers.sign(OCTOBER, [person.id], date(2026, 11, 5))] == ["sheet.not-printed"]
    assert [p.code for p in desk.papers.sign(OCTOBER, [person.id], date(2026, 11, 22))] == ["day.future"]


def test_a_closed_month_prints_its_check_code(desk: Desk) -> None:
    somebody(desk)
    mark = the_job(desk).sheets[0][1]
    assert mark is not None
    assert mark.check_code == ""
    closing = desk.months.close(OCTOBER)
    assert not isinstance(closing, list)
    mark = the_job(desk).sheets[0][1]
    assert mark is not None
    assert mark.check_code == closing.digest[:8].upper()


def test_a_name_that_no_font_has_is_said_before_printing(desk: Desk) -> None:
    somebody(desk, name="李\U0003134a")
    (problem,) = the_job(desk).unprintable
    assert problem.code == "name.unprintable"
    assert "U+3134A" in str(problem.detail["characters"])


def test_a_note_that_no_font_has_is_not_called_a_name(desk: Desk) -> None:
    logged(desk, somebody(desk), "MIN-01", date(2026, 10, 9), note="late again 😀")
    (problem,) = the_job(desk).unprintable
    assert (problem.code, problem.detail["name"]) == ("text.unprintable", "李娜")
    assert "U+1F600" in str(problem.detail["characters"])


def test_a_teams_name_that_no_font_has_is_said_once(tmp_path: Path) -> None:
    with a_new_desk(tmp_path, team="Desk 😀") as desk:
        somebody(desk)
        somebody(desk, "0102", "王伟")
        assert [(p.code, p.detail["name"]) for p in the_job(desk).unprintable] == [("name.unprintable", "Desk 😀")]


def test_a_kept_sheet_of_somebody_who_was_taken_off_the_file_is_not_put_out(desk: Desk, tmp_path: Path) -> None:
    somebody(desk)
    desk.months.close(OCTOBER)
    with closing(sqlite3.connect(desk.path)) as other:
        other.execute("UPDATE employee SET id = 'x'")
        other.commit()
    with again(desk) as opened, pytest.raises(Unavailable) as refused:
        opened.papers.put_out(the_job(opened), tmp_path / "out", merged=True)
    assert refused.value.code == "file.damaged"
    assert not (tmp_path / "out").exists()


def test_people_whose_names_make_one_file_name_get_a_file_each(desk: Desk, tmp_path: Path) -> None:
    for number in ("A1", "A/1", "a1"):
        somebody(desk, number)
    files = desk.papers.put_out(the_job(desk), tmp_path, merged=False)
    assert len({file.name.casefold() for file in files}) == 3
    texts = ["".join(page.extract_text() for page in pypdf.PdfReader(file).pages) for file in files]
    assert all(number in text for number, text in zip(("A/1", "A1", "a1"), texts, strict=True))


def test_sheets_that_could_not_be_written_are_not_noted_as_printed(desk: Desk, tmp_path: Path) -> None:
    person = somebody(desk)
    (tmp_path / "taken").write_bytes(b"a file, not a folder")
    with pytest.raises(OSError, match="taken"):
        desk.papers.put_out(the_job(desk), tmp_path / "taken", merged=True)
    assert person.id not in the_marks(desk)
    assert len(desk.papers.put_out(the_job(desk), tmp_path / "free", merged=True)) == 1
    assert the_marks(desk)[person.id][1] == 1


def test_other_windows_save_while_sheets_are_drawn(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person = somebody(desk)
    monkeypatch.setattr("csdesk.desk.desk.open_store", partial(open_store, busy_seconds=0.0))
    with again(desk) as other:

        def log(_done: int) -> None:
            logged(other, person, "BON-03")

        desk.papers.put_out(the_job(desk), tmp_path, merged=True, progress=log)
        assert len(other.incidents.page(Query()).rows) == 1


def test_an_interview_form_is_filled_or_blank(desk: Desk, tmp_path: Path) -> None:
    somebody(desk)
    (filled,) = desk.papers.put_out(the_job(desk, form_name=INTERVIEW), tmp_path, merged=False)
    (blank,) = desk.papers.put_out(desk.papers.blank_interview(OCTOBER), tmp_path, merged=False)
    assert filled.name == "interview-2026-10-0101-李娜.pdf"
    assert "李娜" in pypdf.PdfReader(filled).pages[0].extract_text()
    assert blank.name == "interview-blank.pdf"
    assert "李娜" not in pypdf.PdfReader(blank).pages[0].extract_text()
    before = len(desk.journal())
    desk.papers.printed(desk.papers.blank_interview(OCTOBER))
    assert len(desk.journal()) == before


def test_nobody_to_print_and_no_such_form_are_said(desk: Desk) -> None:
    jobs = [desk.papers.job(OCTOBER), desk.papers.job(OCTOBER, "poster"), desk.papers.job(Month(2024, 1))]
    codes = [job[0].code for job in jobs if isinstance(job, list)]
    assert codes == ["print.nobody", "form.unknown", "rulebook.none"]


def test_a_cancelled_print_leaves_nothing_behind(desk: Desk, tmp_path: Path) -> None:
    somebody(desk)
    somebody(desk, "0102", "王𬭎")
    done: list[int] = []
    with pytest.raises(Cancelled):
        desk.papers.put_out(
            the_job(desk), tmp_path / "sheets", merged=False, progress=done.append, cancelled=lambda: bool(done)
        )
    assert done == [1]
    assert not (tmp_path / "sheets").exists()


@pytest.mark.parametrize("merged", [True, False])
def test_sheets_cancelled_when_all_was_ready_leave_the_older_ones_and_no_note(
    desk: Desk, tmp_path: Path, merged: bool
) -> None:
    person = somebody(desk)
    job = the_job(desk)
    for path, _ in job.files(tmp_path, merged=merged):
        path.write_bytes(b"older")
    before = sorted(tmp_path.iterdir())

    def settle() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        desk.papers.put_out(job, tmp_path, merged=merged, settle=settle)
    assert sorted(tmp_path.iterdir()) == before
    assert {path.read_bytes() for path in tmp_path.glob("*.pdf")} == {b"older"}
    assert person.id not in the_marks(desk)
