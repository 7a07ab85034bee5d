"""Sections on the sheets of a handout: no head stands without what follows it."""

from __future__ import annotations

import pytest

from kiosk.presenting.handout.blocks import Shaped, Space
from kiosk.presenting.handout.layout import Layout, Section
from kiosk.presenting.handout.paper import BODY, paper_look
from kiosk.shipped import shipped

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(("room_u", "sheet"), [(560, 1), (760, 0)])
def test_a_head_goes_with_its_one_block_in_the_shape_in_which_that_is_set(
    room_u: float, sheet: int
) -> None:
    look = paper_look(shipped("assets"))
    above = Space(look.px(BODY.height() - 64 - room_u))
    only = Shaped(column=Space(look.px(320)), across=Space(look.px(600)))
    layout = Layout(look)

    layout.add(Section("First", above, ()))
    layout.add(Section("Second", Space(look.px(100)), (only,)))

    assert layout.begins == [0, sheet]
    assert layout.sheets[sheet][-1].block is only.across
    assert layout.sheets[sheet][-2].y < layout.sheets[sheet][-1].y


def test_a_section_that_is_all_across_turns_the_sheet_where_it_has_no_room(qapp: object) -> None:
    look = paper_look(shipped("assets"))
    layout = Layout(look)

    for title in ("First", "Second"):
        layout.add(Section(title, Space(look.px(100)), (), across=Space(look.px(1200))))

    assert layout.begins == [0, 1]
