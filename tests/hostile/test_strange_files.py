"""What is no plain file, or has a name that nobody can read, is told for what it is."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.workshop.check.whole_check import whole_check
from tests.exhibit.sound_content import sound_content

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.exhibit.sound_content import Content

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such files")

QIANHAI = "zones/qianhai.yaml"


def socket_at(path: Path) -> None:
    before = Path.cwd()
    with socket.socket(socket.AF_UNIX) as made:
        os.chdir(path.parent)
        made.bind(path.name)
    os.chdir(before)


STRANGE: dict[str, tuple[Callable[[Path], object], str]] = {
    "pipe": (os.mkfifo, "this is a pipe, not a plain file"),
    "socket": (socket_at, "this is a socket, not a plain file"),
    "device": (
        lambda path: path.symlink_to("/dev/zero"),
        "this is a link that leads out of the content folder",
    ),
    "link to itself": (
        lambda path: path.symlink_to(path.name),
        "this is a link, not a plain file",
    ),
    "link to nothing": (
        lambda path: path.symlink_to("nothing"),
        "this is a link to nothing, not a plain file",
    ),
}


def told(content: Content) -> list[str]:
    return [str(each) for each in whole_check(content.folder, read_exhibit(content.folder))]


@pytest.mark.parametrize("kind", STRANGE)
@pytest.mark.parametrize(
    "name",
    ["words/fr.yaml", "data/teams.csv", "map/bay.svg", "pictures/steel.svg", QIANHAI, "units.yaml"],
)
def test_it_is_told_first_and_for_what_it_is(name: str, kind: str, tmp_path: Path) -> None:
    content = sound_content(tmp_path)
    content.change("exhibit.yaml", "zh-Hans, pt]", "zh-Hans, pt, fr]")
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.unlink(missing_ok=True)
    make, words = STRANGE[kind]
    make(file)

    messages = told(content)

    assert messages[0] == f"{name}:1:1: {words} (put a copy of the file itself here)"
    missing = [
        each
        for each in messages[1:]
        if Path(name).name in each
        and any(words in each for words in ("is not there", "lacks", "there is no"))
    ]
    assert missing == [] or name.startswith("pictures/")


@pytest.mark.parametrize(
    ("name", "sign"), [("b\nay.svg", "A"), ("b\x1bay.svg", "1B"), ("b\u202eay.svg", "202E")]
)
def test_a_name_that_nobody_can_read_is_told_by_its_code(
    name: str, sign: str, tmp_path: Path
) -> None:
    content = sound_content(tmp_path)
    (tmp_path / "map" / name).write_bytes((tmp_path / "map/bay.svg").read_bytes())

    first, *others = told(content)

    code = f"U+{sign:0>4}"
    assert f"an invisible sign, {code}, in the name of this file (rename it)" in first
    assert "\n" not in first
    assert first.isprintable()
    assert not any("name of this file" in each for each in others)


@pytest.mark.parametrize("name", ["b\nay.svg", "b\x1b[2Jay.svg", "b\u202eay.svg"])
def test_a_map_of_such_a_name_is_copied_under_a_readable_one(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
    file = tmp_path / name
    square = '<path id="a\u202eb" d="M0 0h9v9z"/>'
    file.write_text(drawing.format(square + '<path id="c" d="M1 1h2v2z"/>'), encoding="utf-8")
    made = tmp_path / "made"

    assert main(["new", "--from-map", str(file), "--out", str(made)]) == 0
    assert main(["check", "--fast", str(made)]) == 0
    assert "\u202e" not in capsys.readouterr().out

    file.write_text(drawing.format(""), encoding="utf-8")
    assert main(["new", "--from-map", str(file), "--out", str(tmp_path / "more")]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert told.strip().isprintable()


@pytest.mark.parametrize("sign", ["\u202a", "\u202d", "\u202e", "\u2066", "\u2068"])
@pytest.mark.parametrize("is_escaped", [False, True])
def test_a_sign_that_turns_the_direction_is_refused_by_its_code(
    sign: str, is_escaped: bool, tmp_path: Path
) -> None:
    content = sound_content(tmp_path)
    written = f"\\u{ord(sign):04X}" if is_escaped else sign
    content.change(QIANHAI, "{en: Qianhai,", f'{{en: "Qian{written}hai",')
    content.change("exhibit.yaml", "{en: The Bay", f'{{en: "{written}The Bay"')

    reading = read_exhibit(tmp_path)
    messages = [str(each) for each in reading.messages if each.rule == "direction-override"]

    assert [each.split(" an ")[0] for each in messages] == [
        f"exhibit.yaml:2:{13 if is_escaped else 14}:",
        f"{QIANHAI}:5:{12 if is_escaped else 17}:",
    ]
    assert all(f"U+{ord(sign):04X} (" in each for each in messages)
    assert reading.exhibit is not None
    assert sign not in str(reading.exhibit)


@pytest.mark.parametrize(
    "verb", [["preview"], ["doctor"], ["staff-pin"], ["service", "--out", "out"]]
)
@pytest.mark.parametrize("kind", ["pipe", "socket", "device"])
def test_settings_that_are_no_file_are_told_for_what_they_are(
    verb: list[str],
    kind: str,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = tmp_path / "settings.yaml"
    STRANGE[kind][0](settings)

    code = main([*verb, "--settings", str(settings)])

    assert code in (1, 2)
    said = "".join(capfd.readouterr())
    assert f"this is a {kind}, not a plain file" in said
    assert str(settings) in said
