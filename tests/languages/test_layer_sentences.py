"""What is said of data layers: readings and comparisons, as each language says them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kiosk.exhibit.model.data_layer import DataLayer, ZoneValue
from kiosk.exhibit.model.exhibit import Unit
from kiosk.exhibit.model.points import Break
from kiosk.exhibit.model.values import Value, WrittenDate
from kiosk.languages.language import LANGUAGES
from kiosk.languages.layer_sentences import LayerSentences, calculation
from kiosk.languages.ratios import ratio
from kiosk.languages.words import read_words
from kiosk.text.multilingual import Text
from tests.project import PROJECT

WORDS = read_words(PROJECT / "assets" / "words")


def text(en: str, hant: str, hans: str, pt: str) -> Text:
    return Text({"en": en, "zh-Hant": hant, "zh-Hans": hans, "pt": pt})


NAMES = {
    "shenzhen": text("Shenzhen", "深圳", "深圳", "Shenzhen"),
    "zhuhai": text("Zhuhai", "珠海", "珠海", "Zhuhai"),
    "macao": text("Macao", "澳門", "澳门", "Macau"),
}
PEOPLE = Unit(
    id="people",
    kind="count",
    phrase=text("{n} people", "{n}人", "{n}人", "{n} habitantes"),
    compact=text("{n} people", "{n}人", "{n}人", "{n} de habitantes"),
)
DOLLARS = Unit(
    id="dollars",
    kind="measure",
    phrase=text("US${n}", "{n}美元", "{n}美元", "{n} dólares"),
    compact=text("US${n}", "{n}美元", "{n}美元", "{n} de dólares"),
)
SHARE = Unit(id="share", kind="measure", phrase=text("{n}%", "{n}%", "{n}%", "{n}%"))
POPULATION = text("Population", "人口", "人口", "População")
OUTPUT = text("GDP per person", "人均生產總值", "人均生产总值", "PIB por habitante")


def layer(*points: ZoneValue, title: Text = POPULATION, apart: tuple[str, ...] = ()) -> DataLayer:
    return DataLayer(id="layer", title=title, unit="any", points=points, apart=apart)


def value(zone: str, number: str, year: int = 2020, bound: str | None = None) -> ZoneValue:
    found = {"zone": zone, "value": Value.parse(number), "at": WrittenDate(year), "bound": bound}
    return ZoneValue.model_validate(found)


def compared(
    first: str, second: str, unit: Unit = PEOPLE, title: Text = POPULATION
) -> tuple[str, ...]:
    """Shenzhen and Zhuhai with these values, compared in each language."""
    made = layer(value("shenzhen", first), value("zhuhai", second), title=title)
    return tuple(sentences(made, unit, tag).comparison("shenzhen", "zhuhai") for tag in LANGUAGES)


def sentences(made: DataLayer, unit: Unit = PEOPLE, tag: str = "en") -> LayerSentences:
    return LayerSentences(made, unit, tag, WORDS, lambda zone: NAMES[zone].words_in(tag))


@pytest.mark.parametrize(
    ("one", "other", "kind", "number", "approximation", "turned"),
    [
        ("7", "7", "same", "1", "exactly", False),
        ("104", "100", "alike", "1", "about", False),
        ("106.4", "100", "more", "6", "about", False),
        ("118", "100", "more", "18", "exactly", False),
        ("120", "100", "more", "20", "exactly", False),
        ("151", "100", "times", "1.5", "about", False),
        ("197", "100", "times", "2", "nearly", False),
        ("203", "100", "times", "2", "about", False),
        ("300", "100", "times", "3", "exactly", False),
        ("1756", "244", "times", "7.2", "about", False),
        ("1868", "68", "times", "27", "about", False),
        ("14891", "33", "times", "450", "about", False),
        ("49", "100", "part", "0.5", "nearly", False),
        ("50", "100", "part", "0.5", "exactly", False),
        ("51", "100", "part", "0.5", "about", False),
        ("58", "100", "times", "1.7", "about", True),
        ("1", "450", "times", "450", "exactly", True),
        ("85", "100", "more", "18", "about", True),
    ],
)
def test_a_ratio_is_told_in_round_words(
    one: str, other: str, kind: str, number: str, approximation: str, turned: bool
) -> None:
    found = ratio(Decimal(one), Decimal(other))

    assert (found.kind, found.approximation, found.turned) == (kind, approximation, turned)
    assert found.number == Decimal(number)


def test_no_ratio_is_further_from_the_truth_than_it_says() -> None:
    for hundredths in range(1, 3000):
        exact = Decimal(hundredths) / 100
        found = ratio(exact, Decimal(1))
        told = 1 + found.number / 100 if found.kind == "more" else found.number
        told = 1 / told if found.turned else told
        assert abs(told / exact - 1) <= Decimal("0.0527"), (exact, found)
        if found.approximation == "nearly":
            assert exact < told
        assert (found.approximation == "exactly") == (told == exact), (exact, found)


def test_people_are_counted() -> None:
    assert compared("17.56 million", "2.44 million") == (
        "Shenzhen has about 7.2 times as many people as Zhuhai.",
        "深圳的人口是珠海的約7.2倍。",
        "深圳的人口是珠海的约7.2倍。",
        "Shenzhen tem cerca de 7,2 vezes o número de habitantes de Zhuhai.",
    )


def test_what_is_measured_is_called_by_its_title() -> None:
    assert compared("46400", "13400", DOLLARS, OUTPUT) == (
        "Shenzhen’s GDP per person is about 3.5 times Zhuhai’s.",
        "深圳的人均生產總值是珠海的約3.5倍。",
        "深圳的人均生产总值是珠海的约3.5倍。",
        "Em termos de PIB por habitante, Shenzhen tem cerca de 3,5 vezes o valor de Zhuhai.",
    )


def test_nearly_half() -> None:
    assert compared("49", "100") == (
        "Shenzhen has nearly half as many people as Zhuhai.",
        "深圳的人口是珠海的近一半。",
        "深圳的人口是珠海的近一半。",
        "Shenzhen tem quase metade do número de habitantes de Zhuhai.",
    )
    assert compared("34", "100", DOLLARS, OUTPUT) == (
        "Shenzhen’s GDP per person is about a third of Zhuhai’s.",
        "深圳的人均生產總值是珠海的約三分之一。",
        "深圳的人均生产总值是珠海的约三分之一。",
        "Em termos de PIB por habitante, Shenzhen tem cerca de um terço do valor de Zhuhai.",
    )


def test_about_as_many_and_exactly_as_many() -> None:
    assert compared("4.11 million", "4.13 million") == (
        "Shenzhen has about as many people as Zhuhai.",
        "深圳的人口與珠海相若。",
        "深圳的人口与珠海大致相当。",
        "Shenzhen e Zhuhai têm mais ou menos o mesmo número de habitantes.",
    )
    assert compared("9", "9", DOLLARS, OUTPUT)[0] == (
        "Shenzhen and Zhuhai have exactly the same GDP per person."
    )


def test_a_small_lead_is_told_in_per_cent_and_the_larger_one_first() -> None:
    assert compared("100", "118") == (
        "Zhuhai has 18% more people than Shenzhen.",
        "珠海的人口比深圳多18%。",
        "珠海的人口比深圳多18%。",
        "Zhuhai tem 18% mais habitantes do que Shenzhen.",
    )


def test_per_cent_of_per_cent_are_never_told() -> None:
    assert compared("1.2", "1", SHARE, OUTPUT)[0] == (
        "Shenzhen’s GDP per person is 1.2 times Zhuhai’s."
    )


@pytest.mark.parametrize("number", ["0", "-3"])
def test_nothing_is_a_multiple_of_nothing(number: str) -> None:
    assert compared(number, "4")[0] == "Zhuhai’s population is greater than Shenzhen’s."


def test_figures_of_two_years_say_so() -> None:
    made = layer(value("shenzhen", "30", 2022), value("zhuhai", "10", 2023))

    assert sentences(made).comparison("shenzhen", "zhuhai", 2023) == (
        "Shenzhen has 3 times as many people as Zhuhai."
        " The figure of Shenzhen is from 2022, that of Zhuhai from 2023."
    )
    assert sentences(made, tag="zh-Hant").comparison("shenzhen", "zhuhai", 2023) == (
        "深圳的人口是珠海的3倍。深圳是2022年的數字，珠海是2023年的數字。"
    )


def test_the_years_are_named_in_the_order_of_the_places() -> None:
    made = layer(value("zhuhai", "10", 2023), value("shenzhen", "72", 2022))

    assert sentences(made).comparison("zhuhai", "shenzhen", 2023) == (
        "Shenzhen has 7.2 times as many people as Zhuhai."
        " The figure of Shenzhen is from 2022, that of Zhuhai from 2023."
    )


def test_what_is_counted_in_another_way_is_not_compared() -> None:
    points = (value("shenzhen", "30"), value("macao", "10"))
    made = layer(*points, apart=("macao",))

    assert sentences(made).comparison("shenzhen", "macao") == (
        "Shenzhen and Macao count in different ways, so we do not compare them."
    )


def test_nothing_is_compared_across_a_change_of_method() -> None:
    note = text("a new census", "新普查", "新普查", "novo censo")
    step = Break(before=WrittenDate(2020), note=note)
    made = layer(value("shenzhen", "30", 2019), value("zhuhai", "10", 2020))
    made = made.model_copy(update={"breaks": (step,)})

    assert sentences(made).comparison("shenzhen", "zhuhai", 2020) == ""
    assert not made.comparable(*made.points)


def test_rough_figures_that_are_near_each_other_are_not_put_in_order() -> None:
    made = layer(value("shenzhen", "550", bound="more-than"), value("zhuhai", "560"))

    assert sentences(made).comparison("shenzhen", "zhuhai") == (
        "The figures of Shenzhen and Zhuhai are too rough to say which is greater."
    )


def test_a_reading_has_value_date_and_rank() -> None:
    made = layer(value("shenzhen", "17.56 million"), value("zhuhai", "2.44 million"))

    assert tuple(sentences(made, tag=tag).reading("zhuhai") for tag in LANGUAGES) == (
        "Zhuhai (2020): 2.44 million people, 2nd of 2.",
        "珠海（2020年）：244萬人，2個地方中排第2。",
        "珠海（2020年）：244万人，2个地方中排第2。",
        "Zhuhai (2020): 2,44 milhões de habitantes, 2.º lugar entre 2.",
    )
    assert sentences(made).reading("macao") == "Macao: no figure that we could confirm."


def test_a_reading_of_another_year_says_so() -> None:
    made = layer(value("shenzhen", "30", 2022), value("zhuhai", "30", 2023))

    assert sentences(made).reading("shenzhen", 2023) == (
        "Shenzhen (2022): 30 people, joint 1st of 2."
        " There is no figure for 2023; this one is from 2022."
    )


def test_a_quotient_says_how_it_was_calculated() -> None:
    upper = layer(title=text("GDP", "生產總值", "生产总值", "PIB")).model_copy(update={"id": "gdp"})
    lower = layer().model_copy(update={"id": "population"})
    made = layer(title=OUTPUT).model_copy(update={"divide": ("gdp", "population")})

    assert (
        calculation(made, (upper, lower, made), "en", WORDS)
        == "Calculated: GDP ÷ Population, rounded."
    )
    assert (
        calculation(made, (upper, lower, made), "pt", WORDS)
        == "Cálculo: PIB ÷ População, arredondado."
    )
    assert calculation(upper, (upper, lower), "en", WORDS) == ""


def test_what_was_computed_is_about_so_much_in_every_sentence() -> None:
    points = (value("shenzhen", "20000"), value("zhuhai", "10000"))
    made = layer(*points, title=OUTPUT).model_copy(update={"divide": ("gdp", "population")})
    said = sentences(made, DOLLARS)

    assert said.reading("shenzhen") == "Shenzhen (2020): about US$20,000, 1st of 2."
    assert said.comparison("shenzhen", "zhuhai") == (
        "Shenzhen’s GDP per person is about twice Zhuhai’s."
    )
