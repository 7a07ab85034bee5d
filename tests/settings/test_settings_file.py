"""The settings file: strict, all mistakes at once, and never a reason to stay dark."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

import pytest

from kiosk.settings import places
from kiosk.settings.keys import KEYS
from kiosk.settings.opening_hours import ALWAYS_OPEN
from kiosk.settings.places import logs_folder, settings_file, state_folder
from kiosk.settings.settings import Settings
from kiosk.settings.settings_file import SettingsReading, read_settings, with_options
from kiosk.shipped import shipped

WHOLE_WEEK = "\n".join(
    f"  {day}: {hours}"
    for day, hours in {
        "monday": "closed",
        "tuesday": "10:00-18:00",
        "wednesday": "10:00-18:00",
        "thursday": "10:00-20:00",
        "friday": "10:00-18:00",
        "saturday": "always",
        "sunday": "always",
    }.items()
)


def read(tmp_path: Path, text: str) -> SettingsReading:
    file = tmp_path / "settings.yaml"
    file.write_text(text, encoding="utf-8")
    return read_settings(file, environment={})


def messages(tmp_path: Path, text: str) -> list[str]:
    start = f"{tmp_path / 'settings.yaml'}:"
    return [str(message).removeprefix(start) for message in read(tmp_path, text).messages]


def test_every_key_reaches_the_settings(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        f"""
screen:
  width_mm: 1210
  height_mm: 680
  lower_edge_mm: 750
  viewing_distance_mm: 700
  reach_mm: 1200
theme: light
language: zh-Hant
still: true
sound:
  output: loudspeaker
  device: plughw:CARD=Keypad
  engine: piper --model '/srv/a voice.onnx' --output_file -
idle_seconds: 60
prompt_seconds: 25
opening_hours:
{WHOLE_WEEK}
folders:
  content: /srv/exhibit
  state: /var/lib/exhibit
  logs: /var/log/exhibit
