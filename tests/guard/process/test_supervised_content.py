"""A crash counts against the content only where nothing outside explains it."""

from __future__ import annotations

import sys

import pytest

from kiosk.guard.content.content_trust import ContentTrust
from kiosk.guard.exit_code import ExitCode
from kiosk.guard.process.supervisor import Supervisor
from tests.guard.process.stage import QUICK, Stage, refusal, wait_for


def test_three_crashes_on_one_folder_start_the_content_that_came_along(stage: Stage) -> None:
    stage.start(
        "open('shown', 'a').write(os.environ.get('KIOSK_CONTENT_DISTRUSTED', 'own') + '\\n')\n"
        "sys.exit(1 if number < 5 else 0)"
    )

    assert stage.end() == ExitCode.LEFT
    own, refused = "own", str(stage.content)
    assert (stage.folder / "shown").read_text().split() == [own, own, own, refused, refused]
    refusal = ContentTrust(stage.folder / "trust.json").refusal
    assert refusal is not None
    assert refusal.folder == stage.content


@pytest.mark.parametrize("ending", ["sys.exit(1)", "os.kill(os.getpid(), 9)", "os.abort()"])
def test_a_crash_counts_against_no_content_when_the_display_has_gone(
    stage: Stage, ending: str
) -> None:
    """Fourteen seconds without a display were crashes once, and the content was refused."""
    gone = stage.folder / "gone"
    stage.outside = lambda: "the display has gone" if gone.exists() else ""
    stage.start(f"open('gone', 'w').close(); {ending}")

    for number in range(1, 6):
        stage.child(number)
        wait_for(lambda: sum("the display has gone" in line for line in stage.said) >= 2)
        stage.said.clear()
        gone.unlink()
    stage.stop()

    assert refusal(stage) is None


def test_nothing_is_started_while_something_outside_is_missing(stage: Stage) -> None:
    missing = ["the display is missing"] * 4
    stage.outside = lambda: missing.pop() if missing else ""
    stage.start("live()")

    assert stage.child(1)
    assert stage.said == [
        f"the display is missing: again in {pause} s" for pause in ("0.02", "0.04", "0.08", "0.1")
    ]


def test_a_crash_is_still_counted_when_the_display_goes_after_it(stage: Stage) -> None:
    """Whoever waits for a display in between must not forget what the content has done."""
    crashed = stage.folder / "crashed"
    missing = ["the display is missing"] * 2

    def outside() -> str:
        return missing.pop() if crashed.exists() and len(stage.said) and missing else ""

    stage.outside = outside
    stage.start("if number > 4: live()\nopen('crashed', 'w').close(); sys.exit(1)")

    stage.child(4)
    wait_for(lambda: refusal(stage) is not None)


def test_a_run_that_ends_before_it_reads_content_counts_against_none(stage: Stage) -> None:
    """The library is gone, the program is being replaced, no window can be opened, and so on."""
    stage.start("")
    stage.stop()
    (stage.folder / "runs").unlink(missing_ok=True)
    script = stage.folder / "mute.py"
    script.write_text(
        f"import os, sys; os.chdir({str(stage.folder)!r}); open('runs', 'a').write('1\\n')\n"
        "os.abort() if len(open('runs').readlines()) < 6 else sys.exit(0)\n"
    )
    said: list[str] = []
    supervisor = Supervisor(
        [sys.executable, "-S", str(script)],
        content=lambda: stage.content,
        trust=ContentTrust(stage.folder / "trust.json"),
        say=said.append,
        patience=QUICK,
        outside=lambda: "",
    )

    assert supervisor.keep_running() == ExitCode.LEFT
    assert sum("no crash of its content" in line for line in said) == 5
    assert refusal(stage) is None


def test_a_missing_content_folder_is_no_reason_to_end_and_no_crash_of_it(stage: Stage) -> None:
    stage.content.rmdir()
    stage.start("sys.exit(1) if number < 6 else live()")

    stage.child(6)
    stage.content.mkdir()
    stage.stop()

    assert refusal(stage) is None
    assert ContentTrust(stage.folder / "trust.json").begin(stage.content)


def test_the_folder_that_the_next_run_shows_is_asked_for_each_time(stage: Stage) -> None:
    """An operator names a better folder while the first one crashes."""
    other = stage.folder / "other"
    other.mkdir()
    stage.start(
        "open('shown', 'a').write(os.environ.get('KIOSK_CONTENT_DISTRUSTED', 'own') + '\\n')\n"
        "sys.exit(1 if number < 5 else 0)"
    )
    stage.child(4)
    stage.content = other

    assert stage.end() == ExitCode.LEFT
    assert (stage.folder / "shown").read_text().split()[-1] == "own"
