"""Bars that are named in a table: once for all languages, or in a column for each."""

from __future__ import annotations

import pytest

from kiosk.exhibit.model.points import Columns
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.tables.csv_tables import read_csv
from kiosk.exhibit.tables.tables import missing_columns, points_of
from kiosk.text.multilingual import LANGUAGES
from tests.exhibit.sound_content import QIANHAI, Content

FILE = "zones/qianhai.yaml"
TABLE = "data/teams.csv"
COLUMNS = Columns(file="t.csv", value="n", label="name")
BAR = "chart: bar\n  headline: {en: Growth"
LINE = "chart: line\n  headline: {en: Growth"


def labels(text: str) -> list[dict[str, str]]:
    """What the bars of a sound table are called."""
    table = read_csv(text, "data/t.csv")
    assert missing_columns(table, COLUMNS) == {}
    points, messages = points_of(table, COLUMNS)
    assert messages == ()
    return [dict(point.label.versions) if point.label else {} for point in points]


def test_one_column_names_bars_alike_in_all_languages() -> None:
    found = labels("name,n\nYoung teams,348\n,601\n")

    assert found == [dict.fromkeys(LANGUAGES, "Young teams"), {}]


def test_a_column_for_a_language_names_them_in_it() -> None:
    found = labels("name;n;name pt;name zh-Hant;names\nTeams;348;Equipas;團隊;x\nOthers;601;;;x\n")

    alike = dict.fromkeys(LANGUAGES, "Teams")
    assert found[0] == {**alike, "pt": "Equipas", "zh-Hant": "團隊"}
    assert found[1] == dict.fromkeys(LANGUAGES, "Others")


def test_columns_for_languages_need_none_for_all() -> None:
    assert labels("name en,name pt,n\nTeams,Equipas,348\n") == [{"en": "Teams", "pt": "Equipas"}]


def test_a_column_that_is_missing_is_named() -> None:
    missing = missing_columns(read_csv("nome,n\nTeams,348\n", "data/t.csv"), COLUMNS)

    assert list(missing) == ["label"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("word " * 1_200, "'name' has more than 5,000 letters in 'en'"),
        ("w" * 300, "'name' has a word of 300 letters"),
    ],
)
def test_a_name_that_nobody_can_read_is_told_at_its_cell(name: str, said: str) -> None:
    _, messages = points_of(read_csv(f"n,name\n348,{name}\n", "data/t.csv"), COLUMNS)

    assert [str(each).startswith(f"data/t.csv:2:5: {said}") for each in messages] == [True]


def with_labels(content: Content, chart: str, table: str) -> list[str]:
    content.change(FILE, LINE, chart)
    content.change(FILE, "{file: teams.csv, at: year, value: teams}", table)
    start = QIANHAI.index("  breaks:")
    content.change(FILE, QIANHAI[start : QIANHAI.index("  source", start)], "")
    content.write(
        TABLE, "team,team pt,year,teams\nYoung ones,Jovens,2018,348\nOthers,Outras,2019,601\n"
    )
    return content.messages()


def test_a_bar_chart_takes_its_names_from_the_table(content: Content) -> None:
    assert with_labels(content, BAR, "{file: teams.csv, label: team, value: teams}") == []

    exhibit = read_exhibit(content.folder).exhibit
    zone = exhibit.zone("qianhai") if exhibit else None
    panel = zone.panel("growth") if zone else None
    assert panel is not None
    assert panel.kind == "chart"
    said = [each.label.words_in("pt") for each in panel.series[0].points if each.label]
    assert said == ["Jovens", "Outras"]


def test_a_line_has_no_names(content: Content) -> None:
    said = with_labels(content, LINE, "{file: teams.csv, at: year, label: team, value: teams}")

    assert any("'label' means nothing in a line chart" in each for each in said)
