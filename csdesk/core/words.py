"""The same words in English and in Simplified Chinese: rules, forms and grades carry their own."""

from typing import Literal, NamedTuple

Language = Literal["en", "zh"]


class Words(NamedTuple):
    """One text in both languages, equals."""

    en: str
    zh: str

    def said_in(self, language: Language) -> str:
        """Return the text in `language`."""
        return self.zh if language == "zh" else self.en
