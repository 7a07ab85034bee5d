"""`kiosk render` draws every screen into a file and lists them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QColor, QImage

from tests.exhibit.sound_content import Content, sound_content
from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Render = Callable[..., subprocess.CompletedProcess[str]]

KEYS = {"file", "screen", "zone", "layer", "panel", "page", "language"}


def render(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run it as an operator does, in a process of its own without a display."""
    surroundings = {key: value for key, value in os.environ.items() if key != "DISPLAY"}
    return subprocess.run(
        [sys.executable, str(PROJECT / "main.py"), "render", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=surroundings,
        timeout=120,
    )


def listed(folder: Path) -> list[dict[str, Any]]:
    entries = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    assert isinstance(entries, list)
    return entries


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    return sound_content(tmp_path_factory.mktemp("render") / "content")


@pytest.fixture(scope="module")
def whole(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every screen of a small content, drawn small."""
    out = tmp_path_factory.mktemp("whole") / "screens"
    answer = render("--content", content.folder, "--out", out, "--size", "480x270")
    assert answer.returncode == 0, answer.stderr
    assert answer.stderr == ""
    assert answer.stdout == f"{len(listed(out))} screens in {out}\n"
    return out


def test_every_screen_is_listed_in_every_language(whole: Path) -> None:
    entries = listed(whole)
    screens = {(entry["screen"], entry["zone"], entry["panel"], entry["page"]) for entry in entries}

    assert screens >= {
        ("home", "", "", 1),
        ("facts", "qianhai", "teams", 1),
        ("chart", "qianhai", "six-in-ten", 1),
        ("chart", "qianhai", "growth", 1),
        ("story", "shenzhen", "steel", 1),
        ("story", "shenzhen", "steel", 2),
    }
    for language in ("en", "zh-Hant", "zh-Hans", "pt"):
        own = [entry for entry in entries if entry["language"] == language]
        assert len(own) == len(screens)


def test_every_entry_has_the_same_keys_and_its_picture(whole: Path) -> None:
    entries = listed(whole)
    files = [entry["file"] for entry in entries]

    assert all(set(entry) == KEYS for entry in entries)
    assert len(set(files)) == len(files)
    assert sorted(files) == sorted(each.name for each in whole.iterdir() if each.suffix == ".png")
    for file in files:
        picture = QImage(str(whole / file))
        assert (picture.width(), picture.height()) == (480, 270)


def test_files_are_named_by_zone_panel_page_and_language(whole: Path) -> None:
    files = {entry["file"] for entry in listed(whole)}

    assert files >= {
        "home.pt.png",
        "list.en.png",
        "qianhai.teams.zh-Hant.png",
        "shenzhen.steel.en.png",
        "shenzhen.steel.2.en.png",
        "attract.en.png",
        "still-here.pt.png",
        "qianhai.teams.sources.zh-Hans.png",
    }


def test_pictures_are_of_different_screens(whole: Path) -> None:
    pictures = {
        name: QImage(str(whole / f"{name}.en.png"))
        for name in (
            *("home", "qianhai.teams", "qianhai.growth", "shenzhen.steel"),
            *("attract", "still-here", "qianhai.teams.sources"),
        )
    }

    for name, picture in pictures.items():
        assert [other for other, each in pictures.items() if each == picture] == [name]


def test_only_a_pattern_of_files_is_drawn(content: Content, tmp_path: Path) -> None:
    answer = render(
        "--content",
        content.folder,
        "--out",
        tmp_path,
        "--size",
        "480x270",
        "--only",
        "*.teams.pt.*",
    )

    assert answer.returncode == 0
    assert [entry["file"] for entry in listed(tmp_path)] == ["qianhai.teams.pt.png"]
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "index.json",
        "qianhai.teams.pt.png",
    ]


def test_a_pattern_of_no_file_names_those_that_are_near(content: Content, tmp_path: Path) -> None:
    told = render(
        "--out", tmp_path / "o", "--content", content.folder, "--only", "qianhay.teams.en.png"
    )

    assert told.returncode == 2
    assert "no screen is called 'qianhay.teams.en.png': write qianhai.teams.en.png" in told.stderr


def test_only_the_named_languages_are_drawn_in_another_theme(
    content: Content, tmp_path: Path
) -> None:
    answer = render(
        *("--content", content.folder, "--out", tmp_path, "--size", "480x270"),
        *("--languages", "zh-Hans", "pt", "--theme", "light", "--only", "qianhai.teams.*"),
    )

    assert answer.returncode == 0
    assert {entry["language"] for entry in listed(tmp_path)} == {"zh-Hans", "pt"}
    picture = QImage(str(tmp_path / "qianhai.teams.pt.png"))
    assert QColor(picture.pixel(478, 2)).lightness() > 200


def test_a_folder_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    answer = render("--content", tmp_path / "nowhere", "--out", tmp_path / "out")

    assert answer.returncode == 2
    assert answer.stderr == f"kiosk render: there is no folder {tmp_path / 'nowhere'}\n"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--out", "screens", "--size", "large"],
        ["--out", "screens", "--size", "0x0"],
        ["--out", "screens", "--languages", "French"],
        ["--out", "screens", "--theme", "pink"],
    ],
    ids=["no folder", "size in words", "no size", "unknown language", "unknown theme"],
)
def test_wrong_options_are_wrong_use(arguments: list[str]) -> None:
    answer = render(*arguments)

    assert answer.returncode == 2
    assert "usage:" in answer.stderr


def test_content_without_anything_to_show_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    answer = render("--content", tmp_path / "content", "--out", tmp_path / "out")

    assert answer.returncode == 1
    assert f"nothing can be shown; `kiosk check {tmp_path / 'content'}` says why" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_every_page_has_its_own_picture_whatever_is_read_meanwhile(
    content: Content, tmp_path: Path
) -> None:
    """Pictures of the pages that are left out come late, and would drop the one on show."""
    page = """\
  - heading: {{en: Page {0}, zh-Hant: 第{0}頁, zh-Hans: 第{0}页, pt: Página {0}}}
    text: {{en: Steel {0}., zh-Hant: 鋼{0}。, zh-Hans: 钢{0}。, pt: Aço {0}.}}
    picture:
      file: {0}.svg
      alternative: {{en: Colour {0}, zh-Hant: 色{0}, zh-Hans: 色{0}, pt: Cor {0}}}
    source: peoples-daily-2024-06-16
"""
    folder = tmp_path / "content"
    shutil.copytree(content.folder, folder)
    story = folder / "zones" / "shenzhen.yaml"
    head = story.read_text(encoding="utf-8").partition("  pages:\n")[0]
    story.write_text(
        f"{head}  pages:\n" + "".join(page.format(each) for each in range(1, 8)), encoding="utf-8"
    )
    colours = [f"#{each:02x}4040" for each in range(20, 160, 20)]
    for number, colour in enumerate(colours, start=1):
        (folder / "pictures" / f"{number}.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4">'
            f'<rect width="4" height="4" fill="{colour}"/></svg>',
            encoding="utf-8",
        )
    out = tmp_path / "screens"
    answer = render(
        *("--content", folder, "--out", out, "--size", "480x270"),
        *("--languages", "en", "pt", "--only", "shenzhen.steel*.pt.png"),
    )

    assert answer.returncode == 0, answer.stderr
    files = [entry["file"] for entry in listed(out) if entry["screen"] == "story"]
    assert len(files) == 7
    found = [QImage(str(out / file)).pixelColor(100, 60).name() for file in files]
    assert found == colours


@pytest.mark.parametrize(("day", "is_there"), [("2026-12-24", True), ("2026-12-25", False)])
def test_another_day_can_be_drawn(
    content: Content, tmp_path: Path, day: str, is_there: bool
) -> None:
    content = sound_content(tmp_path / "content")
    content.change("zones/qianhai.yaml", "name:", "until: 2026-12-24\nname:")
    answer = render(
        *("--content", content.folder, "--out", tmp_path / "out", "--size", "320x180"),
        *("--languages", "en", "--day", day),
    )

    assert answer.returncode == 0, answer.stderr
    assert any(each["zone"] == "qianhai" for each in listed(tmp_path / "out")) is is_there
