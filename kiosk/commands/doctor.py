"""Say what is wrong with this machine: Qt, display, fonts, disk, clock, touch, keys, sound, PIN."""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.commands import check
from kiosk.commands.options import add_settings_option
from kiosk.guard.check_result import CheckResult, CheckStatus, error, ok, warning
from kiosk.guard.content.shown_release import with_release
from kiosk.guard.health.film_checks import FILM_CHECKS
from kiosk.guard.health.keypad_checks import KEYPAD_CHECKS
from kiosk.guard.health.keypad_listening import KeypadListener, quiet_terminal
from kiosk.guard.health.machine_checks import run_checks, this_machine
from kiosk.guard.health.sound_checks import SOUND_CHECKS, check_sides
from kiosk.guard.process.display_probe import unreachable_display
from kiosk.settings.settings_file import read_settings
from kiosk.shipped import BrokenInstallation
from kiosk.speech.clips import has_speech
from kiosk.text.command_lines import command_line
from kiosk.text.folder import ContentFolder
from kiosk.text.message_words import one_of

if TYPE_CHECKING:
    from kiosk.settings.settings import Settings

_PATIENCE_SECONDS = 60
_CLIPS_SECONDS = 600
"""Every screen is shown in every language, to find out what is said of it."""
_SIZE_TOLERANCE = 0.1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which settings, the form of the report, and whether it may be heard."""
    add_settings_option(parser)
    parser.add_argument(
        "--sound", action="store_true", help="play a word at the left, then one at the right"
    )
    parser.add_argument(
        "--keypad",
        action="store_true",
        help="say of each key that is pressed what it is called and means, and nothing else",
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="json is for programs"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print every result.  Returns 0 without errors and 1 with errors; warnings are no errors."""
    reading = read_settings(arguments.settings)
    reading = reading._replace(settings=with_release(reading.settings, None))
    if arguments.keypad:
        with quiet_terminal():
            return KeypadListener(reading.settings.keypad, print).listen()
    report = _display_report()
    is_damaged = not isinstance(report, str) and bool(report["damages"])
    machine = this_machine(reading)
    listening = (check_sides,) if arguments.sound else ()
    results = [
        *run_checks(machine),
        *run_checks(machine, (*SOUND_CHECKS, *FILM_CHECKS, *KEYPAD_CHECKS, *listening)),
        *display_results(report, reading.settings),
        error("panels", "can't be checked with what is damaged")
        if is_damaged
        else _content(reading.settings),
        *([] if is_damaged else [_clips(reading.settings)]),
    ]
    wrong = [result.name for result in results if result.state is CheckStatus.ERROR]
    errors = len(wrong)
    if arguments.format == "json":
        told = ("name", "state", "message", "hint")
        entries = [{field: getattr(result, field) for field in told} for result in results]
        print(json.dumps({"ok": not errors, "findings": entries}, ensure_ascii=False, indent=2))
    else:
        for result in results:
            print(result)
        warnings = sum(result.state is CheckStatus.WARNING for result in results)
        names = f" ({', '.join(wrong)})" if wrong else ""
        counts = f"{_counted(errors, 'error')}{names}, {_counted(warnings, 'warning')}"
        print(counts if errors or warnings else "all is well")
    return 1 if errors else 0


def display_results(report: dict[str, Any] | str, settings: Settings) -> list[CheckResult]:
    """What Qt's report means; a text instead of a report says why there is none."""
    if isinstance(report, str):
        return [error("Qt", report, "`python -m kiosk.system_libraries` names what is missing")]
    broken, damages = report["broken_fonts"], report["damages"]
    return [
        ok("Qt", f"Qt for Python {report['qt']} on {report['platform']}"),
        error("installation", "; ".join(damages), "install the exhibit again")
        if damages
        else ok("installation", "whatever came with the program can be read"),
        error("fonts", f"{', '.join(broken)} can't be loaded", "install the exhibit again")
        if broken
        else ok("fonts", f"all {report['font_count']} can be loaded"),
        _display(report, settings),
    ]


