"""Small files that want to become huge ones: refused within a second and 100 MB."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="limits as Linux has them"
)

SECONDS = 4
"""Of the processor, in whole ones; it takes less than one where no other work runs beside."""
MEGABYTES = 100

READ_EACH = f"""
import json, os, resource, sys
from pathlib import Path
from kiosk.geography.drawing import DrawingError, read_drawing

def read_in_limits(file):
    with open("/proc/self/statm") as stat:
        there = int(stat.read().split()[0]) * resource.getpagesize()
    most = there + {MEGABYTES} * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
    try:
        read_drawing(Path(file))
        return "read"
    except DrawingError as error:
        return error.message

for file in sys.argv[1:]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, json.dumps(read_in_limits(file)).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as said:
        print(said.read() or json.dumps(None), flush=True)
    os.waitpid(child, 0)
"""
"""Has a child of its own read each file, which may neither grow nor take long."""

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
SQUARE = '<path id="x0" d="M0 0h9v9z"/>'
LAUGHS = "".join(
    f'<!ENTITY a{n} "{"".join(f"&a{n - 1};" for _ in range(10))}">' for n in range(1, 9)
)


def uses(levels: int, each: int, tag: str = "g") -> str:
    """Things that use each other, each several times."""
    return "".join(
        f'<{tag} id="x{n}">' + f'<use href="#x{n - 1}"/>' * each + f"</{tag}>"
        for n in range(1, levels + 1)
    )


def squares(number: int) -> str:
    """So many shapes of one class, each with an id."""
    return "".join(f'<path id="y{n}" class="a" d="M0 0h9v9z"/>' for n in range(number))


CASES: dict[str, Callable[[], str]] = {
    "entities": lambda: f'<!DOCTYPE svg [<!ENTITY a0 "ha">{LAUGHS}]>{HEAD}<g id="&a8;"/></svg>',
    "one long entity": lambda: (
        f'<!DOCTYPE svg [<!ENTITY a "{"ha" * 40}">]>{HEAD}<g id="{"&a;" * 300_000}"/></svg>'
    ),
    "uses": lambda: f"{HEAD}{SQUARE}{uses(8, 12)}</svg>",
    "uses of symbols": lambda: (
        f"{HEAD}<defs>{SQUARE}{uses(7, 30, 'symbol')}</defs><use href='#x7'/></svg>"
    ),
    "uses of nothing": lambda: f"{HEAD}<g id='x0'/>{uses(8, 40)}</svg>",
    "uses of a long line": lambda: (
        f"{HEAD}<path id='x0' d='M0 0{'L1 2 3 4' * 9_999}'/>{uses(1, 99)}</svg>"
    ),
    "uses of a long style": lambda: (
        f"{HEAD}<path id='x0' d='M0 0h9v9z' style='{';' * 3_000_000}'/>{uses(1, 9_999)}</svg>"
    ),
    "uses of a symbol of many titles": lambda: (
        f"{HEAD}<symbol id='x0'>{'<title>path1</title>' * 9_999}</symbol>{uses(1, 9_999)}</svg>"
    ),
    "uses of a line with a fault": lambda: (
        f"{HEAD}<path id='x0' d='M0 0{'L1 2 3 4' * 9_999}?'/>{uses(1, 9_999)}</svg>"
    ),
    "shapes": lambda: f"{HEAD}{'<g/>' * 1_500_000}</svg>",
    "attributes": lambda: (
        f"{HEAD}<g {' '.join(f'a{n}=' + chr(34) * 2 for n in range(700_000))}/></svg>"
    ),
    "a long title": lambda: f"{HEAD}<title>{'title ' * 1_000_000}</title></svg>",
    "a long style sheet": lambda: f"{HEAD}<style>{'.a{fill:red}' * 500_000}</style></svg>",
}
"""Each made only where it is read: they are large."""

READ: dict[str, Callable[[], str]] = {
    "uses of itself": lambda: f'{HEAD}<g id="x0"><use href="#x0"/><use href="#x0"/></g></svg>',
    "an arc of digits": lambda: f'{HEAD}{SQUARE}<path d="M0 0A{"2" * 200}"/></svg>',
    "lines and a letter": lambda: f'{HEAD}{SQUARE}<path d="M0 0{"L1 1" * 400_000}L"/></svg>',
    "a length of digits": lambda: f'{HEAD}{SQUARE}<rect width="{"1" * 200_000}x"/></svg>',
    "a transform of blanks": lambda: f'{HEAD}{SQUARE}<g transform="{" " * 400_000}x"/></svg>',
    "an id of digits": lambda: f'{HEAD}{SQUARE}<path id="path{"1" * 60}é" d="M0 0h9v9z"/></svg>',
    "a label of digits": lambda: (
        f'{HEAD}{SQUARE}<g data-name="image{"1" * 60}é"><path d="M0 0h9v9z"/></g></svg>'
    ),
    "a style sheet without rules": lambda: f"{HEAD}{SQUARE}<style>{'a' * 250_000}</style></svg>",
    "rules for each of many shapes": lambda: (
        f"{HEAD}<style>{''.join(f'.a.b{n}{{fill:red}}' for n in range(2_000))}</style>"
        f"{squares(9_999)}</svg>"
    ),
    "one rule again and again": lambda: (
        f"{HEAD}<style>{'path{fill:red}' * 2_000}</style>{squares(9_999)}</svg>"
    ),
    "a style sheet of @": lambda: f"{HEAD}{SQUARE}<style>{'@' * 250_000}</style></svg>",
}
"""What is no more than strange: the rest of such a drawing is there, and as soon."""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str | None]:
    """What a child said of each bomb; None if it died of it."""
    cases = CASES | READ
    files = {name: tmp_path_factory.mktemp("bomb") / "map.svg" for name in cases}
    for name, file in files.items():
        file.write_text(cases[name](), encoding="utf-8")
    files["compressed"] = tmp_path_factory.mktemp("bomb") / "map.svgz"
    files["compressed"].write_bytes(
        gzip.compress(HEAD.encode() + b" " * 200_000_000 + b"</svg>", 1)
    )
    done = subprocess.run(
        [sys.executable, "-c", READ_EACH, *map(str, files.values())],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return dict(zip(files, answers, strict=True))


@pytest.mark.parametrize("name", CASES)
def test_a_bomb_is_refused_within_a_second_and_100_megabytes(
    said: dict[str, str | None], name: str
) -> None:
    assert said[name] not in (None, "read")


@pytest.mark.parametrize("name", READ)
def test_what_is_only_strange_is_read_within_a_second_and_100_megabytes(
    said: dict[str, str | None], name: str
) -> None:
    assert said[name] == "read"


def test_a_compressed_bomb_is_never_unpacked(said: dict[str, str | None]) -> None:
    assert "compressed" in (said["compressed"] or "")
