"""Finding people and rules by a few letters: hanzi, pinyin with every reading, initials, numbers, words.

What somebody is found by is one text, made once and stored beside the person. It has these lines:

    #0117 #117 (space)      numbers or codes, as they may be typed
    =李娜                   names or titles, casefolded; a rule has one in each language
    @李,li 娜,na,nuo        the syllables, each with everything it may be typed as

The line of syllables stays last: everything behind its @ is matched by syllable, everything before it as it stands.
"""

import os
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import cache, cached_property, lru_cache
from typing import TypeVar

from csdesk.paths import resource

_HANZI = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Compiled by re when first asked for, and kept: the window must not wait for it.
_SYLLABLE = rf"[{_HANZI}]|[^\W_{_HANZI}]+"
_MARKS = r"[#=@,\s]+"
_NOT_A_WORD = r"[\W_]+"
# From anywhere in a syllable to the beginning of the next one, or of another spelling of that.
_TO_NEXT = r"[^ \n]* (?:[^ ,\n]*,)*"
_FIRST = r"@(?:[^ ,\n]*,)*"
_Id = TypeVar("_Id")
# Nobody types more of a name; a longer text would only be slow to compare.
_QUERY_LIMIT = 40


class Rank(IntEnum):
    """How well a query fits; the lowest comes first."""

    NUMBER = 0
    NUMBER_PREFIX = 1
    NAME = 2
    NAME_PREFIX = 3
    INITIALS = 4
    PINYIN = 5
    PINYIN_PREFIX = 6
    INITIALS_PREFIX = 7
    MIXED = 8
    WORD_PREFIX = 9
    INNER_PINYIN = 10
    SUBSTRING = 11
    SEVERAL = 12
    """Every word of the query fits somewhere; how well is added."""


def search_keys(name: str, number: str) -> str:
    """Return the text that a person is found by."""
    folded = _folded(name)
    numbers = dict.fromkeys([bare := re.sub(_MARKS, "", _folded(number)), bare.lstrip("0")])
    syllables = re.findall(_SYLLABLE, folded)
    return _keys(numbers, [folded], _read_name(syllables))


def spelling(keys: str) -> tuple[str, ...]:
    """Return how the name behind `keys` is spelled in Latin letters, syllable by syllable, to sort people by."""
    syllables = keys.rpartition("@")[2].split()
    # The first spelling behind a hanzi is the usual one.
    return tuple(syllable.split(",")[1] if "," in syllable else syllable for syllable in syllables)


def rule_search_keys(code: str, en: str, zh: str) -> str:
    """Return the text that a rule is found by. code: MIN-04 is found as min-04, min04, min-4 and min4."""
    folded = _folded(code)
    letters, hyphen, digits = folded.rpartition("-")
    numbers = dict.fromkeys(
        f"{letters}{h}{d}" for h in dict.fromkeys([hyphen, ""]) for d in (digits, digits.lstrip("0"))
    )
    chinese = _folded(zh)
    # Only the Chinese title is spelled: initials of English words would find everything.
    words = re.sub(_NOT_A_WORD, " ", _folded(en).replace("'", "").replace("’", "")).strip()
    return _keys(numbers, [chinese, words], [_spellings(part, ()) for part in re.findall(_SYLLABLE, chinese)])


def match(query: str, keys: str) -> int | None:
    """Return how well `query` fits `keys`, lower is better, or None where it does not fit."""
    return _asked(query).rank(keys)


def find(query: str, people: Sequence[tuple[_Id, str]], limit: int) -> list[_Id]:
    """Return the ids whose keys fit `query`, best first, equals in the order given."""
    asked = _asked(query)
    fitting = [(rank, place) for place, (_, keys) in enumerate(people) if (rank := asked.rank(keys)) is not None]
    return [people[place][0] for _, place in sorted(fitting)[:limit]]


