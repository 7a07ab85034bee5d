"""List the releases of this machine: which is shown, which can be shown again, what was refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kiosk.commands.machine_settings import machine_settings
from kiosk.commands.options import add_settings_option, add_store_option

if TYPE_CHECKING:
    import argparse

    from kiosk.guard.content.release_store import Release, ReleaseStore


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may follow `kiosk releases`."""
    add_store_option(parser)
    add_settings_option(parser)
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="json is for programs"
    )


def run(arguments: argparse.Namespace) -> int:
    """Returns 0, or 1 where no release is shown."""
    settings = machine_settings("releases", arguments).settings
    from kiosk.guard.content.release_folders import releases_folder
    from kiosk.guard.content.release_store import ReleaseStore

    store = ReleaseStore(arguments.store or releases_folder(settings.state))
    told = [_told(each, store) for each in store.releases()]
    refusals = [refusal._asdict() for refusal in store.pointer.refusals]
    if arguments.format == "json":
        print(json.dumps({"releases": told, "refused": refusals}, ensure_ascii=False, indent=2))
    else:
        for each in told:
            note = f"  {each['note']}" if each["note"] else ""
            print(f"{each['release']}  {each['made']:16}  {each['state']}{note}")
        for refusal in refusals:
            print(f"refused {refusal['moment'][:16]}  {refusal['name']}: {refusal['reason']}")
        if not told:
            print(f"there is no release in {store.folder}")
    return 0 if store.shown() is not None else 1


def _told(release: Release, store: ReleaseStore) -> dict[str, Any]:
    manifest = release.manifest
    return {
        "release": release.id,
        "version": manifest.version,
        "made": f"{manifest.made.astimezone():%Y-%m-%d %H:%M}",
        "note": manifest.note,
        "state": store.state_of(release),
        "files": len(manifest.files),
        "bytes": manifest.size,
    }
