"""About this exhibit: what it began with, when it was checked, what its marks mean, and the owners
of the figures, the map, the typefaces, the icons and the programs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kiosk.exhibit.model.shown_pictures import shown_pictures, story_pages
from kiosk.languages.map_credit import map_credit
from kiosk.look.markdown import paragraphs
from kiosk.look.typesetting import set_text
from kiosk.screen.board.board import MARGIN_U, Board
from kiosk.screen.board.columns import ColumnFlow, PlacedPiece, TextPiece
from kiosk.screen.board.status_marks import mark_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.model.exhibit import Source
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.map.map_world import MapWorld

_GUTTER_U = 64
_WIDE_GUTTER_U = 96
_LEAST_COLUMN_U = 520
_LEAST_HALF_U = 500
_GAPS_U = (24, 20, 16, 13)
"""What is free between two sources, from roomy to tight: so that no page has two of them alone."""
_UNDER_HEADING_U = 14
_IN_A_BLOCK = 4
"""Of so many pictures of one owner all is said in one column."""
_CREDITS = ("credit_letters", "credit_signs", "credit_programs")
"""What follows the credit of the map."""


class _Size(NamedTuple):
    """How large the first page is set: a factor for headings, two roles, and gaps in `u`."""

    heading: float
    text: str
    mark: str
    gap_u: float


_SIZES = (
    _Size(0.86, "lead", "body", 44),
    _Size(0.78, "lead", "secondary", 34),
    _Size(0.66, "body", "control", 28),
    _Size(0.6, "secondary", "control", 20),
)
"""From roomy to tight."""


class Credits(Board):
    """Tells of the exhibit on its first page, and names what it stands on on all others."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._placed: list[PlacedPiece] = []
        self._count = 1
        self._set_for: tuple[QRectF, Locale, Look] | None = None
        """What the pages are set for: to turn them sets nothing."""

    def show_page(
        self, page: int, locale: Locale, look: Look, *, world: MapWorld | None, controls_top: float
    ) -> None:
        top = self._set_title(locale.say("credits"), locale, look) + look.px(44)
        margin = look.px(MARGIN_U)
        area = QRectF(margin, top, self.width() - 2 * margin, controls_top - look.px(24) - top)
        if self._set_for != (area, locale, look):
            self._set_for = area, locale, look
            self._set(area, locale, look)
        self._turn_to(page, self._count)
        self._show_pager(locale, look, controls_top)
        self.update()

    def _set(self, area: QRectF, locale: Locale, look: Look) -> None:
        self._placed, self._count = [], 0
        for flow in (_about(area, locale, look), _owners(area, locale, look)):
            self._placed += [
                PlacedPiece(each.page + self._count, each.piece, each.at) for each in flow.placed
            ]
            self._count += flow.pages

    def _paint_page(self, painter: QPainter, look: Look) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for each in self._placed:
            if each.page == self._page:
                each.piece.draw(painter, each.at.x(), each.at.y())


def about_texts(locale: Locale) -> list[str]:
    """What the exhibit is and began with, when it was checked, and what its map is not."""
    exhibit = locale.exhibit
    own = locale.say("about_text") if exhibit.about is None else locale.text(exhibit.about)
    told = ["".join(span.text for span in spans) for spans in paragraphs(own)]
    if exhibit.checked is not None:
        told.append(locale.say("last_checked", date=locale.date(exhibit.checked)))
    return [*told, locale.say("map_reservation")]


def owners_texts(locale: Locale) -> list[str]:
    """Whose the map, typefaces, icons, programs, texts and pictures are."""
    approval = locale.exhibit.approval
    lines = map_credit(approval, locale.words, locale.language, key="credit_map")
    own = locale.exhibit.credits
    texts = [locale.text(own.texts)] if own is not None and own.texts is not None else []
    return [*lines, *map(locale.say, _CREDITS), *texts]


def _about(area: QRectF, locale: Locale, look: Look) -> ColumnFlow:
    """The texts and the marks on one page, as large as they fit; if need be on several."""
    for size in _SIZES:
        flow = _about_in(size, area, locale, look)
        if flow.pages == 1:
            break
    return flow


def _about_in(size: _Size, area: QRectF, locale: Locale, look: Look) -> ColumnFlow:
    """The same in one size: side by side where there is room."""
    flow = ColumnFlow(area, look.px(_WIDE_GUTTER_U))
    halves = area.width() >= look.px(2 * _LEAST_HALF_U + _WIDE_GUTTER_U)
    width = flow.begin(2 if halves else 1)
    gap = look.px(size.gap_u)

    def headed(words: str) -> TextPiece:
        setting = set_text(
            look,
            words,
            language=locale.language,
            role="heading",
            width=width,
            balanced=True,
            scale=size.heading,
        )
        return TextPiece(setting, look.theme.text)

    first, *others = *about_texts(locale), locale.say("visits_counted")
    flow.add([headed(first)], 0)
    for text in others:
        flow.add([_text(text, size.text, look.theme.text2, locale, look, width)], gap)
    flow.turn()
    flow.add([headed(locale.say("marks"))], 2 * gap)
    for row in mark_rows(locale, look, width, size.mark):
        flow.add([row], gap)
    return flow