visits: false
memory_ceiling_mb: 900
restart_at: 05:15
quiet_minutes: 10
""",
    )

    assert reading.messages == ()
    assert reading.settings == Settings(
        content=Path("/srv/exhibit"),
        screen_mm=(1210.0, 680.0),
        viewing_mm=700.0,
        lower_edge_mm=750.0,
        reach_mm=1200.0,
        theme="light",
        language="zh-Hant",
        still=True,
        sound_output="loudspeaker",
        sound_device="plughw:CARD=Keypad",
        sound_engine=("piper", "--model", "/srv/a voice.onnx", "--output_file", "-"),
        idle_seconds=60.0,
        prompt_seconds=25.0,
        opening_hours=reading.settings.opening_hours,
        state=Path("/var/lib/exhibit"),
        logs=Path("/var/log/exhibit"),
        visits=False,
        memory_ceiling_mb=900,
        restart_at=datetime.time(5, 15),
        quiet_minutes=10.0,
    )
    assert reading.settings.opening_hours.days == (
        (),
        ((600, 1080),),
        ((600, 1080),),
        ((600, 1200),),
        ((600, 1080),),
        ((0, 1440),),
        ((0, 1440),),
    )


def test_without_a_file_everything_is_as_built_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.settings.settings_file.settings_file", lambda _: tmp_path / "none")

    reading = read_settings(environment={"STATE_DIRECTORY": "/var/lib/kiosk"})

    assert reading.messages == ()
    assert reading.file is None
    assert reading.settings == Settings(
        shipped("content"), state=Path("/var/lib/kiosk"), logs=Path("/var/lib/kiosk/logs")
    )
    assert reading.settings.idle_seconds == 90
    assert reading.settings.opening_hours == ALWAYS_OPEN


def test_a_named_file_that_is_missing_is_a_problem(tmp_path: Path) -> None:
    reading = read_settings(tmp_path / "none.yaml", environment={})

    assert [message.text for message in reading.messages] == ["none.yaml is not there"]
    assert reading.settings.theme == "dark"


def test_all_mistakes_are_told_at_once_and_the_rest_counts(tmp_path: Path) -> None:
    text = "idel_seconds: 60\nprompt_seconds: 5\ntheme: drak\nscreen:\n  width: 1\nstill: yes\n"

    assert messages(tmp_path, text + "restart_at: 5:15\n") == [
        "1:1: unknown key 'idel_seconds' (did you mean 'idle_seconds'?)",
        "2:17: 'prompt_seconds' is '5' (write a number of seconds from 20 to 600)",
        "3:8: 'theme' is 'drak'; choose dark, light, hc, hc-light or low (did you mean 'dark'?)",
        "5:3: unknown key 'width' (did you mean 'width_mm'?)",
        "6:8: 'still' is 'yes'; choose true or false",
    ]
    settings = read(tmp_path, text + "restart_at: 5:15\n").settings
    assert (settings.idle_seconds, settings.prompt_seconds, settings.theme) == (90, 20, "dark")
    assert settings.restart_at == datetime.time(5, 15)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("idle_seconds:\n", "1:1: 'idle_seconds' is empty (write a value or delete the line)"),
        ("idle_seconds: nan\n", "1:15: 'idle_seconds' is 'nan' (write a number of seconds from"),
        ("theme: [dark]\n", "1:8: 'theme' should be a text or a number, not a list or keys"),
        ("screen: 24 inches\n", "1:1: 'screen' should have keys of its own, each with a colon"),
        ("screen: {width_mm: 531}\n", "1:1: 'height_mm' is missing"),
        ("folders: {logs: logs}\n", "1:17: 'logs' is 'logs' (write the whole path, such as"),
        ("restart_at: night\n", "1:13: 'restart_at' is 'night' (write a time as 04:30, or never)"),
        ("theme: dark\ntheme: light\n", "2:1: 'theme' stands twice, first in line 1"),
        ("theme：dark\n", "1:1: a full-width colon '：' after 'theme'"),
        ("\ttheme: dark\n", "1:1: a tab at the beginning of the line (use spaces)"),
        ("theme\u200b: dark\n", "1:1: an invisible space, U+200B, in the key 'theme␣'"),
        ("", "1:1: the file is empty"),
    ],
)
def test_each_mistake_says_where_and_what_to_do(tmp_path: Path, text: str, message: str) -> None:
    (told,) = messages(tmp_path, text)

    assert told.startswith(message)


def test_a_week_has_seven_days(tmp_path: Path) -> None:
    assert messages(
        tmp_path, f"opening_hours:\n{WHOLE_WEEK}\n".replace("  sunday: always\n", "")
    ) == ["1:1: 'sunday' is missing"]
    assert messages(tmp_path, f"opening_hours:\n{WHOLE_WEEK}\n".replace("closed", "10 to 6")) == [
        "2:11: 'monday' is '10 to 6'"
        " (write always, closed, a span such as 10:00-18:00, or several with commas between)"
    ]


def test_missing_days_are_told_in_the_order_of_the_week(tmp_path: Path) -> None:
    told = messages(tmp_path, "opening_hours:\n  thursday: closed\n")

    assert told == [
        f"1:1: '{day}' is missing"
        for day in ("monday", "tuesday", "wednesday", "friday", "saturday", "sunday")
    ]


def test_the_night_restart_can_be_left_out(tmp_path: Path) -> None:
    assert read(tmp_path, "restart_at: never\n").settings.restart_at is None


def test_the_command_line_wins(tmp_path: Path) -> None:
    settings = read(tmp_path, "theme: light\nlanguage: pt\nstill: true\n").settings
    options = argparse.Namespace(
        content=Path("/srv/other"), theme="hc", language=None, still=False, window=None
    )

    assert with_options(settings, options).theme == "hc"
    assert with_options(settings, options).content == Path("/srv/other")
    assert with_options(settings, options).language == "pt"
    assert with_options(settings, options).still


@pytest.mark.parametrize("name", list(KEYS))
def test_every_example_is_a_good_value(name: str) -> None:
    KEYS[name].read(name, KEYS[name].example)


def test_the_service_says_where_state_and_logs_go() -> None:
    environment = {
        "STATE_DIRECTORY": "/var/lib/kiosk:/var/lib/b",
        "LOGS_DIRECTORY": "/var/log/kiosk",
    }

    assert state_folder(environment) == Path("/var/lib/kiosk")
    assert logs_folder(environment) == Path("/var/log/kiosk")


@pytest.mark.skipif(sys.platform != "linux", reason="systemd runs on Linux alone")
def test_commands_beside_the_service_mean_its_folders(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`runuser --user=kiosk -- kiosk staff-pin` has neither the unit's environment nor a home."""
    state, logs = tmp_path / "lib", tmp_path / "log"
    monkeypatch.setattr(places, "SERVICE_STATE", state)
    monkeypatch.setattr(places, "SERVICE_LOGS", logs)
    assert state_folder({}) != state

    state.mkdir()
    logs.mkdir()

    assert (state_folder({}), logs_folder({})) == (state, logs)
    assert state_folder({"STATE_DIRECTORY": "/elsewhere"}) == Path("/elsewhere")


@pytest.mark.parametrize("text", ["# nothing\n", "#theme: light\n#still: true\n"])
def test_a_file_of_comments_leaves_every_key_out(tmp_path: Path, text: str) -> None:
    reading = read(tmp_path, text)

    assert reading.messages == ()
    assert reading.file is not None


def test_a_relative_folder_in_the_environment_is_not_believed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "linux")

    folder = state_folder({"XDG_STATE_HOME": "here"})

    assert folder == Path.home() / ".local" / "state" / "kiosk"
    assert logs_folder({"XDG_STATE_HOME": "here"}) == folder / "logs"
    assert settings_file({}) == Path("/etc/kiosk/settings.yaml")


def test_a_file_with_every_example_is_read(tmp_path: Path) -> None:
    lines, groups = list[str](), set[str]()
    for name, key in KEYS.items():
        group, _, last = name.rpartition(".")
        if group and group not in groups:
            groups.add(group)
            lines.append(f"{group}:")
        lines.append(f"{'  ' if group else ''}{last}: {key.example}")

    assert read(tmp_path, "\n".join(lines)).messages == ()


@pytest.mark.parametrize(
    ("key", "value"),
    [("engine", "say 'hello"), ("device", "-f /etc/passwd"), ("output", "speakers")],
)
def test_sound_that_can_not_be_is_told_and_stays_as_built_in(
    tmp_path: Path, key: str, value: str
) -> None:
    reading = read(tmp_path, f"sound:\n  {key}: {value}\n")
    (message,) = reading.messages
    assert (message.line, message.column) == (2, len(key) + 5)
    assert reading.settings.sound_output == "headphones"


def test_no_engine_is_a_choice(tmp_path: Path) -> None:
    assert read(tmp_path, "sound: {engine: none}\n").settings.sound_engine == ()
