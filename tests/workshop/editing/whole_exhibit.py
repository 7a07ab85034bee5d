"""The walk of `docs/curators.md`: a whole exhibit on another map, by whatever hands there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workshop.editing.curator_hands import Hands

MAP = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 600">
<title>Three islands</title>
<path id="north-island" d="M380 60L640 90L610 240L400 220Z"/>
<path id="west-island" d="M120 260L360 300L330 500L150 480Z"/>
<path id="east-island" d="M600 320L880 290L860 520L640 540Z"/>
</svg>
"""
CELLS = "1990\t1990\t610\r\n2005\t2005\t905\r\n2020\t2020\t1,195\r\n"
"""As a spreadsheet copies them: what 1,195 means is asked."""


class Island(NamedTuple):
    """What is written about a place, each in English and in Portuguese."""

    name: tuple[str, str]
    introduction: tuple[str, str]
    title: tuple[str, str]
    summary: tuple[str, str]
    text: tuple[str, str]


EAST = Island(
    ("East Island", "Ilha Leste"),
    ("The largest of the three, with the only harbour.", "A maior das três, com o único porto."),
    ("The harbour", "O porto"),
    ("Boats to everywhere", "Barcos para todo o lado"),
    (
        "The harbour opened in 1921. **Boats** leave for the other islands every hour.",
        "O porto abriu em 1921. Os **barcos** partem para as outras ilhas de hora a hora.",
    ),
)
NORTH = Island(
    ("North Island", "Ilha Norte"),
    ("Nobody lives here.", "Ninguém vive aqui."),
    ("The birds", "As aves"),
    ("Who nests on the cliffs", "Quem faz ninho nas falésias"),
    (
        "Terns nest on the cliffs from May to August.",
        "As gaivinas fazem ninho nas falésias de maio a agosto.",
    ),
)
WEST = Island(
    ("West Island", "Ilha Oeste"),
    ("Fields and one village.", "Campos e uma aldeia."),
    ("The village", "A aldeia"),
    ("How people live here", "Como se vive aqui"),
    (
        "Forty families grow vegetables for the whole bay.",
        "Quarenta famílias cultivam legumes para toda a baía.",
    ),
)


def make_exhibit(hands: Hands, drawing: Path, photograph: Path) -> None:
    """Make it, beside the drawing; the start page is in front."""
    _begin_on_map(hands, drawing)
    _give_two_languages(hands)
    for island in (EAST, NORTH, WEST):
        _tell_of(hands, island)
    _add_photograph(hands, photograph)
    _add_chart(hands)
    _say_where_it_is_from(hands)


def _begin_on_map(hands: Hands, drawing: Path) -> None:
    hands.press("English")
    hands.press("From a map of your own…", "button")
    hands.press("Choose a drawing…", "button")
    hands.find("Name:", "text")
    hands.type(str(drawing))
    hands.key("Return")
    hands.find("Places with a name: 3", "label")
    hands.press("Choose a folder…", "button")
    hands.find("Name:", "text")
    hands.type(str(drawing.parent))
    hands.key("Return")
    hands.press("Make it and open it", "button")


def _give_two_languages(hands: Hands) -> None:
    hands.press("Exhibit: Three islands", "tree item")
    hands.press("Languages, Portuguese", "check box")
    _write(hands, "Title", ("Three islands in the bay", "Três ilhas na baía"))
    _write(hands, "Welcome", ("Touch an island.", "Toque numa ilha."))
    hands.press("Kinds of places, City", "button")
    hands.press("City, Place", "button")
    _write(hands, "Name", ("Island", "Ilha"))
    _write(hands, "Above the list", ("Islands", "Ilhas"))
    hands.press("Contents", "button")
    hands.press("Places  3", "tree item")


def _tell_of(hands: Hands, island: Island) -> None:
    name = island.name[0]
    hands.press(name, "tree item")
    _write(hands, "Name", island.name)
    _write(hands, "Introduction", island.introduction)
    hands.press("On the map", "button")
    _write(hands, "Title", island.title)
    _write(hands, "Summary", island.summary)
    # Its page is called as the place is, and comes after the way back to that.
    hands.press(name, "button", number=-1)
    _write(hands, "Heading", island.title)
    _write(hands, "Text", island.text)
    hands.press("Contents", "button")


def _add_photograph(hands: Hands, photograph: Path) -> None:
    _open(hands, "East Island", "The harbour", "The harbour")
    _reveal(hands, "Picture")
    hands.press("File, Choose…", "button")
    hands.find("Name:", "text")
    hands.type(str(photograph))
    hands.key("Return")
    seen = ("A harbour with three ferries", "Um porto com três barcos")
    _write(hands, "Alternative text", seen)
    _reveal(hands, "Credit")
    _write(hands, "Credit", ("Photograph: the museum", "Fotografia: o museu"))
    _reveal(hands, "Licence")
    _write(hands, "Licence", ("CC BY 4.0", "CC BY 4.0"))
    hands.press("Contents", "button")


def _add_chart(hands: Hands) -> None:
    headline = "More boats each decade"
    _open(hands, "East Island")
    hands.press("Panels, Add", "button")
    hands.press("Bars", "menu item")
    _write(hands, "Headline", (headline, "Mais barcos em cada década"))
    said = (
        "Twice as many boats leave as in 1990.",
        "Partem duas vezes mais barcos do que em 1990.",
    )
    _write(hands, "What the chart shows", said)
    hands.press("Unit, New…", "button")
    hands.find("New: Unit", "label")
    hands.type("boats a day")
    hands.press("Add", "button")
    hands.fill("Words around the number, Português", "{n} barcos por dia")
    hands.press("Contents", "button")

    _open(hands, "East Island", headline)
    hands.press("Source, New…", "button")
    hands.find("New: Source", "label")
    hands.type("Annual report")
    hands.press("Add", "button")
    hands.fill("Title, Português", "Relatório anual")
    _write(hands, "Publisher", ("Harbour office", "Capitania do porto"))
    hands.fill("Date", "2025")
    hands.press("Contents", "button")

    _open(hands, "East Island", headline)
    hands.fill("As of", "2025")
    hands.press("name of the bars", "button")
    _write(hands, "Label", ("boats a day", "barcos por dia"))
    hands.press("Label EN: name of the first bar", "cell")
    hands.paste(CELLS)
    hands.press("1195", "button")
    hands.press("Contents", "button")


def _say_where_it_is_from(hands: Hands) -> None:
    hands.press("Sources  2", "tree item")
    hands.press("islands.svg: Three islands", "tree item")
    hands.fill("Publisher, All languages", "Rivers Museum")
    hands.press("Contents", "button")
    hands.press("Units  2", "tree item")
    # The contents remark on it that nothing names it.
    hands.press("… people ", "tree item")
    hands.press("Delete", "button")


def _open(hands: Hands, place: str, *titles: str) -> None:
    hands.press(place, "tree item")
    for title in titles:
        hands.press(title, "button")


def _write(hands: Hands, field: str, words: tuple[str, str]) -> None:
    for language, said in zip(("English", "Português"), words, strict=True):
        hands.fill(f"{field}, {language}", said)


def _reveal(hands: Hands, field: str) -> None:
    hands.press("More fields", "button")
    hands.press(field, "menu item")
