"""A request: a swap or leave that somebody has asked for, as the pages of both see it."""

from typing import TypeVar

from csdesk.core.leave import Leave
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.swap import Swap
from csdesk.desk.desk import Desk

Request = TypeVar("Request", Swap, Leave)


def month_of(request: Swap | Leave) -> Month:
    """Return the month in which a request is looked for: of the first day away, or of A's shift."""
    return Month.of(request.first if isinstance(request, Leave) else request.draft.day_a)


def lies_in(request: Swap | Leave, month: Month) -> bool:
    """Return whether a request touches `month`."""
    if isinstance(request, Leave):
        return request.first <= month.last and request.last >= month.first
    return any(leg.day in month for leg in request.legs)


def closed(month: Month, desk: Desk) -> Problem | None:
    """Return that `month` is closed, None where it is open."""
    return Problem.at("", "month.closed", month=month) if month in desk.closed_months() else None


def stands_closed(request: Swap | Leave, desk: Desk) -> Problem | None:
    """Return that a month of a request is closed, so that nothing of it can change; None where all are open."""
    month = next((month for month in sorted(desk.closed_months()) if lies_in(request, month)), None)
    return None if month is None else closed(month, desk)
