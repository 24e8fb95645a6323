"""The window's language: English or Simplified Chinese, switched at any time without a restart.

Widgets say their words in a method ``retranslate`` and derive from `Retranslated` (first among their bases), which
calls it at every change of language. Words use ``self.tr("Saved {name}").format(name=name)``; dates, months and
figures come from `Speech.texts`.
"""

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from csdesk.core.words import Language
from csdesk.paths import resource
from csdesk.texts import Texts

LOCALES: dict[Language, QLocale] = {
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
    "zh": QLocale(QLocale.Language.Chinese, QLocale.Country.China),
}


def system_language() -> Language:
    """Return Chinese where the system speaks it, else English."""
    return "zh" if QLocale.system().language() is QLocale.Language.Chinese else "en"


class Speech(QObject):
    """The language that the window speaks now.

    texts: the words and figures that are not a widget's own, in this language. changed: after every switch.
    """

    changed = Signal()

    def __init__(self, app: QApplication, language: Language) -> None:
        super().__init__(app)
        self._app = app
        self._installed: list[QTranslator] = []
        self.texts = Texts("en")
        self._speak(language)

    @property
    def language(self) -> Language:
        """The language that is spoken now."""
        return self.texts.language

    def switch(self, language: Language) -> None:
        """Speak `language` from now on; every widget retranslates itself."""
        if language != self.language:
            self._speak(language)
            self.changed.emit()

    def fall_silent(self) -> None:
        """Leave the application without translations, as it was before this."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._installed.clear()

    def _speak(self, language: Language) -> None:
        self.texts = Texts(language)
        QLocale.setDefault(LOCALES[language])
        self.fall_silent()
        if language == "zh":
            qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            for name, folder in (("qtbase_zh_CN", qt_folder), ("csdesk_zh_CN", str(resource("i18n")))):
                translator = QTranslator(self)
                if translator.load(name, folder):
                    self._app.installTranslator(translator)
                    self._installed.append(translator)


class Retranslated:
    """A widget that says its words anew when the language changes.

    Derive from it before the Qt class: ``class Band(Retranslated, QFrame)``. Call `retranslate` at the end of __init__.
    """

    def retranslate(self) -> None:
        """Say every word of this widget (not of its children) in the language of the moment."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)  # type: ignore[misc]  # The Qt class comes after this one among the bases.
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
