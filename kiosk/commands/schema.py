"""Write JSON Schemas of the content files, with which an editor completes and explains keys."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.content_folder import add_content_folder, content_folder
from kiosk.exhibit.authoring.schema import SCHEMAS_FOLDER, described_files, write_schemas

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose schemas they are, and where they go."""
    add_content_folder(parser)
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FOLDER",
        help=f"where to write them; without it, the folder '{SCHEMAS_FOLDER}' in the content",
    )


def run(arguments: argparse.Namespace) -> int:
    """Write them and say how an editor finds them.  Returns 0, or 2 where they can't be written."""
    content = content_folder("schema", arguments.folder)
    if content is None:
        return 2
    out = arguments.out or content / SCHEMAS_FOLDER
    try:
        written = write_schemas(out)
    except OSError as error:
        reason = error.strerror or error
        print(f"kiosk schema: {out} can't be written: {reason}", file=sys.stderr)
        return 2
    print(_told(content, out, len(written)))
    return 0


def _told(content: Path, out: Path, count: int) -> str:
    inside = out.resolve().is_relative_to(content.resolve())
    place = out.resolve().relative_to(content.resolve()) if inside else out.resolve()
    mapping = {
        f"{place.as_posix()}/{name}.json": files for name, files in described_files().items()
    }
    settings = json.dumps({"yaml.schemas": mapping}, indent=2)
    beside = f"../{place.as_posix()}" if inside else place.as_posix()
    return f"""\
{count} schemas are in {out}.

An editor with a YAML language server (VS Code: the extension "YAML") finds the schema of a file
by its first line, which `kiosk new` writes; that of a place is

# yaml-language-server: $schema={beside}/zone.json

For all files at once, open the folder {content} in VS Code and write this into
.vscode/settings.json:

{settings}"""
