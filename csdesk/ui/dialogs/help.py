"""The help page: what each tab does and the keys, in the window's language. It stays open beside the work."""

from PySide6.QtGui import QBrush, QColor, QTextCursor, QTextDocument, QTextFrameFormat, QTextTable
from PySide6.QtWidgets import QTextBrowser, QWidget

from csdesk.paths import resource
from csdesk.ui.dialogs.base import PlainDialog
from csdesk.ui.language import Speech
from csdesk.ui.theme import look, tokens_of
from csdesk.ui.tokens import SIZE_TITLE
from csdesk.ui.widgets.cards import button


class HelpDialog(PlainDialog):
    """The text of resources/help, in the language of the moment."""

    def __init__(self, speech: Speech, parent: QWidget | None) -> None:
        super().__init__(parent, 640)
        self._speech = speech
        self.resize(720, 620)
        self._text = QTextBrowser()
        self._text.setOpenExternalLinks(False)
        look(self._text, "reading")
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
        self._text.document().setDocumentMargin(0)
        _lay_out(self._text.document(), tokens_of(self.palette()).line)

    @property
    def text(self) -> str:
        """What the page says."""
        return self._text.toPlainText()


def _lay_out(document: QTextDocument, line: str) -> None:
    """Give paragraphs and headings room, and tables hair lines in the colour `line`."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        is_cell = cursor.currentTable() is not None
        layout = block.blockFormat()
        layout.setTopMargin(14 if layout.headingLevel() else 0 if is_cell else 3)
        layout.setBottomMargin(2 if is_cell else 6)
        if layout.headingLevel():
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            words = cursor.charFormat()
            words.setProperty(words.Property.FontSizeAdjustment, 0)
            font = words.font()
            font.setPixelSize(SIZE_TITLE)
            words.setFont(font)
            cursor.mergeCharFormat(words)
        cursor.setBlockFormat(layout)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            table = frame.format()
            table.setBorderBrush(QBrush(QColor(line)))
            table.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            table.setCellPadding(5)
            frame.setFormat(table)
