"""The alert rules and the dashboard ask for what is told, and a real Prometheus takes them."""

from __future__ import annotations

import http.server
import json
import re
import socket
import subprocess
import threading
import urllib.request
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.guard.control.orders import ORDERS, parse_order
from kiosk.guard.status.prometheus_text import prometheus_text
from tests.guard.status.metrics_reading import read_metrics
from tests.guard.status.test_prometheus_text import FULL
from tests.project import PROJECT
from tests.tools import needs
from tests.waiting import wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FLEET = PROJECT / "docs" / "fleet"
METRIC = re.compile(r"\bkiosk_[a-z_]+\b")


def test_rules_and_dashboard_ask_for_nothing_that_is_not_told() -> None:
    told = set(read_metrics(prometheus_text(FULL)))
    panels = json.loads((FLEET / "dashboard.json").read_text("utf-8"))["panels"]
    asked = " ".join(target["expr"] for panel in panels for target in panel["targets"])

    assert set(METRIC.findall(asked)) <= told
    assert set(METRIC.findall((FLEET / "alerts.yaml").read_text("utf-8"))) <= told
    assert told - set(METRIC.findall((FLEET / "README.md").read_text("utf-8"))) == set()


def test_the_panels_of_the_dashboard_lie_beside_each_other() -> None:
    panels = json.loads((FLEET / "dashboard.json").read_text("utf-8"))["panels"]
    cells = [
        (x, y)
        for place in (panel["gridPos"] for panel in panels)
        for x in range(place["x"], place["x"] + place["w"])
        for y in range(place["y"], place["y"] + place["h"])
    ]

    assert len(set(cells)) == len(cells)
    assert max(x for x, _ in cells) < 24
    assert len({panel["id"] for panel in panels}) == len(panels)


@needs("promtool")
@pytest.mark.parametrize(
    "words", [("check", "rules", "alerts.yaml"), ("test", "rules", "alerts_test.yaml")]
)
def test_the_tool_of_prometheus_finds_the_rules_good(words: tuple[str, ...]) -> None:
    answer = subprocess.run(
        ["promtool", *words], cwd=FLEET, capture_output=True, text=True, check=False
    )

    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_the_recipe_for_nodel_tells_what_kiosk_tell_understands() -> None:
    """Nodel runs it in Jython 2.5; here the names of its toolkit are stand-ins."""
    commands: list[list[str]] = []
    signals: dict[str, Any] = {}

    def quick_process(command: list[str], finished: Any) -> None:
        commands.append(command)
        status = json.dumps(FULL.told())
        finished(SimpleNamespace(code=0, stdout=status, stderr=""))

    def local_action(_: object) -> Any:
        return _as_it_is

    def local_event(described: dict[str, Any]) -> Any:
        return SimpleNamespace(emit=partial(signals.__setitem__, described["title"]))

    names: dict[str, Any] = {
        "Parameter": _none,
        "LocalEvent": local_event,
        "Timer": _none,
        "local_action": local_action,
        "quick_process": quick_process,
        "json_decode": json.loads,
    }
    source = (FLEET / "nodel" / "script.py").read_text("utf-8")
    exec(compile(source, "script.py", "exec"), names)
    for name, argument in (
        *(("Home", None), ("Language", "pt"), ("Tour", "rise"), ("Restart", None)),
        *(("Power", "Off"), ("Power", "On"), ("Muting", "On"), ("Muting", "Off")),
    ):
        names[name](argument)
    names["ask"]()

    assert {command[0] for command in commands} == {"/opt/kiosk/bin/kiosk"}
    told = [parse_order(" ".join(command[2:])).word for command in commands]
    assert {*told, "picture"} == set(ORDERS)
    assert signals["Status"]["message"] == "it shows other content than its own: last-good"
    assert signals["Who has it"] == "open"


def _none(*_: object) -> None:
    """A parameter that nobody has set, and a timer that never comes."""


def _as_it_is(function: object) -> object:
    return function


class _Kiosk(http.server.BaseHTTPRequestHandler):
    """What node_exporter would say of the folder."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; version=0.0.4")
        self.end_headers()
        self.wfile.write(prometheus_text(FULL).encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def kiosk() -> Iterator[int]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Kiosk) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


@needs("prometheus")
def test_a_real_prometheus_takes_what_a_kiosk_says_and_raises_the_alerts(
    kiosk: int, tmp_path: Path
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    (tmp_path / "prometheus.yml").write_text(
        "global: {scrape_interval: 200ms, evaluation_interval: 200ms}\n"
        f"rule_files: [{FLEET}/alerts.yaml]\n"
        "scrape_configs:\n"
        "  - job_name: kiosks\n"
        "    static_configs:\n"
        f"      - targets: ['127.0.0.1:{kiosk}']\n"
    )
    with subprocess.Popen(
        [
            "prometheus",
            f"--config.file={tmp_path}/prometheus.yml",
            f"--storage.tsdb.path={tmp_path}/data",
            f"--web.listen-address={address}",
            "--log.level=error",
        ],
        stderr=subprocess.PIPE,
    ) as server:
        try:
            alerts: dict[str, str] = {}

            def raised() -> bool:
                alerts.update(_alerts(address))
                return "KioskNotAlive" in alerts

            wait_for(raised, seconds=60)
            rules = _answer(address, "rules")["groups"][0]["rules"]
        finally:
            server.terminate()

    assert {rule["health"] for rule in rules} <= {"ok", "unknown"}
    assert alerts == {"KioskNotAlive": "firing", "KioskContentNotItsOwn": "pending"}


def _alerts(address: str) -> dict[str, str]:
    try:
        found = _answer(address, "alerts")["alerts"]
    except OSError:
        return {}
    return {each["labels"]["alertname"]: each["state"] for each in found}


def _answer(address: str, what: str) -> Any:
    with urllib.request.urlopen(f"http://{address}/api/v1/{what}", timeout=10) as answer:
        return json.loads(answer.read())["data"]
