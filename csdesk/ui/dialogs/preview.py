"""The sheet as it will be on paper, person by person. Only imported when somebody looks: it brings in QtPdf."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPalette, QShowEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from csdesk.core.appraisal import Sheet
from csdesk.desk.desk import Desk
from csdesk.desk.months import MonthView
from csdesk.desk.papers import PrintJob
from csdesk.ui import icons
from csdesk.ui.dialogs.base import PlainDialog
from csdesk.ui.dialogs.print import LANGUAGE_KEPT, LANGUAGES, Paper, language_kept
from csdesk.ui.page import Context
from csdesk.ui.tasks import Progress, Run, Tasks
from csdesk.ui.theme import tokens_of
from csdesk.ui.widgets.cards import Band, button, icon_button, name_button, words
from csdesk.ui.widgets.tab_order import tab_order

ZOOM_KEPT = "print/zoom"
ZOOMS = ("page", "width", "100", "150", "200")
_AROUND = 6
"""Pixels of ground around a page."""


class _Pages(QPdfView):
    """The pages. With Alt held, arrow keys are the dialog's: they leaf through people instead of scrolling."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class PreviewDialog(PlainDialog):
    """The dialog. print_asked(employee_id, Paper): print this one. person_shown(employee_id): another one is shown.

    sheets: whom one can leaf through, in the table's order. first: who is shown at first.
    """

    print_asked = Signal(str, object)
    person_shown = Signal(str)

    def __init__(
        self,
        desk: Desk,
        view: MonthView,
        sheets: Sequence[Sheet],
        first: int,
        context: Context,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, width=860)
        self._desk = desk
        self._view = view
        self._sheets = tuple(sheets)
        self._place = first
        self._context = context
        self._tasks = Tasks(self)
        self._run: Run | None = None
        self._document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self.paper, self.language, self.zoom = QComboBox(), QComboBox(), QComboBox()
        self.before_button, self.next_button = icon_button(icons.icon("caret-left")), icon_button(
            icons.icon("caret-right")
        )  # fmt: skip
        self._who = words(like="muted")
        self.print_button = button(icon=icons.icon("printer", "on_accent"), primary=True)
        self.close_button = button()
        self._band = Band("warning")
        self.pages = _Pages(self)
        self._lay_out()
        self._fill()
        self.retranslate()
        self._connect()
        self._draw()
        self.pages.setFocus()
        self.resize(940, max(480, parent.window().height() - 60))

    def _lay_out(self) -> None:
        self.heading.setWordWrap(False)
        top = QHBoxLayout()
        top.setSpacing(8)
        for box in (self.paper, self.language, self.zoom):
            top.addWidget(box)
        top.addStretch(1)
        for widget in (self._who, self.before_button, self.next_button):
            top.addWidget(widget)
        self.pages.setPageMode(QPdfView.PageMode.MultiPage)
        # Qt counts the room between pages below the last one too, and takes that alone off a page that is to fit: half
        # of it goes above, so that a whole page needs no scroll bar.
        self.pages.setPageSpacing(2 * _AROUND)
        self.pages.setDocumentMargins(QMargins(_AROUND, _AROUND, _AROUND, -_AROUND))
        self.pages.setDocument(self._document)
        self.body.addLayout(top)
        self.body.addWidget(self._band)
        self.body.addWidget(self.pages, 1)
        self.buttons.addWidget(self.close_button)
        self.buttons.addWidget(self.print_button)
        tab_order(
            self.paper, self.language, self.zoom, self.before_button, self.next_button,
            self.pages, self.close_button, self.print_button,
        )  # fmt: skip

    def _fill(self) -> None:
        for paper in Paper:
            self.paper.addItem("", paper.value)
        for language in LANGUAGES:
            self.language.addItem("", language)
        for zoom in ZOOMS:
            self.zoom.addItem("", zoom)
        self.language.setCurrentIndex(LANGUAGES.index(language_kept(self._context)))
        self.zoom.setCurrentIndex(max(0, self.zoom.findData(self._context.preferences.text(ZOOM_KEPT, "page"))))
        self._zoom()

    def _connect(self) -> None:
        self.paper.currentIndexChanged.connect(self._draw)
        self.language.currentIndexChanged.connect(self._choose_language)
        self.zoom.currentIndexChanged.connect(self._zoom)
        self.before_button.clicked.connect(partial(self.leaf, -1))
        self.next_button.clicked.connect(partial(self.leaf, 1))
        self.close_button.clicked.connect(self.reject)
        self.print_button.clicked.connect(lambda: self.print_asked.emit(self.sheet.employee.id, self._paper))

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Preview"))
        names = {
            Paper.APPRAISAL: self.tr("Appraisal sheet"),
            Paper.INTERVIEW: self.tr("Interview form, filled in"),
            Paper.BLANK: self.tr("Interview form, blank"),
            "en": self.tr("English"),
            "zh": self.tr("Chinese"),
            "both": self.tr("Chinese and English"),
            "page": self.tr("Whole page"),
            "width": self.tr("Page width"),
        }
        for box in (self.paper, self.language, self.zoom):
            for place in range(box.count()):
                value = box.itemData(place)
                box.setItemText(place, names.get(value) or f"{value} %")
        self.paper.setAccessibleName(self.tr("Form"))
        self.language.setAccessibleName(self.tr("Language on paper"))
        self.zoom.setAccessibleName(self.tr("Zoom"))
        self.pages.setAccessibleName(self.tr("The sheet as on paper"))
        name_button(self.before_button, self.tr("Previous person (Alt+Left)"))
        name_button(self.next_button, self.tr("Next person (Alt+Right)"))
        self.print_button.setText(self.tr("Print…"))
        self.close_button.setText(self.tr("Close"))
        self._say_who()

    # Who is shown

    @property
    def sheet(self) -> Sheet:
        """The sheet that is shown."""
        return self._sheets[self._place]

    @property
    def page_count(self) -> int:
        """How many pages are shown; 0 while none is drawn yet."""
        return self._document.pageCount()

    @property
    def said(self) -> str:
        """What stands above the pages, "" where nothing does."""
        return self._band.text

    def leaf(self, steps: int) -> None:
        """Go on to the next person, or back to the one before."""
        place = self._place + steps
        if self._paper is not Paper.BLANK and 0 <= place < len(self._sheets):
            self._place = place
            self._say_who()
            self._draw()
            self.person_shown.emit(self.sheet.employee.id)

    def _say_who(self) -> None:
        is_blank = self._paper is Paper.BLANK
        self.heading.setText(self.paper.currentText() if is_blank else self.sheet.employee.name)
        said = self.tr("{place} of {all}").format(place=self._place + 1, all=len(self._sheets))
        self._who.setText("" if is_blank else said)
        self.before_button.setEnabled(not is_blank and self._place > 0)
        self.next_button.setEnabled(not is_blank and self._place + 1 < len(self._sheets))

    # What is shown of it

    @property
    def _paper(self) -> Paper:
        return Paper(self.paper.currentData())

    def _choose_language(self) -> None:
        self._context.preferences.keep(LANGUAGE_KEPT, self.language.currentData())
        self._draw()

    def _zoom(self) -> None:
        zoom = ZOOMS[self.zoom.currentIndex()]
        self._context.preferences.keep(ZOOM_KEPT, zoom)
        if zoom.isdecimal():
            self.pages.setZoomMode(QPdfView.ZoomMode.Custom)
            self.pages.setZoomFactor(int(zoom) / 100)
        else:
            modes = {"page": QPdfView.ZoomMode.FitInView, "width": QPdfView.ZoomMode.FitToWidth}
            self.pages.setZoomMode(modes[zoom])

    def _draw(self) -> None:
        """Lay the sheet out in a worker; what was asked before and is not drawn yet is dropped."""
        self._say_who()
        language = LANGUAGES[self.language.currentIndex()]
        if self._paper is Paper.BLANK:
            job = self._desk.papers.blank_interview(self._view.result.month, language)
        else:
            found = self._desk.papers.job_of(self._view, self._paper.form, language, [self.sheet.employee.id])
            if not isinstance(found, PrintJob):
                raise ValueError(f"a sheet of the month shown cannot be laid out: {found}")
            job = found
        unprintable = [self._context.texts.problem(problem) for problem in job.unprintable]
        self._band.say("\n".join(unprintable), "warning")
        if not (unprintable or self.page_count):
            self._band.say(self.tr("Laying out the sheet…"), "info")
        if self._run is not None:
            self._run.cancel()
        self._run = self._tasks.run("", partial(_pdf, job), self._show, self._context.ask.failed)

    def _show(self, pdf: bytes) -> None:
        self._run = None
        if self._band.property("kind") == "info":
            self._band.say("")
        self._document.close()
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if steps is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.leaf(steps)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The view draws the ground behind the paper with this role, which elsewhere is the edge of fields.
        palette, tokens = self.pages.palette(), tokens_of(self.palette())
        palette.setColor(QPalette.ColorRole.Dark, QColor(tokens.ground if tokens.is_dark else tokens.line))
        self.pages.setPalette(palette)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._tasks.stop()


def _pdf(job: PrintJob, progress: Progress) -> bytes:
    return job.pdf(cancelled=lambda: progress.is_cancelled)
