"""Figures read as whole phrases in four languages, drawn and spoken."""

from __future__ import annotations

import pytest

from kiosk.exhibit.model.exhibit import Source, Unit
from kiosk.exhibit.model.values import Value, WrittenDate
from kiosk.languages.figures import Figure, Part, figure, source_line, sources_line
from kiosk.languages.language import LANGUAGES
from kiosk.languages.words import read_words
from kiosk.text.multilingual import Text
from tests.project import PROJECT

WORDS = read_words(PROJECT / "assets" / "words")


def text(en: str, hant: str, hans: str, pt: str) -> Text:
    return Text({"en": en, "zh-Hant": hant, "zh-Hans": hans, "pt": pt})


UNITS = {
    unit.id: unit
    for unit in (
        Unit(
            id="yuan",
            kind="measure",
            phrase=text("{n} yuan", "{n}元", "{n}元", "{n} yuan"),
            compact=text("{n} yuan", "{n}元", "{n}元", "{n} de yuan"),
        ),
        Unit(
            id="hong-kong-dollars",
            kind="measure",
            phrase=text("HK${n}", "{n}港元", "{n}港元", "{n} HKD"),
        ),
        Unit(id="percent", kind="measure", phrase=text("{n}%", "{n}%", "{n}%", "{n}%")),
        Unit(
            id="square-kilometres",
            kind="measure",
            phrase=text("{n} km²", "{n}平方公里", "{n}平方公里", "{n} km²"),
        ),
        Unit(
            id="teams",
            kind="count",
            phrase=text("{n} teams", "{n}支團隊", "{n}支团队", "{n} equipas"),
            one=text("{n} team", "{n}支團隊", "{n}支团队", "{n} equipa"),
            compact=text("{n} teams", "{n}支團隊", "{n}支团队", "{n} de equipas"),
        ),
        Unit(id="date", kind="date", phrase=text("{n}", "{n}", "{n}", "{n}")),
    )
}


def figures(written: str, unit: str, bound: str | None = None) -> list[Figure]:
    value = Value.parse(written)
    return [figure(value, UNITS[unit], tag, WORDS, bound=bound) for tag in LANGUAGES]


@pytest.mark.parametrize(
    ("written", "unit", "bound", "expected"),
    [
        (
            "4.2 billion", "yuan", None,
            ("4.2 billion yuan", "42億元", "42亿元", "4,2 mil milhões de yuan"),
        ),
        (
            "4.2 billion", "yuan", "more-than",
            ("4.2 billion+ yuan", "逾42億元", "超过42亿元", "mais de 4,2 mil milhões de yuan"),
        ),
        (
            "4.2 billion", "yuan", "about",
            ("about 4.2 billion yuan", "約42億元", "约42亿元", "cerca de 4,2 mil milhões de yuan"),
        ),
        (
            "4.2 billion", "yuan", "nearly",
            ("nearly 4.2 billion yuan", "近42億元", "近42亿元", "quase 4,2 mil milhões de yuan"),
        ),
        ("500", "yuan", None, ("500 yuan", "500元", "500元", "500 yuan")),
        ("1234567", "yuan", None, (
            "1,234,567 yuan", "123.4567萬元", "123.4567万元", "1\u00a0234\u00a0567 yuan",
        )),
        ("2.98 trillion", "hong-kong-dollars", None, (
            "HK$2.98 trillion", "2.98萬億港元", "2.98万亿港元", "2,98 biliões HKD",
        )),
        ("2981.6 billion", "hong-kong-dollars", "more-than", (
            "HK$2.9816 trillion+", "逾2.9816萬億港元", "超过2.9816万亿港元",
            "mais de 2,9816 biliões HKD",
        )),
        ("5.49", "percent", None, ("5.49%", "5.49%", "5.49%", "5,49%")),
        ("5.50", "percent", None, ("5.50%", "5.50%", "5.50%", "5,50%")),
        ("80", "percent", "more-than", ("80%+", "逾80%", "超过80%", "mais de 80%")),
        ("1,115", "square-kilometres", "more-than", (
            "1,115+ km²", "逾1,115平方公里", "超过1115平方公里", "mais de 1115 km²",
        )),
        ("0", "teams", None, ("0", "0", "0", "0")),
        ("1195", "teams", None, ("1,195", "1,195", "1195", "1195")),
        ("75,000", "teams", "more-than", (
            "75,000+", "逾7.5萬", "超过7.5万", "mais de 75\u00a0000",
        )),
        ("130,000", "teams", None, ("130,000", "13萬", "13万", "130\u00a0000")),
        ("0.5 million", "teams", None, ("500,000", "50萬", "50万", "500\u00a0000")),
        ("2014-12-07", "date", None, (
            "7 December 2014", "2014年12月7日", "2014年12月7日", "7 de dezembro de 2014",
        )),
        ("2014", "date", None, ("2014", "2014年", "2014年", "2014")),
    ],
)  # fmt: skip
def test_a_figure_is_drawn_as_a_phrase(
    written: str, unit: str, bound: str | None, expected: tuple[str, ...]
) -> None:
    assert tuple(each.drawn for each in figures(written, unit, bound)) == expected


