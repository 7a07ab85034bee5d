"""Every rule that the program can emit is explained to curators, with an example that is true."""

from __future__ import annotations

import ast
import datetime
import struct
import zlib
from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.speech.clips import Utterance
from kiosk.speech.speech_messages import SPEECH_RULES
from kiosk.workshop.check.laying_out import check_layout
from kiosk.workshop.check.layout_messages import LAYOUT_RULES
from kiosk.workshop.check.picture_trial import trials
from kiosk.workshop.check.rule_catalogue import CATALOGUE, rules_as_markdown
from kiosk.workshop.check.speech_check import check_speech
from kiosk.workshop.check.trial import SHAPES
from kiosk.workshop.check.whole_check import whole_check
from tests.exhibit import sound_content as sound
from tests.exhibit.sound_content import Content, sound_content
from tests.exhibit.told_panels import PEOPLE, QUOTE
from tests.look.picture_bytes import plain, resized, written
from tests.project import PROJECT
from tests.text.templates import unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kiosk.text.messages import Message, PlacedMessage, Severity

PAGE = (PROJECT / "docs" / "curators.md").read_text(encoding="utf-8")
ELSEWHERE = (
    "settings/keys.py",
    "exhibit/authoring/new_piece_messages.py",
)
"""Mistakes in the file of settings, and in what was asked of `kiosk new`: neither is content."""
THEIR_RULES = ("text/rule.py", "text/messages.py")
"""Where a rule makes a message, and where one loses its place."""

QIANHAI, SHENZHEN = "zones/qianhai.yaml", "zones/shenzhen.yaml"
PICTURE, TERMS = "pictures/steel.svg", "terms.yaml"
DRAWN_RULES = ("slow-picture", "damaged-picture")
FACT = """\
  - id: more-{number}
    value: 4
    unit: teams
    label: {{en: others, zh-Hant: 其他, zh-Hans: 其他, pt: outras}}
"""
ROWS = """\
- id: rows
  kind: chart
  chart: {chart}
  headline: {{en: Rows, zh-Hant: 排名, zh-Hans: 排名, pt: Filas}}
  sentence: {{en: Rows., zh-Hant: 排名。, zh-Hans: 排名。, pt: Filas.}}
  unit: teams
  series:
  - id: rows
    label: {{en: rows, zh-Hant: 排名, zh-Hans: 排名, pt: filas}}
    points: [{points}]
{more}  source: peoples-daily-2024-06-16
  as_of: 2024-06
"""
SERIES = "  - {{id: {name}, value: 1, label: {{en: a, zh-Hant: 甲, zh-Hans: 甲, pt: a}}}}\n"
BESIDE = sound.QIANHAI.replace("id: qianhai", "id: beside").replace(
    "map: {marker: qianhai", "map: {at: [10.01, 10]"
)
NOTICE = "- text: {en: a, zh-Hant: 甲, zh-Hans: 甲, pt: a}\n"
EVENT = "{at: 2024, label: {en: a, zh-Hant: 甲, zh-Hans: 甲, pt: a}}"


def _list_of(lines: int) -> str:
    return "      en: |" + "".join(f"\n        - line {number}" for number in range(lines))


GALLERY = """\
- id: hall
  kind: gallery
  title: {en: The hall, zh-Hant: 大廳, zh-Hans: 大厅, pt: O salão}
  pictures:
  - file: steel.svg
    alternative: {en: A coil of steel, zh-Hant: 工廠裏的鋼卷, zh-Hans: 工厂里的钢卷, pt: Uma bobina}
"""
COMPARED = """\
  {key}:
    label: {{en: Hall, zh-Hant: 大廳, zh-Hans: 大厅, pt: Salão}}
    at: {at}
    picture:
      file: {file}
      alternative: {{en: A coil of steel, zh-Hant: 鋼卷, zh-Hans: 钢卷, pt: Uma bobina}}
"""


def _comparison(*, at: int) -> str:
    """A comparison whose second picture was taken then, the first in 2020."""
    return (
        "- id: hall-then\n  kind: comparison\n"
        "  title: {en: Hall, zh-Hant: 大廳, zh-Hans: 大厅, pt: Salão}\n"
        "  text: {en: It was built., zh-Hant: 建成了。, zh-Hans: 建成了。, pt: Construiu-se.}\n"
        + COMPARED.format(key="before", at=2020, file="steel.svg")
        + COMPARED.format(key="after", at=at, file="town.svg")
        + "  source: peoples-daily-2024-06-16\n"
    )


def _rows(chart: str, points: str, more: str = "") -> str:
    rows = ROWS.format(chart=chart, points=points, more=more)
    return rows.replace("  unit: teams\n", "") if chart == "timeline" else rows


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{}</svg>'
ZIGZAG = "".join(f"L{(37 * number) % 100} {(61 * number) % 100}" for number in range(20_000))


