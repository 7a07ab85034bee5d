from __future__ import annotations

import subprocess
import sys
import types
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk import __version__
from kiosk.__main__ import VERBS, main
from tests.project import PROJECT

if TYPE_CHECKING:
    import argparse


class Recording(types.ModuleType):
    """Stands for a module in `kiosk/commands/` and keeps what it was called with."""

    def __init__(self, verb: str, exit_code: int = 0) -> None:
        super().__init__(f"kiosk.commands.{verb}", doc=f"Stand in for {verb}.")
        self.exit_code = exit_code
        self.calls: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--folder", default="content")

    def run(self, arguments: argparse.Namespace) -> int:
        self.calls.append(arguments.folder)
        return self.exit_code


def stand_in(monkeypatch: pytest.MonkeyPatch, verb: str, exit_code: int = 0) -> Recording:
    module = Recording(verb, exit_code)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return module


@pytest.mark.parametrize("words", [[], ["--folder", "content"], ["run"]])
def test_no_verb_means_run(monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    module = stand_in(monkeypatch, "run")

    assert main(words) == 0
    assert module.calls == ["content"]


@pytest.mark.parametrize("exit_code", [0, 1])
def test_a_verb_gets_its_arguments_and_gives_the_exit_code(
    monkeypatch: pytest.MonkeyPatch, exit_code: int
) -> None:
    module = stand_in(monkeypatch, "check", exit_code)

    assert main(["check", "--folder", "drafts"]) == exit_code
    assert module.calls == ["drafts"]


def test_an_unknown_verb_is_a_wrong_call_that_lists_the_verbs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["chekc"]) == 2
    message = capsys.readouterr().err
    assert "'chekc'" in message
    assert all(f"  {verb} " in message for verb in VERBS)


def test_an_unknown_argument_is_a_wrong_call(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    module = stand_in(monkeypatch, "check")

    assert main(["check", "--fodler", "drafts"]) == 2
    assert module.calls == []
    assert "--fodler" in capsys.readouterr().err


def test_help_for_a_verb_succeeds_and_does_not_run_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    module = stand_in(monkeypatch, "check")

    assert main(["check", "--help"]) == 0
    assert module.calls == []
    assert "usage: kiosk check" in capsys.readouterr().out


def test_a_verb_stopped_from_the_keyboard_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(arguments: argparse.Namespace) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(stand_in(monkeypatch, "check"), "run", stop)

    assert main(["check"]) == 130


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"kiosk {__version__}\n"


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_its_module_and_says_how_to_use_it(
    verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([verb, "--help"]) == 0
    assert f"usage: kiosk {verb}" in capsys.readouterr().out


def test_every_command_module_is_a_verb() -> None:
    commands = {
        path.stem
        for path in (PROJECT / "kiosk" / "commands").glob("[a-z]*.py")
        if "def run(arguments:" in path.read_text("utf-8")
    }

    assert commands == {verb.replace("-", "_") for verb in VERBS}


def test_main_in_a_checkout_is_the_same_command() -> None:
    answers = [
        subprocess.run(
            [sys.executable, *start, "--help"], cwd=PROJECT, capture_output=True, check=False
        )
        for start in (["main.py"], ["-m", "kiosk"])
    ]

    assert answers[0].stdout == answers[1].stdout
    assert [answer.returncode for answer in answers] == [0, 0]


def test_asking_for_help_does_not_load_qt() -> None:
    script = (
        "import sys; from kiosk.__main__ import main; main(['--help']);"
        "sys.exit('PySide6' in sys.modules)"
    )

    answer = subprocess.run(
        [sys.executable, "-c", script], cwd=PROJECT, capture_output=True, check=False
    )

    assert answer.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
@pytest.mark.parametrize(
    ("outputs", "code", "said"),
    [
        (">&-", 1, ""),
        (">&- 2>&-", 1, ""),
        (
            ">/dev/full",
            1,
            "kiosk check: nothing more can be written: No space left on device\n",
        ),
    ],
)
def test_outputs_that_are_closed_or_full_end_no_verb_with_a_traceback(
    outputs: str, code: int, said: str
) -> None:
    ended = subprocess.run(
        ["sh", "-c", f'"$0" -m kiosk check --fast tests {outputs}', sys.executable],
        cwd=PROJECT,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        timeout=60,
    )

    assert (ended.returncode, ended.stderr) == (code, said)


def test_a_folder_named_with_signs_for_the_terminal_is_told_in_one_plain_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["check", str(tmp_path / "\x1b[31mred\nfoo")])

    said = capsys.readouterr().err
    assert code == 2
    assert said == f"kiosk check: there is no folder {tmp_path}/‹U+001B›[31mred foo\n"
