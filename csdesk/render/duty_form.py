"""The forms of the roster, of swaps and of handovers: TOML files in forms/, as those of the appraisal.

What stands on them follows from their kind; the file says in which words, who signs, and what the team adds:

- ``title`` (for swaps ``register`` too): what the paper is called;
- ``[label]``: the words of every field of the form;
- ``[lines]``: how many empty lines there are to write on, where the form is filled in by hand;
- ``[[note]]``: sentences of the team's own, none or several;
- ``[[signature]]``: who signs, from left to right.
"""

from collections.abc import Mapping
from typing import NamedTuple

from csdesk.core.toml_table import Fault, Table, read_table
from csdesk.core.words import Words

MOST_LINES = 20


class DutyKind(NamedTuple):
    """What a file of one kind must hold: its titles, labels and numbers of lines, and who may sign."""

    titles: tuple[str, ...] = ("title",)
    labels: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    signers: tuple[str, ...] = ()


ROSTER = DutyKind(signers=("maker", "approver"))
SWAP = DutyKind(
    titles=("title", "register"),
    labels=(
        "number", "asked_on", "state", "a", "b", "employee_number", "shift", "reason", "day", "a_before", "a_after",
        "b_before", "b_after",
        "changes", "rules", "met", "broken", "why", "decision", "approved", "rejected", "decided_by", "decided_on",
    ),
    signers=("requester", "partner", "manager"),
)  # fmt: skip
HANDOVER = DutyKind(
    labels=(
        "day", "from", "to", "time", "equipment", "problems", "problem", "opened_on", "closed_on", "staff_changes",
        "notes", "refused",
    ),
    lines=("equipment", "problems", "staff_changes", "notes"),
    signers=("leaving", "relief"),
)  # fmt: skip


class Signer(NamedTuple):
    """A signature box. who: one of the kind's signers."""

    who: str
    label: Words


class DutyForm(NamedTuple):
    """A form as it stands in its file; every title, label and number of lines of its kind is there."""

    titles: Mapping[str, Words]
    labels: Mapping[str, Words]
    lines: Mapping[str, int]
    notes: tuple[Words, ...]
    signers: tuple[Signer, ...]

    @property
    def title(self) -> Words:
        """What the form is called."""
        return self.titles["title"]


def read_duty_form(text: str, name: str, kind: DutyKind) -> DutyForm | list[Fault]:
    """Return the form that `text` describes, or every fault in it by line.

    name: the file's name, for the faults. The sentence of a fault stands under `form_file.fault_key`.
    """
    tables = [key for key, entries in (("label", kind.labels), ("lines", kind.lines)) if entries]
    opened = read_table(text, name, (*kind.titles, *tables, "note", "signature"))
    if isinstance(opened, Fault):
        return [opened]
    top, report = opened
    titles = {key: top.words(key) for key in kind.titles}
    labels = _labels(top, kind)
    lines = _lines(top, kind)
    notes = [each.words("text") for each in top.tables("note", ("text",)) or []] if "note" in top else []
    signers = _signers(top, kind)
    faults = report.faults()
    if faults:
        return faults
    return DutyForm(
        titles={key: words for key, words in titles.items() if words},
        labels={key: words for key, words in labels.items() if words},
        lines=lines,
        notes=tuple(filter(None, notes)),
        signers=tuple(signers),
    )


def _labels(top: Table, kind: DutyKind) -> Mapping[str, Words | None]:
    table = top.table("label", kind.labels) if kind.labels else None
    return {key: table.words(key) for key in kind.labels} if table else {}


def _lines(top: Table, kind: DutyKind) -> Mapping[str, int]:
    table = top.table("lines", kind.lines) if kind.lines else None
    if table is None:
        return {}
    found = {}
    for key in kind.lines:
        lines = table.integer(key)
        if lines is not None and not 1 <= lines <= MOST_LINES:
            table.note(key, "form.lines", lines=lines, most=MOST_LINES)
        found[key] = lines or 1
    return found


def _signers(top: Table, kind: DutyKind) -> list[Signer]:
    found: list[Signer] = []
    for table in top.tables("signature", ("who", "label")) or []:
        who, label = table.text("who"), table.words("label")
        if who is not None and who not in kind.signers:
            table.note("who", "form.choice", entry="who", value=who, known=", ".join(kind.signers))
        elif any(who == signer.who for signer in found):
            table.note("who", "form.signer-twice", who=str(who))
        elif who is not None and label is not None:
            found.append(Signer(who, label))
    return found
