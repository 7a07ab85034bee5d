"""AVIF and HEIC are drawn as they were taken, and what is hostile in one ends in a message."""

from __future__ import annotations

import io
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QColorSpace

from kiosk.look import foreign_pictures
from kiosk.look.foreign_decoding import BROKEN, MOST_PIXELS, TOO_MANY_PIXELS
from kiosk.look.foreign_pictures import Decoded, NotDecoded, decoded, decoders
from kiosk.look.picture_kind import PictureKind
from kiosk.look.picture_part import draw_whole
from kiosk.look.pictures import draw_picture, read_head
from kiosk.look.unusable_picture import UnusablePicture
from tests.look.picture_bytes import bytes_of
from tests.tools import do_without

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL.Image import Image

pytestmark = pytest.mark.usefixtures("qapp")

KINDS = (PictureKind.AVIF, PictureKind.HEIC)
_FORMATS = {PictureKind.AVIF: "AVIF", PictureKind.HEIC: "HEIF"}
_UPRIGHT = {"red": (0.2, 0.2), "lime": (0.8, 0.2), "blue": (0.2, 0.8), "white": (0.8, 0.8)}
"""Where each colour of `corners` is."""


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """No test sees what another one had decoded."""
    foreign_pictures._kept.clear()
    yield
    foreign_pictures._kept.clear()


@pytest.fixture(params=KINDS, ids=str)
def kind(request: pytest.FixtureRequest) -> PictureKind:
    """Each kind of which there is a decoder."""
    wanted: PictureKind = request.param
    if wanted not in decoders():
        do_without(f"no decoder of {wanted.spoken}, of the extra `media`")
    return wanted