def _jpeg(*, stray: int) -> bytes:
    """A JPEG with so many bytes in it that belong to nothing."""
    data = written(plain(), "jpg")
    return data[:-2] + bytes(stray) + data[-2:]


def _png_head(side: int) -> bytes:
    """The beginning of a PNG that has so many pixels to a side, and then nothing."""
    chunk = b"IHDR" + struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    head = struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return b"\x89PNG\r\n\x1a\n" + head + struct.pack(">I", 9) + b"IDAT"


TERM = """\
{name}:
  forms: {{en: {forms}, zh-Hant: 融資, zh-Hans: 融资, pt: angariados}}
  explanation: {{en: {words}, zh-Hant: 資金, zh-Hans: 资金, pt: Dinheiro}}
"""


def _term(name: str = "raised", forms: str = "raised", words: str = "Money") -> str:
    return TERM.format(name=name, forms=forms, words=words)


CLIP = (
    f'{{"language": "en", "hash": "{Utterance("Gone.", "en").hash}", "file": "opus",'
    ' "by": "machine", "words": "Gone."}\n'
)

TOLD: dict[str, tuple[str, str, str | bytes]] = {
    "no-file": ("units.yaml", "", ""),
    "empty-file": (QIANHAI, "", b"\n"),
    "file-too-large": (QIANHAI, "", b"a" * (2**20 + 1)),
    "wrong-encoding": (QIANHAI, "", "id: 前海的團隊有很多".encode("big5")),
    "control-character": (QIANHAI, "unit: yuan", "unit: yu\x07an"),
    "invisible-space": (QIANHAI, "lead: true", "\u200blead: true"),
    "invisible-character": (QIANHAI, "{en: A zone", "{en: A zo\u200bne"),
    "not-a-mapping": (QIANHAI, "", b"Qianhai\n"),
    "too-deep": (QIANHAI, "in: [shenzhen]", f"in: {'[' * 33}{']' * 33}"),
    "too-many-aliases": (
        QIANHAI,
        "in: [shenzhen]",
        f"in: [&in shenzhen, {', '.join(['*in'] * 17)}]",
    ),
    "too-much": (QIANHAI, "in: [shenzhen]", f"in: [{'a, ' * 200_000}]"),
    "file-not-read": ("zones/notes.txt", "", b"id: macao\n"),
    "wrong-ending": ("zones/macao.yml", "", b"id: macao\n"),
    "folder-name": ("Tours/talk.yaml", "", b"id: talk\n"),
    "not-a-text": (QIANHAI, "", b"{\\rtf1 id: qianhai}"),
    "unreadable-picture": (PICTURE, "", _jpeg(stray=0)[:300]),
    "picture-too-large": (PICTURE, "", _png_head(60_000)),
    "drawing-part": (PICTURE, "", SVG.format('<use href="#a"/>')),
    "drawing-too-complex": (PICTURE, "", SVG.format("<g/>" * 10_000)),
    "slow-picture": (
        PICTURE,
        "",
        SVG.format(f'<path fill="none" stroke="red" stroke-width="9" d="M0 0{ZIGZAG}"/>'),
    ),
    "drawing-differs": (PICTURE, "", SVG.format('<path clip-path="url(#a)" d="M0 0h9v9z"/>')),
    "moving-picture": (PICTURE, "", SVG.format('<g><animate attributeName="x"/></g>')),
    "small-picture": (PICTURE, "", written(plain(), "jpg")),
    "needless-pixels": (PICTURE, "", resized(written(plain(), "jpg"), 12_000, 9_000)),
    "picture-without-credit": (SHENZHEN, "file: steel.svg", "file: steel.jpg"),
    "picture-without-licence": (SHENZHEN, "file: steel.svg", "file: steel.jpg"),
    "picture-focus": (SHENZHEN, "file: steel.svg", "file: steel.svg\n      focus: [30, 60]"),
    "picture-without-caption": (QIANHAI, "- id: growth", GALLERY + "- id: growth"),
    "after-is-older": (QIANHAI, "- id: growth", _comparison(at=2003) + "- id: growth"),
    "other-shape": (QIANHAI, "- id: growth", _comparison(at=2024) + "- id: growth"),
    "damaged-picture": (PICTURE, "", _jpeg(stray=20)),
    "unused-file": ("pictures/hall.svg", "", b"<svg/>"),
    "unreadable-map": ("map/bay.svg", "", b"\x89PNG"),
    "translation-record": ("translations.yaml", "", b"exhibit.yaml:\n  title: {pt: mine}\n"),
    "too-many-entries": (
        QIANHAI,
        "  - {id: hong-kong, value: 691,",
        "".join(SERIES.format(name=name) for name in "abcd") + "  - {id: hong-kong, value: 691,",
    ),
    "term-without-forms": (TERMS, "", _term(forms='","').encode()),
    "double-form": (TERMS, "", (_term() + _term("money")).encode()),
    "too-many-terms": (TERMS, "", "".join(_term(f"t-{number}") for number in range(201)).encode()),
    "overlong-explanation": (TERMS, "", _term(words="word " * 61).encode()),
    "long-explanation": (TERMS, "", _term(words="word " * 26).encode()),
    "unused-form": (TERMS, "", _term(forms="raisd").encode()),
    "spoken-forms": (
        TERMS,
        "",
        _term(forms='"raised, raise"').encode() + b'  spoken: {en: "a, b, c"}\n',
    ),
    "missing-clip": ("speech/index.jsonl", "", CLIP.encode()),
    "stale-clip": ("speech/index.jsonl", "", CLIP.encode()),
    "unreadable-clip": ("speech/index.jsonl", "", b"written by hand"),
    "too-many-rows": ("data/teams.csv", "2022,601\n", "2022,601\n" * 10_001),
    "other-mark": ("data/teams.csv", "2022,601", '2021,601.25\n2022,"601,25"'),
    "too-many-decimals": ("data/teams.csv", "2022,601", "2022,0.12345678901"),
    "unclear-figure": ("data/teams.csv", "", b"year;teams\n2018;1,195\n2024;2,195\n"),
    "not-in-csv": (QIANHAI, "file: teams.csv", "file: teams.csv, sheet: Teams"),
    "bar-without-label": (QIANHAI, "- id: growth", _rows("bar", "{value: 7}") + "- id: growth"),
    "row-without-name": (QIANHAI, "- id: growth", _rows("ranking", "{value: 7}") + "- id: growth"),
    "ranked-twice": (
        QIANHAI,
        "- id: growth",
        _rows("ranking", ", ".join(["{zone: qianhai, value: 7}"] * 2)) + "- id: growth",
    ),
    "no-length": (
        QIANHAI,
        "- id: growth",
        _rows("depths", "{at: 2024, value: 7}") + "- id: growth",
    ),
    "second-series": (
        QIANHAI,
        "- id: growth",
        _rows("ranking", "{zone: qianhai, value: 7}", SERIES.format(name="b")) + "- id: growth",
    ),
    "too-many-points": (
        QIANHAI,
        "- id: growth",
        _rows("timeline", ", ".join([EVENT] * 9)) + "- id: growth",
    ),
    "event-without-date": (
        QIANHAI,
        "- id: growth",
        _rows("timeline", f"{EVENT}, {EVENT.replace('at: 2024, ', '')}") + "- id: growth",
    ),
    "event-without-label": (
        QIANHAI,
        "- id: growth",
        _rows("timeline", f"{EVENT}, {{at: 2025}}") + "- id: growth",
    ),
    "many-pages": (
        QIANHAI,
        "- id: six-in-ten",
        "".join(FACT.format(number=number) for number in range(30)) + "- id: six-in-ten",
    ),
    "units-or-degrees": (QIANHAI, "map: {marker: qianhai", "map: {at: [22.53, 113.90]"),
    "city-in-water": (SHENZHEN, "kind: city\n", "kind: city\nmap: {at: [5, 45]}\n"),
    "closer-than-a-finger": ("zones/beside.yaml", "", BESIDE.encode()),
    "one-ended-link": (
        SHENZHEN,
        "    places: [qianhai]",
        "    places: [qianhai]\n    links:\n    - between: [qianhai, qianhai]\n"
        "      name: {en: a, zh-Hant: 甲, zh-Hans: 甲, pt: a}",
    ),
    "cut-off-text": (SHENZHEN, "      en: A strong steel.", _list_of(23)),
    "left-out-text": (SHENZHEN, "      en: A strong steel.", _list_of(13)),
    "many-sentences": (
        SHENZHEN,
        "inset:\n",
        PEOPLE.replace("It is small.", "It is small. It is new.") + "inset:\n",
    ),
    "long-quote": (SHENZHEN, "inset:\n", QUOTE.replace("We began", "We " * 41) + "inset:\n"),
    "many-notices": ("exhibit.yaml", "map: bay.svg", f"notices:\n{NOTICE * 4}map: bay.svg"),
    "texts-on-one-spot": ("exhibit.yaml", "en: The Bay", f"en: {'The whole bay ' * 20}"),
}
"""What is told in words, done: the file, what is replaced (nothing: all of it), and by what."""

