"""What curators are promised step by step is what happens."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from kiosk.__main__ import main
from kiosk.exhibit.reading.exhibit_reading import Reading, read_exhibit
from kiosk.exhibit.reading.reading_cache import Memory
from tests.docs.guide import Guide
from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator

GUIDE = Guide.read("docs/curators.md")
WALK = GUIDE.section("From nothing to a changed panel").steps
COPY, _PREVIEW, PANEL, FIGURE, MISTAKE, WORSE, MEND, ASK, BACK = WALK
PICTURES = sorted(set(re.findall(r"\]\((pictures/[\w./-]+)\)", GUIDE.source)))
COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4}


@pytest.mark.parametrize("path", PICTURES)
def test_a_picture_is_there_and_small(path: str) -> None:
    assert (PROJECT / "docs" / path).stat().st_size <= 640_000


def test_the_walk_calls_what_is_pressed_as_the_window_does() -> None:
    """Whoever has only that page looks for these words on the screen."""
    page = " ".join(GUIDE.section("From a map to a whole exhibit").source.split())
    said = {*re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", page)}
    assets, window = PROJECT / "assets", set[str]()
    for file in (assets / "words" / "en.yaml", assets / "messages" / "names.yaml"):
        window |= {*_leaves(yaml.safe_load(file.read_text(encoding="utf-8")))}
    there = re.compile("|".join(re.escape(words).replace(r"\{count\}", r"\d") for words in window))

    assert len(said) > 30
    assert sorted(words for words in said if not there.fullmatch(words.rstrip("."))) == [
        *("Exhibit: …", "name of the bars", "… people")
    ]


def _leaves(read: object) -> Iterator[str]:
    if isinstance(read, dict):
        for each in read.values():
            yield from _leaves(each)
    else:
        yield str(read)


class Curator:
    """Who follows the walk in a clone's folder, with the preview open."""

    def __init__(self) -> None:
        self.file = Path()
        self.memory = Memory()

    def type_(self, step: Guide) -> None:
        """Type the commands of a step into a shell."""
        for line in step.lines:
            verb, *words = shlex.split(line)
            if verb == "kiosk":
                # What doesn't fit is not what the walk is about, and takes ten seconds to find.
                main([*words, "--fast"])
            else:
                subprocess.run([verb, *words], check=True)

    def change(self, old: str, new: str) -> Reading:
        """Replace what the guide names, in the open file, and save; what the preview then reads."""
        text = self.file.read_text(encoding="utf-8")
        assert old in text
        self.file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return self.read()

    def read(self) -> Reading:
        return read_exhibit(Path("my-content"), self.memory)


def teams(reading: Reading) -> str:
    """The figure that the walk is about, as the panel shows it; empty where it is left out."""
    assert reading.exhibit is not None
    zone = reading.exhibit.zone("qianhai")
    panel = zone.panel("teams") if zone is not None else None
    assert panel is not None
    assert panel.kind == "facts"
    return next((str(fact.value.number) for fact in panel.facts if fact.id == "all"), "")


def told(pattern: str, step: Guide) -> tuple[str, ...]:
    """What a step's sentence tells to do."""
    found = re.search(pattern, step.prose)
    assert found is not None, f"the guide no longer says {pattern}"
    return found.groups()


def test_the_walk_leads_where_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    curator = Curator()
    curator.type_(COPY)
    (before,) = told(r"([\d,]+) teams, it says", PANEL)
    assert teams(curator.read()) == before.replace(",", "")

    file, old, new = told(r"Open `(.*?)` in .* find `(.*?)` and write `(.*?)`", FIGURE)
    curator.file = Path(file)
    changed = curator.change(old, new)
    (after,) = told(r"The panel says ([\d,]+) at once", FIGURE)
    assert teams(changed) == after.replace(",", "")
    assert changed.messages == ()
    (charts,) = told(r"(\w+) charts of Qianhai still have the old figure", FIGURE)

    wrong, right = told(r"Write `(.*?)` in place of `(.*?)`, and save", MISTAKE)
    key = new.partition(":")[0] + ":"
    assert right == key
    mistaken = curator.change(new, new.replace(right, wrong))
    assert MISTAKE.says("without this fact")
    assert teams(mistaken) == ""
    assert any(f"did you mean '{right[:-1]}'?" in each.hint for each in mistaken.messages)
    assert curator.change(wrong, right).messages == ()

    taken, spaces, key = told(r"Take (\w+) of the (\w+) spaces before `(.*?)` away", WORSE)
    spoilt = curator.change(
        "\n" + " " * COUNTS[spaces] + new,
        "\n" + " " * (COUNTS[spaces] - COUNTS[taken]) + new,
    )
    assert WORSE.says("The preview shows the place as it was before")
    assert teams(spoilt) == after.replace(",", "")
    (message,) = (each.text for each in spoilt.messages)
    assert WORSE.says(message[1:]), "the picture's words"

    assert MEND.says("give the spaces back")
    mended = curator.change(
        "\n" + " " * (COUNTS[spaces] - COUNTS[taken]) + new,
        "\n" + " " * COUNTS[spaces] + new,
    )
    assert mended.messages == ()

    curator.type_(ASK)
    (answer,) = told(r"It answers `(.*?)`", ASK)
    said = capsys.readouterr().out
    assert answer in said
    old, new = (figure.replace(",", "") for figure in (before, after))
    assert said.count(f"{old} here, but {new} in") == COUNTS[charts]

    curator.type_(BACK)
    assert teams(curator.read()) == before.replace(",", "")
