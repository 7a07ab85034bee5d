"""The handout as its readers have it: its text, its fonts, its vectors, what it is called."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from typing import TYPE_CHECKING

import pikepdf
import pytest

from kiosk.__main__ import main
from kiosk.exhibit.model.citations import page_facts
from kiosk.exhibit.model.exhibit import ChartPanel, FactsPanel, StoryPanel
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.languages.words import read_words
from kiosk.look.markdown import paragraphs
from kiosk.screen.board.credits import about_texts
from kiosk.screen.layer.layer_content import LayerContent
from kiosk.screen.locale import Locale
from kiosk.shipped import shipped
from tests.presenting.talks import content_with_tour
from tests.tools import needs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.exhibit.model.exhibit import Exhibit

NORMAL = "zh-Hant"
SOAK = pytest.mark.soak
GUIDES_LETTER = ("--notes", "--paper=letter")

TITLES = {
    "en": "Eleven cities, one bay",
    "zh-Hant": "一灣十一城",
    "zh-Hans": "一湾十一城",
    "pt": "Onze cidades, uma baía",
}

in_languages = pytest.mark.parametrize(
    "language",
    [NORMAL, *(pytest.param(each, marks=SOAK) for each in TITLES if each != NORMAL)],
)

RADICALS = re.compile("[\u2e80-\u2fdf]")

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    needs("pdfinfo", "pdftotext", "pdffonts", "pdfimages"),
]


def answer(*words: str | Path) -> str:
    done = subprocess.run(
        [*map(str, words)], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout


def squeezed(text: str) -> str:
    """A text without what a line break or a gap between scripts puts in."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def handout(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Writes a handout once: the whole exhibit's or a tour's, in a language."""
    folder = tmp_path_factory.mktemp("handouts")

    @cache
    def written(what: str, language: str, *options: str) -> Path:
        out = folder / f"{what}-{language}{''.join(options)}.pdf"
        words = ["handout", what, "--language", language, "--out", str(out), *options]
        assert main(words) == 0
        return out

    return written


@pytest.fixture(scope="module")
def exhibit() -> Exhibit:
    found = read_exhibit(shipped("content")).exhibit
    assert found is not None
    return found


def locale_of(exhibit: Exhibit, language: str) -> Locale:
    return Locale(language, read_words(shipped("assets") / "words"), exhibit)


@in_languages
def test_names_figures_and_sources_can_be_copied(
    language: str, handout: Callable[..., Path], exhibit: Exhibit
) -> None:
    text = squeezed(answer("pdftotext", "-raw", handout("all", language), "-"))
    locale = locale_of(exhibit, language)

    assert not RADICALS.search(text)
    assert squeezed(TITLES[language]) in text
    for zone in exhibit.zones:
        assert squeezed(locale.text(zone.introduction)) in text
        for panel in zone.panels:
            if isinstance(panel, ChartPanel):
                assert squeezed(locale.text(panel.sentence)) in text
                assert squeezed(locale.sources_line(panel.source, panel.as_of)) in text
            if isinstance(panel, FactsPanel):
                for fact in panel.facts:
                    sources = fact.source or panel.source or ()
                    figure = locale.figure(fact.value, fact.unit, bound=fact.bound)
                    number = next(part for part in figure.parts if part.role == "number")
                    assert squeezed(number.text) in text
                    for each in sources:
                        assert squeezed(locale.sources_line([each], None)) in text
                    as_of = fact.as_of or panel.as_of
                    assert as_of is None or squeezed(locale.date(as_of)) in text


@in_languages
def test_a_handout_tells_of_the_exhibit_and_calls_reprints_and_calculations_such(
    language: str, handout: Callable[..., Path], exhibit: Exhibit
) -> None:
    text = squeezed(answer("pdftotext", "-raw", handout("all", language), "-"))
    locale = locale_of(exhibit, language)

    for words in about_texts(locale):
        assert squeezed(words) in text
    for source in exhibit.sources.values():
        if source.reprint and source.address is not None:
            assert squeezed(locale.say("reprinted_at", host=source.host)) in text
            assert squeezed(source.address) not in text
    centre = exhibit.zone("quantum-science-center")
    assert centre is not None
    calculated = [each.calculated for each in page_facts(centre.panels[0]) if each.calculated]
    assert calculated
    assert all(squeezed(locale.text(how)) in text for how in calculated)


