"""The help page: what each tab does and the keys, in the window's language. It stays open beside the work."""

from PySide6.QtWidgets import QTextBrowser, QWidget

from csdesk.paths import resource
from csdesk.ui.dialogs.base import PlainDialog
from csdesk.ui.language import Speech
from csdesk.ui.widgets.cards import button


class HelpDialog(PlainDialog):
    """The text of resources/help, in the language of the moment."""

    def __init__(self, speech: Speech, parent: QWidget | None) -> None:
        super().__init__(parent, 640)
        self._speech = speech
        self.resize(720, 620)
        self._text = QTextBrowser()
        self._text.setOpenExternalLinks(False)
        self.body.addWidget(self._text)
        self._close = button(primary=True)
        self._close.clicked.connect(self.accept)
        self.buttons.addWidget(self._close)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_heading(self.tr("Help"))
        self._close.setText(self.tr("Close"))
        page = resource("help", f"{self._speech.language}.md")
        self._text.setMarkdown(page.read_text("utf-8"))

    @property
    def text(self) -> str:
        """What the page says."""
        return self._text.toPlainText()
