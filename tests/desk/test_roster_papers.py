"""Roster, swaps and handovers on paper at the desk: what they are made from, files whole or not at all."""

import io
import sqlite3
from contextlib import closing
from datetime import date, time
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pypdf
import pytest

from csdesk.core.employee import Employee
from csdesk.core.handover import Handover, HandoverDraft
from csdesk.core.month import Month
from csdesk.core.shifts import Shift
from csdesk.core.swap import Swap, SwapDraft
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.roster_papers import DutyJob
from csdesk.render.steps import Cancelled
from tests.desks import a_new_desk, a_shift, again, faults_of, somebody

NOVEMBER = Month(2026, 11)
TODAY, TUESDAY, WEDNESDAY, FRIDAY = (date(2026, 11, day) for day in (21, 24, 25, 27))


class Team(NamedTuple):
    """Two people, a day and a night shift; Li works Tuesday, Wu Friday's night."""

    desk: Desk
    li: Employee
    wu: Employee
    day: Shift
    night: Shift

    def asks(self, reason: str = "搬家", day_b: date | None = FRIDAY) -> Swap:
        """Ask for a swap of Li's Tuesday for Wu's Friday."""
        swap = self.desk.swaps.ask(SwapDraft(self.li.id, TUESDAY, self.wu.id, day_b, reason))
        assert isinstance(swap, Swap), swap
        return swap

    def swaps(self) -> Swap:
        """Ask for that swap, sign it and have it approved."""
        swap = self.asks()
        for party in ("a", "b"):
            signed = self.desk.swaps.sign(swap.id, swap.rev, "a" if party == "a" else "b", TODAY)
            assert isinstance(signed, Swap), signed
            swap = signed
        approved = self.desk.swaps.approve(swap.id, swap.rev)
        assert isinstance(approved, Swap), approved
        return approved


@pytest.fixture
def team(desk: Desk) -> Team:
    """A team with a planned week."""
    return a_team_of(desk)


def a_team_of(desk: Desk) -> Team:
    team = Team(desk, somebody(desk, "0101", "李娜"), somebody(desk, "0102", "吴越"), a_shift(desk, "D", 8, 16),
                a_shift(desk, "夜", 22, 6))  # fmt: skip
    desk.roster.set_cells({(team.li.id, TUESDAY): (team.day.id,), (team.wu.id, FRIDAY): (team.night.id,)})
    return team


def the_job(outcome: object) -> DutyJob:
    assert isinstance(outcome, DutyJob), outcome
    return outcome


def text_of(job: DutyJob) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(job.make())).pages)


def test_the_roster_is_printed_as_it_is_worked(team: Team, tmp_path: Path) -> None:
    team.swaps()
    job = team.desk.roster_papers.roster(NOVEMBER, "zh", "A3")
    path = tmp_path / "wall" / job.file_name
    team.desk.roster_papers.put_out(job, path)
    assert path.name == "roster-2026-11-A3.pdf"
    (page,) = pypdf.PdfReader(path).pages
    assert [round(float(side)) for side in page.mediabox[2:]] == [1191, 842]
    said = page.extract_text()
    assert all(told in said for told in ("南区客服", "李娜", "0102", "夜", "换班（已批准）", "2026年11月21日"))
    assert team.desk.journal()[0].what == "roster.printed"
    assert team.desk.roster_papers.roster(NOVEMBER, "en").file_name == "roster-2026-11.pdf"


def test_the_workbook_has_the_roster_as_worked_and_as_planned(team: Team, tmp_path: Path) -> None:
    team.swaps()
    job = team.desk.roster_papers.book(NOVEMBER, "en")
    assert job.file_name == "南区客服-roster-2026-11.xlsx"
    path = tmp_path / job.file_name
    team.desk.roster_papers.put_out(job, path)
    month, planned, shifts = openpyxl.load_workbook(path).worksheets
    rows = {str(row[0]): row for row in month.iter_rows(values_only=True)}
    assert rows["0102"][1 + TUESDAY.day] == "D"
    assert rows["0101"][1 + FRIDAY.day] == "夜"
    told = [tuple(row)[1:] for row in planned.iter_rows(min_row=4, max_col=3, values_only=True)]
    assert told == [("0101", "D"), ("0102", "夜")]
    assert [row[0] for row in shifts.iter_rows(min_row=4, values_only=True)] == ["D", "夜"]
    assert team.desk.journal()[0].what == "roster.exported"


