"""Content that was made to hang or kill the exhibit is refused, quickly and in plain words."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.cover import read_cover
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.rules.suppressions import suppressions_in
from kiosk.exhibit.tables.csv_tables import read_csv
from kiosk.text.folder import ENTRIES_LIMIT, ContentFolder
from kiosk.text.messages import UnreadableFile
from kiosk.text.wordings import WrittenFile
from kiosk.text.yaml_source import parse_document
from tests.exhibit.sound_content import QIANHAI, SHENZHEN, sound_content

if TYPE_CHECKING:
    from pathlib import Path

ALIAS_BOMB = "a0: &a0 [x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 9)
)
WIDE_ALIAS_BOMB = f"a: &a [{'x, ' * 20_000}x]\nb: [{', '.join(['*a'] * 16)}]\n"
DEEP_ALIASES = "a0: &a0 [[[x]]]\n" + "".join(
    f"a{level}: &a{level} [[[*a{level - 1}]]]\n" for level in range(1, 12)
)
MERGE_BOMB = "a0: &a0 {x: 1}\n" + "".join(
    f"a{level}: &a{level}\n  <<: [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 9)
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            ALIAS_BOMB,
            "f:3:45: more than 16 repetitions with '*' (write them out)",
            id="aliases of aliases",
        ),
        pytest.param(
            WIDE_ALIAS_BOMB,
            "f:2:41: more than 200,000 entries in one file (split it)",
            id="a long list many times",
        ),
        pytest.param(
            DEEP_ALIASES,
            "f:11:14: more than 32 levels inside each other",
            id="aliases that grow deep",
        ),
        pytest.param("a: &a [*a]\n", "f:1:8: '*a' stands inside what it repeats", id="a circle"),
        pytest.param(MERGE_BOMB, "f:3:3: '<<' is not allowed (write the keys out)", id="merges"),
        pytest.param(
            "[" * 25_000, "f:1:33: more than 32 levels inside each other", id="25,000 brackets"
        ),
        pytest.param(
            "- " * 25_000, "f:1:65: more than 32 levels inside each other", id="25,000 hyphens"
        ),
        pytest.param(
            "{a: " * 25_000, "f:1:129: more than 32 levels inside each other", id="25,000 braces"
        ),
        pytest.param(
            "? " * 25_000,
            "f:1:3: a key should be a plain word (quote a text with brackets)",
            id="25,000 question marks",
        ),
        pytest.param(
            "a: [" + "x, " * 250_000 + "]",
            "f:1:599990: more than 200,000 entries in one file (split it)",
            id="too many entries",
        ),
        pytest.param(
            "a: !!python/object/apply:os.system [id]\n",
            "f:1:4: 'tag:yaml.org,2002:python/object/apply:o…' is not allowed"
            " (put quotation marks around a text with '!')",
            id="a Python object",
        ),
        pytest.param(
            "a: 1\n" * 50_000 + "b: [",
            "f:50002:1: the file ends inside brackets (it may not have been saved completely)",
            id="fifty thousand equal keys",
        ),
    ],
)
def test_a_bomb_is_refused_before_it_grows(text: str, message: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        parse_document(text, "f")

    assert str(caught.value) == message


def test_of_fifty_thousand_wrong_keys_the_first_is_told_and_the_file_given_up() -> None:
    with pytest.raises(UnreadableFile) as caught:
        parse_document("kind: x\n" * 50_000, "f")

    assert str(caught.value) == "f:2:1: 'kind' stands twice, first in line 1 (keep one of the two)"


def test_two_hundred_wrong_keys_are_all_told() -> None:
    assert len(parse_document("kind: x\n" * 201, "f").spoilt_entries) == 200


@pytest.mark.parametrize(
    ("subfolder", "most"),
    [
        ("zones", ENTRIES_LIMIT),
        *((folder, 50) for folder in ("layers", "tours", "data", "pictures", "map")),
    ],
)
def test_a_folder_of_many_files_is_not_looked_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, subfolder: str, most: int
) -> None:
    monkeypatch.setattr("kiosk.text.folder.ENTRIES_LIMIT", most)
    content = sound_content(tmp_path)
    (tmp_path / subfolder).mkdir(exist_ok=True)
    for number in range(most + 100):
        (tmp_path / subfolder / f"{number}.txt").touch()

    reading = read_exhibit(content.folder)

    assert reading.exhibit is not None
    assert f"{subfolder}:1:1: there are more than {most:,} files in this folder" in map(
        str, reading.messages
    )
    assert len(ContentFolder.at(tmp_path).names(subfolder)) == most + 1


def test_texts_that_are_too_large_together_are_left_out(tmp_path: Path) -> None:
    content = sound_content(tmp_path)
    (tmp_path / "tours").mkdir(exist_ok=True)
    line = f"#{'x' * 1022}\n"
    for number in range(10):
        content.write(f"zones/z{number}.yaml", line * 1023 + "id: x\n")
    content.write("tours/last.yaml", "id: last\n")

    reading = read_exhibit(content.folder)

    refused = [each.file for each in reading.messages if each.rule == "file-too-large"]
    assert refused == ["tours/last.yaml", "zones/z8.yaml", "zones/z9.yaml"]
    assert reading.exhibit is not None
    assert [zone.id for zone in reading.exhibit.zones] == ["qianhai", "shenzhen"]


def test_the_first_picture_does_not_wait_for_long_beginnings(tmp_path: Path) -> None:
    content = sound_content(tmp_path)
    asked: list[None] = []

    def clock() -> float:
        asked.append(None)
        return float(len(asked))

    for number in range(20):
        content.write(f"zones/z{number}.yaml", QIANHAI.replace("id: qianhai", f"id: z{number}", 1))

    assert len(read_cover(content.folder, clock=clock).landmarks) == 3


def test_a_whole_file_of_comments_that_allow_is_read_in_one_go() -> None:
    lines = ("# allow long-sentence: x",) * 40_000
    file = WrittenFile("f", parse_document("id: x\n", "f").root, (*lines, "id: x"))

    assert {suppression.of_line for suppression in suppressions_in(file)} == {40_001}


def test_a_huge_text_is_just_a_text() -> None:
    assert len(parse_document(f"a: {'9' * 1_000_000}\n", "f").root.plain()["a"]) == 1_000_000


def test_a_huge_figure_is_not_a_figure(tmp_path: Path) -> None:
    content = sound_content(tmp_path)
    content.change("zones/qianhai.yaml", "value: 1195", f"value: {'9' * 500_000}")

    (message,) = content.messages()

    assert message == (
        f"zones/qianhai.yaml:15:12: '{'9' * 39}…' is not a figure"
        " (write 1195, 1,195, 4.2 billion or 2014-12-07)"
    )


@pytest.mark.parametrize(
    "name", ["exhibit.yaml", "units.yaml", "zones/qianhai.yaml", "data/teams.csv", "map/bay.svg"]
)
def test_a_pipe_in_place_of_a_file_does_not_hang(tmp_path: Path, name: str) -> None:
    content = sound_content(tmp_path)
    (tmp_path / name).unlink()
    os.mkfifo(tmp_path / name)

    assert content.messages()
    assert read_cover(tmp_path).languages == ("en", "zh-Hant", "zh-Hans", "pt")


def test_a_device_in_place_of_a_file_is_not_opened(tmp_path: Path) -> None:
    content = sound_content(tmp_path)
    (tmp_path / "zones/qianhai.yaml").unlink()
    (tmp_path / "zones/qianhai.yaml").symlink_to("/dev/zero")

    assert content.messages() == [
        "zones/qianhai.yaml:1:1: this is a link that leads out of the content folder"
        " (put a copy of the file itself here)"
    ]


def test_a_link_to_itself_does_not_hang(tmp_path: Path) -> None:
    content = sound_content(tmp_path)
    (tmp_path / "zones/qianhai.yaml").unlink()
    (tmp_path / "zones/qianhai.yaml").symlink_to("qianhai.yaml")

    assert content.messages() == [
        "zones/qianhai.yaml:1:1: this is a link, not a plain file"
        " (put a copy of the file itself here)"
    ]


@pytest.mark.parametrize(
    "name", ["../secret.csv", "/etc/passwd", "a\\0b.csv", "teams.csv/x", ".", "", "x" * 5000]
)
def test_a_table_named_outside_the_folder_is_not_opened(tmp_path: Path, name: str) -> None:
    content = sound_content(tmp_path / "content")
    (tmp_path / "content" / "secret.csv").write_text("year,teams\n1,2\n", encoding="utf-8")
    (tmp_path / "secret.csv").write_text("year,teams\n1,2\n", encoding="utf-8")
    content.change("zones/qianhai.yaml", "file: teams.csv", f'file: "{name}"')

    reading = read_exhibit(content.folder)

    assert [message.rule for message in reading.messages] == ["no-table"]


@pytest.mark.parametrize("name", ["../../secret.svg", "{outside}", "link.svg"])
def test_a_map_outside_the_folder_is_not_opened(tmp_path: Path, name: str) -> None:
    content = sound_content(tmp_path / "content")
    outside = tmp_path / "secret.svg"
    outside.write_bytes((content.folder / "map/bay.svg").read_bytes())
    (content.folder / "map/link.svg").symlink_to(outside)
    content.change("exhibit.yaml", "map: bay.svg", f'map: "{name.format(outside=outside)}"')

    exhibit = read_exhibit(content.folder).exhibit

    assert exhibit is not None
    assert not exhibit.map_file.is_file()


@pytest.mark.parametrize("step", [31, pytest.param(3, marks=pytest.mark.soak)])
def test_every_beginning_of_a_zone_file_is_read_or_is_a_problem(tmp_path: Path, step: int) -> None:
    content = sound_content(tmp_path)
    whole = QIANHAI.encode()
    # Every third cuts each line at several places, and every 31st most lines somewhere.
    for length in range(0, len(whole), step):
        content.write("zones/qianhai.yaml", whole[:length])
        reading = read_exhibit(tmp_path)
        exhibit = reading.exhibit
        assert exhibit is not None
        assert exhibit.zone("shenzhen") is not None
        assert exhibit.zone("qianhai") is not None or reading.messages


def test_a_hundred_thousand_mistakes_are_not_all_worded(tmp_path: Path) -> None:
    content = sound_content(tmp_path)
    content.change("zones/qianhai.yaml", "in: [shenzhen]", f"in: [{'A B, ' * 100_000}x]")

    assert len(content.messages()) == 200


@pytest.mark.parametrize("files", [40, pytest.param(400, marks=pytest.mark.soak)])
def test_random_damage_never_raises(tmp_path: Path, files: int) -> None:
    content = sound_content(tmp_path)
    random_numbers = random.Random(20241122)
    signs = ["", "\t", ":", " ", "\n", "- ", "[", "}", "'", '"', "&a ", "*a ", "：", "#", "!", "|"]
    for _ in range(files):
        text = list(random_numbers.choice((QIANHAI, SHENZHEN)))
        for _ in range(random_numbers.randint(1, 4)):
            place = random_numbers.randrange(len(text))
            text[place : place + random_numbers.randint(0, 3)] = random_numbers.choice(signs)
        content.write("zones/qianhai.yaml", "".join(text))
        assert read_exhibit(tmp_path).exhibit is not None
        read_cover(tmp_path)


def test_a_table_of_nothing_but_quotation_marks_ends() -> None:
    for text in ('"' * 1_000_001, 'a,b\n"' + '""' * 400_000, "a\n" + '"x"y\n' * 200_000):
        with pytest.raises(UnreadableFile):
            read_csv(text, "f")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(
            "a" * 200_000,
            f"'introduction' has a word of 200,000 letters, '{'a' * 39}…';"
            " 200 are the most (put spaces between its parts)",
            id="a long word",
        ),
        pytest.param(
            "many words " * 500,
            "'introduction' has more than 5,000 letters in 'en'"
            " (shorten it, or divide it among several pages)",
            id="a long text",
        ),
    ],
)
def test_what_would_take_seconds_to_lay_out_is_refused(
    tmp_path: Path, words: str, said: str
) -> None:
    content = sound_content(tmp_path)
    content.change(
        "zones/qianhai.yaml", "introduction: {en: A zone", f"introduction: {{en: {words}"
    )

    assert [each.partition(": ")[2] for each in content.messages()] == [said]


def test_a_long_name_is_not_on_the_cover_either(tmp_path: Path) -> None:
    content = sound_content(tmp_path)
    content.change("exhibit.yaml", "en: The Bay", f"en: {'a' * 200_000}")
    content.change("zones/qianhai.yaml", "name: {en: Qianhai", f"name: {{en: {'a' * 200_000}")

    cover = read_cover(tmp_path)

    assert cover.title.words_in("en") == ""
    assert [landmark.id for landmark in cover.landmarks] == ["shenzhen"]


def test_long_chinese_texts_have_no_long_words(tmp_path: Path) -> None:
    content = sound_content(tmp_path)
    content.change("zones/qianhai.yaml", "zh-Hant: 一區", f"zh-Hant: {'灣區創新，' * 200}")

    assert content.messages() == []


@pytest.mark.parametrize(
    ("kind", "points", "said"),
    [
        ("bar", 61, "the chart has 61 bars; 60 are the most"),
        ("line", 251, "the series 'teams' has 251 points; a line holds 250"),
    ],
)
def test_a_chart_of_thousands_of_points_is_refused(
    tmp_path: Path, kind: str, points: int, said: str
) -> None:
    content = sound_content(tmp_path)
    content.change("zones/qianhai.yaml", "chart: line", f"chart: {kind}")
    rows = "".join(f"{2023 + row // 12}-{row % 12 + 1:02d},{row}\n" for row in range(points))
    content.write("data/teams.csv", f"year,teams\n{rows}")

    assert [said in each for each in content.messages()] == [True]

    last = rows.rstrip("\n").rindex("\n") + 1
    content.write("data/teams.csv", f"year,teams\n{rows[:last]}")
    assert content.messages() == []
