"""The measured figures as one JSON document, or as a table with the limits beside them."""

import os
import platform
import unicodedata
from collections.abc import Iterable
from importlib.metadata import version
from typing import Any

from csdesk.bench.figures import Figure
from csdesk.bench.names import LIMITS, Limit
from csdesk.texts import Texts

_WIDTHS = (11, 12, 12, 8, 20)


def document(figures: Iterable[Figure]) -> dict[str, Any]:
    """Return the figures as they are printed for another program. Source: design, interfaces."""
    return {"machine": machine(), "figures": [_as_object(figure) for figure in figures]}


def _as_object(figure: Figure) -> dict[str, Any]:
    ratio = figure.ratio
    return {
        "name": figure.name,
        "value": round(figure.value, 3),
        "unit": figure.unit,
        "floor": None if figure.floor is None else round(figure.floor, 3),
        "ratio": None if ratio is None else round(ratio, 3),
    }


def machine() -> str:
    """Return in one line what the figures were measured on, and how busy it was."""
    parts = [
        f"{platform.system()} {platform.release()} {platform.machine()}",
        f"{os.cpu_count()} cores",
        f"Python {platform.python_version()}",
        f"PySide6 {version('PySide6-Essentials')}",
    ]
    if hasattr(os, "getloadavg"):  # Windows keeps no such figure.
        parts.append(f"load {os.getloadavg()[0]:.1f}")
    return ", ".join(parts)


def heading(texts: Texts) -> str:
    """Return the first line of the table."""
    return _line([texts.say(f"bench.{name}") for name in ("figure", "value", "floor", "ratio", "limit")])


def row(figure: Figure, texts: Texts) -> str:
    """Return one figure's line of the table."""
    limit = LIMITS[figure.name]
    return _line(
        [
            figure.name,
            _with_unit(figure.value, figure.unit),
            "" if figure.floor is None else _with_unit(figure.floor, figure.unit),
            "" if figure.ratio is None else f"{figure.ratio:.2f} x",
            _limit_words(limit, figure.unit, texts),
            texts.say("bench.held" if is_held(figure, limit) else "bench.missed"),
        ]
    )


def is_held(figure: Figure, limit: Limit) -> bool:
    """Return whether a figure keeps within its limit."""
    ratio_held = limit.ratio is None or (figure.ratio is not None and figure.ratio <= limit.ratio)
    return ratio_held and (limit.value is None or figure.value <= limit.value)


def _with_unit(value: float, unit: str) -> str:
    return f"{value:.2f} {unit}" if value < 10 else f"{value:.0f} {unit}"


def _limit_words(limit: Limit, unit: str, texts: Texts) -> str:
    ratio = "" if limit.ratio is None else f"{limit.ratio:.1f} x"
    value = "" if limit.value is None else _with_unit(limit.value, unit)
    return texts.say("bench.both", ratio=ratio, value=value) if ratio and value else ratio or value


def _line(cells: list[str]) -> str:
    return "  ".join([_padded(*pair) for pair in zip(cells, _WIDTHS, strict=False)] + cells[len(_WIDTHS) :]).rstrip()


def _padded(text: str, width: int) -> str:
    """Return text with blanks behind it; a Chinese character is two columns wide."""
    columns = sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
    return text + " " * max(0, width - columns)