def _display(report: dict[str, Any], settings: Settings) -> CheckResult:
    if report["unreachable"]:
        return error(
            "display",
            report["unreachable"],
            "ask within the session that shows the exhibit, or start what shows it",
        )
    if report["platform"] == "offscreen":
        return warning(
            "display",
            "no display can be seen from here",
            "ask again within the session that shows the exhibit",
        )
    if not report["screens"]:
        return error("display", "no screen is connected", "look at cable and power")
    screen = report["screens"][0]
    width, height = screen["pixels"]
    found = f"{screen['name']} with {width} x {height} pixels"
    if settings.screen_mm is None:
        return warning(
            "display", f"{found}; its size is not in the settings", "write screen.width_mm"
        )
    told = settings.screen_mm[0] / settings.screen_mm[1]
    if abs(told / (width / height) - 1) > _SIZE_TOLERANCE:
        return error(
            "display",
            f"{found}, but the settings say {_size(settings.screen_mm)} mm",
            "measure the lit picture: width first, as it hangs",
        )
    measured = screen["millimetres"]
    if min(measured) > 0 and abs(settings.screen_mm[0] / measured[0] - 1) > _SIZE_TOLERANCE:
        return warning(
            "display",
            f"{found}; it says it is {_size(measured)} mm,"
            f" the settings say {_size(settings.screen_mm)} mm",
            "measure the lit picture; screens are often wrong about themselves",
        )
    return ok("display", f"{found}, {_size(settings.screen_mm)} mm")


def _size(size: tuple[float, float]) -> str:
    return f"{size[0]:g} x {size[1]:g}"


def _clips(settings: Settings) -> CheckResult:
    """How many clips there are in each language, and what is missing."""
    if not has_speech(ContentFolder.at(settings.content)):
        if settings.sound_engine or settings.sound_output == "off":
            return ok("clips", "there are none")
        return warning(
            "clips",
            "there are none and sound.engine is none, so nothing is spoken",
            f"`{command_line('narrate', settings.content)}` makes them",
        )
    command = ["kiosk.workshop.narration.clip_counts", str(settings.content)]
    counts = _answer(command, dict(os.environ), _CLIPS_SECONDS)
    if isinstance(counts, str):
        return error("clips", f"can't be counted: {counts}")
    if not counts:
        return warning("clips", "can't be counted, since nothing can be shown")
    told = ", ".join(f"{each['language']} {each['sentences'] - each['missing']}" for each in counts)
    lacking = [f"{each['missing']} in {each['language']}" for each in counts if each["missing"]]
    if lacking:
        hint = f"`{command_line('narrate', settings.content)}` makes them"
        return warning("clips", f"{told}; missing are {one_of(lacking, 'and')}", hint)
    return ok("clips", f"{told}; none is missing")


def _display_report() -> dict[str, Any] | str:
    environment = dict(os.environ)
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(environment.get(name) for name in displays):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    unreachable = unreachable_display(environment)
    if unreachable:
        # Qt would not start, and whatever else it can tell would stay untold.
        environment["QT_QPA_PLATFORM"] = "offscreen"
    report = _answer(["kiosk.guard.health.display_report"], environment, _PATIENCE_SECONDS)
    return report if isinstance(report, str) else report | {"unreachable": unreachable}


def _answer(module: list[str], environment: dict[str, str], seconds: float) -> Any:
    """What a module prints as JSON in a process of its own; a text says why there is nothing."""
    project = str(Path(__file__).resolve().parents[2])
    environment["PYTHONPATH"] = os.pathsep.join(
        filter(None, [project, environment.get("PYTHONPATH")])
    )
    try:
        answer = subprocess.run(
            [sys.executable, "-m", *module],
            env=environment,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as failure:
        return f"Qt does not answer: {failure}"
    try:
        return json.loads(answer.stdout)
    except ValueError:
        lines = answer.stderr.strip().splitlines() or ["no reason given"]
        return f"Qt does not start: {lines[0]}"


def _content(settings: Settings) -> CheckResult:
    """What `kiosk check` says, in one line."""
    if ContentFolder.at(settings.content).refusal() is not None:
        return error("panels", "there is nothing to check")
    parser = argparse.ArgumentParser()
    check.add_arguments(parser)
    # Laying everything out takes long, and tells of beauty alone.
    arguments = parser.parse_args([str(settings.content), "--format", "json", "--fast"])
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said):
            check.run(arguments)
    except BrokenInstallation as failure:
        return error("panels", f"can't be checked: {failure}")
    problems = json.loads(said.getvalue())["problems"]
    errors = [problem for problem in problems if problem["severity"] == "error"]
    hint = f"`{command_line('check', settings.content)}` says more"
    if errors:
        first = errors[0]
        where = f"{first['file']}:{first['line']}: {first['message']}"
        return error("panels", f"{_counted(len(errors), 'error')}, first {where}", hint)
    if problems:
        return warning("panels", _counted(len(problems), "warning"), hint)
    return ok("panels", "no mistakes")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
