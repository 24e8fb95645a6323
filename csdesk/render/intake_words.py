"""The words of an intake workbook, in both languages, and what they mean however they are written."""

import re
import unicodedata
from collections.abc import Iterator

from csdesk.core.employee import Role
from csdesk.core.leave import LeaveType
from csdesk.core.words import Language, Words

_SPACES_AND_MARKS = re.compile(r"[\s_\-*:]+")
_IN_BRACKETS = re.compile(r"\([^()]*\)$")
_INVISIBLE = dict.fromkeys((8203, 8204, 8205, 8288, 65279, 173))


def fold(text: str) -> str:
    """Return a heading or a sheet's name without what people vary: case, width, spaces, underscores, a star."""
    plain = unicodedata.normalize("NFKC", text).translate(_INVISIBLE).casefold()
    return _SPACES_AND_MARKS.sub("", plain)


def fold_without_unit(text: str) -> str:
    """Return a heading folded, and without a unit or hint in brackets at its end."""
    return _IN_BRACKETS.sub("", fold(text))


def names_of(words: Words) -> Iterator[str]:
    """Yield the ways to write a title: English, Chinese or both in either order, with and without its unit."""
    for en in (fold(words.en), fold_without_unit(words.en)):
        for zh in (fold(words.zh), fold_without_unit(words.zh)):
            yield from (en, zh, en + zh, zh + en)


ROLES: dict[Role, Words] = {
    Role.AGENT: Words("agent", "客服专员"),
    Role.TRAINING_SPECIALIST: Words("training_specialist", "培训专员"),
    Role.TEAM_LEAD: Words("team_lead", "组长"),
    Role.SUPERVISOR: Words("supervisor", "主管"),
    Role.MANAGER: Words("manager", "经理"),
    Role.HR: Words("hr", "人事"),
}
ROLE_BY_NAME = {name: role for role, words in ROLES.items() for name in names_of(words)}

YES_NO: dict[Language, tuple[str, str]] = {"en": ("yes", "no"), "zh": ("是", "否")}
YES_NO_BY_NAME = {
    **dict.fromkeys(("yes", "是", "1", "true"), True),
    **dict.fromkeys(("no", "否", "0", "false"), False),
}

LEAVE_TYPES: dict[LeaveType, Words] = {
    LeaveType.ANNUAL: Words("annual", "年假"),
    LeaveType.SICK: Words("sick", "病假"),
    LeaveType.PERSONAL: Words("personal", "事假"),
    LeaveType.OTHER: Words("other", "其他"),
}
LEAVE_TYPE_BY_NAME = {
    **{name: kind for kind, words in LEAVE_TYPES.items() for name in names_of(words)},
    **{f"{kind.value}leave": kind for kind in LEAVE_TYPES},
    "年休假": LeaveType.ANNUAL,
    "其它": LeaveType.OTHER,
}

_REST = frozenset({"休", "休息", "off", "rest", ""})


def is_rest(text: str) -> bool:
    """Return whether a cell of a roster says that nobody works: 休, off, a dash."""
    return fold(text) in _REST
