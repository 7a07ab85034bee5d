"""What `kiosk doctor` says of sockets for headphones and of keypads, by the kernel's own list."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.check_result import CheckStatus
from kiosk.guard.health import keypad_checks
from kiosk.guard.health.input_devices import listed_devices
from kiosk.guard.health.kernel_keys import KERNEL_KEYS, SHIFTED
from kiosk.guard.health.keypad_checks import check_headphones, check_keypads
from kiosk.guard.health.machine_checks import Machine
from kiosk.settings.keypad_keys import KEY_NAMES, usual_keypad
from kiosk.settings.settings import Settings
from kiosk.settings.settings_file import SettingsReading

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.guard.check_result import CheckResult

POWER = """I: Bus=0019 Vendor=0000 Product=0001 Version=0000
N: Name="Power Button"
H: Handlers=kbd event0
B: PROP=0
B: EV=3
B: KEY=10000000000000 0
"""
KEYBOARD = """I: Bus=0003 Vendor=413c Product=2113 Version=0110
N: Name="Dell KB216 Wired Keyboard"
H: Handlers=sysrq kbd leds event3
B: PROP=0
B: EV=120013
B: KEY=1000000000007 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe
B: LED=7
"""
KEYPAD = """I: Bus=0003 Vendor=2047 Product=0930 Version=0111
N: Name="Storm EZ Access"
H: Handlers=sysrq kbd event4
B: PROP=0
B: EV=3
B: KEY=7 f800000000000000 0 0
"""
JACK = """I: Bus=0000 Vendor=0000 Product=0000 Version=0000
N: Name="HDA Intel PCH Front Headphone"
H: Handlers=event7
B: PROP=0
B: EV=21
B: SW=4
"""
LINE_OUT = JACK.replace("Front Headphone", "Line Out").replace("SW=4", "SW=40")
SECOND = JACK.replace("Front", "Rear").replace("event7", "event8")
NO_SOCKET = "no socket of this machine tells of them"


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """One whose devices a test writes."""
    folder = tmp_path / "input"
    folder.mkdir()
    for number in (7, 8):
        (folder / f"event{number}").touch()
    return Machine(
        SettingsReading(Settings(tmp_path), file=tmp_path / "settings.yaml"),
        environment={},
        now=datetime.datetime(2026, 11, 27, 12, 0),
        input_devices=tmp_path / "devices",
        event_folder=folder,
    )


def having(machine: Machine, *devices: str, **settings: object) -> Machine:
    """The machine with these devices and settings."""
    machine.input_devices.write_text("\n".join(devices))
    reading = machine.reading
    changed = replace(reading.settings, **settings)  # type: ignore[arg-type]
    return replace(machine, reading=reading._replace(settings=changed))


def said(result: CheckResult) -> tuple[CheckStatus, str]:
    return result.state, result.message


def test_the_kernels_list_is_read_bit_by_bit() -> None:
    power, keypad, jack = listed_devices("\n".join((POWER, KEYPAD, JACK)))

    assert (power.name, power.event, sorted(power.keys)) == ("Power Button", "event0", [116])
    assert [KERNEL_KEYS[code] for code in sorted(keypad.keys)] == [
        *(f"F{number}" for number in range(17, 25))
    ]
    assert (jack.event, sorted(jack.switches)) == ("event7", [2])


def test_sockets_are_named_with_what_they_say(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = iter((True, False))
    monkeypatch.setattr(keypad_checks, "headphones_of", lambda descriptor: next(states))

    result = check_headphones(having(machine, POWER, JACK, LINE_OUT, SECOND))

    assert said(result) == (
        CheckStatus.OK,
        "told by HDA Intel PCH Front Headphone (in) and HDA Intel PCH Rear Headphone (out)",
    )


def test_a_socket_that_this_user_may_not_ask_is_named(machine: Machine) -> None:
    (machine.event_folder / "event7").unlink()

    result = check_headphones(having(machine, JACK))

    assert said(result) == (
        CheckStatus.WARNING,
        "not every socket can be asked: HDA Intel PCH Front Headphone (unreadable)",
    )
    assert "70-kiosk-input.rules" in result.hint


def test_where_no_socket_tells_it_says_what_to_write(machine: Machine) -> None:
    result = check_headphones(having(machine, KEYBOARD, LINE_OUT))

    assert said(result) == (CheckStatus.WARNING, f"{NO_SOCKET}, so nothing is ever spoken")
    assert result.hint == (
        "write the key that the keypad sends for them as keypad.headphones_in,"
        " or the sound device of its socket as sound.device"
    )
    machine.input_devices.unlink()
    assert check_headphones(machine).state is CheckStatus.WARNING


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"sound_output": "off"}, "nobody asks for them: sound.output is off"),
        (
            {"sound_output": "loudspeaker"},
            f"{NO_SOCKET}, and none has to: loudspeakers are heard too",
        ),
        (
            {"sound_device": "plughw:CARD=Keypad"},
            f"{NO_SOCKET}; plughw:CARD=Keypad counts as one for them alone",
        ),
        (
            {"keypad": {**usual_keypad(), "headphones_in": ("F13",)}},
            f"{NO_SOCKET}; the keypad does by the key F13",
        ),
    ],
)
def test_where_something_else_tells_no_socket_is_needed(
    machine: Machine, settings: dict[str, object], message: str
) -> None:
    assert said(check_headphones(having(machine, KEYBOARD, **settings))) == (
        CheckStatus.OK,
        message,
    )


def test_keypads_and_keyboards_are_named_and_buttons_are_not(machine: Machine) -> None:
    assert said(check_keypads(having(machine, POWER, KEYBOARD, KEYPAD, JACK))) == (
        CheckStatus.OK,
        "Dell KB216 Wired Keyboard (keyboard, 163 keys) and Storm EZ Access (keypad, 8 keys)",
    )
    assert said(check_keypads(having(machine, POWER, JACK))) == (
        CheckStatus.OK,
        "none is plugged in, nor a keyboard",
    )


def test_a_device_counts_by_the_keys_of_the_settings(machine: Machine) -> None:
    switches = {meaning: () for meaning in usual_keypad()} | {"switch_do": ("F17",)}

    found = check_keypads(having(machine, KEYPAD, keypad=switches))
    assert found.message == "Storm EZ Access (keypad, 8 keys)"

    found = check_keypads(having(machine, KEYPAD, keypad=switches | {"switch_do": ("B",)}))
    assert found.message == "none is plugged in, nor a keyboard"


def test_the_kernels_keys_have_names_of_the_settings() -> None:
    assert {*KERNEL_KEYS.values(), *SHIFTED.values()} - KEY_NAMES == {"Equal"}
