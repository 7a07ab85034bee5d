"""`kiosk doctor` looks at the machine and says what to do about it."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.commands import doctor
from kiosk.commands.doctor import display_results
from kiosk.guard.check_result import CheckStatus
from kiosk.guard.staff_pin import StaffPin
from kiosk.settings.settings import Settings
from kiosk.settings.settings_file import read_settings
from kiosk.shipped import shipped
from tests.exhibit.sound_content import sound_content


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    file = tmp_path / "settings.yaml"
    file.write_text(
        f"screen: {{width_mm: 531, height_mm: 299}}\nfolders:\n  state: {tmp_path / 'state'}\n"
        f"  logs: {tmp_path / 'logs'}\n"
    )
    return file


@pytest.fixture
def small(settings: Path) -> Path:
    """The same with a content folder that is read faster than the shipped one."""
    content = sound_content(settings.parent / "content").folder
    settings.write_text(f"{settings.read_text()}  content: {content}\n")
    return settings


def results(
    settings: Path, capsys: pytest.CaptureFixture[str], code: int
) -> dict[str, dict[str, str]]:
    assert main(["doctor", "--settings", str(settings), "--format", "json"]) == code
    report = json.loads(capsys.readouterr().out)
    assert report["ok"] is (code == 0)
    return {result["name"]: result for result in report["findings"]}


def test_everything_that_matters_is_looked_at(
    settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = results(settings, capsys, 0)

    assert list(found) == [
        "python",
        "settings",
        "content",
        "disk",
        "clock",
        "touch",
        "watchdog",
        "units",
        "staff PIN",
        "sound",
        "speech",
        "films",
        "headphones",
        "keypad",
        "Qt",
        "installation",
        "fonts",
        "display",
        "panels",
        "clips",
    ]
    assert found["python"]["message"] == f"Python {sys.version.split()[0]}"
    assert found["Qt"]["message"].endswith(" on offscreen")
    assert found["display"]["state"] == "warning"
    assert found["fonts"] == {
        "name": "fonts",
        "state": "ok",
        "message": f"all {len(list((shipped('assets') / 'look' / 'fonts').glob('*.?tf')))}"
        " can be loaded",
        "hint": "",
    }
    assert found["panels"]["state"] in ("ok", "warning")


def test_without_a_pin_it_says_that_nobody_can_leave(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pin = StaffPin(small.parent / "state")
    assert results(small, capsys, 0)["staff PIN"]["message"] == (
        "no PIN is set, so nobody can leave the exhibit at the screen"
    )

    pin.set("314159")
    assert results(small, capsys, 0)["staff PIN"]["state"] == "ok"


def test_mistakes_in_settings_and_content_are_errors(
    settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = settings.parent / "content"
    content.mkdir()
    (content / "exhibit.yaml").write_text("title: [")
    with settings.open("a") as file:
        file.write(f"  content: {content}\nidel_seconds: 5\n")

    found = results(settings, capsys, 1)

    assert found["settings"]["message"].endswith(
        ":6:1: unknown key 'idel_seconds' (did you mean 'idle_seconds'?)"
    )
    assert found["panels"]["state"] == "error"
    assert "first exhibit.yaml:2: " in found["panels"]["message"]


def test_left_and_right_are_played_when_somebody_listens(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with small.open("a") as file:
        file.write("sound: {output: 'off'}\n")
    assert "left, right" not in results(small, capsys, 0)

    assert main(["doctor", "--settings", str(small), "--sound"]) == 0
    assert "warning left, right   nothing was played: sound.output is off" in (
        capsys.readouterr().out.splitlines()
    )


def test_clips_are_counted_in_each_language_with_what_is_missing(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert results(small, capsys, 0)["clips"]["message"] == "there are none"

    content = small.parent / "content"
    exhibit = content / "exhibit.yaml"
    text = exhibit.read_text("utf-8").replace("[en, zh-Hant, zh-Hans, pt]", "[en, pt]")
    exhibit.write_text(text, "utf-8")
    (content / "speech").mkdir()

    found = results(small, capsys, 0)["clips"]

    assert found["state"] == "warning"
    assert re.fullmatch(r"en 0, pt 0; missing are \d+ in en and \d+ in pt", found["message"])
    assert found["hint"] == f"`kiosk narrate {content}` makes them"


def test_where_everything_has_a_clip_that_is_said(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def counted(module: list[str], *rest: object) -> list[dict[str, object]]:
        return [{"language": "pt", "sentences": 70, "missing": 0, "by_people": 2}]

    (small.parent / "content" / "speech").mkdir()
    monkeypatch.setattr(doctor, "_answer", counted)

    told = doctor._clips(read_settings(small).settings)

    assert told.message == "pt 70; none is missing"


def test_clips_of_content_that_can_t_be_shown_are_not_counted(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = small.parent / "content"
    (content / "exhibit.yaml").write_text("title: [")
    (content / "speech").mkdir()

    found = results(small, capsys, 1)["clips"]

    assert found["message"] == "can't be counted, since nothing can be shown"


def test_without_clips_and_engine_it_says_that_nothing_is_spoken(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with small.open("a") as file:
        file.write("sound: {engine: none}\n")

    found = results(small, capsys, 0)["clips"]

    assert found["message"] == "there are none and sound.engine is none, so nothing is spoken"


def test_a_missing_content_folder_is_an_error(
    settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with settings.open("a") as file:
        file.write(f"  content: {settings.parent / 'nowhere'}\n")

    assert results(settings, capsys, 1)["content"]["hint"] == (
        "what came with the program is shown instead"
    )


def test_people_get_a_line_each_and_a_sum(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--settings", str(small)]) == 0

    *lines, total = capsys.readouterr().out.splitlines()
    assert f"ok      settings      {small}" in lines
    assert "ok      installation  whatever came with the program can be read" in lines
    assert len(lines) == 20
    assert total.startswith("0 errors, ")


def test_a_platform_that_qt_can_not_open_is_an_error_and_no_crash(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "QT_QPA_PLATFORM", "nothing-of-that-name")

    assert results(small, capsys, 1)["Qt"]["message"].startswith("Qt does not start: ")


def test_each_mistake_of_the_settings_has_a_line_and_the_sum_names_what_is_wrong(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with small.open("a") as file:
        file.write("still: yes\ntheme: drak\n")

    assert main(["doctor", "--settings", str(small)]) == 1

    *lines, total = capsys.readouterr().out.splitlines()
    first = lines.index(
        f"error   settings      {small}:6:8: 'still' is 'yes'; choose true or false"
    )
    below = " " * len("error   settings      ")
    assert lines[first + 1].startswith(f"{below}{small}:7:8: 'theme' is 'drak'; choose dark")
    assert lines[first + 2] == f"{below}(what is wrong counts as not written)"
    assert total.startswith("1 error (settings), ")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have a display")
def test_a_display_that_is_gone_is_the_cause_and_qt_is_not(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":9876")
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"):
        monkeypatch.delenv(name, raising=False)

    found = results(small, capsys, 1)

    assert found["display"]["state"] == "error"
    assert found["display"]["message"].startswith("the X server :9876 can't be reached: ")
    assert [found[name]["state"] for name in ("Qt", "installation", "fonts")] == ["ok"] * 3


def test_an_unknown_format_is_wrong_use(settings: Path) -> None:
    assert main(["doctor", "--format", "xml"]) == 2


def report(**changes: object) -> dict[str, object]:
    screen = {"name": "HDMI-A-1", "pixels": [1920, 1080], "millimetres": [531, 299]}
    return {
        "qt": "6.11.3",
        "platform": "wayland",
        "screens": [screen],
        "touch": [],
        "font_count": 2,
        "broken_fonts": [],
        "has_font": True,
        "damages": [],
        "unreachable": "",
    } | changes


@pytest.mark.parametrize(
    ("changes", "screen_mm", "state", "words"),
    [
        ({}, (531.0, 299.0), CheckStatus.OK, "HDMI-A-1 with 1920 x 1080 pixels, 531 x 299 mm"),
        ({}, None, CheckStatus.WARNING, "its size is not in the settings"),
        ({}, (299.0, 531.0), CheckStatus.ERROR, "but the settings say 299 x 531 mm"),
        ({}, (1062.0, 598.0), CheckStatus.WARNING, "it says it is 531 x 299 mm"),
        ({"screens": []}, (531.0, 299.0), CheckStatus.ERROR, "no screen is connected"),
        ({"platform": "offscreen"}, (531.0, 299.0), CheckStatus.WARNING, "no display can be seen"),
    ],
)
def test_the_display_is_compared_with_the_settings(
    changes: dict[str, object],
    screen_mm: tuple[float, float] | None,
    state: CheckStatus,
    words: str,
) -> None:
    settings = Settings(Path("content"), screen_mm, state=Path("state"), logs=Path("logs"))

    display = display_results(report(**changes), settings)[-1]

    assert display.state is state
    assert words in display.message


def test_a_font_that_does_not_load_is_an_error() -> None:
    settings = Settings(Path("content"), state=Path("state"), logs=Path("logs"))

    damaged = ["assets/map/gba.svg: line 1: the XML is broken here: unclosed token"]

    _, installation, fonts, _ = display_results(
        report(broken_fonts=["b.otf"], damages=damaged), settings
    )

    assert installation.state is CheckStatus.ERROR
    assert installation.message == damaged[0]

    assert fonts.state is CheckStatus.ERROR
    assert fonts.message == "b.otf can't be loaded"
