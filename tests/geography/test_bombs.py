"""Small files that want to become huge ones: refused within a second and 100 MB."""

from __future__ import annotations

import gzip
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 4
"""Of the processor, in whole ones; it takes less than one where no other work runs beside."""
MEGABYTES = 100

READ = f"""
import resource, sys
from pathlib import Path
from kiosk.geography.drawing import DrawingError, read_drawing
with open("/proc/self/statm") as stat:
    there = int(stat.read().split()[0]) * resource.getpagesize()
used = resource.getrusage(resource.RUSAGE_SELF)
begun = int(used.ru_utime + used.ru_stime)
most = there + {MEGABYTES} * 1024 * 1024
resource.setrlimit(resource.RLIMIT_AS, (most, most))
resource.setrlimit(resource.RLIMIT_CPU, (begun + {SECONDS}, begun + {SECONDS}))
try:
    read_drawing(Path(sys.argv[1]))
    print("read")
except DrawingError as error:
    print(error.message)
"""

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


CASES = {
    "entities": f'<!DOCTYPE svg [<!ENTITY a0 "ha">{LAUGHS}]>{HEAD}<g id="&a8;"/></svg>',
    "one long entity": '<!DOCTYPE svg [<!ENTITY a "'
    + "ha" * 40
    + f'">]>{HEAD}<g id="'
    + "&a;" * 300_000
    + '"/></svg>',
    "uses": f"{HEAD}{SQUARE}{uses(8, 12)}</svg>",
    "uses of symbols": f"{HEAD}<defs>{SQUARE}{uses(7, 30, 'symbol')}</defs><use href='#x7'/></svg>",
    "uses of nothing": f"{HEAD}<g id='x0'/>{uses(8, 40)}</svg>",
    "uses of a long line": f"{HEAD}<path id='x0' d='M0 0{'L1 2 3 4' * 9_999}'/>{uses(1, 99)}</svg>",
    "uses of itself": f'{HEAD}<g id="x0"><use href="#x0"/><use href="#x0"/></g></svg>',
    "shapes": f"{HEAD}{'<g/>' * 1_500_000}</svg>",
    "attributes": f"{HEAD}<g {' '.join(f'a{n}=' + chr(34) * 2 for n in range(700_000))}/></svg>",
    "a long title": f"{HEAD}<title>{'title ' * 1_000_000}</title></svg>",
    "a long style sheet": f"{HEAD}<style>{'.a{fill:red}' * 500_000}</style></svg>",
}


def read_in_limits(file: Path) -> str:
    """What a child said that may neither grow nor take long."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(file)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits as Linux has them")
@pytest.mark.parametrize("name", CASES)
def test_a_bomb_is_refused_within_a_second_and_100_megabytes(tmp_path: Path, name: str) -> None:
    file = tmp_path / "map.svg"
    file.write_text(CASES[name], encoding="utf-8")

    said = read_in_limits(file)

    assert said != "read" or name == "uses of itself"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits as Linux has them")
def test_a_compressed_bomb_is_never_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "map.svgz"
    file.write_bytes(gzip.compress(HEAD.encode() + b" " * 200_000_000 + b"</svg>", 1))

    assert "compressed" in read_in_limits(file)