TODAY = datetime.date(2026, 1, 1)


def test_every_rule_that_is_declared_is_in_the_catalogue() -> None:
    declared = [ast.literal_eval(call.args[0]) for _, call in _calls("Rule")]

    assert sorted(declared) == sorted(CATALOGUE), "put it into RULES, at the end of its file"


def test_nothing_is_said_of_content_without_a_rule() -> None:
    assert {file for file, _ in _calls("Message")} == {*ELSEWHERE, *THEIR_RULES}


def test_the_curators_page_has_the_catalogue() -> None:
    assert rules_as_markdown(CATALOGUE) in PAGE, (
        "the page differs from the rules: put there what `kiosk check --explain all` prints"
    )


@pytest.mark.parametrize("name", [name for name, rule in CATALOGUE.items() if rule.file])
def test_an_example_breaks_its_rule(name: str, tmp_path: Path) -> None:
    rule = CATALOGUE[name]
    content = sound_content(tmp_path / "content")

    content.change(rule.file, rule.right, rule.wrong)
    _lay_out_less(content, name)

    assert _found(content, name).get(name) is rule.severity


WRITTEN_FIRST = {"other-shape": {PICTURE: SVG.replace("100 100", "100 300").format("<g/>")}}
"""What stands beside an example."""


@pytest.mark.parametrize("name", TOLD)
def test_an_example_told_in_words_breaks_its_rule_too(name: str, tmp_path: Path) -> None:
    content = sound_content(tmp_path / "content")
    file, old, new = TOLD[name]
    for beside, text in WRITTEN_FIRST.get(name, {}).items():
        content.write(beside, text)

    if isinstance(new, str) and old:
        content.change(file, old, new)
    elif new:
        content.write(file, new)
    else:
        (content.folder / file).unlink()
    _lay_out_less(content, name)

    assert _found(content, name).get(name) is CATALOGUE[name].severity


