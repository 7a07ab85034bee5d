"""A look, a locale and panels with the exhibit's own figures, and charts painted on images."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from kiosk.exhibit.model.exhibit import ChartPanel, Exhibit, Unit, Zone
from kiosk.languages.words import read_words
from kiosk.look.look import Look, read_look
from kiosk.screen.chart import build_chart
from kiosk.screen.chart.kinds import KINDS
from kiosk.screen.locale import Locale
from kiosk.text.multilingual import LANGUAGES, Text
from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kiosk.screen.chart import Chart
    from kiosk.screen.chart.areas import AreasPicture
    from kiosk.screen.chart.axis_chart import AxisChart
    from kiosk.screen.chart.axis_layout import AxisLayout
    from kiosk.screen.chart.depths import DepthsPicture
    from kiosk.screen.chart.labels import Label
    from kiosk.screen.chart.share import SharePicture

    MakePanel = Callable[..., ChartPanel]
    Painted = Callable[..., QImage]
    ShowChart = Callable[..., Chart]

ASSETS = PROJECT / "assets"


def said(words: str) -> dict[str, str]:
    return dict.fromkeys(LANGUAGES, words)


def layout_of(
    chart: type[AxisChart],
    panel: ChartPanel,
    locale: Locale,
    look: Look,
) -> AxisLayout:
    """What a kind of chart lays out in 648 x 560 u."""
    layout = chart()._lay_out(panel, locale, look, QSizeF(look.px(648), look.px(560)))
    assert layout is not None
    return layout


def words_of(laid_out: AxisLayout | SharePicture | AreasPicture | DepthsPicture) -> list[str]:
    """The texts of its labels, in their order."""
    return [label.setting._layout.text() for label in laid_out.labels]


def letters(label: Label) -> QRectF:
    """What the letters of a label cover, roughly: less than the boxes of its lines."""
    trim = label.rect.height() / label.setting.line_count * 0.2
    return label.rect.adjusted(0, trim, 0, -trim)


def touching(labels: Sequence[Label]) -> list[tuple[str, str]]:
    """The texts of all pairs of labels whose letters overlap."""
    return [
        (one.setting._layout.text(), other.setting._layout.text())
        for index, one in enumerate(labels)
        for other in labels[index + 1 :]
        if letters(one).intersects(letters(other))
    ]


def outside(labels: Sequence[Label], look: Look) -> list[str]:
    """The texts of the labels that reach out of a chart of 648 x 560 u."""
    chart = QRectF(-0.5, -0.5, look.px(648) + 1, look.px(560) + 1)
    return [label.setting._layout.text() for label in labels if not chart.contains(letters(label))]


@pytest.fixture(scope="session")
def look(qapp: object) -> Look:
    return read_look(ASSETS)


@pytest.fixture(scope="session")
def exhibit() -> Exhibit:
    facts = {
        "kind": "facts",
        "id": "facts",
        "facts": [{"id": "teams", "value": "691", "unit": "team", "label": said("teams")}],
    }
    zones = [
        Zone.model_validate(
            {
                "id": zone,
                "kind": "city",
                "name": said(name),
                "introduction": said(name),
                "panels": [facts],
            }
        )
        for zone, name in (("shenzhen", "Shenzhen"), ("hong-kong", "Hong Kong SAR"))
    ]
    units = {
        "team": Unit(id="team", kind="count", phrase=Text.same("{n} teams")),
        "world-rank": Unit(id="world-rank", kind="measure", phrase=Text.same("No. {n}")),
        "yuan": Unit(id="yuan", kind="measure", phrase=Text.same("{n} yuan")),
    }
    return Exhibit(
        folder=Path("content"),
        title=Text.same("Greater Bay Area"),
        welcome=Text.same("Welcome"),
        languages=("en", "zh-Hant", "zh-Hans", "pt"),
        map_file=Path("map.svg"),
        zones=tuple(zones),
        sources={},
        units=units,
    )


@pytest.fixture(scope="session")
def locales(exhibit: Exhibit) -> dict[str, Locale]:
    words = read_words(ASSETS / "words")
    return {language: Locale(language, words, exhibit) for language in LANGUAGES}


@pytest.fixture(scope="session")
def make_panel() -> MakePanel:
    def make(chart: str, **keys: Any) -> ChartPanel:
        sound = {
            "kind": "chart",
            "id": "growth",
            "headline": said("Nearly six in ten teams came from Hong Kong"),
            "sentence": said("Of 1,195 teams, 691 came from Hong Kong."),
            "unit": "team",
            "source": "people-daily",
            "as_of": "2024-06",
        }
        return ChartPanel.model_validate({**sound, "chart": chart, **keys})

    return make


def series(*points: Mapping[str, object], name: str = "teams", id: str = "teams") -> dict[str, Any]:
    return {"id": id, "label": said(name), "points": list(points)}


@pytest.fixture(scope="session")
def teams(make_panel: MakePanel) -> ChartPanel:
    hong_kong = {"id": "hong-kong", "label": said("from Hong Kong"), "value": "691"}
    return make_panel("waffle", of="1195", rest=said("from elsewhere"), series=[hong_kong])


@pytest.fixture(scope="session")
def growth(make_panel: MakePanel) -> ChartPanel:
    return make_panel("line", series=[series(*_GROWTH)])


@pytest.fixture(scope="session")
def columns(make_panel: MakePanel) -> ChartPanel:
    return make_panel("bar", series=[series(*_GROWTH)])


@pytest.fixture(scope="session")
def users(make_panel: MakePanel) -> ChartPanel:
    points = [
        {"at": at, "value": value, "bound": "more-than"}
        for at, value in (("2022-05", "3400"), ("2022-09", "3800"), ("2024-03", "6000"))
    ]
    return make_panel("bar", series=[series(*points, name="users")])


@pytest.fixture(scope="session")
def ranks(make_panel: MakePanel) -> ChartPanel:
    points = [
        {"at": str(year), "value": rank}
        for year, rank in zip(range(2020, 2026), "222221", strict=True)
    ]
    note = said("New method: venture capital deals count too")
    return make_panel(
        "line",
        unit="world-rank",
        scale="rank",
        breaks=[{"before": "2025", "note": note}],
        series=[series(*points)],
    )


@pytest.fixture(scope="session")
def share(make_panel: MakePanel) -> ChartPanel:
    parts = [
        {"id": "hong-kong", "label": said("from Hong Kong"), "value": "691"},
        {"id": "macao", "label": said("from Macao"), "value": "200"},
    ]
    return make_panel("share", of="1195", rest=said("from elsewhere"), series=parts)


@pytest.fixture(scope="session")
def ranking(make_panel: MakePanel) -> ChartPanel:
    points = (
        {"zone": "hong-kong", "value": "300"},
        {"zone": "shenzhen", "value": "900", "bound": "more-than"},
        {"label": said("Elsewhere"), "value": "600"},
    )
    return make_panel("ranking", series=[series(*points)])


@pytest.fixture(scope="session")
def islands(make_panel: MakePanel) -> ChartPanel:
    return make_panel("areas", series=_scaled(("macao", "33"), ("hengqin", "106")))


@pytest.fixture(scope="session")
def shafts(make_panel: MakePanel) -> ChartPanel:
    return make_panel("depths", series=_scaled(("observatory", "700"), ("laboratory", "2000")))


def _scaled(*parts: tuple[str, str]) -> list[dict[str, object]]:
    return [{"id": part, "label": said(f"from {part}"), "value": value} for part, value in parts]


@pytest.fixture(scope="session")
def timeline(make_panel: MakePanel) -> ChartPanel:
    events = (
        {"at": "2024-06-16", "label": said("1,195 teams")},
        {"at": "2014-12-07", "label": said("The E-hub opens")},
        {"at": "2020", "label": said("Super steel is announced")},
    )
    return make_panel("timeline", unit=None, series=[series(*events)])


@pytest.fixture(scope="session")
def charts(qapp: object) -> dict[str, Chart]:
    """One chart of each kind, as in the exhibit: built once and shown again."""
    return {kind: build_chart(kind) for kind in KINDS}


@pytest.fixture
def painted(charts: dict[str, Chart], look: Look, locales: dict[str, Locale]) -> Painted:
    def paint(
        panel: ChartPanel,
        *,
        language: str = "en",
        look: Look = look,
        size: tuple[float, float] = (648, 560),
        progress: float = 1.0,
        margin: int = 0,
    ) -> QImage:
        width, height = (round(look.px(side)) for side in size)
        image = QImage(
            width + 2 * margin, height + 2 * margin, QImage.Format.Format_ARGB32_Premultiplied
        )
        image.fill(look.theme.panel)
        chart = charts[panel.chart]
        chart.show_panel(panel, locales[language], look)
        painter = QPainter(image)
        chart.paint(painter, QRectF(margin, margin, width, height), progress)
        painter.end()
        return image

    return paint


_GROWTH = (
    {"at": "2018-05", "value": "304"},
    {"at": "2022-07", "value": "601"},
    {"at": "2024-06", "value": "1195"},
)


@pytest.fixture
def panels(
    teams: ChartPanel,
    share: ChartPanel,
    users: ChartPanel,
    columns: ChartPanel,
    ranking: ChartPanel,
    growth: ChartPanel,
    ranks: ChartPanel,
    timeline: ChartPanel,
    islands: ChartPanel,
    shafts: ChartPanel,
) -> dict[str, list[ChartPanel]]:
    return {
        "waffle": [teams, teams],
        "share": [share, share],
        "bar": [users, columns],
        "ranking": [ranking, ranking],
        "line": [growth, ranks],
        "timeline": [timeline, timeline],
        "areas": [islands, islands],
        "depths": [shafts, shafts],
    }


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def show_chart(
    charts: dict[str, Chart],
    panels: dict[str, list[ChartPanel]],
    locales: dict[str, Locale],
    look: Look,
) -> ShowChart:
    """Show one of its two panels in the chart of a kind."""

    def show(kind: str, panel: int = 0, language: str = "en") -> Chart:
        charts[kind].show_panel(panels[kind][panel], locales[language], look)
        return charts[kind]

    return show


@pytest.fixture
def chart(show_chart: ShowChart, kind: str) -> Chart:
    """A chart of each kind, with its first panel."""
    return show_chart(kind)
