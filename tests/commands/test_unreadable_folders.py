"""Every verb that reads a content folder says why it can't, whatever stands there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.text.folder import readable
from tests.exhibit.sound_content import sound_content
from tests.project import PROJECT
from tests.tools import needs

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions"),
    needs("setpriv"),
]

ASK_ALL = """
import json, os, sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO, TextIOWrapper, BytesIO

sys.path.insert(0, sys.argv[1])
import kiosk.app, kiosk.workshop.check.whole_check, kiosk.commands.doctor
import kiosk.presenting.handout.handout
from kiosk.__main__ import VERBS, main
import importlib
for verb in VERBS:
    importlib.import_module("kiosk.commands." + verb.replace("-", "_"))

def answer(words):
    out, err = TextIOWrapper(BytesIO(), "utf-8"), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main(words)
        except BaseException as error:
            code = repr(error)
    out.flush()
    return [code, out.buffer.getvalue().decode(), err.getvalue()]

json.dump([answer(words) for words in json.load(sys.stdin)], sys.stdout)
"""
"""One process for all questions."""

OBEYING = "-dac_override,-dac_read_search"
"""The privileges with which root reads what nobody may, capabilities(7)."""


def ask_all(questions: list[list[str]], home: Path) -> list[tuple[int | str, str, str]]:
    """What each verb answers to a user for whom permissions mean something."""
    root = ["setpriv", f"--inh-caps={OBEYING}", f"--bounding-set={OBEYING}"]
    answered = subprocess.run(
        [*(root if os.geteuid() == 0 else []), sys.executable, "-c", ASK_ALL, str(PROJECT)],
        input=json.dumps(questions),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)},
    )
    assert answered.returncode == 0, answered.stderr
    return [tuple(answer) for answer in json.loads(answered.stdout)]


def questions(folder: Path, out: Path) -> list[list[str]]:
    """Each verb about that folder."""
    named = str(folder)
    settings = out / f"{readable(folder.name)}.yaml"
    settings.write_text(json.dumps({"folders": {"content": named}}))
    return [
        ["check", named, "--fast"],
        ["check", named, "--fast", "--format", "json"],
        ["translations", named],
        ["render", "--content", named, "--out", str(out / "screens"), "--only", "home.en.png"],
        ["handout", "--content", named, "--out", str(out / "handout.pdf")],
        ["present", "--content", named, "--window", "640x360"],
        ["new", "panel", "qianhai", "more", "--content", named],
        ["preview", named],
        ["doctor", "--settings", str(settings), "--format", "json"],
    ]


def test_a_folder_that_nobody_may_read(tmp_path: Path) -> None:
    closed = sound_content(tmp_path / "closed").folder
    listed = sound_content(tmp_path / "can be listed and not entered").folder
    behind = sound_content(tmp_path / "behind a closed one" / "content").folder
    folders = [closed, listed, behind]
    asked = [question for folder in folders for question in questions(folder, tmp_path)]
    modes = [(closed, 0o000), (listed, 0o444), (behind.parent, 0o000)]
    for folder, mode in modes:
        folder.chmod(mode)
    try:
        answers = ask_all(asked, tmp_path)
    finally:
        for folder, _ in modes:
            folder.chmod(0o755)

    for words, (code, said, complained) in zip(asked, answers, strict=True):
        assert code == (1 if words[0] == "doctor" else 2), (words, code)
        assert "can't be opened: permission denied" in said + complained, words
        assert "Traceback" not in said + complained


@pytest.mark.parametrize(
    "kinds",
    [
        ("a pipe", "empty"),
        pytest.param(("nothing", "a file", "a device", "round"), marks=pytest.mark.soak),
    ],
    ids=", ".join,
)
def test_what_is_no_content_folder(tmp_path: Path, kinds: tuple[str, ...]) -> None:
    (tmp_path / "a file").write_text("title: this is no folder")
    os.mkfifo(tmp_path / "a pipe")
    (tmp_path / "a device").symlink_to("/dev/zero")
    (tmp_path / "empty").mkdir()
    (tmp_path / "round").symlink_to(tmp_path / "round")
    asked = [question for kind in kinds for question in questions(tmp_path / kind, tmp_path)]
    # An empty folder is what a preview begins with.
    asked = [words for words in asked if words != ["preview", str(tmp_path / "empty")]]

    answers = ask_all(asked, tmp_path)

    for words, (code, said, complained) in zip(asked, answers, strict=True):
        assert code in (1, 2), (words, code)
        assert said + complained
        assert "Traceback" not in said + complained


def test_a_name_that_is_not_utf8_is_a_problem_and_no_more(tmp_path: Path) -> None:
    folder = sound_content(tmp_path / "content").folder
    for subfolder in ("", "zones", "layers", "tours", "data", "pictures", "map"):
        (folder / subfolder).mkdir(exist_ok=True)
        Path(os.fsdecode(os.fsencode(folder / subfolder) + b"/caf\xe9.yaml")).write_text("id: cafe")
    asked = [words for words in questions(folder, tmp_path) if words[0] != "preview"]

    answers = ask_all(asked, tmp_path)

    for words, (code, said, complained) in zip(asked, answers, strict=True):
        assert code in (0, 1, 2), (words, code, complained)
        assert "Traceback" not in said + complained
    messages = [str(message) for message in read_exhibit(folder).messages]
    assert [message for message in messages if "UTF-8" in message] == [
        f"{where}caf\\xe9.yaml:1:1: the name of this file is not UTF-8: caf\\xe9.yaml"
        " (rename it; archives made on Windows often have such names)"
        for where in ("", "data/", "layers/", "map/", "pictures/", "tours/", "zones/")
    ]
    assert len(messages) == 7
    assert answers[0][1].startswith("caf\\xe9.yaml:1:1: the name of this file is not UTF-8")


def test_a_folder_whose_own_name_is_not_utf8(tmp_path: Path) -> None:
    named = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    folder = sound_content(named).folder

    answers = ask_all(
        [
            ["check", str(folder), "--fast", "--today", "2026-01-01"],
            ["translations", str(folder), "--confirm"],
            [
                "render",
                "--content",
                str(folder),
                "--out",
                str(tmp_path / "o"),
                "--only",
                "home.en*",
            ],
            ["check", f"{folder}-gone"],
        ],
        tmp_path,
    )

    assert [code for code, _, _ in answers] == [0, 0, 0, 2], answers
    assert readable(folder) in answers[3][2]


def test_a_subfolder_that_nobody_may_read_is_named(tmp_path: Path) -> None:
    folder = sound_content(tmp_path / "content").folder
    (folder / "zones").chmod(0o000)
    try:
        ((code, said, _),) = ask_all([["check", str(folder), "--fast"]], tmp_path)
    finally:
        (folder / "zones").chmod(0o755)

    assert code == 1
    assert "zones:1:1: the folder zones can't be opened: permission denied" in said
    assert "there is no zone in this folder" not in said
