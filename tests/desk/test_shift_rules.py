from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from csdesk.core.problem import Problem
from csdesk.core.shift_rules import ShiftRules
from csdesk.core.shift_rules_file import read
from csdesk.desk.desk import Desk, new_desk, open_desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.session import Session
from csdesk.desk.shift_rules import AdoptedShiftRules, shipped_shift_rules
from csdesk.store.files import create_store, open_store
from csdesk.store.journal import Act
from csdesk.store.schemes import SchemeText
from csdesk.texts import Texts
from tests.desks import LEAD, NOW, again, clock
from tests.store.team_files import tamper

DAY = date(2026, 11, 20)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return a closed team file from before there were rules of shifts."""
    create_store(tmp_path / "old.csdesk", "南区客服", "林岚", [], Act("sun", NOW, "team.made")).close()
    return tmp_path / "old.csdesk"


def in_force(desk: Desk, day: date = DAY) -> ShiftRules:
    rules = desk.shift_rules.on(day)
    assert isinstance(rules, ShiftRules), rules
    return rules


def adoptions(desk: Desk) -> list[str]:
    return [line.what for line in desk.journal() if line.subject == "scheme"]


def test_a_new_team_has_the_shipped_rules(tmp_path: Path) -> None:
    with new_desk(tmp_path / "team.csdesk", "南区客服", "林岚", LEAD, clock()) as desk:
        assert adoptions(desk) == ["team.made"]
        assert in_force(desk).swaps.max_per_month == 3
        assert adoptions(desk) == ["team.made"]
        assert desk.check() == []


def test_no_rules_cover_a_day_before_the_first(tmp_path: Path) -> None:
    with new_desk(tmp_path / "team.csdesk", "南区客服", "林岚", LEAD, clock()) as desk:
        problem = desk.shift_rules.on(date(2024, 12, 31))
        assert isinstance(problem, Problem)
        assert problem.code == "shift-rules.none"
        assert Texts("en").problem(problem).startswith("No rules of shifts cover 31 Dec 2024; the first ones begin on")


def test_an_older_file_adopts_the_shipped_rules_at_their_first_need(old: Path) -> None:
    with open_desk(old, LEAD, clock()) as desk:
        assert adoptions(desk) == []
        assert in_force(desk).id == "shifts@2025-01-01"
        assert in_force(desk) is in_force(desk)
        assert adoptions(desk) == ["scheme.adopted"]
        assert desk.check() == []
    with open_desk(old, LEAD, clock()) as desk:
        assert in_force(desk).id == "shifts@2025-01-01"
        assert adoptions(desk) == ["scheme.adopted"]


def test_what_another_window_has_just_adopted_stands(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_desk(old, LEAD, clock()) as desk, again(desk) as other:
        store = open_store(old)
        session = Session(store, LEAD, clock())
        empty_once: Iterator[list[SchemeText]] = iter([[]])
        all_of_kind = store.schemes.all
        # Between this window's look and its own adoption the other window adopts.
        in_force(other)
        monkeypatch.setattr(store.schemes, "all", lambda kind: next(empty_once, None) or all_of_kind(kind))
        rules = AdoptedShiftRules(session).on(DAY)
        assert isinstance(rules, ShiftRules)
        assert adoptions(desk) == ["scheme.adopted"]
        store.close()


def test_an_adoption_that_is_taken_back_is_made_again(old: Path) -> None:
    store = open_store(old)
    adopted = AdoptedShiftRules(Session(store, LEAD, clock()))
    with suppress(ZeroDivisionError), store.atomic():
        assert isinstance(adopted.on(DAY), ShiftRules)
        raise ZeroDivisionError
    assert store.schemes.all("shifts") == []
    assert isinstance(adopted.on(DAY), ShiftRules)
    assert [text.id for text in store.schemes.all("shifts")] == ["shifts@2025-01-01"]
    store.close()


def test_a_later_version_holds_from_its_first_day(tmp_path: Path) -> None:
    with new_desk(tmp_path / "team.csdesk", "南区客服", "林岚", LEAD, clock()) as desk:
        assert in_force(desk).min_rest_minutes == 480
        store = open_store(desk.path)
        text = (
            shipped_shift_rules()[0]
            .text.replace("2025-01-01", "2026-11-01")
            .replace("min_rest_minutes = 480", "min_rest_minutes = 600")
        )
        rules = read(text, "later")
        assert isinstance(rules, ShiftRules)
        later = SchemeText(rules.id, "shifts", rules.in_force_from, rules.digest, text)
        assert store.schemes.adopt(later, Act("sun", NOW, "scheme.adopted"))
        store.close()
        assert in_force(desk).min_rest_minutes == 600
        assert in_force(desk, date(2026, 10, 31)).min_rest_minutes == 480


@pytest.mark.parametrize("change", ["replace(text, '480', '481')", "'no rules'"])
def test_changed_rules_are_refused(tmp_path: Path, change: str) -> None:
    new_desk(tmp_path / "team.csdesk", "南区客服", "林岚", LEAD, clock()).close()
    tamper(tmp_path / "team.csdesk", f"UPDATE scheme SET text = {change}")
    with open_desk(tmp_path / "team.csdesk", LEAD, clock()) as desk:
        with pytest.raises(Unavailable) as refused:
            desk.shift_rules.on(DAY)
        assert refused.value.code == "file.rulebook-damaged"
        assert [finding.code for finding in desk.check()] == ["verify.text"]
