"""The handout as its readers have it: its text, its fonts, its vectors, what it is called."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from kiosk.__main__ import main
from kiosk.exhibit.model import ChartPanel, FactsPanel
from kiosk.exhibit.reading import read_exhibit
from kiosk.languages.words import read_words
from kiosk.screen.voice import Voice
from kiosk.shipped import shipped
from tests.exhibit.sound_content import sound_content
from tests.tools import needs

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
TITLES = {
    "en": "Eleven cities, one bay",
    "zh-Hant": "十一城，一個灣區",
    "zh-Hans": "十一城，一个湾区",
    "pt": "Onze cidades, uma baía",
}
RADICALS = re.compile("[\u2e80-\u2fdf]")

pytestmark = [pytest.mark.usefixtures("qapp"), needs("pdftotext", "pdffonts", "pdfimages")]


def answer(*words: str | Path) -> str:
    done = subprocess.run(
        [*map(str, words)], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout


def squeezed(text: str) -> str:
    """A text without what a line break or a gap between scripts puts in."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def handouts(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("handouts")
    files = {}
    for language in LANGUAGES:
        files[language] = folder / f"{language}.pdf"
        words = ["handout", "all", "--language", language, "--out", str(files[language])]
        assert main(words) == 0
    return files


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_figures_and_sources_can_be_copied(language: str, handouts: dict[str, Path]) -> None:
    text = squeezed(answer("pdftotext", "-raw", handouts[language], "-"))
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    voice = Voice(language, read_words(shipped("assets") / "words"), exhibit)

    assert not RADICALS.search(text)
    assert squeezed(TITLES[language]) in text
    for zone in exhibit.zones:
        assert squeezed(voice.text(zone.introduction)) in text
        for panel in zone.panels:
            if isinstance(panel, ChartPanel):
                assert squeezed(voice.text(panel.sentence)) in text
                assert squeezed(voice.sources_line(panel.source, panel.as_of)) in text
            if isinstance(panel, FactsPanel):
                for fact in panel.facts:
                    sources = fact.source or panel.source or ()
                    figure = voice.figure(fact.value, fact.unit, bound=fact.bound)
                    number = next(part for part in figure.parts if part.role == "number")
                    assert squeezed(number.text) in text
                    assert any(
                        squeezed(voice.sources_line([each], None)) in text for each in sources
                    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_font_is_embedded_in_part_and_readable(
    language: str, handouts: dict[str, Path]
) -> None:
    rows = answer("pdffonts", handouts[language]).splitlines()[2:]

    assert len(rows) >= 4
    for row in rows:
        assert re.match(r"[A-Z]{6}\+Noto", row), row
        assert re.search(r"yes yes yes +\d+ +0$", row), row


def test_maps_and_charts_are_vectors(handouts: dict[str, Path]) -> None:
    """The only pixels are those of stories' pictures; the cover with the map has none."""
    pixels = answer("pdfimages", "-f", "1", "-l", "1", "-list", handouts["en"])

    assert len(pixels.splitlines()) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_says_what_it_is(language: str, handouts: dict[str, Path]) -> None:
    with pikepdf.open(handouts[language]) as pdf:
        assert pdf.Root["/Lang"] == language
        assert pdf.Root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert str(pdf.docinfo["/Title"]).startswith(TITLES[language])
        assert "/Author" not in pdf.docinfo
        with pdf.open_metadata() as metadata:
            assert str(metadata["dc:title"]).startswith(TITLES[language])
        with pdf.open_outline() as outline:
            entries = [entry.title for entry in outline.root]
        count = len(pdf.pages)
    assert len(entries) == 28
    text = answer("pdftotext", handouts[language], "-")
    assert [int(page) for page in re.findall(rf"^(\d+) / {count}$", text, re.MULTILINE)] == [
        *range(1, count + 1)
    ]


def test_the_same_content_makes_the_same_file(tmp_path: Path) -> None:
    content = sound_content(tmp_path / "content").folder
    out = tmp_path / "out"
    out.mkdir()
    files = [out / "one.pdf", out / "two.pdf"]
    for file in files:
        done = subprocess.run(
            [sys.executable, ROOT / "main.py", "handout", "--content", content, "--out", file],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000"},
            timeout=60,
        )
        assert done.stdout == f"4 pages in {file}\n"
        assert done.stderr == ""

    assert files[0].read_bytes() == files[1].read_bytes()
    assert sorted(out.iterdir()) == files


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["no-such-tour", "--out", "a.pdf"], "there is no tour 'no-such-tour': there are all"),
        (["--out", "."], ". is a folder"),
        (["--out", "missing/a.pdf"], "there is no folder missing"),
        (["--out", "a.pdf", "--content", "missing"], "there is no folder missing"),
    ],
)
def test_what_was_typed_wrongly_is_told(
    words: list[str],
    complaint: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main(["handout", *words]) == 2
    assert f"kiosk handout: {complaint}" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