class _Block(NamedTuple):
    """What stays together, and how many gaps are above it."""

    pieces: Sequence[TextPiece]
    gaps: int


def _owners(area: QRectF, locale: Locale, look: Look) -> ColumnFlow:
    """The credits and every source, on the fewest pages, and there as roomy as can be.

    What is little has two wide columns: the credits, and the sources beside them.
    """
    if area.width() >= look.px(2 * _LEAST_HALF_U + _WIDE_GUTTER_U):
        few = _in_halves(area, locale, look)
        if few.pages == 1:
            return few
    gutter, least = look.px(_GUTTER_U), look.px(_LEAST_COLUMN_U)
    columns = max(1, int((area.width() + gutter) // (least + gutter)))
    width = ColumnFlow(area, gutter).begin(columns)
    # To set them takes long, and in every gap they are the same.
    blocks = [*_told("control", locale, look, width), *_owned("control", locale, look, width)]
    flows = []
    for gap in _GAPS_U:
        flow = ColumnFlow(area, gutter)
        flow.begin(columns)
        for block in blocks:
            flow.add(block.pieces, block.gaps * look.px(gap))
        flows.append(flow)
    return min(flows, key=_pages)


def _pages(flow: ColumnFlow) -> int:
    return flow.pages


def _in_halves(area: QRectF, locale: Locale, look: Look) -> ColumnFlow:
    """The credits and the sources side by side, up to where they need a second page."""
    flow = ColumnFlow(area, look.px(_WIDE_GUTTER_U))
    width, gap = flow.begin(2), look.px(_GAPS_U[0])
    for block in _told("body", locale, look, width):
        flow.add(block.pieces, block.gaps * gap)
    flow.turn()
    for block in _owned("body", locale, look, width):
        flow.add(block.pieces, block.gaps * gap)
        if flow.placed[-1].page > 1:
            break
    return flow


def _told(role: str, locale: Locale, look: Look, width: float) -> Iterator[_Block]:
    """Whose the map, typefaces, icons, programs, texts and pictures are."""
    for words in owners_texts(locale):
        yield _Block([_text(words, role, look.theme.text2, locale, look, width)], 1)


def _owned(role: str, locale: Locale, look: Look, width: float) -> Iterator[_Block]:
    """Every source with its publisher and date, and then the owners of pictures and films."""
    theme = look.theme
    sources = sorted(locale.exhibit.sources.values(), key=_by_date, reverse=True)
    for index, source in enumerate(sources):
        title = locale.said(source.title)
        setting = set_text(look, title.words, language=title.language, role=role, width=width)
        published = locale.sources_line([source.id], None)
        block = [
            TextPiece(setting, theme.text),
            _text(published, "source", theme.muted, locale, look, width),
        ]
        if index == 0:
            yield _Block([_headed("sources_of_figures", locale, look, width), *block], 2)
        else:
            yield _Block(block, 1)
    yield from _owners_of("pictures_of", picture_owners(locale), role, locale, look, width)
    yield from _owners_of("films_of", film_owners(locale), role, locale, look, width)


def _owners_of(
    heading: str,
    owners: Mapping[str, Sequence[str]],
    role: str,
    locale: Locale,
    look: Look,
    width: float,
) -> Iterator[_Block]:
    """Whose they are and under which licence, each owner with what theirs show."""
    theme = look.theme
    for number, (owner, shown) in enumerate(owners.items()):
        block = [_text(owner, role, theme.text, locale, look, width)]
        if number == 0:
            block.insert(0, _headed(heading, locale, look, width))
        gaps = 1 if number else 2
        for begin in range(0, len(shown), _IN_A_BLOCK):
            told = " · ".join(shown[begin : begin + _IN_A_BLOCK])
            block.append(_text(told, "source", theme.muted, locale, look, width))
            yield _Block(block, gaps)
            block, gaps = [], 0


def _headed(key: str, locale: Locale, look: Look, width: float) -> TextPiece:
    setting = set_text(look, locale.say(key), language=locale.language, role="lead", width=width)
    return TextPiece(setting, look.theme.text, below=look.px(_UNDER_HEADING_U))


def picture_owners(locale: Locale) -> dict[str, list[str]]:
    """By whom pictures are and under which licence, what these show, each once."""
    owners: dict[str, list[str]] = {}
    for picture in shown_pictures(locale.exhibit):
        owner = locale.attribution(picture)
        shown = locale.text(picture.caption or picture.alternative)
        if owner and shown not in owners.setdefault(owner, []):
            owners[owner].append(shown)
    return owners


def film_owners(locale: Locale) -> dict[str, list[str]]:
    """By whom films and recordings are and under which licence, on which pages, each once."""
    owners: dict[str, list[str]] = {}
    for page in story_pages(locale.exhibit):
        owner = "" if page.recording is None else locale.attribution(page.recording)
        heading = locale.text(page.heading)
        if owner and heading not in owners.setdefault(owner, []):
            owners[owner].append(heading)
    return owners


def _text(
    words: str, role: str, color: QColor, locale: Locale, look: Look, width: float
) -> TextPiece:
    return TextPiece(set_text(look, words, language=locale.language, role=role, width=width), color)


def _by_date(source: Source) -> str:
    return str(source.date)