class _Asked:
    """A query made ready for many comparisons."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._letters = [re.escape(letter) for letter in text.replace(" ", "")]
        self._starts = [before == " " for before, letter in zip(" " + text, text, strict=False) if letter != " "]
        self._within = self._spelled(self._letters, self._starts, f"(?:{_TO_NEXT})?", "[@ ,]")
        # Only a query that fits nothing as a whole is taken word by word.
        self._words = [_Asked(word) for word in text.split(" ")] if " " in text else []

    # Who fits nowhere need not be asked how well; a pattern takes longer to make than to use.

    @cached_property
    def _mixed(self) -> re.Pattern[str]:
        return self._spelled(self._letters, self._starts, f"(?:{_TO_NEXT})?", _FIRST)

    @cached_property
    def _pinyin(self) -> re.Pattern[str]:
        return self._spelled(self._letters, self._starts, rf"(?:(?=[ ,\n]){_TO_NEXT})?", _FIRST)

    @cached_property
    def _initials(self) -> re.Pattern[str]:
        return self._spelled(self._letters, [True] * len(self._letters), "", _FIRST)

    @staticmethod
    def _spelled(letters: Sequence[str], starts_syllable: Sequence[bool], between: str, first: str) -> re.Pattern[str]:
        """Return the pattern of `letters` over syllables. between: what may stand between two of them."""
        parts = [first, *letters[:1]]
        for letter, starts in zip(letters[1:], starts_syllable[1:], strict=True):
            parts += [_TO_NEXT if starts else between, letter]
        return re.compile("".join(parts))

    def rank(self, keys: str) -> int | None:
        text = self._text
        if not text:
            return None
        spelled = keys.find("@")
        if text in keys or self._within.search(keys, spelled):
            rank = self._rank_whole(keys, spelled)
            if rank is not None:
                return rank
        return self._rank_by_words(keys) if self._words else None

    def _rank_by_words(self, keys: str) -> int | None:
        worst = 0
        for word in self._words:
            rank = word.rank(keys)
            if rank is None:
                return None
            worst = max(worst, rank)
        return Rank.SEVERAL + worst

    def _rank_whole(self, keys: str, spelled: int) -> int | None:
        text = self._text
        if f"#{text}" in keys:
            return Rank.NUMBER if f"#{text} " in keys else Rank.NUMBER_PREFIX
        if f"={text}" in keys:
            return Rank.NAME if f"={text}\n" in keys else Rank.NAME_PREFIX
        return self._rank_spelled(keys, spelled) or self._rank_inside(keys, spelled)

    def _rank_spelled(self, keys: str, spelled: int) -> Rank | None:
        if not self._mixed.match(keys, spelled):
            return None
        initials = self._initials.match(keys, spelled)
        if initials and keys.find(" ", initials.end()) < 0:
            return Rank.INITIALS
        pinyin = self._pinyin.match(keys, spelled)
        if pinyin:
            ended = keys[pinyin.end()] in ",\n" and keys.find(" ", pinyin.end()) < 0
            return Rank.PINYIN if ended else Rank.PINYIN_PREFIX
        return Rank.INITIALS_PREFIX if initials else Rank.MIXED

    def _rank_inside(self, keys: str, spelled: int) -> Rank | None:
        if f" {self._text}" in keys:
            return Rank.WORD_PREFIX
        if self._within.search(keys, spelled):
            return Rank.INNER_PINYIN
        # One Latin letter stands somewhere in nearly every title.
        if keys.find(self._text, 0, spelled) >= 0 and (len(self._text) > 1 or not self._text.isascii()):
            return Rank.SUBSTRING
        return None


@lru_cache(maxsize=64)
def _asked(query: str) -> _Asked:
    return _Asked(_folded(query)[:_QUERY_LIMIT].strip())


def _folded(text: str) -> str:
    """Return text as it is compared: full-width forms, case and the marks of the keys make no difference."""
    return re.sub(_MARKS, " ", unicodedata.normalize("NFKC", text).casefold()).strip()


def _keys(numbers: Iterable[str], names: Iterable[str], syllables: Iterable[Sequence[str]]) -> str:
    typed = "".join(f"#{number} " for number in numbers if number)
    spoken = "".join(f"={name}\n" for name in names if name)
    return f"{typed}\n{spoken}@{' '.join(','.join(spellings) for spellings in syllables)}\n"


def _read_name(syllables: Sequence[str]) -> list[Sequence[str]]:
    """Return the spellings of each syllable of a name, the surname's own readings first."""
    surnames = _surnames()
    for length in (2, 1):
        readings = surnames.get("".join(syllables[:length]))
        if readings is not None and len(syllables) >= length:
            as_surname = [[reading.split(" ")[place] for reading in readings] for place in range(length)]
            return [
                _spellings(part, own)
                for part, own in zip(syllables, [*as_surname, *[()] * len(syllables)], strict=False)
            ]
    return [_spellings(part, ()) for part in syllables]


def _spellings(syllable: str, own: Sequence[str]) -> list[str]:
    """Return everything that a syllable may be typed as: itself, and each reading. own: readings to add."""
    spellings = [syllable]
    if re.match(f"[{_HANZI}]", syllable):
        for reading in (*own, *_readings(syllable)):
            # ü is typed as v or u, and printed in passports as yu.
            spellings += [reading.replace("ü", letter) for letter in ("v", "u", "yu", "ü")]
    else:
        plain = unicodedata.normalize("NFD", syllable)
        spellings.append("".join(letter for letter in plain if not unicodedata.combining(letter)))
    return list(dict.fromkeys(spellings))


@cache
def _readings(hanzi: str) -> tuple[str, ...]:
    """Return every reading of one character without tones; none where it has no known one."""
    # The dictionary of phrases costs 0.1 s and 45 MB, and says nothing about single characters.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    # Imported where it is used: 0.04 s that only a new name, or the first rule searched for, has to wait.
    from pypinyin import Style, pinyin

    found = pinyin(hanzi, style=Style.NORMAL, heteronym=True, v_to_u=True, errors="ignore")
    return tuple(reading for readings in found for reading in readings)


def load_readings() -> None:
    """Read the dictionary of readings, so that the first name or rule searched for need not wait for it.

    It touches no team file: a window may have it called in any thread.
    """
    _readings("中")


@cache
def _surnames() -> dict[str, list[str]]:
    """Return the readings of surnames that differ from the common ones."""
    table = tomllib.loads(resource("surnames.toml").read_text("utf-8"))
    return {surname: list(readings) for surname, readings in table["readings"].items()}