@in_languages
def test_every_font_is_embedded_in_part_and_readable(
    language: str, handout: Callable[..., Path]
) -> None:
    rows = answer("pdffonts", handout("all", language)).splitlines()[2:]

    assert len(rows) >= 4
    for row in rows:
        assert re.match(r"[A-Z]{6}\+Noto", row), row
        assert re.search(r"yes yes yes +\d+ +0$", row), row


@pytest.mark.parametrize("what", ["all", "ten-minutes"])
def test_maps_and_charts_are_vectors(
    what: str, handout: Callable[..., Path], exhibit: Exhibit
) -> None:
    """The only pixels on any page are those of stories' pictures, each of them once."""
    rows = answer("pdfimages", "-list", handout(what, NORMAL)).splitlines()[2:]

    pictures = [
        page.picture.file
        for zone in exhibit.zones
        for panel in zone.panels
        if isinstance(panel, StoryPanel)
        for page in panel.pages
        if page.picture is not None
    ]
    assert {tuple(row.split()[2:5]) for row in rows} == {("image", "900", "522")}
    if what == "all":
        assert len(rows) == len(pictures)
    else:
        assert len(rows) < 12


@pytest.mark.parametrize("what", ["ten-minutes", pytest.param("officials", marks=SOAK)])
def test_a_tour_has_every_step_and_few_sheets(
    what: str, handout: Callable[..., Path], exhibit: Exhibit
) -> None:
    """Steps share sheets: at least two on each, and no sheet but the last is nearly empty."""
    tour, locale = exhibit.tour(what), locale_of(exhibit, NORMAL)
    assert tour is not None
    file = handout(what, NORMAL)
    pages = answer("pdftotext", "-raw", file, "-").split("\f")[:-1]
    text = squeezed("".join(pages[1:]))

    for step in tour.steps:
        for words in (step.heading, step.statement):
            assert words is None or squeezed(locale.text(words)) in text
        assert squeezed(locale.text(step.notes)) not in text
    assert len(pages) <= 4 + len(tour.steps) / 2
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages) == len(pages)


def test_data_layers_stand_below_a_heading_and_have_no_number_of_the_map(
    handout: Callable[..., Path], exhibit: Exhibit
) -> None:
    locale = locale_of(exhibit, NORMAL)
    cover = answer("pdftotext", "-raw", "-l", "1", handout("all", NORMAL), "-")
    told = squeezed(cover)
    for layer in exhibit.layers:
        title = squeezed(locale.text(layer.title))
        assert squeezed(locale.say("layers")) in told[: told.index(title)]
    numbers = [*range(1, len(exhibit.zones) + len(exhibit.layers) + 1)]
    found = {int(each) for each in re.findall(r"^([0-9]+)\s+\D", cover, re.MULTILINE)}
    assert found & {*numbers[len(exhibit.zones) :]} == set()


def test_notes_are_in_the_guides_copy(handout: Callable[..., Path], exhibit: Exhibit) -> None:
    tour, locale = exhibit.tour("ten-minutes"), locale_of(exhibit, NORMAL)
    assert tour is not None
    text = squeezed(answer("pdftotext", "-raw", handout(tour.id, NORMAL, *GUIDES_LETTER), "-"))

    for step in tour.steps:
        for paragraph in paragraphs(locale.text(step.notes)):
            assert squeezed("".join(span.text for span in paragraph)) in text
        assert str(step.duration) in text