def test_a_request_shows_what_it_would_change(team: Team) -> None:
    swap = team.asks()
    job = the_job(team.desk.roster_papers.swaps([swap.id], "en"))
    assert job.file_name == "swap-1.pdf"
    said = text_of(job)
    assert said.count("D 08:00–16:00") == said.count("夜 22:00–06:00") == 2
    assert "Nobody has signed yet." in said
    assert "搬家" in said
    assert "State asked" in said


def test_an_approved_swap_keeps_showing_what_it_changed(team: Team) -> None:
    swap = team.swaps()
    before = text_of(the_job(team.desk.roster_papers.swaps([swap.id], "en")))
    assert "State approved" in before
    assert before.count("D 08:00–16:00") == 2
    back = team.desk.swaps.ask(SwapDraft(team.wu.id, TUESDAY, team.li.id, None, "later"))
    assert isinstance(back, Swap), back
    later = text_of(the_job(team.desk.roster_papers.swaps([back.id], "en")))
    assert later.count("D 08:00–16:00") == 2
    assert later.count("free") == 2
    voided = team.desk.swaps.void(swap.id, swap.rev, "mistake")
    assert isinstance(voided, Swap), voided
    assert "voided: mistake" in text_of(the_job(team.desk.roster_papers.swaps([swap.id], "en")))


def test_several_requests_stand_in_one_file(team: Team) -> None:
    first, second = team.asks(), team.asks("second", None)
    job = the_job(team.desk.roster_papers.swaps([first.id, second.id], "zh"))
    assert job.file_name == "swap-1-2.pdf"
    assert len(pypdf.PdfReader(io.BytesIO(job.make())).pages) == 2


def test_a_swap_that_is_not_on_file_is_not_printed(team: Team) -> None:
    assert faults_of(team.desk.roster_papers.swaps(["nobody"])) == [("", "swap.unknown")]
    assert faults_of(team.desk.roster_papers.swaps([])) == [("", "swap.unknown")]


def test_the_register_holds_the_months_swaps(team: Team, tmp_path: Path) -> None:
    first = team.swaps()
    again_asked = team.desk.swaps.ask(SwapDraft(team.wu.id, TUESDAY, team.li.id, None, "另一次"))
    assert isinstance(again_asked, Swap), (first, again_asked)
    job = team.desk.roster_papers.register(NOVEMBER, "zh")
    path = tmp_path / job.file_name
    team.desk.roster_papers.put_out(job, path)
    said = pypdf.PdfReader(path).pages[0].extract_text()
    assert path.name == "swaps-2026-11.pdf"
    assert all(told in said for told in ("换班登记表", "搬家", "另一次", "已批准", "不还班", "2026-11-21"))
    assert team.desk.journal()[0].what == "swaps.printed"
    assert "本月无换班记录" in text_of(team.desk.roster_papers.register(Month(2026, 1), "zh"))


