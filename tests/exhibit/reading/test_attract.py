"""What is shown while nobody is there has to be there, as the places of a tour have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("qianhia", "exhibit.yaml:6:20: there is no zone 'qianhia' (did you mean 'qianhai'?"),
        ("qianhai/team", "exhibit.yaml:6:20: the zone 'qianhai' has no panel 'team' (did you"),
        ("list", "exhibit.yaml:6:20: 'list' can't be shown while nobody is there (write a zone's"),
        ("qianhai/teams/1", "exhibit.yaml:6:20: 'qianhai/teams/1' can't be shown while nobody"),
        ("qianhai//teams", "exhibit.yaml:6:20: 'qianhai//teams' can't be shown while nobody"),
    ],
)
def test_what_is_not_there_is_told_and_left_out(content: Content, written: str, told: str) -> None:
    content.change("exhibit.yaml", "map: bay.svg", f"map: bay.svg\nattract: [qianhai, {written}]")

    (message,) = content.messages()
    exhibit = read_exhibit(content.folder).exhibit

    assert message.startswith(told)
    assert exhibit is not None
    assert exhibit.attract == ("qianhai",)


def test_a_panel_that_is_lost_to_another_mistake_is_not_told_twice(content: Content) -> None:
    content.change("exhibit.yaml", "map: bay.svg", "map: bay.svg\nattract: [qianhai/teams]")
    content.change("zones/qianhai.yaml", "source: peoples-daily-2024-06-16", "source: nobody")

    assert [message.split(":")[0] for message in content.messages()] == ["zones/qianhai.yaml"]
