"""`check` names every picture that can't be drawn, at the panel or step that names it."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.workshop.check.decoders_words import without_decoders_words
from kiosk.workshop.check.picture_trial import trials
from kiosk.workshop.check.whole_check import whole_check
from tests.exhibit.told_panels import SHENZHEN, with_told_panels
from tests.look.picture_bytes import SVG, corners, plain, resized, turned, written

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

    from kiosk.text.messages import Message
    from tests.exhibit.sound_content import Content

PICTURE = "pictures/steel.svg"
AT = "zones/shenzhen.yaml:18:13"
ZIGZAG = "".join(f"L{(37 * number) % 100} {(61 * number) % 100}" for number in range(20_000))
ENDLESS = SVG.format(f'<path fill="none" stroke="red" stroke-width="9" d="M0 0{ZIGZAG}"/>')

TOUR = """\
id: day
title: {en: Day, zh-Hant: 日, zh-Hans: 日, pt: Dia}
steps:
- id: first
  notes: {en: Hello., zh-Hant: 你好。, zh-Hans: 你好。, pt: Olá.}
  duration: 0:30
  picture:
    file: hall.jpg
    credit: Wong Mei
    licence: CC BY 4.0
    alternative:
      en: The hall and its people
      zh-Hant: 大廳和裏面的人們
      zh-Hans: 大厅和里面的人们
      pt: O salão e as pessoas
"""

pytestmark = pytest.mark.usefixtures("qapp")


def large() -> QImage:
    """A picture that is large enough for every screen."""
    return corners().scaled(2_880, 2_160)


def told(content: Content, *, thorough: bool = False) -> list[str]:
    """What `check` says, without laying anything out."""
    reading = read_exhibit(content.folder)
    return [
        str(message)
        for message in whole_check(content.folder, reading, draw=_draw if thorough else None)
    ]


def _draw(pictures: Sequence[Path]) -> dict[Path, tuple[Message, ...]]:
    return trials(pictures, _ignore, seconds={True: 1, False: 9})


def _ignore(share: float) -> None:
    pass


def test_a_picture_that_can_not_be_drawn_is_told_where_it_is_named(content: Content) -> None:
    content.write(PICTURE, b"")

    assert told(content) == [f"{AT}: 'steel.svg' is empty: it has 0 bytes (save or copy it again)"]


def test_a_picture_of_a_broken_page_is_told_at_once(content: Content) -> None:
    """Not only when the page's other mistake has been mended."""
    content.write(PICTURE, b"")
    content.change("zones/shenzhen.yaml", "heading: {en: One", "heding: {en: One")

    assert any("is empty" in each for each in told(content))


def test_a_picture_of_a_tour_is_told_in_the_tour(content: Content) -> None:
    content.write("pictures/hall.png", b"<svg><use/></svg>")
    content.write(
        "tours/day.yaml",
        "id: day\ntitle: {en: Day, zh-Hant: 日, zh-Hans: 日, pt: Dia}\nsteps:\n"
        "- id: first\n  place: home\n"
        "  notes: {en: Hello., zh-Hant: 你好。, zh-Hans: 你好。, pt: Olá.}\n"
        "  picture:\n    file: hall.png\n"
        "    alternative: {en: The hall and its people, zh-Hant: 大廳和裏面的人們,"
        " zh-Hans: 大厅和里面的人们, pt: O salão e as pessoas}\n"
        "    credit: Wong Mei\n    licence: CC BY 4.0\n",
    )
    said = [each for each in told(content) if "hall.png" in each]

    assert len(said) == 1
    assert said[0].startswith("tours/day.yaml:8:11: 'hall.png' can't be drawn: line 1 holds a copy")


def test_a_remark_is_allowed_by_a_comment(content: Content) -> None:
    content.write(PICTURE, SVG.format('<g clip-path="url(#a)"/>'))
    (said,) = told(content)
    assert said.startswith(f"{AT}: 'steel.svg' is drawn otherwise than in a browser: line 1: ")

    content.change(
        "zones/shenzhen.yaml",
        "      file: steel.svg",
        "      # allow drawing-differs: nothing is cut away\n      file: steel.svg",
    )
    assert told(content) == []


def test_a_picture_that_nobody_names_is_only_unused(content: Content) -> None:
    content.write("pictures/old.png", b"")

    assert [each for each in told(content) if "old" in each and "unused" not in each] == [
        each for each in told(content) if each.startswith("pictures/old.png:")
    ]


@pytest.mark.parametrize("make", ["folder", "pipe", "locked"])
def test_what_is_no_file_is_told(content: Content, make: str) -> None:
    file = content.folder / PICTURE
    file.unlink()
    if make == "folder":
        file.mkdir()
    elif make == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to("/proc/self/mem")

    said = told(content, thorough=True)
    assert sum(each.startswith(AT) for each in said) == 1
    assert {each.split(":")[0] for each in said} <= {AT.split(":")[0], PICTURE}