@in_languages
def test_the_document_says_what_it_is(language: str, handout: Callable[..., Path]) -> None:
    with pikepdf.open(handout("all", language)) as pdf:
        assert pdf.Root["/Lang"] == language
        assert pdf.Root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert str(pdf.docinfo["/Title"]).startswith(TITLES[language])
        assert "/Author" not in pdf.docinfo
        with pdf.open_metadata() as metadata:
            assert str(metadata["dc:title"]).startswith(TITLES[language])
        with pdf.open_outline() as outline:
            entries = [entry.title for entry in outline.root]
        count = len(pdf.pages)
    assert len(entries) == 36
    text = answer("pdftotext", handout("all", language), "-")
    assert [int(page) for page in re.findall(rf"^(\d+) / {count}$", text, re.MULTILINE)] == [
        *range(1, count + 1)
    ]


def test_readers_aloud_find_headings_text_and_figures_in_order(
    handout: Callable[..., Path], exhibit: Exhibit
) -> None:
    file, tour = handout("ten-minutes", NORMAL), exhibit.tour("ten-minutes")
    locale = locale_of(exhibit, NORMAL)
    assert tour is not None
    assert re.search(r"^Tagged: +yes$", answer("pdfinfo", file), re.MULTILINE)
    told = answer("pdfinfo", "-struct-text", file)
    assert told.startswith("Document\n  H1 (block)\n")
    assert told.count("  TOCI\n") == len(tour.steps) + 2
    assert told.count("  H2 (block)\n") == len(tour.steps) + 2
    at = squeezed(told.split("TOCI")[-1])
    for step in tour.steps:
        for words in (step.heading, step.statement):
            if words is not None:
                assert squeezed(locale.text(words)) in at, "each stands after the one before"
                at = at[at.index(squeezed(locale.text(words))) :]


def test_every_figure_says_what_it_shows_and_every_part_is_on_its_page(
    handout: Callable[..., Path], exhibit: Exhibit
) -> None:
    with pikepdf.open(handout("ten-minutes", NORMAL)) as pdf:
        assert pdf.Root["/MarkInfo"]["/Marked"]
        root = pdf.Root["/StructTreeRoot"]
        parts = list(root["/K"][0]["/K"])
        figures = [str(part["/Alt"]) for part in parts if part["/S"] == "/Figure"]
        marks: dict[int, list[int]] = {}
        for part in parts:
            if "/K" in part and isinstance(part["/K"], int):
                marks.setdefault(page_of(pdf, part), []).append(part["/K"])
        for number, page in enumerate(pdf.pages):
            content = page.Contents.read_bytes()
            found = [int(each) for each in re.findall(rb"/MCID (\d+)>> BDC", content)]
            assert found == marks[number] == list(range(len(found)))
            assert content.count(b"BDC") + content.count(b"BMC") == content.count(b"EMC")
            assert b"-70000" not in content
    pictures = {
        page.picture.alternative.words_in(NORMAL)
        for zone in exhibit.zones
        for panel in zone.panels
        if isinstance(panel, StoryPanel)
        for page in panel.pages
        if page.picture is not None
    }
    assert all(figures)
    assert pictures & set(figures)


def page_of(pdf: pikepdf.Pdf, part: pikepdf.Object) -> int:
    return [page.obj.objgen for page in pdf.pages].index(part["/Pg"].objgen)


def test_addresses_and_contents_are_links(handout: Callable[..., Path], exhibit: Exhibit) -> None:
    tour = exhibit.tour("ten-minutes")
    assert tour is not None
    with pikepdf.open(handout(tour.id, NORMAL)) as pdf:
        cover = list(pdf.pages[0]["/Annots"])
        assert len(cover) == len(tour.steps) + 2
        assert all(each["/Subtype"] == "/Link" for each in cover)
        targets = [each["/Dest"][0].objgen for each in cover]
        order = [page.obj.objgen for page in pdf.pages]
        assert [order.index(target) for target in targets] == sorted(
            order.index(target) for target in targets
        )
        addresses = {
            str(each["/A"]["/URI"])
            for page in pdf.pages
            for each in page.obj.get("/Annots", [])
            if "/A" in each
        }
        box = [float(each) for each in pdf.pages[-1]["/Annots"][0]["/Rect"]]
    assert addresses == {address for address in addresses if address.startswith("http")}
    text = squeezed(answer("pdftotext", "-raw", handout(tour.id, NORMAL), "-"))
    assert addresses
    assert all(squeezed(address) in text for address in addresses)
    assert 0 < box[0] < box[2] < 595
    assert 0 < box[1] < box[3] < 842


