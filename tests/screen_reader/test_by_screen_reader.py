"""A whole visit by AT-SPI alone: a real exhibit on a real X server, heard over a real bus."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import PySide6
import pytest

from tests.bench.processes import x_server
from tests.project import PROJECT
from tests.tools import do_without, needs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

pytestmark = needs("Xvfb", "dbus-daemon")

DEBIANS_PYTHON = Path("/usr/bin/python3")
BUS_LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
READER = Path(__file__).with_name("reader.py")
HANG_GUARD_SECONDS = 400

ANNOUNCES_SINCE = (6, 11)
"""Qt 6.10 knows announcements, and tells none of them over this bus."""

Stops = dict[str, list[dict[str, Any]]]


class Visit(NamedTuple):
    """What was heard at each stop, and what the exhibit has said by itself."""

    stops: Stops
    announced: list[str]


@pytest.fixture(scope="module")
def visit() -> Iterator[Visit]:
    """A visit, after which the exhibit lived on."""
    look_for_what_screen_readers_use()
    with tempfile.TemporaryDirectory(prefix="at-") as folder, x_server(1920, 1080) as environment:
        assert environment is not None
        environment = {
            **environment,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "HOME": folder,
            "XDG_RUNTIME_DIR": folder,
            "XDG_CACHE_HOME": folder,
        }
        with session_bus(environment) as address:
            environment["DBUS_SESSION_BUS_ADDRESS"] = address
            yield _visit(Path(folder), environment)


@pytest.fixture
def stops(visit: Visit) -> Stops:
    return visit.stops


def look_for_what_screen_readers_use() -> None:
    """Do without where Debian's own Python can't hear what is told."""
    if not BUS_LAUNCHER.exists():
        do_without("not installed: at-spi2-core")
    imports = "import gi; gi.require_version('Atspi', '2.0')"
    if (
        not DEBIANS_PYTHON.exists()
        or subprocess.run(
            [DEBIANS_PYTHON, "-c", imports], stderr=subprocess.DEVNULL, check=False
        ).returncode
    ):
        do_without("not installed: python3-gi, gir1.2-atspi-2.0")


@contextmanager
def session_bus(environment: Mapping[str, str]) -> Iterator[str]:
    """The address of a session's bus of its own; the bus of screen readers comes by itself."""
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert bus.stdout is not None
    try:
        yield bus.stdout.readline().strip()
    finally:
        bus.terminate()
        bus.wait()
        bus.stdout.close()


def _visit(folder: Path, environment: Mapping[str, str]) -> Visit:
    settings = folder / "settings.yaml"
    settings.write_text(f"folders: {{state: {folder / 'state'}, logs: {folder / 'logs'}}}\n")
    command = [sys.executable, str(PROJECT / "main.py"), "run", "--still"]
    with (folder / "out").open("wb") as out:
        exhibit = subprocess.Popen(
            [*command, "--settings", str(settings)], env=environment, stdout=out, stderr=out
        )
    try:
        # The library reads nothing of ours: Debian's Python has its own modules.
        reader = subprocess.run(
            [DEBIANS_PYTHON, "-I", READER],
            env={key: value for key, value in environment.items() if key != "PYTHONPATH"},
            capture_output=True,
            text=True,
            timeout=HANG_GUARD_SECONDS,
            check=False,
        )
        assert exhibit.poll() is None, (folder / "out").read_text()
    finally:
        exhibit.terminate()
        exhibit.wait()
    assert reader.returncode == 0, reader.stderr
    return Visit(**json.loads(reader.stdout))


def _names(told: list[dict[str, Any]], role: str) -> list[str]:
    return [each["name"] for each in told if each["role"] == role]


def test_languages_are_radio_buttons_and_the_chosen_one_is_checked(stops: Stops) -> None:
    for stop, chosen in (("start", "English"), ("language", "Português")):
        languages = [each for each in stops[stop] if each["role"] == "radio button"]
        assert [each["name"] for each in languages if each["checked"]] == [chosen]
        assert [each["locale"] for each in languages] == ["en_GB", "zh_HK", "zh_CN", "pt_PT"]


def test_places_on_the_map_have_a_name_and_a_position(stops: Stops) -> None:
    places = {each["name"]: each["area"] for each in stops["start"] if each["area"]}

    assert places["Zhaoqing"][0] < places["Qianhai"][0] < places["Hong Kong SAR"][0]


def test_the_figure_is_heard_in_portuguese(stops: Stops) -> None:
    told = {each["name"]: each for each in stops["place"]}

    assert told["Qianhai"]["role"] in ("heading", "push button")
    assert "Qianhai" in _names(stops["place"], "heading")
    figure = told["691 de Hong Kong"]
    assert figure["locale"] == "pt_PT"
    assert _names(stops["place"], "page tab") == ["Dados", "Gráficos", "Histórias"]
    tabs = [each["selected"] for each in stops["place"] if each["role"] == "page tab"]
    assert tabs == [True, False, False]


@pytest.mark.skipif(
    PySide6.__version_info__[:2] < ANNOUNCES_SINCE, reason="this Qt announces nothing over AT-SPI"
)
def test_the_page_that_has_come_is_announced(visit: Visit) -> None:
    assert "Qianhai. Página 1 de 2" in visit.announced


def test_the_source_is_heard_in_a_dialog_that_closes(stops: Stops) -> None:
    assert _names(stops["source"], "dialog") == ["Sobre esta fonte"]
    assert "Diário do Povo, 16 de junho de 2024" in _names(stops["source"], "label")
    assert _names(stops["closed"], "dialog") == []


def test_the_comfort_tray_is_modal_and_nothing_else_is_heard(stops: Stops) -> None:
    (tray,) = (each for each in stops["tray"] if each["role"] == "dialog")

    assert tray["modal"]
    assert "Mapa" not in [each["name"] for each in stops["tray"]]
    assert len(_names(stops["tray"], "check box")) >= 2
    assert _names(stops["end"], "page tab") == ["Dados", "Gráficos", "Histórias"]
