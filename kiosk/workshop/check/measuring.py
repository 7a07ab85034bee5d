"""Measures the pages of a trial: what the rules of layout judge, without saying where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.workshop.check.fitting import Covers, clashing_texts, cut_texts, is_nearly_wrong
from kiosk.workshop.check.measured_page import (
    MeasuredClash,
    MeasuredCut,
    MeasuredLines,
    MeasuredPage,
)
from kiosk.workshop.check.written_texts import bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.workshop.check.drawn_text import DrawnText
    from kiosk.workshop.check.laid_out_parts import LaidOutPart
    from kiosk.workshop.check.trial import Trial, WindowShape


def measured_pages(
    trial: Trial, part: LaidOutPart, language: str, shape: WindowShape
) -> Iterator[MeasuredPage]:
    """What is on each page of a part in one language and window shape."""
    for page in trial.pages_of(part, language, shape):
        seen: Sequence[DrawnText] = page.texts
        if not page.opening.zone:
            covers = Covers(page.window)
            seen = [each for each in seen if not covers.hide(each.widget, each.ink)]
        yield MeasuredPage(
            page.opening,
            page.page,
            page.pages,
            page.begins,
            page.ends,
            page.nameless,
            page.lands,
            tuple(
                MeasuredCut(cut.text.words, cut.side, round(cut.lost))
                for cut in cut_texts(page.window, seen)
            ),
            tuple(
                MeasuredClash(clash.one.words, clash.other.words) for clash in clashing_texts(seen)
            ),
            tuple(_lines_of(seen)),
            tuple(dict.fromkeys(bare(text.words) for text in seen)),
            is_nearly_wrong(page.window, seen),
        )


def _lines_of(texts: Sequence[DrawnText]) -> Iterator[MeasuredLines]:
    """The texts that have several lines."""
    for text in texts:
        lines = text.words_by_line
        if len(lines) > 1:
            broken = () if "://" in text.words else tuple(text.broken_words())
            average = round(sum(map(len, lines[:-1])) / (len(lines) - 1))
            yield MeasuredLines(text.words, broken, len(lines), average)