def test_what_is_mended_breaks_no_rule(tmp_path: Path) -> None:
    content = sound_content(tmp_path / "content")

    assert _found(content, "wrong-name") == {}
    assert _found(content, "line-length") == {}


def test_a_rule_is_explained_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "wrong-name"]) == 0
    assert capsys.readouterr().out == CATALOGUE["wrong-name"].as_markdown()


def test_all_rules_are_explained_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "all"]) == 0
    assert capsys.readouterr().out == rules_as_markdown(CATALOGUE)


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("long-sentense", "did you mean 'long-sentence'?"),
        ("lights", "'all' explains every rule; docs/content-format.md has the keys of the files"),
    ],
)
def test_a_rule_that_is_none_is_wrong_use(
    asked: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--explain", asked]) == 2
    said = f"kiosk check: there is no rule '{asked}' ({hint})\n"
    assert capsys.readouterr().err == said


def _lay_out_less(content: Content, rule: str) -> None:
    """Examples of what is laid out or said are in English, and each language takes as long."""
    if rule in LAYOUT_RULES or rule in SPEECH_RULES:
        content.change("exhibit.yaml", "[en, zh-Hant, zh-Hans, pt]", "[en, zh-Hant]")


def _found(content: Content, rule: str) -> dict[str, Severity]:
    if rule == "units-or-degrees":
        content.change("exhibit.yaml", "map: bay.svg", "map: gba.svg")
    if rule == "wrong-name":
        content.write("glossary.yaml", "macao:\n  name: {en: Macao}\n  avoid: {en: [Macau]}\n")
    lay_out = _lay_out if rule in LAYOUT_RULES else None
    messages = whole_check(
        content.folder,
        read_exhibit(content.folder),
        today=TODAY,
        lay_out=lay_out,
        draw=_draw if rule in DRAWN_RULES else None,
        listen=_listen if rule in SPEECH_RULES else None,
    )
    assert [each for message in messages for each in unknown(message)] == [], "no Phrase says it"
    return {message.rule: message.severity for message in messages}


def _lay_out(folder: Path) -> tuple[PlacedMessage, ...]:
    return check_layout(folder, _ignore, shapes=SHAPES[:1], processes=1)


def _draw(pictures: Sequence[Path]) -> dict[Path, tuple[Message, ...]]:
    return trials(pictures, _ignore, seconds={True: 1, False: 9})


def _listen(folder: Path) -> tuple[PlacedMessage, ...]:
    return check_speech(folder, _ignore)


def _ignore(share: float) -> None:
    pass


def _calls(called: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of that name in the program, and the file in which it stands."""
    program = PROJECT / "kiosk"
    for path in sorted(program.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if f"{called}(" in text else ():
            if isinstance(node, ast.Call) and getattr(node.func, "id", None) == called:
                yield path.relative_to(program).as_posix(), node


def test_a_rule_named_with_a_sign_for_the_terminal_is_told_in_plain_letters(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "--explain", "\x1b[31mlong-sentence"]) == 2

    assert "\x1b" not in (said := capsys.readouterr().err)
    assert "‹U+001B›" in said
