"""What the journal keeps of a row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.store.files import Store
from csdesk.store.tables import SKILL_TEST, TABLES, Table, canonical

THING = Table("thing", ("text", "number", "more"))


@given(
    st.none() | st.text(st.characters(exclude_categories=["Cs"])),
    st.none() | st.integers(-(2**63), 2**63 - 1),
    st.none() | st.text(st.characters(exclude_categories=["Cs"])),
)
def test_a_row_is_written_as_canonical_json_without_what_is_empty(text: str, number: int, more: str) -> None:
    row = {"text": text, "number": number, "more": more}
    assert THING.written((text, number, more)) == canonical({k: v for k, v in row.items() if v is not None})


def test_a_row_of_another_length_is_no_row_of_the_table() -> None:
    with pytest.raises(ValueError, match="zip"):
        SKILL_TEST.written(("person",))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_is_described_column_by_column(store: Store, table: Table) -> None:
    described = {table.key, *table.facts, *table.apart}
    assert described == {column.name for column in store.db.utils().table(table.name).columns}
    assert store.db.utils().table(table.name).pks == [table.key]


def test_every_table_but_the_journal_itself_is_described(store: Store) -> None:
    own = {"journal", "journal_head", "_sqlite_migrations"}
    assert set(store.db.utils().table_names()) - own == {table.name for table in TABLES}