def test_damage_that_only_decoding_finds_is_told(content: Content) -> None:
    whole = written(large(), "png")
    middle = len(whole) // 2
    content.write(PICTURE, whole[:middle] + bytes(40) + whole[middle + 40 :])
    assert told(content) == []

    (said,) = told(content, thorough=True)
    assert said.startswith(f"{AT}: 'steel.svg' is a damaged PNG (copy it again")


def test_a_photograph_whose_middle_is_missing_is_told(content: Content) -> None:
    """Its end is there, but the rest of the picture would be grey."""
    whole = written(large(), "jpg")
    content.write(PICTURE, whole[: len(whole) // 2] + b"\xff\xd9")
    assert told(content) == []

    (said,) = told(content, thorough=True)
    assert said.startswith(f"{AT}: 'steel.svg' is a damaged JPEG")


def test_a_drawing_without_an_end_is_given_up_and_the_next_ones_are_drawn(
    content: Content,
) -> None:
    content.write(PICTURE, ENDLESS)
    content.write("pictures/hall.svg", SVG.format('<path d="M0 0L1e9 1e9L5 5z"/>'))
    content.change(
        "zones/shenzhen.yaml",
        "pt: Dois}\n",
        "pt: Dois}\n    picture:\n      file: hall.svg\n      alternative: {en: The hall of"
        " the people, zh-Hant: 人們的大廳在這裏, zh-Hans: 人们的大厅在这里,"
        " pt: O salão das pessoas}\n",
    )

    slow, left_out = told(content, thorough=True)

    assert slow == (
        f"{AT}: 'steel.svg' takes more than 1 seconds to draw"
        " (simplify it, or export it as PNG or JPEG)"
    )
    assert "'hall.svg' would be drawn in part: Shape of type" in left_out


def test_what_the_check_passes_is_drawn(content: Content) -> None:
    for data in (
        turned(written(corners().scaled(2_160, 2_880), "jpg"), 6),
        written(plain(width=2_880, height=2_160), "webp"),
        SVG.format("<g/>").encode(),
    ):
        content.write(PICTURE, data)
        assert told(content, thorough=True) == []


def test_a_photograph_is_told_to_be_too_small_with_the_screens(content: Content) -> None:
    content.write(PICTURE, written(plain(width=1_400, height=1_080), "jpg"))

    assert told(content) == [
        f"{AT}: 'steel.svg' has 1,400 × 1,080 pixels, too few for screens of 3840 × 2160 (it"
        " fills 2288 × 2160: 2.0 times its size) (take one of at least 2,800 × 2,160 pixels,"
        " or a drawing (SVG))"
    ]


def test_of_a_panorama_no_pixels_are_asked_that_nobody_has(content: Content) -> None:
    content.write(PICTURE, written(plain(width=3_000, height=500), "jpg"))
    (said,) = told(content)

    assert said.endswith(
        "(of this shape 18% are seen there: take one nearer to 2,288 × 2,160 pixels, or say with"
        " 'focus' which part is to be seen)"
    )


def test_a_picture_is_too_small_only_where_it_is_shown_large(content: Content) -> None:
    with_told_panels(content)
    portrait = "steel.svg\n      alternative: {en: A man"
    content.change(SHENZHEN, portrait, portrait.replace("steel.svg", "hall.jpg"))
    content.change(SHENZHEN, "file: steel.svg", "file: hall.jpg")
    content.write("pictures/hall.jpg", written(plain(width=480, height=480), "jpg"))
    lines = (content.folder / SHENZHEN).read_text("utf-8").splitlines()
    places = [n for n, line in enumerate(lines, 1) if "hall.jpg" in line]

    said = [each for each in told(content) if "too few for screens" in each]

    assert len(places) == 2
    assert [each.split(":")[1] for each in said] == [str(places[0])]


@pytest.mark.parametrize(("side", "is_told"), [(480, False), (200, True)])
def test_a_portrait_need_be_no_larger_than_its_disc(
    content: Content, side: int, is_told: bool
) -> None:
    with_told_panels(content)
    portrait = "steel.svg\n      alternative: {en: A man"
    content.change(SHENZHEN, portrait, portrait.replace("steel.svg", "face.jpg"))
    content.write("pictures/face.jpg", written(plain(width=side, height=side), "jpg"))

    assert any("too few for screens" in each for each in told(content)) is is_told


def test_a_photograph_taken_upright_is_measured_as_it_is_shown(content: Content) -> None:
    """What is stored lying fills an upright screen no better for it."""
    content.write(PICTURE, turned(written(plain(width=2_400, height=700), "jpg"), 6))
    (said,) = told(content)

    assert "take one of at least" not in said
    assert "has 700 × 2,400 pixels, too few for screens of 1920 × 1080" in said


def test_a_picture_of_a_tour_fills_the_whole_screen(content: Content) -> None:
    content.write("pictures/hall.jpg", written(plain(width=1_920, height=1_080), "jpg"))
    content.write("tours/day.yaml", TOUR)
    (said,) = told(content)

    assert said.startswith("tours/day.yaml:8:11: 'hall.jpg' has 1,920 × 1,080 pixels, too few for")
    assert "screens of 3840 × 2160 (it fills 3840 × 2160: 2.0 times its size), 1080 × 1920" in said


def test_more_pixels_than_any_screen_shows_are_told_with_what_they_cost(content: Content) -> None:
    content.write(PICTURE, resized(written(plain(), "jpg"), 12_000, 9_000))

    assert told(content) == [
        f"{AT}: 'steel.svg' has 12,000 × 9,000 pixels in 1 MB, which take about 0.9 s to be seen"
        " (save it as a JPEG 6,000 pixels wide: 24 million pixels take 0.2 s)"
    ]


def test_a_photograph_without_credit_or_licence_is_told(content: Content) -> None:
    content.write("pictures/hall.jpg", written(plain(width=4_000, height=2_900), "jpg"))
    content.write(
        "tours/day.yaml", TOUR.replace("    credit: Wong Mei\n    licence: CC BY 4.0\n", "")
    )

    assert told(content) == [
        "tours/day.yaml:8:11: 'hall.jpg' has no credit: visitors can't see whose it is"
        " (write 'credit: ' and the name of whoever took it)",
        "tours/day.yaml:8:11: 'hall.jpg' has no licence (write 'licence: CC BY 4.0',"
        " 'licence: public domain', or by whose leave it is shown)",
    ]


def test_a_focus_beside_the_picture_is_told_and_costs_nothing_else(content: Content) -> None:
    content.change(
        "zones/shenzhen.yaml",
        "      file: steel.svg\n",
        "      file: steel.svg\n      focus: [30, 60]\n",
    )
    (said,) = told(content)

    assert said == (
        "zones/shenzhen.yaml:19:14: a focus beside the picture (write two shares from 0 to 1:"
        " [0.3, 0.6] is 30% from the left and 60% from the top)"
    )


HOSTILE = {
    "an archive named as a photograph": b"PK\3\4" + bytes(400),
    "a photograph with an archive behind it": written(plain(), "jpg") + b"PK\3\4" + bytes(400),
    "a line of one pixel": resized(written(plain(), "jpg"), 1, 60_000),
    "a small file with a huge head": resized(written(plain(), "jpg"), 60_000, 60_000),
    "a photograph without an end": written(plain(), "jpg")[:-40] + b"\xff\x00" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.qt_log_ignore("")
def test_a_hostile_photograph_ends_in_a_message_at_its_name(content: Content, name: str) -> None:
    content.write(PICTURE, HOSTILE[name])
    said = told(content, thorough=True)

    assert said
    assert all(each.startswith(f"{AT}: 'steel.svg' ") for each in said)


def test_the_command_draws_unless_it_is_to_be_fast(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = written(corners(640, 480), "jpg")
    content.write(PICTURE, whole[: len(whole) // 2] + b"\xff\xd9")

    # Of what can't be read nothing is laid out, which would take its time.
    content.write("exhibit.yaml", b"[")

    def rules(*options: str) -> list[str]:
        assert main(["check", str(content.folder), "--format", "json", *options]) == 1
        messages = json.loads(capsys.readouterr().out)["problems"]
        return [each["rule"] for each in messages if each["file"] == "zones/shenzhen.yaml"]

    assert "unreadable-picture" not in rules("--fast")
    assert "unreadable-picture" in rules()


def test_after_five_pictures_that_are_given_up_no_other_is_tried(tmp_path: Path) -> None:
    """Whoever has a folder full of them is answered all the same."""
    files = [tmp_path / f"endless-{number}.svg" for number in range(5)]
    for file in files:
        file.write_text(ENDLESS, encoding="utf-8")
    corners().save(str(tmp_path / "sound.png"))
    found = trials([*files, tmp_path / "sound.png"], _ignore, seconds={True: 0, False: 9})

    assert [found[file][0].rule for file in files] == ["slow-picture"] * 5
    (said,) = found[tmp_path / "sound.png"]
    assert said.text.startswith("'sound.png' has not been tried: 5 pictures before it")


def test_what_decoders_say_for_themselves_reaches_no_terminal(
    content: Content, capfd: pytest.CaptureFixture[str]
) -> None:
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\xff" * 17 + b"\0\0\0\0IDAT\x35\xaf\x06\x1e"
    content.change("zones/shenzhen.yaml", "steel.svg", "steel.png")
    content.write("pictures/steel.png", png)

    with without_decoders_words():
        messages = told(content)
        os.write(2, b"something else\n")

    assert f"{AT}: 'steel.png' is a damaged PNG" in [each.partition(" (")[0] for each in messages]
    assert capfd.readouterr().err == "something else\n"
