"""The only place with SQL: rows to the values of the trade and back, each change with its line in the journal."""

from csdesk.store.complaints import ComplaintRecord
from csdesk.store.errors import StoreUnavailable
from csdesk.store.files import Store, create_store, open_db, open_store
from csdesk.store.ids import new_id
from csdesk.store.incident_pages import Page, PageQuery, Term
from csdesk.store.journal import Act, JournalLine
from csdesk.store.keeping import Team
from csdesk.store.month_end import Closing, RulebookText, SheetPrint
from csdesk.store.verify import Finding

__all__ = [
    "Act", "Closing", "ComplaintRecord", "Finding", "JournalLine", "Page", "PageQuery", "RulebookText", "SheetPrint",
    "Store", "StoreUnavailable", "Team", "Term", "create_store", "new_id", "open_db", "open_store",
]  # fmt: skip
