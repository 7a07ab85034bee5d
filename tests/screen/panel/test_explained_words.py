"""Words that a touch explains are found where their letters are, on every line of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.model.term import Term
from kiosk.look.typesetting import Setting, set_text, width_of
from kiosk.screen.panel.explained_words import ExplainedWord, WordFinder
from kiosk.screen.panel.term_word import TermWord, targets_of
from kiosk.text.multilingual import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

AT = QPointF(40, 30)
TERMS = {
    "ions": "heavy ions, 重離子",
    "beam": "beam, 束",
    "source": "neutron source, 中子源",
    "neutron": "neutron, 中子",
}


class Page(QWidget):
    """Draws texts below each other, as panels do."""

    def __init__(self, parent: QWidget, texts: list[Setting]) -> None:
        super().__init__(parent)
        self.texts = texts
        self.resize(900, 700)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        y = AT.y()
        for text in self.texts:
            text.draw(painter, AT.x(), y, QColor("black"))
            y += text.size.height()


@pytest.fixture
def finders(shipped_locales: dict[str, Locale]) -> dict[str, WordFinder]:
    terms = tuple(
        Term(id=name, forms=Text.same(forms), explanation=Text.same("Said."))
        for name, forms in TERMS.items()
    )
    found = {}
    for language, locale in shipped_locales.items():
        exhibit = locale.exhibit.model_copy(update={"terms": terms})
        found[language] = WordFinder.of(type(locale)(language, locale.words, exhibit))
    return found


def _set(
    look: Look, words: str, language: str = "en", role: str = "body", width: float = 1e6
) -> Setting:
    return set_text(look, words, language=language, role=role, width=width)


def _found(parent: QWidget, finder: WordFinder, *texts: Setting) -> tuple[ExplainedWord, ...]:
    return finder.on_page(Page(parent, list(texts)))


def test_a_word_is_where_its_letters_are(
    parent: QWidget, finders: dict[str, WordFinder], still_look: Look
) -> None:
    words = "Many a beam"
    (word,) = _found(parent, finders["en"], _set(still_look, words))

    (line,) = word.lines
    before = width_of(still_look, "Many a ", language="en", role="body")
    assert word.word == "beam"
    assert line.letters.left() == pytest.approx(AT.x() + before, abs=4)
    assert line.letters.width() == pytest.approx(
        width_of(still_look, "beam", language="en", role="body"), abs=6
    )
    assert line.letters.top() > AT.y()
    assert line.letters.bottom() == pytest.approx(line.baseline, abs=2)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "A new machine brings heavy ions up to a speed at which they collide and break"),
        ("zh-Hant", "這座新裝置把速度極快的重離子射向各種不同的材料，看看裏面有甚麼"),
    ],
)
def test_a_word_that_a_line_breaks_has_letters_on_both(
    parent: QWidget,
    finders: dict[str, WordFinder],
    still_look: Look,
    language: str,
    words: str,
) -> None:
    broken = []
    for width in range(200, 800, 20):
        setting = _set(still_look, words, language=language, width=width)
        (word,) = _found(parent, finders[language], setting)
        if len(word.lines) == 2:
            broken.append((word, width))
    assert broken

    whole = width_of(still_look, broken[0][0].word, language=language, role="body")
    for word, width in broken:
        first, second = word.lines
        assert second.baseline - first.baseline > first.em
        assert first.letters.right() <= AT.x() + width + 2
        assert second.letters.left() == pytest.approx(AT.x(), abs=4)
        both = first.letters.width() + second.letters.width()
        assert whole * 0.75 < both < whole * 1.05


def test_only_the_first_of_a_term_is_found_and_in_texts_alone(
    parent: QWidget, finders: dict[str, WordFinder], still_look: Look
) -> None:
    found = _found(
        parent,
        finders["en"],
        _set(still_look, "A beam", role="heading"),
        _set(still_look, "A beam in a source", role="source"),
        _set(still_look, "A neutron source and a neutron", role="lead"),
        _set(still_look, "A beam and a beam", role="secondary"),
        _set(still_look, "Um beam", language="pt"),
    )

    assert [word.key for word in found] == ["source", "neutron", "beam"]


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
def test_what_is_said_of_figures_is_found_with_each_of_them(
    parent: QWidget,
    finders: dict[str, WordFinder],
    shipped_locales: dict[str, Locale],
    still_look: Look,
    language: str,
) -> None:
    locale = shipped_locales[language]
    reported, calculated = locale.say("reported"), locale.say("calculated")
    page = Page(
        parent,
        [
            _set(still_look, f"{reported} · 2024", language, role="source"),
            _set(still_look, calculated, language, role="source"),
            _set(still_look, calculated, language, role="source"),
            _set(still_look, calculated, language, role="body"),
        ],
    )
    found = finders[language].on_page(page, None, ["3 = 6 − 3", "4 = 6 − 2"])

    assert [word.key for word in found] == ["reported", "calculated", "calculated"]
    assert found[0].explanation.words == locale.say("reported_explained")
    assert [word.explanation.words for word in found[1:]] == [
        f"{locale.say('calculated_explained')}\u2028{told}" for told in ("3 = 6 − 3", "4 = 6 − 2")
    ]


def test_calculations_that_are_on_another_page_too_are_not_told(
    parent: QWidget,
    finders: dict[str, WordFinder],
    still_look: Look,
    shipped_locales: dict[str, Locale],
) -> None:
    page = Page(parent, [_set(still_look, "calculated", role="source")])
    (word,) = finders["en"].on_page(page, None, ["3 = 6 − 3", "4 = 6 − 2"])

    assert word.explanation.words == shipped_locales["en"].say("calculated_explained")


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("theme", ["dark", "light", "hc"])
def test_the_dots_are_below_the_letters_and_nowhere_else(
    parent: QWidget, finders: dict[str, WordFinder], still_look: Look, theme: str, ratio: float
) -> None:
    look = still_look.themed(theme)
    (word,) = _found(parent, finders["en"], _set(look, "Many a beam of light"))
    control = TermWord(parent, 0)
    control.show_word(word, targets_of([word], look)[0], QPointF(), "beam: Said.", look)
    image = QImage(parent.size() * ratio, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    control.render(image, control.pos(), QRegion(), QWidget.RenderFlag(0))

    inked = _inked(image)
    (line,) = word.lines
    assert inked.left() / ratio == pytest.approx(line.letters.left(), abs=1)
    assert inked.right() / ratio == pytest.approx(line.letters.right(), abs=1.5)
    assert inked.top() / ratio > line.baseline
    assert inked.bottom() / ratio < line.baseline + 0.4 * line.em


def test_targets_are_large_enough_for_fingers_and_share_what_is_between_two(
    parent: QWidget, finders: dict[str, WordFinder], still_look: Look
) -> None:
    found = _found(
        parent,
        finders["en"],
        _set(still_look, "A beam of a neutron"),
        _set(still_look, "Many words, and the heavy ions at its end"),
    )
    alone = targets_of(found[-1:], still_look)[0][0]
    assert min(alone.width(), alone.height()) >= still_look.target

    targets = [target for each in targets_of(found, still_look) for target in each]
    for number, one in enumerate(targets):
        assert one.contains(found[number].lines[0].letters)
        for other in targets[number + 1 :]:
            assert (one & other).isEmpty()


def _inked(image: QImage) -> QRectF:
    pixels = numpy.frombuffer(image.constBits(), numpy.uint8)
    rows, columns = numpy.nonzero(pixels.reshape(image.height(), image.width(), 4)[..., 3] > 20)
    assert rows.size
    first, last = QPointF(columns.min(), rows.min()), QPointF(columns.max() + 1, rows.max() + 1)
    return QRectF(first, last)
