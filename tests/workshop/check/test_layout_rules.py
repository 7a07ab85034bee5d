"""What doesn't fit is found by laying it out, and said with its text, language and shapes."""

from __future__ import annotations

import gc
import shutil
from typing import TYPE_CHECKING

import pytest

from kiosk.shipped import shipped
from kiosk.workshop.check.laying_out import check_layout
from kiosk.workshop.check.trial import SHAPES, Trial
from tests.exhibit.sound_content import Content, sound_content
from tests.workshop.check.laid_out import FULL_HD, PORTRAIT, found, ignore_share

if TYPE_CHECKING:
    from pathlib import Path


QIANHAI = "zones/qianhai.yaml"
SHENZHEN = "zones/shenzhen.yaml"


@pytest.fixture
def content(tmp_path: Path, qapp: object) -> Content:
    """A folder in two languages, which is enough, and in which nothing is wrong."""
    content = sound_content(tmp_path / "content")
    content.change("exhibit.yaml", "[en, zh-Hant, zh-Hans, pt]", "[en, zh-Hant]")
    return content


def test_sound_content_fits_in_every_shape(content: Content) -> None:
    assert found(content, *SHAPES) == []


def test_a_word_too_long_for_its_line(content: Content) -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    content.change(QIANHAI, "en: A zone", f"en: {word}")

    [message] = found(content)

    assert message.startswith("zones/qianhai.yaml:6:20: a word is broken where no hyphen is, '")
    assert message.endswith(
        ", in en (1080p) (choose a shorter word, or put a soft hyphen where it may be broken)"
        " [broken-word]"
    )


def test_a_headline_of_too_many_lines(content: Content) -> None:
    headline = "Sixty in a hundred of all the young teams of this long street came from Hong Kong"
    content.change(QIANHAI, "en: Six in ten, zh", f"en: {headline}, zh")

    assert found(content, FULL_HD, PORTRAIT) == [
        "zones/qianhai.yaml:31:18: 'Sixty in a hundred of all the young tea…' takes 4 lines, in en"
        " (1080p); 3 are the most (keep the one thing that matters) [many-headline-lines]"
    ]


def test_a_panel_that_takes_too_many_pages(content: Content) -> None:
    fact = """\
  - id: more-{number}
    value: 4
    unit: teams
    label: {{en: further teams, zh-Hant: 其他團隊, zh-Hans: 其他团队, pt: outras equipas}}
"""
    more = "".join(fact.format(number=number) for number in range(30))
    content.change(QIANHAI, "- id: six-in-ten", f"{more}- id: six-in-ten")

    messages = found(content)

    assert len(messages) == 2
    assert messages[0].startswith("zones/qianhai.yaml:8:3: this panel takes ")
    assert messages[0].endswith(
        " pages, in en (1080p); visitors turn 2 (make two panels of it) [many-pages]"
    )


def test_lines_with_too_few_characters(content: Content) -> None:
    word = "counterrevolutionarilyminded"
    content.change(QIANHAI, "en: A zone", f"en: {' '.join([word] * 6)}")

    assert found(content, FULL_HD, PORTRAIT) == [
        "zones/qianhai.yaml:6:20: lines of 28 characters in"
        " 'counterrevolutionarilyminded counterrev…', in en (1080p); 30 to 75 read well"
        " (choose shorter words) [line-length]"
    ]


def test_a_text_that_is_cut_off(content: Content) -> None:
    lines = "".join(f"\n        - line {number}" for number in range(23))
    content.change(SHENZHEN, "      en: A strong steel.", f"      en: |{lines}")

    messages = found(content)

    assert any(
        message.startswith("zones/shenzhen.yaml:13:11: '- line 0 ")
        and "is cut off at the bottom, in en (1080p)" in message
        for message in messages
    )


def test_a_figure_for_which_a_page_has_no_room(content: Content) -> None:
    lines = "".join(f"\n        - line {number}" for number in range(13))
    content.change(SHENZHEN, "      en: A strong steel.", f"      en: |{lines}")

    assert found(content) == [
        "zones/shenzhen.yaml:38:19: there is no room for 'opened', so it is left out, in en"
        " (1080p) (shorten what stands around it) [left-out-text]"
    ]


def test_two_texts_on_one_spot(content: Content) -> None:
    title = "The Bay and all that has ever grown beside it from the first field to the last lab"
    content.change("exhibit.yaml", "en: The Bay", f"en: {' and '.join([title] * 3)}")

    assert any("stand on one spot, in en (" in message for message in found(content, *SHAPES))


def test_a_name_may_be_shorter_on_the_map_alone(content: Content) -> None:
    content.change(QIANHAI, "en: Qianhai", f"en: {' '.join(['Qianhai'] * 30)}")

    assert any("for the map alone write a 'label'" in message for message in found(content))


def test_several_processes_say_the_same_as_one(content: Content) -> None:
    content.change(QIANHAI, "en: A zone", f"en: {' '.join(['counterrevolutionarilyminded'] * 6)}")
    alone = check_layout(content.folder, ignore_share, shapes=(FULL_HD, PORTRAIT), processes=1)
    shares: list[float] = []

    together = check_layout(content.folder, shares.append, shapes=(FULL_HD, PORTRAIT), processes=2)

    assert together == alone
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


@pytest.mark.parametrize("every", [10, pytest.param(1, marks=pytest.mark.soak)])
def test_the_shipped_texts_fit(qapp: object, tmp_path: Path, every: int) -> None:
    """`make test` lays one place in ten out."""
    content = tmp_path / "content"
    shutil.copytree(shipped("content"), content)
    for number, zone in enumerate(sorted((content / "zones").iterdir())):
        if number % every:
            zone.unlink()

    messages = check_layout(content, ignore_share, shapes=(PORTRAIT,), processes=1)

    assert [str(each) for each in messages] == []


@pytest.mark.parametrize("broken", ["__init__", "close"])
def test_python_collects_by_itself_again_after_a_trial_that_fails(
    content: Content, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(Trial, broken, fail)
    was_enabled = gc.isenabled()
    gc.enable()
    try:
        with pytest.raises(MemoryError):
            found(content)
        assert gc.isenabled()
    finally:
        if not was_enabled:
            gc.disable()
