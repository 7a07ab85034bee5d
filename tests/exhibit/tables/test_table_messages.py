"""Tables that are not there, lack a column, or hold what is no figure."""

from __future__ import annotations

import pytest

from tests.exhibit.editing import ONE_CHANGE, QIANHAI

TEAMS = "data/teams.csv"


@pytest.mark.parametrize(
    ONE_CHANGE,
    [
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
            "file: teams.csv",
            "file: team.csv",
            [
                (
                    "zones/qianhai.yaml:49:18: there is no table 'team.csv' in the folder"
                    " 'data' (did you mean 'teams.csv'? Or put it there)"
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
        *(
            pytest.param(
                TEAMS,
                "601",
                written,
                [
                    f"data/teams.csv:3:6: '{written}' is not a number"
                    " (leave the row out where there is no figure)"
                ],
                id=f"no figure, as {written}",
            )
            for written in ("n/a", "-", "…", "暂无")
        ),
        pytest.param(
            TEAMS,
            "2022,601",
            "Total,601",
            [
                "data/teams.csv:3:1: 'Total' is not a date (write 2024, 2024-06 or 2024-06-16;"
                " sums and notes stand outside of the table)"
            ],
            id="a sum in a table",
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
            [
                (
                    "data/teams.csv:3:6: nothing stands in the column 'teams'"
                    " (leave the row out where there is no figure)"
                )
            ],
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
            [
                (
                    "zones/qianhai.yaml:49:46: there is no column 'teams' in data/teams.csv"
                    " (the columns are year; column 2 has no name)"
                )
            ],
            id="a column without a name",
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
    ],
)
def test_a_mistake_in_a_table_is_told_with_its_place_and_what_to_do(
    told: list[str], messages: list[str]
) -> None:
    assert told == messages
