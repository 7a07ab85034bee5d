"""What this machine demands of a pack before it shows it, and taking one that has all of it."""

from __future__ import annotations

import datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from kiosk.guard.content.release_trial import try_release
from kiosk.publishing.manifest import release_id
from kiosk.publishing.refusal import PackRefused
from kiosk.publishing.signing import read_public_keys, verified_by
from kiosk.publishing.unpacking import OpenPack, opened_pack
from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.guard.content.release_store import Release, ReleaseStore
    from kiosk.publishing.manifest import Manifest


class Demands(NamedTuple):
    """What a pack has to be.

    `keys` is the folder with the public keys of those who may publish; with `signed` nothing else
    is taken.  `kiosk` is the name by which drafts are meant for this machine.  With `older` a pack
    may be older than what is shown.
    """

    keys: Path
    signed: bool = False
    kiosk: str = ""
    older: bool = False


def install(
    pack: Path,
    store: ReleaseStore,
    demands: Demands,
    *,
    trial: Callable[[Path], None] = try_release,
    today: Callable[[], datetime.date] = datetime.date.today,
) -> Release:
    """Take a pack, or a folder, and have it shown; raises PackRefused, and OSError as of the disk.

    What is shown then changes between two visitors.
    """
    with opened_pack(pack) as opened:
        demand_signature(opened, demands)
        accept = partial(_demand, demands=demands, store=store, today=today())
        return store.take(opened, demand=accept, trial=trial)


def is_here(pack: Path, store: ReleaseStore) -> bool:
    """Whether this machine has taken that pack; raises PackRefused for what is none.

    One that was unpacked by somebody who was killed before it was to be shown is not taken.
    """
    with opened_pack(pack) as opened:
        name = release_id(opened.manifest, opened.written)
    return name in store.pointer.taken and store.release(name) is not None


def demand_signature(opened: OpenPack, demands: Demands) -> str | None:
    """Whose key has signed a pack, None where nobody's has to have; raises PackRefused."""
    known = read_public_keys(demands.keys)
    if opened.signature is None:
        if demands.signed:
            raise PackRefused(Phrase("it is not signed, and this machine demands that"))
        return None
    signer = verified_by(opened.written, opened.signature, known)
    if signer is None and (demands.signed or known):
        raise PackRefused(
            Phrase(
                "its signature is by no key of this machine, or it was changed after it was signed"
            )
        )
    return signer


def _demand(
    manifest: Manifest, *, demands: Demands, store: ReleaseStore, today: datetime.date
) -> None:
    """Refuse what is older than what is shown, and drafts that are not for here or for today."""
    draft = manifest.draft
    if draft is not None:
        if draft.kiosk != demands.kiosk:
            raise PackRefused(Phrase("it is a draft for the kiosk {name}", name=draft.kiosk))
        if draft.until < today:
            raise PackRefused(Phrase("it is a draft until {day}", day=draft.until.isoformat()))
        return
    shown = store.release(store.pointer_to_change().release)
    if shown is not None and manifest.version < shown.manifest.version and not demands.older:
        raise PackRefused(
            Phrase(
                "it is older, of {made}, than what is shown, of {shown}",
                made=f"{manifest.made:%Y-%m-%d %H:%M}",
                shown=f"{shown.manifest.made:%Y-%m-%d %H:%M}",
            )
        )
