"""The same words in English and in Simplified Chinese: rules, forms and grades carry their own."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "zh"]


@dataclass(frozen=True, slots=True)
class Words:
    """One text in both languages, equals."""

    en: str
    zh: str

    def said_in(self, language: Language) -> str:
        """Return the text in `language`."""
        return self.zh if language == "zh" else self.en
