"""Whether a team file can be trusted: the file, its journal, its snapshots. Source: design, interfaces (check)."""

from dataclasses import dataclass

from csdesk.core.month import Month
from csdesk.core.problem import Detail
from csdesk.core.snapshot import SnapshotError, load
from csdesk.desk.months import Months
from csdesk.desk.session import Session
from csdesk.store.errors import StoreUnavailable
from csdesk.texts import Texts


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong. code: the key of its sentence, with the particulars in `detail`."""

    code: str
    detail: dict[str, Detail]


def finding_sentence(finding: Finding, texts: Texts) -> str:
    """Return what was found, in the language of `texts`."""
    detail = dict(finding.detail)
    if "what" in detail:
        detail["what"] = texts.say(f"problems.snapshot.what.{detail['what']}")
    return texts.say(f"store.{finding.code}", **detail)


def findings(session: Session, months: Months) -> list[Finding]:
    """Return everything that is wrong with the file, its journal chain and its snapshots."""
    found = [Finding(f.code, {"subject": f.subject, "where": f.where}) for f in session.store.verify()]
    try:
        for month in sorted(session.store.closings.months_closed()):
            found += _findings_of_snapshot(session, months, month)
    except StoreUnavailable as error:
        # Damage may keep months from being reckoned; what was found until then is told all the same.
        found.append(Finding(error.code, dict(error.detail)))
    return found


def _findings_of_snapshot(session: Session, months: Months, month: Month) -> list[Finding]:
    row = session.store.closings.of(month)
    if row is None:  # reopened by another window since the list was read
        return []
    try:
        load(row.result, session.rulebooks(), sealed=row.digest)
    except SnapshotError:
        return [Finding("check.snapshot-unreadable", {"month": month})]
    return [
        Finding("check.snapshot-drift", {"month": month, "number": difference.number, "what": difference.what})
        for difference in months.drift(month)
    ]
