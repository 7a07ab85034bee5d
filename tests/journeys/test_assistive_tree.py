"""What assistive technology is told: roles, states, texts and languages, as a visitor goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication

from kiosk.exhibit.place import CREDITS, LIST, SEARCH, Place
from kiosk.screen.assistive.announcing import Announcer, in_front
from kiosk.screen.assistive.text_interface import TextItem
from kiosk.screen.assistive.view_interface import _TextItems
from tests.assistive_tree import Told, tree_of
from tests.journeys.standing import close_exhibit, open_exhibit
from tests.journeys.visitor import Visitor, wait_until

if TYPE_CHECKING:
    from kiosk.app import App
    from tests.exhibit.sound_content import Content

Role = QAccessible.Role
COMFORT = "Make it easier to use"


def told(app: App) -> Told:
    app.stage.finish()
    QApplication.processEvents()
    return tree_of(app.stage)


def go(visitor: Visitor, place: Place) -> Told:
    visitor.app.journey.go(place)
    return told(visitor.app)


def press(item: Told) -> None:
    """Do what a screen reader does to it."""
    interface = QAccessible.queryAccessibleInterface(item.what)
    assert interface is not None
    actions = interface.actionInterface()
    assert actions.pressAction() in actions.actionNames()
    actions.doAction(actions.pressAction())
    QApplication.processEvents()


def test_languages_are_radio_buttons_each_in_its_own_language(visitor: Visitor) -> None:
    languages = told(visitor.app).find(Role.Grouping, "Choose a language")

    assert [(each.role, each.name, each.locale) for each in languages.items] == [
        (Role.RadioButton, "English", "en_GB"),
        (Role.RadioButton, "繁體中文", "zh_HK"),
        (Role.RadioButton, "简体中文", "zh_CN"),
        (Role.RadioButton, "Português", "pt_PT"),
    ]
    assert [each.state.checked for each in languages.items] == [1, 0, 0, 0]


def test_a_radio_button_that_is_pressed_chooses_its_language(visitor: Visitor) -> None:
    press(told(visitor.app).find(Role.RadioButton, "Português"))

    tree = told(visitor.app)
    assert visitor.app.journey.comfort.language == "pt"
    assert (tree.name, tree.locale) == ("Onze cidades, uma baía", "pt_PT")
    assert tree.find(Role.RadioButton, "Português").state.checked
    assert not tree.find(Role.RadioButton, "English").state.checked


def test_the_panels_of_a_place_are_tabs_and_the_open_one_is_selected(visitor: Visitor) -> None:
    tabs = go(visitor, Place("qianhai")).find(Role.PageTabList)

    assert tabs.name == "About Qianhai"
    assert [(each.role, each.name) for each in tabs.items] == [
        (Role.PageTab, "Facts"),
        (Role.PageTab, "Charts"),
        (Role.PageTab, "Stories"),
    ]
    assert [each.state.selected for each in tabs.items] == [1, 0, 0]

    press(tabs.items[1])

    assert visitor.place.panel == "six-in-ten"
    tabs = told(visitor.app).find(Role.PageTabList)
    assert [each.state.selected for each in tabs.items] == [0, 1, 0]


def test_a_place_on_the_map_has_a_name_and_a_position_and_opens(visitor: Visitor) -> None:
    places = told(visitor.app).find(Role.Canvas, "Map")

    assert "24 places" in places.description
    qianhai = places.find(Role.Button, "Qianhai")
    assert qianhai.rect.contains(visitor.point_of("qianhai"))

    press(qianhai)

    assert visitor.place.zone == "qianhai"


def test_facts_are_read_one_after_the_other_with_their_figures(visitor: Visitor) -> None:
    tree = go(visitor, Place("qianhai"))

    texts = [each for each in tree if isinstance(each.what, TextItem)]
    names = [each.name for each in texts]
    assert names[0] == "Innovation zone in Shenzhen"
    assert tree.find(Role.Heading, "Qianhai").role == Role.Heading
    figures = ["1,195 teams incubated", "691 from Hong Kong"]
    assert [name for name in names if name in figures] == figures
    assert "raised: more than 4.2 billion yuan" in names
    assert tree.find(Role.Grouping, "Page 1 of 2").items[1].name == "Next page"
    sheet = visitor.sees("PanelSheet")
    for text in texts:
        assert sheet.rect().translated(sheet.pos()).contains(text.rect), text.name


def test_the_page_that_is_turned_says_what_is_on_it_alone(visitor: Visitor) -> None:
    press(go(visitor, Place("qianhai")).find(Role.Button, "Next page"))

    tree = told(visitor.app)
    assert tree.find(Role.Grouping, "Page 2 of 2").items
    assert not any("1,195" in words for words in tree.words())
    assert any("120.56" in words for words in tree.words())


def test_a_chart_is_described_by_its_figures_below_its_sentence(visitor: Visitor) -> None:
    tree = go(visitor, Place("hengqin", "output"))

    chart = tree.find(Role.Chart, "Chart")
    heading = tree.find(Role.Heading).name
    figures = chart.description.split("\n")
    assert heading == "Hengqin's output grew more than a hundredfold"
    assert figures[0].endswith(": 285 million yuan")
    assert figures[-1].endswith(": 40,700 million yuan")
    said = [each.name for each in tree if each.role == Role.StaticText]
    assert set(figures) <= set(said)
    assert any(each.endswith(".") for each in said[: said.index(figures[0])])


def test_a_story_has_its_picture_its_heading_and_its_texts(visitor: Visitor) -> None:
    tree = go(visitor, Place("csns", "super-steel", 2))

    assert tree.find(Role.Graphic).name.startswith("A machine")
    assert tree.find(Role.Heading).name
    assert tree.find(Role.Grouping, "Page 2 of 6").items[-1].name == "Next"
    assert [each for each in tree if each.role == Role.Canvas] == []


def test_sources_are_a_dialog_over_the_panel(visitor: Visitor) -> None:
    tree = go(visitor, Place("qianhai"))
    press(next(each for each in tree if each.name.startswith("Source: ")))

    tree = told(visitor.app)
    dialog = tree.find(Role.Dialog, "About this source")
    assert any("16 June 2024" in words for words in dialog.words())
    assert not dialog.state.modal, "the dock is still there"
    assert not any(each.role == Role.PageTabList for each in tree)

    press(dialog.find(Role.Button, "Close"))

    assert told(visitor.app).find(Role.PageTabList).items


def test_the_comfort_tray_is_modal_and_has_groups_and_check_boxes(visitor: Visitor) -> None:
    press(told(visitor.app).find(Role.Button, COMFORT))

    tree = told(visitor.app)
    assert len(tree.items) == 1
    tray = tree.find(Role.Dialog, COMFORT)
    assert tray.state.modal
    sizes = tray.find(Role.Grouping, "Text size")
    assert [each.role for each in sizes.items] == [Role.RadioButton] * 4
    motion = next(each for each in tray if each.name.startswith("Less motion"))
    assert (motion.role, motion.state.checked) == (Role.CheckBox, 1)

    press(sizes.items[1])

    assert visitor.app.journey.comfort.text_size == 1
    tray = told(visitor.app).find(Role.Dialog, COMFORT)
    assert [each.state.checked for each in tray.find(Role.Grouping, "Text size").items][1]

    press(tray.find(Role.Button, "Done"))

    assert len(told(visitor.app).items) > 1


def test_the_question_whether_somebody_is_there_is_all_that_is_told(visitor: Visitor) -> None:
    visitor.app.stage.ask_still_here()
    try:
        tree = told(visitor.app)
        assert [(each.role, each.name) for each in tree.items] == [
            (Role.Dialog, "Are you still there?")
        ]
        assert tree.items[0].state.modal
    finally:
        visitor.app.stage.hide_still_here()
    assert len(told(visitor.app).items) > 1


@pytest.mark.parametrize(
    "place", [Place(screen=LIST), Place(screen=SEARCH), Place(screen=CREDITS)], ids=str
)
def test_a_screen_covers_the_map_and_leaves_the_dock(visitor: Visitor, place: Place) -> None:
    tree = go(visitor, place)

    assert tree.items[0].role == Role.Dialog
    assert not any(each.role == Role.Canvas for each in tree)
    assert tree.find(Role.Grouping, "Choose a language").items


def test_the_list_is_read_column_after_column(visitor: Visitor) -> None:
    names = [each.name for each in go(visitor, Place(screen=LIST))]

    titles = ["Cities", "Dongguan", "Zhuhai", "Innovation zones", "Hengqin", "Qianhai"]
    assert [name for name in names if name in titles] == titles


def test_a_search_tells_its_keys_and_what_was_found(visitor: Visitor) -> None:
    tree = go(visitor, Place(screen=SEARCH, query="qianhai"))

    keys = tree.find(Role.Grouping, "Keyboard")
    assert [each.name for each in keys.items][:3] == ["q", "w", "e"]
    assert {each.role for each in keys.items} == {Role.Button}
    names = [each.name for each in tree]
    assert "q, i, a, n, h, a, i" in names
    assert any(name.startswith("Results: ") for name in names)
    assert tree.find(Role.Button, "Qianhai").description == "Innovation zone in Shenzhen"


def test_what_was_found_is_announced(visitor: Visitor) -> None:
    go(visitor, Place(screen=SEARCH, query="qianhai"))

    assert in_front(visitor.app.stage).startswith("Search. q, i, a, n, h, a, i. Results: ")


def test_a_large_picture_is_a_dialog_with_its_caption(visitor: Visitor) -> None:
    tree = go(visitor, Place("csns", "super-steel", 2))
    picture = tree.find(Role.Graphic).name
    press(tree.find(Role.Button, "Make the picture large"))

    dialog = told(visitor.app).find(Role.Dialog, picture)
    assert dialog.items

    press(told(visitor.app).find(Role.Button, "Close the picture"))


def test_data_layers_are_chosen_in_a_dialog_and_the_years_are_a_slider(visitor: Visitor) -> None:
    press(told(visitor.app).find(Role.Button, "What should the map show?"))
    menu = told(visitor.app).find(Role.Dialog, "What should the map show?")
    press(menu.find(Role.Button, "Population"))

    assert visitor.place.layer == "population"
    years = next(each for each in told(visitor.app) if each.role == Role.Slider)
    interface = QAccessible.queryAccessibleInterface(years.what)
    assert interface is not None
    actions = interface.actionInterface()
    assert actions.decreaseAction() in actions.actionNames()
    actions.doAction(actions.increaseAction())
    QApplication.processEvents()

    after = next(each for each in told(visitor.app) if each.role == Role.Slider)
    assert after.name != years.name


def test_a_text_that_is_not_translated_tells_its_own_language(content: Content) -> None:
    content.change(
        "zones/qianhai.yaml",
        "introduction: {en: A zone, zh-Hant: 一區, zh-Hans: 一区, pt: Uma zona}",
        "introduction: {en: A zone, zh-Hant: 一區, zh-Hans: 一区}",
    )
    app = open_exhibit(content.folder, language="pt")
    try:
        app.journey.go(Place("qianhai"))
        tree = told(app)
        introduction = next(each for each in tree if "A zone" in each.name)
        name = tree.find(Role.Heading, "Qianhai")
        assert (introduction.locale, name.locale) == ("en_GB", "pt_PT")
    finally:
        close_exhibit(app)


def test_whoever_has_turned_many_pages_is_told_no_less_and_nothing_grows(
    visitor: Visitor,
) -> None:
    places = [Place("qianhai"), Place("hengqin", "output"), Place("csns", "super-steel", 2)]
    for place in places:
        go(visitor, place)
    stage = visitor.app.stage
    items = len(stage.findChildren(TextItem))
    before = [go(visitor, place).words() for place in places]

    for number in range(60):
        visitor.app.journey.go(places[number % len(places)])
        wait_until(lambda: stage._ahead.held is None)
        assert tree_of(stage).words()

    assert [go(visitor, place).words() for place in places] == before
    assert len(stage.findChildren(TextItem)) == items


def test_reading_what_stands_on_a_screen_ends(visitor: Visitor) -> None:
    """Reading a text paints it, and what is painted is to be read again."""
    go(visitor, Place("qianhai"))
    timers = [each._soon for each in visitor.app.stage.findChildren(_TextItems)]
    assert timers
    wait_until(lambda: not any(each.isActive() for each in timers))


def test_what_has_come_is_announced_once(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    told(visitor.app)
    announcer = visitor.app.stage.findChild(Announcer)
    assert announcer is not None
    announcer._look()
    announced: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            announced.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    for place, heading in (
        (Place("qianhai"), "Qianhai. Page 1 of 2"),
        (Place("qianhai", "zone"), "Qianhai. Page 2 of 2"),
        (Place("csns", "super-steel", 2), "A steel that is both. Page 2 of 6"),
        (Place(screen=LIST), "All places"),
    ):
        visitor.app.journey.go(place)
        wait_until(lambda: bool(announced))
        visitor.take_a_moment()
        assert announced == [heading]
        announced.clear()
    visitor.app.stage.turn_tray()
    wait_until(lambda: bool(announced))
    visitor.app.stage.turn_tray()
    assert announced == [COMFORT]
