"""`kiosk check` says everything at once, to people and to programs, and what it amounts to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exhibit.sound_content import Content

QIANHAI = "zones/qianhai.yaml"


def check(content: Content, *words: str) -> int:
    return main(["check", str(content.folder), *words])


def check_fast(content: Content, *words: str) -> int:
    """Without laying anything out, on a day when all figures are young."""
    return check(content, "--fast", "--today", "2026-01-01", *words)


def test_sound_content_is_ok(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    assert check_fast(content) == 0
    assert capsys.readouterr().out == "content is ok: 2 zones, 4 panels\n"


def test_warnings_do_not_fail(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    content.change(QIANHAI, ", pt: Qianhai}", "}")

    assert check_fast(content) == 0
    assert capsys.readouterr().out == (
        "zones/qianhai.yaml:5:1: 'name' has no words in 'pt'"
        " (visitors see another language there)\n"
        "content is ok: 2 zones, 4 panels, 1 warning\n"
    )


def test_errors_fail_and_all_are_said(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    content.change(QIANHAI, ", pt: Qianhai}", "}")
    content.change(QIANHAI, "unit: yuan", "unit: yuann")
    content.change("zones/shenzhen.yaml", "kind: city", "kind: town")

    assert check_fast(content) == 1
    assert capsys.readouterr().out == (
        "zones/qianhai.yaml:5:1: 'name' has no words in 'pt'"
        " (visitors see another language there)\n"
        "zones/qianhai.yaml:26:11: there is no unit 'yuann' (did you mean 'yuan'?"
        " Or add it to units.yaml)\n"
        "zones/shenzhen.yaml:2:7: 'kind' is 'town';"
        " choose region, city, innovation-zone or facility\n"
        "2 errors, 1 warning\n"
    )


@pytest.mark.parametrize(
    ("file", "right", "wrong", "message"),
    [
        pytest.param(
            QIANHAI,
            "marker: qianhai",
            "marker: qianhi",
            "zones/qianhai.yaml:4:15: the map has nothing named 'qianhi' (did you mean 'qianhai'?)",
            id="a marker",
        ),
        pytest.param(
            QIANHAI,
            "marker: qianhai",
            "marker: Lamma",
            "zones/qianhai.yaml:4:15: the map has nothing named 'Lamma' (write the id of one of its"
            " elements, such as qianhai, shenzhen or waterlines)",
            id="a marker that is like none",
        ),
        pytest.param(
            "map/bay.svg",
            'id="shenzhen"',
            'id="elsewhere"',
            "zones/shenzhen.yaml:1:5: the map has nothing named 'shenzhen'"
            " (name its elements with 'map: {shape: …}' or 'marker: …')",
            id="the element named like the zone",
        ),
        pytest.param(
            QIANHAI,
            "in: [shenzhen]",
            "in: [shenzen]",
            "zones/qianhai.yaml:3:6: 'shenzen' is neither a zone nor on the map"
            " (did you mean 'shenzhen'? Or write its file in zones/)",
            id="what a zone is in",
        ),
        pytest.param(
            "zones/shenzhen.yaml",
            "places: [qianhai]",
            "places: [qianhai, macau]",
            "zones/shenzhen.yaml:20:23: 'macau' is neither a zone nor on the map"
            " (write its file in zones/)",
            id="a place of a story",
        ),
        pytest.param(
            QIANHAI,
            "lead: true",
            "lead: true\n    lights: ferry",
            "zones/qianhai.yaml:15:13: 'ferry' is neither a zone nor on the map"
            " (name a zone or a city)",
            id="what a fact lights",
        ),
    ],
)
def test_what_is_not_on_the_map_is_an_error(
    content: Content,
    capsys: pytest.CaptureFixture[str],
    file: str,
    right: str,
    wrong: str,
    message: str,
) -> None:
    content.change(file, right, wrong)

    assert check_fast(content) == 1
    assert capsys.readouterr().out == f"{message}\n1 error\n"


def test_a_map_that_is_no_drawing_is_an_error(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    content.write("map/bay.svg", "hello")

    assert check_fast(content) == 1
    assert capsys.readouterr().out.startswith("map/bay.svg:1:1: the map can't be read: ")


def test_programs_get_json(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    content.change(QIANHAI, "  bound: more-than", "  buond: more-than")

    assert check_fast(content, "--format", "json") == 1
    assert json.loads(capsys.readouterr().out) == {
        "ok": False,
        "problems": [
            {
                "severity": "error",
                "file": "zones/qianhai.yaml",
                "line": 25,
                "column": 5,
                "rule": "unknown-key",
                "message": "unknown key 'buond'",
                "hint": "did you mean 'bound'?",
                "phrases": {
                    "message": {"template": "unknown key '{key}'", "fields": {"key": "buond"}},
                    "hint": {"template": "did you mean '{name}'?", "fields": {"name": "bound"}},
                },
                "fix": {"kind": "replace", "words": "bound", "found": "buond"},
            }
        ],
    }


def test_json_of_sound_content_has_no_problems(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_fast(content, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == {"ok": True, "problems": []}


def test_a_folder_that_is_not_there_is_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 2
    assert capsys.readouterr().err == (f"kiosk check: there is no folder {tmp_path / 'nowhere'}\n")


def test_an_unknown_format_is_wrong_use(content: Content) -> None:
    assert check_fast(content, "--format", "xml") == 2


def test_an_editor_remarks_on_letters_and_names(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    content.write("glossary.yaml", "macao:\n  name: {en: Macao}\n  avoid: {en: [Macau]}\n")
    content.change(QIANHAI, "en: A zone", "en: Macau 🚀")

    assert check_fast(content) == 0
    assert capsys.readouterr().out == (
        "zones/qianhai.yaml:6:20: 'Macau' is not the name in en (write 'Macao')\n"
        "zones/qianhai.yaml:6:26: the letters of en have no '🚀', U+1F680 ROCKET"
        " (write it another way)\n"
        "content is ok: 2 zones, 4 panels, 2 warnings\n"
    )


def test_an_editor_has_nothing_to_say_about_the_shipped_content(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "--fast", "--today", "2026-11-26"]) == 0
    assert capsys.readouterr().out.count("\n") == 1


@pytest.mark.soak
def test_the_shipped_content_fits_in_every_language_and_shape(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "--today", "2026-11-26"]) == 0
    assert capsys.readouterr().out.count("\n") == 1


def test_what_does_not_fit_is_a_warning(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    content.change(QIANHAI, "en: A zone", f"en: {'counterrevolutionarilyminded ' * 6}")

    assert check(content, "--today", "2026-01-01") == 0
    assert capsys.readouterr().out == (
        "zones/qianhai.yaml:6:20: lines of 28 characters in"
        " 'counterrevolutionarilyminded counterrev…', in en (1080p, 4K, 5:4, ultra-wide);"
        " 30 to 75 read well (choose shorter words)\n"
        "content is ok: 2 zones, 4 panels, 1 warning\n"
    )


def test_a_fast_check_lays_nothing_out_and_calls_no_comment_unused(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    content.change(QIANHAI, "en: A zone", f"en: {'counterrevolutionarilyminded ' * 6}")
    content.change(QIANHAI, "introduction:", "# allow many-pages: a list\nintroduction:")

    assert check(content, "--fast") == 0
    assert capsys.readouterr().out == "content is ok: 2 zones, 4 panels\n"


def test_what_does_not_fit_can_be_allowed(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    content.change(QIANHAI, "en: A zone", f"en: {'counterrevolutionarilyminded ' * 6}")
    content.change(QIANHAI, "introduction:", "# allow line-length: a poem\nintroduction:")

    assert check(content, "--today", "2026-01-01") == 0
    assert capsys.readouterr().out == "content is ok: 2 zones, 4 panels\n"


def test_the_age_of_figures_can_be_judged_as_on_another_day(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(content, "--fast", "--today", "2031-01-01") == 0
    assert capsys.readouterr().out.count("are more than 5 years old") == 3


def test_a_day_that_is_none_is_wrong_use(content: Content) -> None:
    assert check(content, "--today", "tomorrow") == 2
