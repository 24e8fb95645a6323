"""A month's roster as other programs read it. Source: interfaces, roster --json."""

from datetime import date

import pytest

from csdesk.core.month import Month
from csdesk.core.problem import Detail
from csdesk.core.roster import RosterProblem
from csdesk.core.swap import Swap, SwapDraft, SwapState
from csdesk.desk.desk import Desk
from csdesk.desk.roster_document import problem_sentence, roster_document
from csdesk.store.files import open_store
from csdesk.store.journal import Act
from csdesk.texts import Texts
from tests.builders import an_employee
from tests.desks import NOW, a_shift, somebody

OCTOBER = Month(2026, 10)
FIRST, WORKED = date(2026, 10, 1), date(2026, 10, 12)


def test_the_document_has_days_shifts_and_problems(desk: Desk) -> None:
    shift, li, wu = a_shift(desk, needs=(2, 0, 0, 0, 0, 0, 0)), somebody(desk), somebody(desk, "0102", "吴涛")
    late = a_shift(desk, "E", 14, 23)
    desk.roster.set_cells({(li.id, WORKED): (shift.id,), (wu.id, FIRST): (late.id,)})
    store = open_store(desk.path)
    draft = SwapDraft(li.id, WORKED, wu.id)
    store.swaps.add(Swap("", 0, FIRST, draft, SwapState.APPROVED), Act("lin", NOW, "test"))
    store.close()
    document = roster_document(desk.roster.month(OCTOBER), Texts("zh"))
    assert document["month"] == "2026-10"
    assert document["days"][0] == {"date": "2026-10-01", "kind": "holiday", "name": "国庆节"}
    assert document["days"][9]["kind"] == "make-up"
    assert document["days"][11] == {"date": "2026-10-12", "kind": "workday", "name": None}
    assert document["shifts"] == [
        {"number": "0102", "date": "2026-10-01", "shift": "E", "from": "roster"},
        {"number": "0102", "date": "2026-10-12", "shift": "D", "from": "swap"},
    ]
    assert document["problems"][0] == {
        "code": "over-8-hours", "number": "0102", "date": "2026-10-01",
        "text": "吴涛在2026年10月1日连续工作9小时（E），超过8小时的上限。",
    }  # fmt: skip
    assert {(one["code"], one["number"]) for one in document["problems"][1:]} == {("under-cover", None)}


PARTICULARS: dict[str, Detail] = {
    "name": "李娜", "hours": "2", "least": "8", "limit": "8", "shift": "D", "shifts": "D + N", "have": 1, "need": 2,
    "earlier": "N", "earlier_day": FIRST, "day": WORKED,
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "english"),
    [
        ("over-8-hours", "李娜 works 2 h without a rest on 12 Oct 2026 (D + N); at most 8 are allowed."),
        (
            "short-rest",
            "李娜 has only 2 h of rest before D on 12 Oct 2026, after N of 1 Oct 2026; at least 8 are due.",
        ),
        ("two-shifts", "李娜 has more than one shift on 12 Oct 2026: D + N."),
        ("on-leave", "李娜 is on approved leave on 12 Oct 2026 and has a shift: D + N."),
        ("not-employed", "李娜 is not employed on 12 Oct 2026 and has a shift: D + N."),
        ("no-cleaning", "Nobody is on cleaning duty on 12 Oct 2026. Give somebody a shift that cleans."),
        ("under-cover", "Shift D on 12 Oct 2026 is short of people: 1 of 2."),
    ],
)
def test_every_problem_is_said_in_a_sentence(code: str, english: str) -> None:
    problem = RosterProblem(code, an_employee().id, WORKED, PARTICULARS)
    assert problem_sentence(problem, Texts("en")) == english
    assert "2026年10月12日" in problem_sentence(problem, Texts("zh"))
