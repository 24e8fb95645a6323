"""Sentences for what went wrong: problems of a person's making, and the world's faults with what to do about them."""

import errno
from collections.abc import Sequence

from csdesk.core.problem import Problem
from csdesk.desk.errors import Unavailable
from csdesk.texts import Texts

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def sentences(problems: Sequence[Problem], texts: Texts) -> list[str]:
    """Return one sentence for each problem."""
    return [texts.problem(problem) for problem in problems]


def fault_sentence(failure: Exception, texts: Texts) -> str | None:
    """Return what, why and what to do for a fault of the world; None where `failure` is a bug of ours."""
    if isinstance(failure, Unavailable):
        return texts.say(f"store.{failure.code}", **failure.detail)
    if isinstance(failure, OSError):
        key = "window.disk-full" if failure.errno in _FULL else "window.unwritable"
        return texts.say(key, file=str(failure.filename or ""), why=failure.strerror or str(failure))
    return None
