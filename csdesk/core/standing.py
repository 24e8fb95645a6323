"""Which entries of the log still stand, whether they were corrected or not: what led to them is not proposed again."""

from collections.abc import Iterable

from csdesk.core.incidents import Incident


def standing(incidents: Iterable[Incident]) -> frozenset[str]:
    """Return the ids of the entries that stand: not void, or void and corrected by one that stands.

    incidents: void ones included, with those that correct them.
    """
    by_id = {incident.id: incident for incident in incidents}
    found = set[str]()
    for incident in by_id.values():
        corrected: Incident | None = None if incident.is_void else incident
        while corrected is not None and corrected.id not in found:
            found.add(corrected.id)
            corrected = by_id.get(corrected.corrects or "")
    # A correction of an entry that is out of sight (of another month) still shows what it corrects.
    return frozenset(found | {i.corrects for i in by_id.values() if i.corrects is not None and i.id in found})
