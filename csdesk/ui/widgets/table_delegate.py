"""How a cell of every table is drawn: hair line, soft selection, chips, score bars, struck rows."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from csdesk.ui.models.table import Chip, ScoreScale, table_model
from csdesk.ui.theme import tokens_of
from csdesk.ui.tokens import SIZE_BODY, SIZE_SMALL, Tokens

INSET = 8
CHIP_HEIGHT = 20
CHIP_INSET = 9
CHIP_GAP = 6
BAR_HEIGHT = 8
FIGURE_WIDTH = 34
BAR_LEAST = FIGURE_WIDTH + 10 + 24  # With its figure.

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def shown_chips(chips: Sequence[Chip], metrics: QFontMetrics, room: int) -> int:
    """Return how many of `chips` fit into `room` whole, with "+1" behind them where some do not; the first always does.

    The first is cut where it must be.
    """
    right = 0
    for number, chip in enumerate(chips):
        right += metrics.horizontalAdvance(chip.text) + 2 * CHIP_INSET
        left_out = len(chips) - number - 1
        for_more = CHIP_GAP + metrics.horizontalAdvance(f"+{left_out}") if left_out else 0
        if number and right + for_more > room:
            return number
        right += CHIP_GAP
    return len(chips)


def draw_chips(
    painter: QPainter, rect: QRect, chips: Sequence[Chip], tokens: Tokens, font: QFont, *, edged: bool = False
) -> None:
    """Draw `chips` from the left of `rect`, each a word on its tint; of those that do not fit, how many there are.

    edged: with a line around each, for a ground that is much like some of the tints.
    """
    small = QFont(font)
    small.setPixelSize(SIZE_SMALL)
    metrics = QFontMetrics(small)
    painter.setFont(small)
    shown = shown_chips(chips, metrics, rect.width())
    more = f"+{len(chips) - shown}" if shown < len(chips) else ""
    left = rect.left()
    for chip in chips[:shown]:
        room = rect.left() + rect.width() - left - 2 * CHIP_INSET
        if more:
            room -= CHIP_GAP + metrics.horizontalAdvance(more)
        words = metrics.elidedText(chip.text, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(words) + 2 * CHIP_INSET
        pill = QRectF(left, rect.top() + (rect.height() - CHIP_HEIGHT) // 2, width, CHIP_HEIGHT)
        tint = tokens.tint(chip.kind)
        painter.setPen(QColor(tint.text) if edged else QColor(tint.ground))
        painter.setBrush(QColor(tint.ground))
        painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), CHIP_HEIGHT / 2, CHIP_HEIGHT / 2)
        painter.setPen(QColor(tint.text))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), words)
        left += width + CHIP_GAP
    if more:
        painter.setPen(QColor(tokens.muted))
        painter.drawText(QRect(left, rect.top(), rect.right() - left + 1, rect.height()), _LEFT, more)


def draw_bar(painter: QPainter, rect: QRectF, score: int, scale: ScoreScale, tokens: Tokens) -> None:
    """Draw a thin bar of `score` within `rect`, with the tick at the scale's base."""
    track = QRectF(rect.left(), rect.center().y() - BAR_HEIGHT / 2, rect.width(), BAR_HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.line if tokens.is_dark else tokens.sunk))
    painter.drawRoundedRect(track, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
    share = min(1.0, max(0.0, score / scale.top)) if scale.top else 0.0
    if share:
        full = QRectF(track.left(), track.top(), max(track.width() * share, BAR_HEIGHT), BAR_HEIGHT)
        painter.setBrush(QColor(getattr(tokens, scale.tone(score))))
        painter.drawRoundedRect(full, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
    tick = track.left() + track.width() * min(1.0, scale.base / scale.top if scale.top else 0.0)
    painter.setPen(QPen(QColor(tokens.edge), 2))
    painter.drawLine(QPointF(tick, track.center().y() - 7), QPointF(tick, track.center().y() + 7))


class CellDelegate(QStyledItemDelegate):
    """Draws the cells of a DataTable.

    It asks the table what is selected, not the option: making Qt's style enums known to Python takes 10 ms of a start.
    """

    def __init__(self, table: QAbstractItemView) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = tokens_of(option.palette)
        rect: QRect = option.rect
        painter.save()
        is_selected = self._table.selectionModel().isSelected(index)
        if is_selected:
            painter.fillRect(rect, QColor(tokens.selection))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._content(painter, rect.adjusted(INSET, 0, -INSET, 0), option, index, tokens, is_selected)
        painter.restore()

    def _content(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        tokens: Tokens,
        is_selected: bool,
    ) -> None:
        model = table_model(index.model())
        row = model.row_at(index.row())
        if row is None:
            return
        column = model.columns[index.column()]
        if column.chips is not None:
            draw_chips(painter, rect, list(column.chips(row)), tokens, option.font, edged=is_selected)
            return
        font = QFont(option.font)
        font.setPixelSize(SIZE_BODY)
        font.setBold(column.bold or column.scale is not None)
        struck = model.is_struck(index.row())
        font.setStrikeOut(struck)
        painter.setFont(font)
        tone = "muted" if struck else column.tone(row) if column.tone is not None else "text"
        painter.setPen(QColor(getattr(tokens, tone)))
        if column.scale is not None:
            self._score(painter, rect, column.value(row), column.words(row), column.scale(row), tokens)
            return
        words = column.words(row).replace("\n", " ")
        # No letter is wider than the font is high: what fits by count need not be measured.
        if len(words) * SIZE_BODY > rect.width():
            words = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _RIGHT if column.figure else _LEFT, words)

    def _score(
        self, painter: QPainter, rect: QRect, value: object, words: str, scale: ScoreScale, tokens: Tokens
    ) -> None:
        painter.drawText(QRect(rect.left(), rect.top(), FIGURE_WIDTH, rect.height()), _RIGHT, words)
        room = QRectF(rect).adjusted(FIGURE_WIDTH + 10, 0, 0, 0)
        if isinstance(value, int) and room.width() > 2 * BAR_HEIGHT:
            draw_bar(painter, room, value, scale, tokens)
