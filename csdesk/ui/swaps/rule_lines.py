"""The seven rules of a swap, a line each: tick or cross, the word for it, and why."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from csdesk.core.swap_rules import RuleResult
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.swaps.swap_words import RULES, SwapWords
from csdesk.ui.theme import look
from csdesk.ui.widgets.cards import words

_SIGNS = {True: ("check-circle", "good"), False: ("x-circle", "alarm"), None: ("clock-counter-clockwise", "muted")}
_LOOKS = {True: "good", False: "alarm", None: "muted"}
_SIGN = QSize(18, 18)


class RuleLines(Retranslated, QWidget):
    """The lines. `show_results` with nothing says "not yet" of every rule."""

    def __init__(self, said: SwapWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = said
        self._results: Sequence[RuleResult] = ()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        self._lines: list[tuple[QLabel, QLabel, QLabel, QLabel]] = []
        for number, rule in enumerate(RULES):
            sign, title, verdict, why = (
                QLabel(self),
                words(parent=self),
                words(parent=self),
                words(like="hint", parent=self),
            )
            sign.setFixedWidth(_SIGN.width())
            why.setWordWrap(True)
            why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(sign, 3 * number, 0)
            grid.addWidget(title, 3 * number, 1)
            grid.addWidget(verdict, 3 * number, 2, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(why, 3 * number + 1, 1, 1, 2)
            grid.setRowMinimumHeight(3 * number + 2, 4 if rule != RULES[-1] else 0)
            self._lines.append((sign, title, verdict, why))
        self.retranslate()

    def retranslate(self) -> None:
        self.show_results(self._results)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.show_results(self._results)

    def show_results(self, results: Sequence[RuleResult]) -> None:
        """Show what the rules say; a rule that is broken for both says so for both."""
        self._results = results
        for rule, (sign, title, verdict, why) in zip(RULES, self._lines, strict=True):
            of_rule = [result for result in results if result.rule == rule]
            ok = of_rule[0].ok if of_rule else None
            icon, token = _SIGNS[ok]
            sign.setPixmap(icons.icon(icon, token).pixmap(_SIGN, self.devicePixelRatioF()))
            title.setText(f"{rule}  {self._words.rule(rule)}")
            verdict.setText(self._words.verdict(ok))
            look(verdict, _LOOKS[ok])
            sentence = "\n".join(self._words.why(result) for result in of_rule)
            why.setText(sentence)
            why.setVisible(bool(sentence))
            self.setAccessibleDescription("; ".join(self.said))

    @property
    def said(self) -> list[str]:
        """Every line: rule, word, why."""
        return [
            ": ".join(filter(None, (title.text(), verdict.text(), why.text())))
            for _, title, verdict, why in self._lines
        ]

    def word_of(self, rule: str) -> str:
        """Return the word that stands at a rule."""
        return self._lines[RULES.index(rule)][2].text()

    def why_of(self, rule: str) -> str:
        """Return the sentence that stands at a rule."""
        return self._lines[RULES.index(rule)][3].text()