def test_a_tour_is_small_enough_to_send(handout: Callable[..., Path]) -> None:
    assert handout("ten-minutes", NORMAL).stat().st_size < 2_000_000


@pytest.mark.parametrize(
    "options", [GUIDES_LETTER, pytest.param(("--paper=letter",), marks=SOAK)], ids=" ".join
)
def test_on_letter_everything_has_room(
    options: tuple[str, ...], handout: Callable[..., Path], exhibit: Exhibit
) -> None:
    file = handout("ten-minutes", NORMAL, *options)
    assert "612 x 792 pts (letter)" in answer("pdfinfo", file)
    words = re.findall(r'yMax="([\d.]+)"', answer("pdftotext", "-bbox", file, "-"))
    assert max(float(each) for each in words) < 792 - 20
    tour, locale = exhibit.tour("ten-minutes"), locale_of(exhibit, NORMAL)
    assert tour is not None
    letter = squeezed(answer("pdftotext", "-raw", file, "-"))
    for step in tour.steps:
        assert step.heading is None or squeezed(locale.text(step.heading)) in letter


def test_maps_name_what_they_show(handout: Callable[..., Path], exhibit: Exhibit) -> None:
    """A step that stands on the map home has a map with the names of what it lights."""
    tour, locale = exhibit.tour("ten-minutes"), locale_of(exhibit, NORMAL)
    assert tour is not None
    text = squeezed(answer("pdftotext", "-raw", handout(tour.id, NORMAL), "-"))
    for step in tour.steps:
        if step.place == "home" and step.statement is None and step.picture is None:
            for zone_id in (*step.highlight, *step.view):
                zone = exhibit.zone(zone_id)
                assert zone is None or squeezed(locale.text(zone.name)) in text


@in_languages
def test_a_data_layer_has_its_ranking_and_what_is_said_of_two_places(
    language: str, handout: Callable[..., Path], exhibit: Exhibit
) -> None:
    tour, locale = exhibit.tour("ten-minutes"), locale_of(exhibit, language)
    assert tour is not None
    step = next(step for step in tour.steps if step.layer is not None)
    layer = exhibit.layer(step.layer or "")
    assert layer is not None
    content = LayerContent.of(layer, locale, str(step.year))
    text = squeezed(answer("pdftotext", "-raw", handout(tour.id, language), "-"))

    for row in content.rows:
        assert squeezed(f"{row.name}{row.digits}") in text
    for said in (*content.readings(step.highlight), *(each.said for each in content.legend)):
        assert squeezed(said) in text


@pytest.mark.parametrize("what", ["all", "ten-minutes", pytest.param("officials", marks=SOAK)])
def test_no_sheet_but_the_last_is_half_empty(what: str, handout: Callable[..., Path]) -> None:
    told = answer("pdftotext", "-bbox", handout(what, NORMAL), "-")
    for page in told.split("<page ")[2:-1]:
        lines = [float(each) for each in re.findall(r'yMax="([\d.]+)"', page)]
        # The foot stands at 800 points; what is above it should reach far down.
        assert max(each for each in lines if each < 795) > 842 * 0.6


def test_a_step_with_a_statement_alone_is_called_by_it(tmp_path: Path, exhibit: Exhibit) -> None:
    content = content_with_tour(tmp_path)
    out = tmp_path / "talk.pdf"
    words = ["handout", "talk", "--content", str(content), "--language", "en", "--out", str(out)]
    assert main(words) == 0
    contents = answer("pdftotext", "-f", "1", "-l", "1", out, "-")
    assert "One bay" in contents
    assert "A coil of steel" in contents
