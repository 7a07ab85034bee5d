"""What each key and each choice means, in the words that an editor shows beside it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.text.multilingual import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

_SOURCE = "The id of a source in sources.yaml, or a list of ids."
_UNIT = "The id of a unit in units.yaml."
_DATE = "2024, 2024-06 or 2024-06-16: only as precise as the source is."
_FORMS = "Forms of the name in this language, as a list."

KEYS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "ExhibitFile": {
            "format": "The version of this format. Write 1.",
            "title": "The large title on the map home.",
            "welcome": "The sentence below the title.",
            "subtitle": "What it is about: the line above the title while nobody is there.",
            "languages": "The languages, in the order of their buttons. Without it, all four.",
            "map": "The name of a file in map/. gba.svg is the map that comes along.",
            "map_groups": "What the groups of the drawing mean, where they have other names.",
            "zones": "The ids of all places, in the order of the list.",
            "layers": "The ids of data layers, in the order of their buttons.",
            "attract": "What is shown while nobody is there, in order: zone or zone/panel.",
            "figures_age_years": "`kiosk check` remarks on figures that are older; 5 without it.",
            "about": "What the exhibit is, on its own page. Without it, the program's words.",
            "checked": f"When all of it was last compared with its sources. {_DATE}",
            "map_approval": "The approval number of the map, which the mainland asks for.",
        },
        "MapGroups": {
            "land": "Groups or shapes that are land. Without it, every area that is nothing else.",
            "water": "Those that are lakes, rivers or sea.",
            "borders": "Those that are drawn as fine lines.",
            "lines": "Those that are roads, bridges or railways; facts can light each of them.",
            "ornament": "Those that only adorn: dark, and nobody can touch them.",
            "hidden": "Those that are not drawn: frames, notes, legends.",
            "home": "A rectangle that the map home frames. Without it, all land.",
            "attract": "A rectangle to be seen while nobody is there. Without it, all land.",
            "light": "An ellipse where the glow lies, or none. Without it, around all land.",
            "waterlines": "none: no lines around the land, where the drawing has none.",
        },
        "MapApproval": {
            "number": "The number as the authority wrote it, such as GS(2026)1234.",
            "holder": "Who the number was given to: in each language, or once for all.",
            "missing": "Instead of both: why the map has no number. Visitors don't see it.",
        },
        "Source": {
            "id": "The key above is the id.",
            "title": "What the page or report is about: in each language, or once for all.",
            "publisher": "Who published it. Shown below every figure.",
            "date": f"When it was published. {_DATE}",
            "address": "Its address on the web. Visitors can take it along as a code.",
            "reprint": "true if the address is not the publisher's own: visitors are told so, and"
            " get no code.",
        },
        "Unit": {
            "id": "The key above is the id.",
            "kind": "Whether figures in this unit are counted, measured or dates.",
            "phrase": "The words around the number. Write {n} where the number stands.",
            "one": "Replaces 'phrase' for exactly one.",
            "compact": "Replaces 'phrase' for numbers with a word such as million. Write {n}.",
            "icon": "A picture of what is counted. Two to twenty are shown as so many pictures.",
        },
        "Term": {
            "id": "The key above is the id.",
            "forms": "The word as the texts have it in each language; several forms with commas.",
            "explanation": "What it means, in one line of at most 25 words.",
        },
        "Zone": {
            "id": "The place's id. The file is best named like it. It never changes.",
            "kind": "What kind of place it is.",
            "status": "What a city is by law, if visitors are told that in place of its kind.",
            "in": "What the place lies in: a list of ids, such as [shenzhen].",
            "map": "What on the map belongs to it. Without it, what is named like the place.",
            "name": "The place's name.",
            "introduction": "One or two sentences below the name.",
            "inset": "A drawing beside the map, for what is too small to be seen on it.",
            "panels": "What visitors can open, in the order in which they meet it.",
        },
        "MapElements": {
            "shape": "The id of an outline on the map.",
            "marker": "The id of a point on the map.",
            "label": "A shorter name for the map.",
            "label_at": "On which side of the marker the name stands.",
            "chip": "[236, -52]: the name in a pill, so far to the right of the marker and so far"
            " below it, in 1080ths of the screen's short side.",
            "named_with": "Places that the map names wherever it names this one, or neither.",
        },
        "FactsPanel": {
            "kind": "What kind of panel it is.",
            "id": "A name of its own within the place. It never changes.",
            "source": f"For each fact without a source of its own. {_SOURCE}",
            "as_of": f"When the figures held, for each fact without a date of its own. {_DATE}",
            "facts": "The figures: one very large, the others below it.",
        },
        "Fact": {
            "id": "A name of its own within the panel.",
            "value": "The figure, as the source has it: 1195, 1,195, 4.2 billion or 2014-12-07.",
            "unit": _UNIT,
            "label": "What the figure says. After a count: what was counted.",
            "lead": "true for the one figure that is very large.",
            "part_of": "The id of another fact with the same unit, of which this one is a share.",
            "rest": "What the remainder of the share is called, if no source states it: it is"
            " computed. One that a source states is a fact of its own.",
            "bound": "What the source says before the number.",
            "reported": "true if it is not certain what the figure counts.",
            "calculated": "Only if no source states the figure: how it was calculated.",
            "show": "Without it, small counts of a unit with an icon are a row of pictures.",
            "source": f"Without it, that of the panel or page. {_SOURCE}",
            "as_of": f"When the figure held. Without it, the panel's date. {_DATE}",
            "lights": "What the map lights beside it: ids of places or of elements of the map.",
        },
        "ChartPanel": {
            "kind": "What kind of panel it is.",
            "id": "A name of its own within the place. It never changes.",
            "chart": "How it is drawn.",
            "headline": "The finding, as a sentence.",
            "sentence": "What the chart shows, and for those who can't see it.",
            "unit": f"{_UNIT} All but a timeline need one.",
            "series": "What is drawn: one to four series.",
            "of": "Only in a waffle or a share: the whole of which the series are parts.",
            "rest": "Only in a waffle or a share: what the computed remainder is called.",
            "scale": "Only in a line: whether height is an amount or a rank.",
            "on_map": "Only in a bar or a ranking of places: true, and the map is shaded by value.",
            "breaks": "Only in a line: changes of method.",
            "source": _SOURCE,
            "as_of": f"When the figures held. {_DATE}",
        },
        "Series": {
            "id": "A name of its own within the chart.",
            "label": "What the series is called.",
            "value": "One figure: in a waffle, a share, areas or depths, possible in a bar.",
            "points": "The points, written here.",
            "data": "Instead of 'points': where they stand in a table in data/.",
            "lights": "What the map lights beside it: ids of places or of elements of the map.",
        },
        "Point": {
            "value": "The figure. An event of a timeline has none.",
            "at": f"Its date. {_DATE}",
            "zone": "The id of a place: the bar has its name.",
            "label": "The bar's name, or what happened.",
            "bound": "What the source says before the number. The bar fades there.",
            "highlight": "true for the one that the headline speaks of: it alone is kapok.",
        },
        "Columns": {
            "file": "The name of a file in data/: CSV, or a spreadsheet that ends in .xlsx.",
            "sheet": "Only in a spreadsheet: the name of the sheet, if there are several.",
            "range": "Only in a spreadsheet: A3:D12 if the table is not alone in its sheet."
            " The first row names the columns.",
            "value": "The header of the column with the figures.",
            "at": "The header of the column with the dates.",
            "zone": "The header of the column with the ids of places.",
        },
        "Break": {
            "before": f"The first date of the new method. {_DATE}",
            "note": "What changed, in a few words.",
        },
        "DataLayer": {
            "id": "The name of the file, without .yaml. It never changes.",
            "title": "What the map then shows, in a word or two.",
            "unit": _UNIT,
            "source": f"Of a quotient: without it, the sources of both layers. {_SOURCE}",
            "as_of": f"When the values held, for each without a date of its own. {_DATE}",
            "opens_at": "The year that is shown first. Without it, the fullest.",
            "caveat": "What has to be known before values are compared, in a sentence or two.",
            "calculated": "Only if no source states the values: how they were calculated.",
            "breaks": "Changes of method: no values are compared across them.",
            "apart": "The ids of places that are counted in another way: never compared.",
            "points": "The values, written here.",
            "data": "Instead of 'points': where the values stand in a table in data/.",
            "divide": "Instead of both: [gdp, population] is the first layer for each one of the"
            " second, computed.",
            "steps": "The ends of the classes, rising. Without them round ones are found.",
        },
        "ZoneValue": {
            "zone": "The id of a place.",
            "value": "The figure, as the source has it: 1195, 1,195 or 4.2 billion.",
            "at": f"When it held. Without it, the layer's date. {_DATE}",
            "bound": "What the source says before the number.",
        },
        "StoryPanel": {
            "kind": "What kind of panel it is.",
            "id": "A name of its own within the place. It never changes.",
            "title": "What the story is called.",
            "summary": "The story in one sentence.",
            "pages": "The pages, in their order.",
        },
        "StoryPage": {
            "heading": "The page's heading.",
            "text": "Markdown: paragraphs, **bold**, *italic*, lists. At most 70 words.",
            "picture": "A picture beside the text.",
            "places": "The ids of places: a small map shows them.",
            "figure": "One figure, as in a panel of facts.",
            "source": _SOURCE,
        },
        "Inset": {
            "picture": "The drawing. Visitors are told that it is not to scale.",
            "labels": "The names in it, up to 12.",
        },
        "InsetLabel": {
            "at": "Its point: hundredths of the width and of the height, from the upper left.",
            "zone": "The id of a place: its name and sign stand there, and a touch opens it.",
            "text": "Words instead of a place: what a part of the drawing is called.",
        },
        "Picture": {
            "file": "The name of the picture's file in pictures/.",
            "alternative": "What the picture shows, for those who can't see it.",
        },
        "Tour": {
            "id": "The name of the file, without .yaml.",
            "title": "What the talk is called.",
            "steps": "What is shown, in its order: 1 to 60 steps.",
        },
        "TourStep": {
            "id": "A name of its own within the tour.",
            "place": "home, bay, list, credits, or zone, zone/panel, zone/panel/page.",
            "layer": "On the map home: the id of a data layer.",
            "year": "Which year of the data layer. Without it, the one that it opens at.",
            "highlight": "The ids of places that are lit on the map. On a data layer, one or two:"
            " they are compared.",
            "view": "What the map shows: home, bay, or the ids of places.",
            "heading": "What the step is called in lists. Without it, as its place is.",
            "notes": "What the presenter reads, in Markdown paragraphs.",
            "duration": "The planned time, in minutes and seconds: 1:30.",
            "statement": "A sentence over the whole screen. At most 30 words.",
            "picture": "Instead of a statement: a picture over the whole screen.",
        },
        "Text": {
            "en": "The words in English, the original.",
            "zh-Hant": "The words in Chinese as in Hong Kong.",
            "zh-Hans": "The words in Chinese as on the mainland.",
            "pt": "The words in Portuguese, as in Portugal and Macao.",
        },
        "GlossaryEntry": {
            "name": "The right form of the name.",
            "avoid": "Wrong forms of it, by language.",
            "keep": "Names in which a wrong form is right, by language.",
        },
        "Forms": dict.fromkeys(LANGUAGES, _FORMS),
    }
)
"""By the name of the model and the key."""

CHOICES: Mapping[str, str] = MappingProxyType(
    {
        "en": "English",
        "zh-Hant": "Chinese as in Hong Kong",
        "zh-Hans": "Chinese as on the mainland",
        "pt": "Portuguese",
        "count": "teams: the fact's label says what is counted, so only the number is drawn",
        "measure": "yuan, km²: stands beside the number",
        "date": "the figure is a date",
        "region": "the bay as a whole: opened by the title, not on the map",
        "city": "a city with an outline on the map",
        "innovation-zone": "a cooperation or development zone",
        "facility": "a laboratory, a machine, a hospital",
        "special-administrative-region": "Hong Kong and Macao, which are no cities of a province",
        "right": "to the right of the marker",
        "left": "to the left of the marker",
        "above": "above the marker",
        "below": "below the marker",
        "more-than": "the source says more than",
        "about": "the source says about",
        "nearly": "the source says nearly",
        "number": "the number alone",
        "row": "so many pictures: of exact counts from 2 to 20",
        "beam": "a beam with a crossing: beamlines",
        "building": "two houses",
        "campus": "a house and a tree: parks",
        "company": "an office building",
        "flask": "a flask: laboratories",
        "institution": "a house with columns: universities, authorities",
        "microscope": "a microscope: research centres",
        "people": "three people: teams",
        "person": "one person",
        "platform": "layers: platforms",
        "project": "a list on a board: projects",
        "robot": "a robot",
        "skyline": "a city's houses",
        "station": "a target: stations of experiments",
        "facts": "figures: one very large, the others below it",
        "chart": "a chart with its finding as the headline",
        "story": "a story in pages",
        "waffle": "a dot for each, for parts of a whole",
        "share": "one bar and its parts",
        "bar": "bars from zero",
        "ranking": "bars sorted by value, at most 11",
        "line": "points in the order of time",
        "timeline": "events in their order, without figures",
        "areas": "squares as large as the values",
        "depths": "plumb lines as long as the values",
        "amount": "higher is more",
        "rank": "the first place is at the top",
        "1": "the only version there is",
    }
)
"""By the word that can be written; no word means two things."""
