"""Say what visitors have opened, from the ledger of one kiosk or of several.

Whatever was counted fewer than five times is told together with others.
"""

from __future__ import annotations

import datetime
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.options import add_content_option, add_day_option, add_settings_option
from kiosk.settings.settings_file import read_settings
from kiosk.text.invisible import visible
from kiosk.visits.cells import LEDGER_NAME
from kiosk.visits.counted_names import CountedNames
from kiosk.visits.ledger import read_counts
from kiosk.visits.totals import since
from kiosk.visits.written_counts import counts_csv, counts_json, counts_table

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.visits.totals import Counts


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which ledgers, from when on, and as what."""
    parser.add_argument(
        "ledgers",
        nargs="*",
        type=Path,
        metavar="LEDGER",
        help=f"a {LEDGER_NAME}, or the folder that has it; without any, this machine's",
    )
    add_day_option(parser, "--since", "from that day on")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="a line for each hour and thing")
    form.add_argument(
        "--html", type=Path, metavar="FILE", help="a page with charts, to be read and printed"
    )
    form.add_argument("--json", action="store_true", help="the same for programs")
    add_content_option(parser, "the exhibit that was shown, for its names and map")
    add_settings_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Tell it.  Returns 0, or 1 where a ledger can't be read."""
    settings = read_settings(arguments.settings).settings
    files = [_ledger_of(each) for each in arguments.ledgers or [settings.state]]
    ledgers: dict[str, Counts] = {}
    for file, name in zip(files, _names_of(files), strict=True):
        try:
            counts = read_counts(file, datetime.datetime.now())
        except FileNotFoundError:
            return _refuse(f"there is no ledger {file}: nothing was counted, or it is elsewhere")
        except (OSError, sqlite3.Error) as error:
            return _refuse(f"{file} can't be read: {error}")
        ledgers[name] = since(counts, arguments.since)
    if arguments.csv:
        print(counts_csv(ledgers), end="")
    elif arguments.json:
        print(counts_json(ledgers))
    else:
        exhibit = _exhibit(arguments.content or settings.content)
        names = CountedNames(exhibit)
        if arguments.html:
            return _write_page(arguments.html, ledgers, names, exhibit)
        for line in counts_table(ledgers, names).splitlines():
            print(visible(line))
    return 0


def _write_page(
    out: Path, ledgers: dict[str, Counts], names: CountedNames, exhibit: Exhibit | None
) -> int:
    from kiosk.atomic_file import write_text
    from kiosk.exhibit.reading.cover import cover_of
    from kiosk.screen.map.map_file import first_map
    from kiosk.shipped import shipped
    from kiosk.shipped_yaml import shipped_yaml
    from kiosk.visits.visits_page import visits_page

    world = None
    if exhibit is not None:
        cover = cover_of(exhibit)
        drawn = first_map(cover.map_file, cover.meanings)
        world = drawn.world((cover.on_our_map() if drawn.is_ours else cover).landmarks)
    tokens = shipped_yaml(shipped("assets") / "look" / "tokens.yaml")
    page = visits_page(ledgers, names, world, tokens, datetime.date.today())
    try:
        write_text(out, page)
    except OSError as error:
        return _refuse(f"{out} can't be written: {error.strerror or error}")
    return 0


def _ledger_of(named: Path) -> Path:
    return named / LEDGER_NAME if named.is_dir() else named


def _names_of(files: Iterable[Path]) -> list[str]:
    """Kiosks are called by their files, or by the folders of those that are called as usual."""
    names: list[str] = []
    for file in files:
        whole = file.resolve()
        name = whole.parent.name if whole.name == LEDGER_NAME else whole.stem
        taken, number = name, 2
        while name in names:
            name, number = f"{taken} {number}", number + 1
        names.append(name)
    return names


def _exhibit(content: Path) -> Exhibit | None:
    from kiosk.exhibit.reading.exhibit_reading import read_exhibit

    return read_exhibit(content).exhibit


def _refuse(reason: str) -> int:
    print(f"kiosk visits: {visible(reason)}", file=sys.stderr)
    return 1