@pytest.mark.parametrize(
    ("written", "unit", "bound", "expected"),
    [
        ("4.2 billion", "yuan", "more-than", (
            "more than 4.2 billion yuan", "超過42億元", "超过42亿元",
            "mais de 4,2 mil milhões de yuan",
        )),
        ("80", "percent", "nearly", ("nearly 80%", "接近80%", "接近80%", "quase 80%")),
        ("0", "teams", None, ("0 teams", "0支團隊", "0支团队", "0 equipas")),
        ("1", "teams", None, ("1 team", "1支團隊", "1支团队", "1 equipa")),
        ("-1", "teams", None, ("−1 teams", "−1支團隊", "−1支团队", "−1 equipas")),
        ("1195", "teams", "about", (
            "about 1,195 teams", "約1,195支團隊", "约1195支团队", "cerca de 1195 equipas",
        )),
        ("2 million", "teams", None, (
            "2 million teams", "200萬支團隊", "200万支团队", "2 milhões de equipas",
        )),
    ],
)  # fmt: skip
def test_a_figure_is_spoken_with_what_it_counts(
    written: str, unit: str, bound: str | None, expected: tuple[str, ...]
) -> None:
    assert tuple(each.spoken for each in figures(written, unit, bound)) == expected


def test_the_parts_say_how_each_piece_is_drawn() -> None:
    english, traditional, _, portuguese = figures("4.2 billion", "yuan", "more-than")
    assert english.parts == (
        Part("4.2 billion", "number"),
        Part("+", "sign"),
        Part(" yuan", "unit"),
    )
    assert traditional.parts == (Part("逾", "bound"), Part("42億", "number"), Part("元", "unit"))
    assert portuguese.parts == (
        Part("mais de ", "bound"),
        Part("4,2 mil milhões", "number"),
        Part(" de yuan", "unit"),
    )


def test_a_unit_before_the_number_stays_before_it() -> None:
    dollars = figure(
        Value.parse("2.98 trillion"), UNITS["hong-kong-dollars"], "en", WORDS, bound="more-than"
    )
    assert dollars.parts == (
        Part("HK$", "unit"),
        Part("2.98 trillion", "number"),
        Part("+", "sign"),
    )
    assert dollars.spoken == "more than HK$2.98 trillion"


@pytest.mark.parametrize(
    ("tag", "spoken"),
    [
        ("en", "more than 75,000 teams, as reported"),
        ("zh-Hant", "據報道，超過7.5萬支團隊"),
        ("zh-Hans", "据报道，超过7.5万支团队"),
        ("pt", "mais de 75\u00a0000 equipas, segundo a imprensa"),
    ],
)
def test_a_reported_figure_says_so_but_draws_nothing_more(tag: str, spoken: str) -> None:
    value, unit = Value.parse("75000"), UNITS["teams"]
    reported = figure(value, unit, tag, WORDS, bound="more-than", reported=True)
    assert reported.spoken == spoken
    assert reported.parts == figure(value, unit, tag, WORDS, bound="more-than").parts


def test_a_computed_figure_reads_like_a_written_one() -> None:
    assert figure(Value.of(504), UNITS["teams"], "en", WORDS).spoken == "504 teams"


@pytest.mark.parametrize(("written", "unit"), [("2014-12-07", "teams"), ("4.2 billion", "date")])
def test_a_value_that_does_not_fit_its_unit_is_refused(written: str, unit: str) -> None:
    with pytest.raises(ValueError, match=written):
        figure(Value.parse(written), UNITS[unit], "en", WORDS)


def source(date: str, publisher: Text) -> Source:
    return Source(
        id="a-source",
        title=Text.same("A title"),
        publisher=publisher,
        date=WrittenDate.parse(date),
    )


DAILY = text("People's Daily", "人民日報", "人民日报", "Diário do Povo")
INDEX = Text.same("WIPO")


@pytest.mark.parametrize(
    ("published", "as_of", "expected"),
    [
        (
            "2024-06-16",
            "2023",
            (
                "People's Daily, 16 June 2024; figures as of 2023",
                "人民日報，2024年6月16日；數據截至2023年",
                "人民日报，2024年6月16日；数据截至2023年",
                "Diário do Povo, 16 de junho de 2024; dados de 2023",
            ),
        ),
        (
            "2024-06-16",
            "2024-06",
            (
                "People's Daily, 16 June 2024",
                "人民日報，2024年6月16日",
                "人民日报，2024年6月16日",
                "Diário do Povo, 16 de junho de 2024",
            ),
        ),
    ],
)
def test_the_source_line_names_publisher_and_date(
    published: str, as_of: str, expected: tuple[str, ...]
) -> None:
    daily, date = source(published, DAILY), WrittenDate.parse(as_of)
    assert tuple(source_line(daily, date, tag, WORDS) for tag in LANGUAGES) == expected


@pytest.mark.parametrize(
    ("published", "as_of", "added"),
    [
        ("2024-06-16", None, ""),
        ("2024-06-16", "2024-06-01", ""),
        ("2024-06", "2024", ""),
        ("2024", "2024-06", "; figures as of June 2024"),
        ("2024-06-16", "2024-05", "; figures as of May 2024"),
        ("2025-06", "2024-06", "; figures as of June 2024"),
    ],
)
def test_the_date_of_the_figure_is_added_only_where_it_tells_more(
    published: str, as_of: str | None, added: str
) -> None:
    wipo = source(published, INDEX)
    line = source_line(wipo, WrittenDate.parse(as_of) if as_of else None, "en", WORDS)
    assert line == source_line(wipo, None, "en", WORDS) + added


def test_several_sources_share_one_line_and_one_date() -> None:
    both = (source("2024-06-16", DAILY), source("2023", INDEX))
    assert sources_line(both, WrittenDate.parse("2023"), "en", WORDS) == (
        "People's Daily, 16 June 2024; WIPO, 2023; figures as of 2023"
    )
    assert sources_line(both, None, "zh-Hans", WORDS) == "人民日报，2024年6月16日；WIPO，2023年"


def test_the_braces_of_a_phrase_are_not_commands() -> None:
    unit = Unit(id="odd", kind="measure", phrase=Text.same("{n} {n.__class__} units"))
    assert figure(Value.parse("3"), unit, "en", WORDS).drawn == "3 {n.__class__} units"
