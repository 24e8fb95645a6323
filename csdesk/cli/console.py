"""What the command line says: one line for what it did, complaints to standard error, JSON where asked."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, TextIO

from csdesk.core.problem import Detail, Problem
from csdesk.core.words import Language
from csdesk.texts import Texts


class Refused(Exception):
    """The verb cannot be done and nothing was changed; the sentences say why."""

    def __init__(self, *sentences: str) -> None:
        super().__init__("; ".join(sentences))
        self.sentences: Sequence[str] = sentences


class Console:
    """Standard output and standard error, in one language. code: the exit status of a verb that did end well."""

    def __init__(self, language: Language, out: TextIO, err: TextIO) -> None:
        self.texts = Texts(language)
        self.code = 0
        self._out = out
        self._err = err

    def say(self, key: str, /, **particulars: Detail) -> None:
        """Print one sentence about what was done."""
        self.line(self.texts.say(f"cli.{key}", **particulars))

    def line(self, text: str) -> None:
        """Print one line."""
        self._write(self._out, text)

    def complain(self, sentence: str) -> None:
        """Print one complaint."""
        self._write(self._err, sentence)

    def document(self, document: Mapping[str, Any]) -> None:
        """Print one JSON document."""
        text = json.dumps(document, ensure_ascii=False, indent=2)
        if not _can_show(self._out, text):
            text = json.dumps(document, indent=2)
        self._write(self._out, text)

    def _write(self, stream: TextIO, text: str) -> None:
        # A console that cannot show a character shows its escape; a name must not end the program.
        encoding = _encoding(stream)
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
        stream.flush()

    def refuse(self, problems: Sequence[Problem]) -> Refused:
        """Return the refusal that says what is wrong."""
        return Refused(*(self.texts.problem(problem) for problem in problems))


def _encoding(stream: TextIO) -> str:
    return stream.encoding or "utf-8"


def _can_show(stream: TextIO, text: str) -> bool:
    """Return whether `stream` has every character of `text`."""
    try:
        text.encode(_encoding(stream))
    except UnicodeEncodeError:
        return False
    return True


def language_asked(words: Sequence[str]) -> Language | None:
    """Return the language that the words of a command line ask for, None where they do not."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        asked = following if word == "--lang" else word.removeprefix("--lang=")
        if asked != word and asked in {"en", "zh"}:
            return "zh" if asked == "zh" else "en"
    return None


def language_of(environment: Mapping[str, str]) -> Language:
    """Return the language that the surroundings ask for: Chinese where the locale is Chinese, else English."""
    for name in ("CSDESK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def has_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Return whether a window can be shown. platform: as ``sys.platform`` calls it."""
    if platform in {"win32", "darwin"} or environment.get("QT_QPA_PLATFORM"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