def drawn(size: tuple[int, int] = (128, 96)) -> Image:
    """The corners, as Pillow has them."""
    from PIL import Image

    width, height = size
    image = Image.new("RGB", size, "red")
    image.paste("lime", (width // 2, 0, width, height // 2))
    image.paste("blue", (0, height // 2, width // 2, height))
    image.paste("white", (width // 2, height // 2, width, height))
    return image


def saved(folder: Path, kind: PictureKind, image: Image, **options: Any) -> Path:
    """A file as a telephone would write it."""
    if kind is PictureKind.HEIC:
        from pillow_heif import register_heif_opener

        register_heif_opener()
    file = folder / f"hall.{kind.value}"
    image.save(file, _FORMATS[kind], quality=95, **options)
    return file


def refusal(file: Path) -> str:
    with pytest.raises(UnusablePicture) as refused:
        draw_picture(file, QSize(80, 60))
    return str(refused.value)


def seen(file: Path, size: QSize) -> dict[str, tuple[float, float]]:
    """Where on the drawn picture each colour is nearest, in shares of it."""
    picture = draw_picture(file, size)
    assert picture.size() == size
    found = {}
    for name in _UPRIGHT:
        wanted = QColor(name)
        spots = {
            (x, y): _distance(
                picture.pixelColor(int(x * size.width()), int(y * size.height())), wanted
            )
            for x in (0.2, 0.8)
            for y in (0.2, 0.8)
        }
        spot = min(spots, key=lambda each: spots[each])
        assert spots[spot] < 60
        found[name] = spot
    return found


def _distance(one: QColor, other: QColor) -> int:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return sum(abs(a - b) for a, b in pairs)


def test_it_is_drawn(tmp_path: Path, kind: PictureKind) -> None:
    file = saved(tmp_path, kind, drawn())

    assert seen(file, QSize(80, 60)) == _UPRIGHT
    assert read_head(file).upright == QSize(128, 96)
    assert draw_whole(file, QSize(64, 64)).image.size() == QSize(64, 48)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_is_upright_however_the_camera_was_held(
    tmp_path: Path, kind: PictureKind, orientation: int
) -> None:
    from PIL import Image, ImageOps

    exif = Image.Exif()
    exif[0x0112] = orientation
    file = saved(tmp_path, kind, drawn(), exif=exif.tobytes())
    # What Pillow makes of a JPEG with the same note is the measure.
    jpeg = io.BytesIO()
    drawn().save(jpeg, "JPEG", quality=95, exif=exif.tobytes())
    upright = ImageOps.exif_transpose(Image.open(jpeg))
    places = {}
    for name in _UPRIGHT:
        for x in (0.2, 0.8):
            for y in (0.2, 0.8):
                pixel = upright.getpixel((int(x * upright.width), int(y * upright.height)))
                assert isinstance(pixel, tuple)
                if _distance(QColor(*map(int, pixel)), QColor(name)) < 60:
                    places[name] = (x, y)

    assert seen(file, QSize(*upright.size)) == places
    assert read_head(file).upright == QSize(*upright.size)


def test_its_colours_are_those_of_its_profile(tmp_path: Path, kind: PictureKind) -> None:
    from PIL import Image

    profile = bytes_of(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3).iccProfile())
    # This green of Display P3 is #3ca03c in sRGB.
    file = saved(tmp_path, kind, Image.new("RGB", (64, 48), (87, 158, 71)), icc_profile=profile)

    assert _distance(draw_picture(file, QSize(40, 30)).pixelColor(9, 9), QColor(60, 160, 60)) < 15


def test_what_can_be_seen_through_lies_on_a_ground(tmp_path: Path, kind: PictureKind) -> None:
    from PIL import Image

    image = Image.new("RGBA", (64, 48), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (0, 0, 32, 48))
    picture = draw_picture(saved(tmp_path, kind, image), QSize(64, 48))

    assert not picture.hasAlphaChannel()
    assert picture.pixelColor(8, 20).lightness() < 30
    assert picture.pixelColor(56, 20).lightness() > 200


@pytest.mark.parametrize("spoil", ["cut off", "flipped", "no content", "endless box"])
def test_a_hostile_file_ends_in_a_message(tmp_path: Path, kind: PictureKind, spoil: str) -> None:
    file = saved(tmp_path, kind, drawn())
    content = bytearray(file.read_bytes())
    if spoil == "cut off":
        content = content[: len(content) // 2]
    elif spoil == "flipped":
        for at in range(40, len(content), 3):
            content[at] ^= 0xFF
    elif spoil == "no content":
        content = content[:32] + bytes(100)
    else:
        content = content[:32] + b"\xff\xff\xff\xffmeta" + b"\xff" * 5_000
    file.write_bytes(content)

    said = refusal(file)

    assert said.startswith(f"'hall.{kind.value}' is a damaged {kind.spoken}")


def test_too_many_pixels_are_told_and_never_decoded(tmp_path: Path, kind: PictureKind) -> None:
    file = saved(tmp_path, kind, drawn())
    content = file.read_bytes()
    sizes = b"ispe\0\0\0\0"
    begin = content.index(sizes) + len(sizes)
    claimed = (40_000).to_bytes(4) * 2
    file.write_bytes(content[:begin] + claimed + content[begin + 8 :])

    said = refusal(file)

    # A decoder may say so of its own, before it is asked.
    limit = MOST_PIXELS // 10**6
    assert f"40,000 × 40,000 pixels, which are more than {limit} million" in said or (
        "is a damaged" in said
    )


def test_it_is_decoded_once(
    tmp_path: Path, kind: PictureKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    real = foreign_pictures._asked

    def count(descriptor: int, wanted: PictureKind) -> Decoded | NotDecoded:
        asked.append(descriptor)
        return real(descriptor, wanted)

    monkeypatch.setattr(foreign_pictures, "_asked", count)
    file = saved(tmp_path, kind, drawn())
    for _ in range(3):
        draw_picture(file, QSize(80, 60))
    assert len(asked) == 1

    saved(tmp_path, kind, drawn((160, 120)))
    assert read_head(file).size == QSize(160, 120)
    assert len(asked) == 2


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[1]\n",
        b'{"width": 9, "height": 9, "moves": false}\n<svg/>',
        b'{"width": "9", "height": 9, "moves": false}\n\xff\xd8\xff',
        b'{"width": 9}\n\xff\xd8\xff',
        b'{"failure": "{0.__class__}"}\n',
        b"[" * 900 + b"\n",
    ],
)
def test_what_its_process_says_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    (tmp_path / "answer").write_bytes(answer)
    (tmp_path / "hall.avif").write_bytes(b"\0\0\0\x18ftypavif" + bytes(100))
    real = subprocess.Popen

    def other(_command: list[str], **named: Any) -> Any:
        return real(["cat", str(tmp_path / "answer")], **named)

    monkeypatch.setattr(subprocess, "Popen", other)
    with (tmp_path / "hall.avif").open("rb") as source, pytest.raises(NotDecoded) as refused:
        decoded(source, PictureKind.AVIF)
    assert refused.value.reason == BROKEN


def test_a_process_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hall.avif").write_bytes(b"\0\0\0\x18ftypavif" + bytes(100))
    real = subprocess.Popen

    def other(_command: list[str], **named: Any) -> Any:
        return real(["sleep", "600"], **named)

    monkeypatch.setattr(subprocess, "Popen", other)
    monkeypatch.setattr(foreign_pictures, "_PATIENCE_SECONDS", 0.2)
    with (tmp_path / "hall.avif").open("rb") as source, pytest.raises(NotDecoded):
        decoded(source, PictureKind.AVIF)


def test_the_reasons_are_told_apart() -> None:
    told = {"failure": TOO_MANY_PIXELS, "width": 9_000, "height": 8_000}

    found = foreign_pictures._understood(told, b"")

    assert isinstance(found, NotDecoded)
    assert (found.reason, found.width, found.height) == (TOO_MANY_PIXELS, 9_000, 8_000)
