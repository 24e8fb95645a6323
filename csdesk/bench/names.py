"""The figures by name, and how far each may go. Source: design, interfaces; the limits are the issue's."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """How far a figure may go. ratio: over its floor. value: in the figure's unit."""

    ratio: float | None = None
    value: float | None = None


LIMITS: Mapping[str, Limit] = {
    "start": Limit(ratio=2.0, value=1500),
    "save": Limit(ratio=2.5),
    "month_50": Limit(value=50),
    "month_1m": Limit(ratio=3.0),
    "sheets_50": Limit(ratio=1.7),
    "workbook": Limit(ratio=1.5),
    "search": Limit(value=50),
    "block": Limit(value=100),
    "memory": Limit(value=250),
    "roster_200": Limit(value=150),
    "roster_cell": Limit(value=20),
    "swap_check": Limit(value=10),
}

NAMES = tuple(LIMITS)
