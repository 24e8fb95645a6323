"""A user's mistake as a value: a code, the field it stands at, and the particulars for the sentence."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from csdesk.core.month import Month

Detail = str | int | date | Month
"""What a particular may be; whoever speaks the sentence writes dates and months in the reader's language."""

_NOTHING: Mapping[str, Detail] = MappingProxyType({})


class Problem(NamedTuple):
    """One thing that is wrong, for the field where a person can mend it.

    code: dotted, stable, the key of the sentence (``points.outside``).
    field: the name of the draft's field, or "" where no single field is at fault.
    detail: the particulars that the sentence names.
    """

    code: str
    field: str = ""
    detail: Mapping[str, Detail] = _NOTHING

    @classmethod
    def at(cls, field: str, code: str, /, **detail: Detail) -> "Problem":
        """Return the problem `code` at `field`, with its particulars by name."""
        return cls(code, field, detail)
