"""`kiosk translations --export` and `--import`: out to translators, shown, and back in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main
from kiosk.exhibit.translating.translations import State, read_translations
from tests.exhibit.sound_content import sound_content

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exhibit.sound_content import Content

QIANHAI = "zones/qianhai.yaml"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    content = sound_content(tmp_path / "content")
    content.change(QIANHAI, ", pt: equipas}", "}  # the teams")
    return content


def translations(content: Content, *words: str | Path) -> int:
    return main(["translations", str(content.folder), *map(str, words)])


def state(content: Content, path: str) -> State:
    texts = read_translations(content.folder).texts
    return next(text.states["pt"] for text in texts if f"{text.file}/{text.address.path}" == path)


def test_a_translated_file_is_shown_and_then_written(
    content: Content, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = tmp_path / "pt.xlf"
    assert translations(content, "--export", sent, "--language", "pt", "--only", "missing") == 0
    assert capsys.readouterr().out == f"1 text for pt written to {sent}\n"
    sent.write_text(
        sent.read_text("utf-8").replace(
            '<target state="needs-translation"></target>', '<target state="final">equipas</target>'
        ),
        "utf-8",
    )
    before = (content.folder / QIANHAI).read_text("utf-8")

    assert translations(content, "--import", sent) == 0
    told = capsys.readouterr().out
    assert "1 text would change:" in told
    assert f"  line 5  {QIANHAI}: Facts 1 › Facts 1 › Label\n      + equipas\n" in told
    assert "--apply writes 1 text" in told
    assert (content.folder / QIANHAI).read_text("utf-8") == before

    assert translations(content, "--import", sent, "--apply") == 0
    after = (content.folder / QIANHAI).read_text("utf-8")
    assert after == before.replace("}  # the teams", ", pt: equipas}  # the teams")
    assert state(content, f"{QIANHAI}/panels/teams/facts/all/label") is State.CURRENT
    assert (tmp_path / "content.history").is_dir()


def test_changed_words_are_to_be_confirmed_again_unless_the_file_says_so(
    content: Content, tmp_path: Path
) -> None:
    translations(content, "--confirm")
    sent = tmp_path / "pt.xliff"
    translations(content, "--export", sent, "--language", "pt")
    written = sent.read_text("utf-8")
    sent.write_text(
        written.replace("<target>Uma zona</target>", "<target>Uma região</target>").replace(
            '"final"', '"translated"'
        ),
        "utf-8",
    )
    assert translations(content, "--import", sent, "--apply") == 0
    assert state(content, f"{QIANHAI}/introduction") is State.UNCONFIRMED
    assert state(content, f"{QIANHAI}/name") is State.CURRENT


def test_what_cant_be_taken_is_told_and_the_rest_written(
    content: Content, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = tmp_path / "pt.xlf"
    translations(content, "--export", sent, "--language", "pt")
    sent.write_text(
        sent.read_text("utf-8")
        .replace(">Uma zona<", ">Uma região<")
        .replace(">Toque num lugar<", ">Toque<"),
        "utf-8",
    )
    content.change(QIANHAI, "en: A zone,", "en: A new zone,")
    capsys.readouterr()

    assert translations(content, "--import", sent, "--apply") == 1
    told = capsys.readouterr().out
    assert "the original has changed since; it was 'A zone'" in told
    assert "original: A new zone" in told
    assert "pt: Uma zona" in (content.folder / QIANHAI).read_text("utf-8")
    assert "pt: Toque}" in (content.folder / "exhibit.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--export", "a.xlf"], 2, "say which translation with --language"),
        (["--export", "a.doc", "--language", "pt"], 1, ".xlf (XLIFF 1.2), .xliff (2.1) or .xlsx"),
        (["--export", "a.xlf", "--language", "pt", "--only", "old"], 1, "choose others"),
        (["--export", "there.xlf", "--language", "pt"], 1, "is there already"),
        (["--import", "gone.xlf"], 1, "can't be read"),
    ],
)
def test_mistakes_are_told(
    content: Content,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    words: list[str],
    code: int,
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there.xlf").write_text("")
    assert translations(content, *words) == code
    assert told in capsys.readouterr().err
