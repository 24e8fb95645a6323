"""The complaint register's rows."""

from datetime import date
from decimal import Decimal

from csdesk.store.complaints import ComplaintRecord, complaint_facts, complaint_record

DAY = date(2026, 10, 5)


def test_a_complaint_with_nothing_known_comes_back() -> None:
    bare = ComplaintRecord(DAY, id="c", number="202610-001", rev=2)
    assert complaint_record(("c", *complaint_facts(bare, "202610-001", 2))) == bare


def test_a_complaint_with_everything_known_comes_back() -> None:
    whole = ComplaintRecord(DAY, "person", False, True, True, "客户", "内容", DAY, Decimal("50.00"), "c", "n", 0)
    assert complaint_record(("c", *complaint_facts(whole, "n", 0))) == whole
