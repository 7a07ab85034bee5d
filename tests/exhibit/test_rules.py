"""Rules that reach across keys, panels and files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

EXHIBIT = "exhibit.yaml"
QIANHAI = "zones/qianhai.yaml"
SHENZHEN = "zones/shenzhen.yaml"
TEAMS = "data/teams.csv"
UNITS = "units.yaml"


@pytest.mark.parametrize(
    ("file", "right", "wrong", "problems"),
    [
        pytest.param(
            UNITS,
            'zh-Hans: "{n}元"',
            'zh-Hans: "元"',
            [
                (
                    "units.yaml:6:54: 'phrase' has no {n} in zh-Hans (write {n} where the"
                    " number stands)"
                )
            ],
            id="a phrase without a place for its number",
        ),
        pytest.param(
            QIANHAI,
            "source: peoples-daily-2024-06-16",
            "source: peoples-daily-2024-06-17",
            [
                (
                    "zones/qianhai.yaml:10:11: there is no source 'peoples-daily-2024-06-17'"
                    " (did you mean 'peoples-daily-2024-06-16'?)"
                )
            ],
            id="an unknown source of a panel",
        ),
        pytest.param(
            QIANHAI,
            "    value: 691",
            ("    value: 691\n    source: [peoples-daily-2024-06-16, xinhua]"),
            [("zones/qianhai.yaml:21:40: there is no source 'xinhua' (add it to sources.yaml)")],
            id="an unknown source of a fact",
        ),
        pytest.param(
            QIANHAI,
            "unit: yuan",
            "unit: yuann",
            ["zones/qianhai.yaml:26:11: there is no unit 'yuann' (did you mean 'yuan'?)"],
            id="an unknown unit",
        ),
        pytest.param(
            QIANHAI,
            ("  unit: teams\n  of"),
            ("  unit: dollars\n  of"),
            ["zones/qianhai.yaml:33:9: there is no unit 'dollars' (add it to units.yaml)"],
            id="an unknown unit of a chart",
        ),
        pytest.param(
            QIANHAI,
            ("  unit: teams\n  of"),
            ("  unit: day\n  of"),
            ["zones/qianhai.yaml:33:9: the unit 'day' is a date; a chart needs numbers"],
            id="a chart in dates",
        ),
        pytest.param(
            QIANHAI,
            "unit: yuan",
            "unit: day",
            [
                (
                    "zones/qianhai.yaml:24:12: '4.2 billion' is not a date, but the unit 'day'"
                    " is one (write 2014, 2014-12 or 2014-12-07)"
                )
            ],
            id="a number where a date is needed",
        ),
        pytest.param(
            QIANHAI,
            "value: 4.2 billion",
            "value: 2014-12-07",
            [
                (
                    "zones/qianhai.yaml:24:12: '2014-12-07' is a date, but the unit 'yuan'"
                    " needs a number (write 1195, 1,195 or 4.2 billion)"
                )
            ],
            id="a date where a number is needed",
        ),
        pytest.param(
            QIANHAI,
            ("  source: peoples-daily-2024-06-16\n  as_of: 2024-06\n  facts:"),
            ("  as_of: 2024-06\n  facts:"),
            [
                (
                    "zones/qianhai.yaml:12:5: the figure 'all' has no source (add 'source' to"
                    " it or to its panel)"
                ),
                (
                    "zones/qianhai.yaml:17:5: the figure 'hong-kong' has no source (add"
                    " 'source' to it or to its panel)"
                ),
                (
                    "zones/qianhai.yaml:22:5: the figure 'raised' has no source (add 'source'"
                    " to it or to its panel)"
                ),
            ],
            id="a fact without a source",
        ),
        pytest.param(
            QIANHAI,
            ("  as_of: 2024-06\n  facts:"),
            "  facts:",
            [
                (
                    "zones/qianhai.yaml:12:5: the figure 'all' has no date (add 'as_of' to it"
                    " or to its panel)"
                ),
                (
                    "zones/qianhai.yaml:17:5: the figure 'hong-kong' has no date (add 'as_of'"
                    " to it or to its panel)"
                ),
                (
                    "zones/qianhai.yaml:22:5: the figure 'raised' has no date (add 'as_of' to"
                    " it or to its panel)"
                ),
            ],
            id="a fact without a date",
        ),
        pytest.param(
            QIANHAI,
            "part_of: all",
            "part_of: al",
            [
                (
                    "zones/qianhai.yaml:19:14: there is no fact 'al' in this panel (did you"
                    " mean 'all'?)"
                )
            ],
            id="a part of nothing",
        ),
        pytest.param(
            QIANHAI,
            "part_of: all",
            "part_of: hong-kong",
            ["zones/qianhai.yaml:19:14: the fact 'hong-kong' would be a part of itself"],
            id="a part of itself",
        ),
        pytest.param(
            QIANHAI,
            ("    value: 691\n    unit: teams"),
            ("    value: 691\n    unit: yuan"),
            [
                (
                    "zones/qianhai.yaml:21:11: the part counts 'yuan', but 'all' counts"
                    " 'teams' (a part and its whole need the same unit)"
                )
            ],
            id="a part with another unit",
        ),
        pytest.param(
            QIANHAI,
            "    value: 691\n",
            "    value: 1,196\n",
            ["zones/qianhai.yaml:20:12: the part, 1,196, is larger than 'all', 1195"],
            id="a part larger than the whole",
        ),
        pytest.param(
            QIANHAI,
            "  - id: raised",
            (
                "  - {id: macao, part_of: all, value: 505, unit: teams, label: {en: M,"
                " zh-Hant: 澳, zh-Hans: 澳, pt: M}}\n"
                "  - id: raised"
            ),
            [
                (
                    "zones/qianhai.yaml:23:38: the parts of 'all' are 1196 together, but it is"
                    " only 1195"
                )
            ],
            id="parts larger together",
        ),
        pytest.param(
            QIANHAI,
            "    lead: true\n",
            "",
            [
                (
                    "zones/qianhai.yaml:12:3: no fact of this panel leads (add 'lead: true' to"
                    " the one shown very large)"
                )
            ],
            id="no lead",
        ),
        pytest.param(
            QIANHAI,
            "    part_of: all",
            ("    part_of: all\n    lead: true"),
            [
                (
                    "zones/qianhai.yaml:20:5: the fact 'all' leads already (keep 'lead: true'"
                    " in one of the two)"
                )
            ],
            id="two leads",
        ),
        pytest.param(
            QIANHAI,
            "id: raised",
            "id: hong-kong",
            [
                (
                    "zones/qianhai.yaml:23:9: the id 'hong-kong' is used twice in 'facts'"
                    " (choose another id)"
                )
            ],
            id="a fact id twice",
        ),
        pytest.param(
            QIANHAI,
            "id: growth",
            "id: teams",
            [
                (
                    "zones/qianhai.yaml:40:7: the id 'teams' is used twice in 'panels' (choose"
                    " another id)"
                )
            ],
            id="a panel id twice",
        ),
        pytest.param(
            QIANHAI,
            "{id: hong-kong, value: 691,",
            "{id: hong-kong,",
            [
                (
                    "zones/qianhai.yaml:37:5: the series 'hong-kong' has no 'value' (a waffle"
                    " shows one value a series)"
                )
            ],
            id="a waffle without a value",
        ),
        pytest.param(
            QIANHAI,
            "of: 1195",
            "of: 690",
            ["zones/qianhai.yaml:34:7: the series are 691 together, but 'of' is 690"],
            id="a waffle of too much",
        ),
        pytest.param(
            QIANHAI,
            "  rest: {en: others, zh-Hant: 其他, zh-Hans: 其他, pt: outras}\n",
            "",
            [
                (
                    "zones/qianhai.yaml:34:7: the series leave 504 of the whole without a name"
                    " (say in 'rest' what they are)"
                )
            ],
            id="a waffle with a nameless rest",
        ),
        pytest.param(
            QIANHAI,
            "{id: hong-kong, value: 691,",
            "{id: hong-kong, value: -691,",
            [("zones/qianhai.yaml:37:28: -691 can't be shown as dots (write a number above 0)")],
            id="a waffle with a negative value",
        ),
        pytest.param(
            QIANHAI,
            "{id: hong-kong, value: 691,",
            "{id: hong-kong, value: 691, points: [{value: 1}],",
            [
                (
                    "zones/qianhai.yaml:37:33: 'points' means nothing in a waffle chart"
                    " (delete the line)"
                )
            ],
            id="a waffle with points",
        ),
        pytest.param(
            QIANHAI,
            "  chart: line",
            ("  chart: line\n  of: 7"),
            [("zones/qianhai.yaml:43:3: 'of' means nothing in a line chart (delete the line)")],
            id="a line with a whole",
        ),
        pytest.param(
            QIANHAI,
            "data: {file: teams.csv, at: year, value: teams}",
            "points: [{at: 2018, value: 348}]",
            ["zones/qianhai.yaml:47:5: the series 'teams' needs at least 2 points"],
            id="a line of one point",
        ),
        pytest.param(
            QIANHAI,
            "data: {file: teams.csv, at: year, value: teams}",
            "points: [{at: 2018, value: 348}, {value: 601}]",
            [
                (
                    "zones/qianhai.yaml:49:38: a point of a line needs a date (add 'at': the"
                    " date, or the column of dates)"
                )
            ],
            id="a line with a point without a date",
        ),
        pytest.param(
            QIANHAI,
            "data: {file: teams.csv, at: year, value: teams}",
            "points: [{at: 2018, value: 348}, {at: 2024, value: 1}, {at: 2022, value: 2}]",
            [
                (
                    "zones/qianhai.yaml:49:65: 2022 comes after 2024 (sort the points by date,"
                    " each date once)"
                )
            ],
            id="a line that goes back",
        ),
        pytest.param(
            QIANHAI,
            "at: year, ",
            "",
            [
                (
                    "zones/qianhai.yaml:49:11: a point of a line needs a date (add 'at': the"
                    " date, or the column of dates)"
                )
            ],
            id="a line from a table without dates",
        ),
        pytest.param(
            QIANHAI,
            "data: {file: teams.csv, at: year, value: teams}",
            (
                "data: {file: teams.csv, at: year, value: teams}\n"
                "    points: [{at: 2018, value: 348}]"
            ),
            [
                (
                    "zones/qianhai.yaml:49:5: the series 'teams' has both 'points' and 'data'"
                    " (keep one of the two)"
                )
            ],
            id="points and a table",
        ),
        pytest.param(
            QIANHAI,
            "before: 2024",
            "before: 2018",
            [
                (
                    "zones/qianhai.yaml:51:14: the break before 2018 is outside the line,"
                    " which goes from 2018 to 2024"
                )
            ],
            id="a break outside the line",
        ),
        pytest.param(
            QIANHAI,
            "chart: waffle",
            (
                "chart: bar\n"
                "  headline: {en: A, zh-Hant: 甲, zh-Hans: 甲, pt: A}\n"
                "  sentence: {en: A, zh-Hant: 甲, zh-Hans: 甲, pt: A}\n"
                "  unit: teams\n"
                "  series: [{id: a, label: {en: A, zh-Hant: 甲, zh-Hans: 甲, pt: A},"
                " points: [{value: 1}]}]\n"
                "  source: peoples-daily-2024-06-16\n"
                "  as_of: 2024\n"
                "- id: another\n"
                "  kind: chart\n"
                "  chart: waffle"
            ),
            [
                (
                    "zones/qianhai.yaml:34:76: nobody can tell what this bar is (add 'label',"
                    " 'zone' or 'at')"
                )
            ],
            id="a bar without a label",
        ),
        pytest.param(
            QIANHAI,
            "file: teams.csv",
            "file: team.csv",
            [
                (
                    "zones/qianhai.yaml:49:18: there is no table 'team.csv' in the folder"
                    " 'data' (did you mean 'teams.csv'?)"
                )
            ],
            id="a missing table",
        ),
        pytest.param(
            QIANHAI,
            "value: teams}",
            "value: team}",
            [
                (
                    "zones/qianhai.yaml:49:46: there is no column 'team' in data/teams.csv"
                    " (did you mean 'teams'?)"
                )
            ],
            id="a missing column",
        ),
        pytest.param(
            QIANHAI,
            "value: teams}",
            "value: 團隊}",
            [
                (
                    "zones/qianhai.yaml:49:46: there is no column '團隊' in data/teams.csv"
                    " (the columns are year and teams)"
                )
            ],
            id="a missing column unlike any",
        ),
        pytest.param(
            TEAMS,
            "601",
            "6o1",
            [("data/teams.csv:3:6: '6o1' is not a number (write 1195, 1,195.5 or 4.2 billion)")],
            id="a bad figure in a table",
        ),
        pytest.param(
            TEAMS,
            "2022",
            "22",
            ["data/teams.csv:3:1: '22' is not a date (write 2024, 2024-06 or 2024-06-16)"],
            id="a bad date in a table",
        ),
        pytest.param(
            TEAMS,
            "2022,601",
            "2022,",
            ["data/teams.csv:3:6: nothing stands in the column 'teams'"],
            id="an empty cell",
        ),
        pytest.param(
            TEAMS,
            '"1,195"',
            "1,195",
            [
                (
                    "data/teams.csv:4:1: the row has 3 cells, the header has 2 (quote a cell"
                    " that holds a comma)"
                )
            ],
            id="a row too long",
        ),
        pytest.param(
            TEAMS,
            "year,teams",
            "year,",
            [("data/teams.csv:1:1: the first line should name the columns (such as: year,teams)")],
            id="a table without a header",
        ),
        pytest.param(
            TEAMS,
            "year,teams",
            "teams,teams",
            ["data/teams.csv:1:7: the column 'teams' stands twice (rename one)"],
            id="a column twice",
        ),
        pytest.param(
            TEAMS,
            '"1,195"',
            '"1,195',
            [("data/teams.csv:4:6: a quotation mark opens here and is never closed (close it)")],
            id="an unclosed quotation mark in a table",
        ),
        pytest.param(
            SHENZHEN,
            "file: steel.svg",
            "file: steal.svg",
            [
                (
                    "zones/shenzhen.yaml:18:13: there is no picture 'steal.svg' in the folder"
                    " 'pictures' (did you mean 'steel.svg'?)"
                )
            ],
            id="a missing picture",
        ),
        pytest.param(
            SHENZHEN,
            "file: steel.svg",
            "file: steel.tiff",
            [
                (
                    "zones/shenzhen.yaml:18:13: 'steel.tiff' is not a kind of picture we show"
                    " (use .png, .jpg, .jpeg, .webp or .svg)"
                )
            ],
            id="a picture of a wrong kind",
        ),
        pytest.param(
            SHENZHEN,
            "en: A strong steel.",
            f"en: |\n        {'word ' * 40}\n\n        {'word ' * 31}",
            [
                (
                    "zones/shenzhen.yaml:13:11: 71 words in en; a page holds 70 (shorten it or"
                    " make two pages)"
                )
            ],
            id="a page with too many words",
        ),
        pytest.param(
            SHENZHEN,
            "zh-Hans: 钢很强。",
            f"zh-Hans: |\n        {'钢' * 60}\n\n        {'钢' * 60}",
            [
                (
                    "zones/shenzhen.yaml:15:16: 75 words in zh-Hans; a page holds 70 (16"
                    " characters count as 10 words)"
                )
            ],
            id="a page with too many characters",
        ),
        pytest.param(
            SHENZHEN,
            "en: A strong steel.",
            f"en: {'word ' * 51}",
            [
                (
                    "zones/shenzhen.yaml:13:11: a paragraph of 51 words in en; 50 are the most"
                    " (begin a new paragraph with an empty line)"
                )
            ],
            id="a long paragraph",
        ),
        pytest.param(
            SHENZHEN,
            "en: A strong steel.",
            "en: A <b>strong</b> steel.",
            [
                (
                    "zones/shenzhen.yaml:13:11: '<b>' is HTML, in en (use Markdown: *slanted*,"
                    " **bold**)"
                )
            ],
            id="html in a story",
        ),
        pytest.param(
            QIANHAI,
            ", zh-Hans: 前海, pt: Qianhai}",
            ", zh-Hans: ''}",
            [
                (
                    "zones/qianhai.yaml:5:1: 'name' has no words in zh-Hans and pt (visitors"
                    " see another language there)"
                )
            ],
            id="an untranslated text",
        ),
        pytest.param(
            EXHIBIT,
            "[en, zh-Hant, zh-Hans, pt]",
            "[en, zh-Hant, zh-Hans]",
            [
                (
                    "exhibit.yaml:2:48: pt is not among the languages of exhibit.yaml (add it"
                    " there or delete these words)"
                ),
                (
                    "sources.yaml:3:65: pt is not among the languages of exhibit.yaml (add it"
                    " there or delete these words)"
                ),
                (
                    "units.yaml:3:69: pt is not among the languages of exhibit.yaml (add it"
                    " there or delete these words)"
                ),
                (
                    "units.yaml:6:62: pt is not among the languages of exhibit.yaml (add it"
                    " there or delete these words)"
                ),
                (
                    "units.yaml:9:55: pt is not among the languages of exhibit.yaml (add it"
                    " there or delete these words)"
                ),
                (
                    "zones/qianhai.yaml:5:47: pt is not among the languages of exhibit.yaml"
                    " (add it there or delete these words)"
                ),
                (
                    "zones/shenzhen.yaml:3:48: pt is not among the languages of exhibit.yaml"
                    " (add it there or delete these words)"
                ),
            ],
            id="a language that is not shown",
        ),
        pytest.param(
            SHENZHEN,
            "id: shenzhen",
            "id: qianhai",
            [
                (
                    "zones/shenzhen.yaml:1:5: the id 'qianhai' is used twice, first in"
                    " zones/qianhai.yaml:1 (choose another id)"
                )
            ],
            id="a zone id twice",
        ),
        pytest.param(
            EXHIBIT,
            "map: bay.svg",
            ("map: bay.svg\nzones: [shenzhen]"),
            [
                (
                    "zones/qianhai.yaml:1:5: the zone 'qianhai' is not in the list 'zones' of"
                    " exhibit.yaml (it comes after the listed ones)"
                )
            ],
            id="an unlisted zone",
        ),
        pytest.param(
            SHENZHEN,
            ("      value: 2014-12-07\n      unit: day"),
            ("      value: 7\n      unit: yuan"),
            [
                (
                    "zones/shenzhen.yaml:22:7: the figure 'opened' has no date (add 'as_of' to"
                    " it or to its panel)"
                )
            ],
            id="a figure of a page without a date",
        ),
    ],
)
def test_a_mistake_is_reported_with_its_place_and_what_to_do(
    content: Content, file: str, right: str, wrong: str, problems: list[str]
) -> None:
    content.change(file, right, wrong)

    assert content.problems() == problems