def test_a_handover_is_printed_with_what_was_open_then(team: Team) -> None:
    earlier = HandoverDraft(date(2026, 11, 19), time(16), team.day.id, team.night.id, team.li.id, team.wu.id, "ok",
                            problems=("old one",))  # fmt: skip
    assert isinstance(team.desk.handovers.record(earlier), Handover)
    draft = earlier._replace(day=TODAY, time=time(8, 5), problems=("new one",), staff_changes="none", notes="keys")
    record = team.desk.handovers.record(draft)
    assert isinstance(record, Handover), record
    signed = team.desk.handovers.acknowledge(record.id, record.rev, "given")
    assert isinstance(signed, Handover), signed
    job = the_job(team.desk.roster_papers.handover(record.id, "en"))
    assert job.file_name == "handover-2026-11-21-0805-D.pdf"
    said = text_of(job)
    for told in (
        "08:05",
        "old one",
        "new one",
        "keys",
        "李娜",
        "吴越",
        "Date 2026-11-21 09:12",
        "22:00–06:00 (next day)",
    ):
        assert told in said
    assert faults_of(team.desk.roster_papers.handover("nobody")) == [("", "handover.unknown")]


def test_a_handover_may_name_nobody_yet(team: Team) -> None:
    draft = HandoverDraft(TODAY, time(8, 5), team.day.id, team.night.id, team.li.id, None, "ok")
    record = team.desk.handovers.record(draft)
    if isinstance(record, Handover):
        assert "吴越" not in text_of(the_job(team.desk.roster_papers.handover(record.id, "en")))


def test_a_blank_handover_form_holds_nobodys_name(team: Team, tmp_path: Path) -> None:
    job = team.desk.roster_papers.blank_handover("both")
    team.desk.roster_papers.put_out(job, tmp_path / job.file_name)
    said = pypdf.PdfReader(tmp_path / "handover-blank.pdf").pages[0].extract_text()
    assert "交接班记录" in said
    assert "李娜" not in said


def test_a_paper_cancelled_when_it_was_ready_leaves_the_older_one_and_no_note(team: Team, tmp_path: Path) -> None:
    path = tmp_path / "roster.pdf"
    path.write_bytes(b"older")
    before = sorted(tmp_path.iterdir())

    def settle() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        team.desk.roster_papers.put_out(team.desk.roster_papers.roster(NOVEMBER), path, settle=settle)
    with pytest.raises(Cancelled):
        team.desk.roster_papers.put_out(team.desk.roster_papers.roster(NOVEMBER), path, cancelled=lambda: True)
    assert path.read_bytes() == b"older"
    assert sorted(tmp_path.iterdir()) == before
    assert team.desk.journal()[0].what != "roster.printed"


def test_a_job_is_values_and_does_not_see_what_comes_later(team: Team) -> None:
    job = team.desk.roster_papers.roster(NOVEMBER)
    content = job.make()
    other = again(team.desk)
    other.roster.set_cells({(team.li.id, WEDNESDAY): (team.day.id,)})
    other.close()
    assert job.make() == content
    assert team.desk.roster_papers.roster(NOVEMBER).make() != content


def test_what_no_font_has_is_said_before_printing(tmp_path: Path) -> None:
    with a_new_desk(tmp_path, team="Desk 😀") as desk:
        team = a_team_of(desk)
        odd = a_shift(desk, "\U0003134a", 9, 17)
        desk.roster.set_cells({(team.li.id, WEDNESDAY): (odd.id,)})
        swap = team.asks("flat 🏠")
        codes = [problem.code for problem in desk.roster_papers.roster(NOVEMBER).unprintable]
        assert codes == ["name.unprintable", "paper.unprintable"]
        job = the_job(desk.roster_papers.swaps([swap.id]))
        assert [problem.detail["characters"] for problem in job.unprintable] == ["😀 (U+1F600)", "🏠 (U+1F3E0)"]
        assert [problem.code for problem in desk.roster_papers.blank_handover().unprintable] == ["name.unprintable"]


def test_a_roster_with_a_shift_that_is_not_on_file_is_a_damaged_file(team: Team) -> None:
    team.asks()
    with closing(sqlite3.connect(team.desk.path)) as db, db:
        db.execute("UPDATE roster_cell SET shifts = 'gone' WHERE day = ?", (TUESDAY.isoformat(),))
    with pytest.raises(Unavailable, match=r"file\.damaged"):
        team.desk.roster_papers.register(NOVEMBER)
