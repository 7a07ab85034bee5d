"""Releases: one is shown, whole, whatever happens; and there is always one to go back to."""

from __future__ import annotations

import datetime
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.content import release_folders, release_store
from kiosk.guard.content.release_folders import POINTER
from kiosk.guard.content.release_install import Demands, install, is_here
from kiosk.guard.content.release_store import ReleaseStore
from kiosk.publishing.manifest import PackDraft
from kiosk.publishing.packed_names import MANIFEST
from kiosk.publishing.packing import pack
from kiosk.publishing.refusal import PackRefused
from kiosk.publishing.signing import make_keys
from kiosk.text.phrase import Phrase
from tests.guard.content.releases import TODAY, Packs, count_of, nothing, taken
from tests.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exhibit.sound_content import Content


@pytest.fixture
def packs(tmp_path: Path, content: Content) -> Packs:
    return Packs(tmp_path, content)


@pytest.fixture
def store(tmp_path: Path) -> ReleaseStore:
    return ReleaseStore(tmp_path / "releases", today=lambda: TODAY)


def shown(tmp_path: Path) -> int:
    """What an exhibit that starts now would show."""
    return count_of(ReleaseStore(tmp_path / "releases", today=lambda: TODAY).shown())


def live(store: ReleaseStore) -> None:
    """The exhibit shows it for a minute."""
    name = store.pointer.release
    store.begin(name)
    store.confirm(name)
    store.end(name)


def crash(store: ReleaseStore, name: str) -> None:
    """An exhibit shows it and ends as nobody wanted."""
    script = (
        "import os, sys; sys.path.insert(0, sys.argv[1]);"
        "from pathlib import Path;"
        "from kiosk.guard.content.release_folders import ReleaseFolders;"
        "ReleaseFolders(Path(sys.argv[2])).begin(sys.argv[3]); os._exit(1)"
    )
    command = [sys.executable, "-c", script, str(PROJECT), str(store.folder), name]
    assert subprocess.run(command, check=False).returncode == 1


def test_before_the_first_pack_nothing_is_shown(store: ReleaseStore) -> None:
    assert store.shown() is None
    assert store.releases() == ()


def test_what_was_taken_is_shown(store: ReleaseStore, packs: Packs, tmp_path: Path) -> None:
    taken(store, packs.pack())
    taken(store, packs.pack())

    assert shown(tmp_path) == 2
    assert [count_of(each) for each in store.releases()] == [2, 1]


def test_the_same_pack_again_changes_nothing(
    store: ReleaseStore, packs: Packs, tmp_path: Path
) -> None:
    packed = packs.pack()
    taken(store, packed)
    live(store)
    before = store.pointer

    taken(store, packed)

    assert len(store.releases()) == 1
    assert store.pointer == before


def test_what_is_older_is_refused_unless_it_is_wanted(
    store: ReleaseStore, packs: Packs, tmp_path: Path
) -> None:
    first, second = packs.pack(), packs.pack()
    taken(store, second)

    with pytest.raises(PackRefused, match="it is older, of 2026-01-02 12:00, than what is shown"):
        taken(store, first)
    assert shown(tmp_path) == 2
    taken(store, first, older=True)
    assert shown(tmp_path) == 1


def test_a_trial_that_fails_leaves_everything_as_it_was(
    store: ReleaseStore, packs: Packs, tmp_path: Path
) -> None:
    taken(store, packs.pack())
    before = sorted(entry.name for entry in store.folder.iterdir())

    def refuse(folder: Path) -> None:
        assert (folder / "exhibit.yaml").is_file()
        raise PackRefused(Phrase("its content has errors"))

    with pytest.raises(PackRefused, match="its content has errors"):
        install(packs.pack(), store, Demands(tmp_path), trial=refuse)

    assert sorted(entry.name for entry in store.folder.iterdir()) == before
    assert shown(tmp_path) == 1


def test_after_a_crash_on_trial_the_one_before_is_back(
    store: ReleaseStore, packs: Packs, tmp_path: Path
) -> None:
    taken(store, packs.pack())
    live(store)
    second = taken(store, packs.pack())
    crash(store, second.id)

    assert ReleaseStore(store.folder).go_back_after_crash() == second.id

    assert shown(tmp_path) == 1
    assert store.pointer.confirmed
    assert store.pointer.refusals[0].name == second.id
    assert "crashed" in store.pointer.refusals[0].reason


def test_a_first_release_that_crashes_leaves_the_machine_without_one(
    store: ReleaseStore, packs: Packs, tmp_path: Path
) -> None:
    """Then its own content folder is shown, or what came along."""
    crash(store, taken(store, packs.pack()).id)

    store.go_back_after_crash()

    assert shown(tmp_path) == 0


@pytest.mark.parametrize("ending", ["confirmed", "ended", "never begun", "alive", "power cut"])
def test_what_is_no_crash_brings_nothing_back(
    store: ReleaseStore,
    packs: Packs,
    tmp_path: Path,
    ending: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taken(store, packs.pack())
    live(store)
    name = taken(store, packs.pack()).id
    if ending != "never begun":
        crash(store, name)
    if ending == "confirmed":
        store.confirm(name)
    elif ending == "ended":
        store.end(name)
    elif ending == "alive":
        alive = ReleaseStore(store.folder)
        alive.begin(name)
    elif ending == "power cut":
        monkeypatch.setattr(release_folders, "boot_id", lambda: "another start of the machine")

    assert ReleaseStore(store.folder).go_back_after_crash() == ""
    assert shown(tmp_path) == 2


def test_staff_go_back_and_forth(store: ReleaseStore, packs: Packs, tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        names.append(taken(store, packs.pack()).id)
        live(store)

    store.roll_back()
    assert shown(tmp_path) == 2
    store.roll_back()
    assert shown(tmp_path) == 3, "the one that was shown before this one"
    store.roll_back(names[0])
    assert shown(tmp_path) == 1
    with pytest.raises(PackRefused, match=r"there is no such release; there are: 2026"):
        store.roll_back("20200101T000000Z-000000000000")
    assert shown(tmp_path) == 1


def test_what_staff_brought_back_is_not_taken_from_them_by_a_crash(
    store: ReleaseStore, packs: Packs, tmp_path: Path
) -> None:
    for _ in range(2):
        taken(store, packs.pack())
        live(store)
    store.roll_back()
    crash(store, store.pointer.release)

    assert store.go_back_after_crash() == ""


def test_five_stay_and_what_is_shown(store: ReleaseStore, packs: Packs, tmp_path: Path) -> None:
    for _ in range(9):
        taken(store, packs.pack())
        live(store)

    assert [count_of(each) for each in store.releases()] == [9, 8, 7, 6, 5, 4]


def test_a_release_that_somebody_shows_stays(
    store: ReleaseStore, packs: Packs, tmp_path: Path
) -> None:
    """Until that process has ended, however it ended."""
    taken(store, packs.pack())
    live(store)
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from pathlib import Path;"
        "from kiosk.guard.content.release_store import ReleaseStore;"
        "store = ReleaseStore(Path(sys.argv[2]));"
        "folder = store.shown_folder(); store.hold(folder.name);"
        "print(folder.name, flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", script, str(PROJECT), str(store.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert other.stdout is not None
        held = other.stdout.readline().strip()
        for _ in range(8):
            taken(store, packs.pack())
            live(store)
        assert held in [each.id for each in store.releases()]
    finally:
        other.kill()
        other.communicate()
    taken(store, packs.pack())
    assert held not in [each.id for each in store.releases()]


def test_a_damaged_text_brings_the_one_before(
    store: ReleaseStore, packs: Packs, tmp_path: Path
) -> None:
    taken(store, packs.pack())
    live(store)
    second = taken(store, packs.pack())
    live(store)
    (second.folder / "exhibit.yaml").write_text("other", encoding="utf-8")

    assert shown(tmp_path) == 1
    with pytest.raises(PackRefused, match="is damaged on the disk"):
        store.roll_back(second.id)


def test_a_damaged_release_is_taken_anew(store: ReleaseStore, packs: Packs, tmp_path: Path) -> None:
    packed = packs.pack()
    release = taken(store, packed)
    (release.folder / "pictures" / "count.svg").write_text("<svg/>", encoding="utf-8")

    taken(store, packed)

    assert shown(tmp_path) == 1


@pytest.mark.parametrize(
    "damage", ["", "{", "[1]", '{"release": 7, "before": "x", "refusals": [1]}']
)
def test_a_damaged_pointer_points_nowhere(
    store: ReleaseStore, packs: Packs, tmp_path: Path, damage: str
) -> None:
    taken(store, packs.pack())
    (store.folder / POINTER).write_text(damage, encoding="utf-8")

    assert shown(tmp_path) == 0
    taken(store, packs.pack())
    assert shown(tmp_path) == 2


@pytest.mark.parametrize(
    ("kiosk", "until", "why"),
    [
        ("elsewhere", TODAY, "it is a draft for the kiosk elsewhere"),
        ("entrance", TODAY - datetime.timedelta(1), "it is a draft until 2026-02-28"),
    ],
)
def test_a_draft_is_for_one_kiosk_and_some_days(
    store: ReleaseStore, packs: Packs, kiosk: str, until: datetime.date, why: str
) -> None:
    with pytest.raises(PackRefused, match=why):
        taken(store, packs.pack(draft=PackDraft(kiosk=kiosk, until=until)))


def test_a_draft_goes_after_its_last_day(store: ReleaseStore, packs: Packs, tmp_path: Path) -> None:
    taken(store, packs.pack())
    live(store)
    taken(store, packs.pack(draft=PackDraft(kiosk="entrance", until=TODAY)))

    assert shown(tmp_path) == 2
    tomorrow = ReleaseStore(store.folder, today=lambda: TODAY + datetime.timedelta(1))
    assert count_of(tomorrow.shown()) == 1
    store.roll_back()
    assert shown(tmp_path) == 1, "and staff can end it before"


def test_a_pack_after_a_draft_need_not_be_newer_than_the_draft(
    store: ReleaseStore, packs: Packs, tmp_path: Path
) -> None:
    taken(store, packs.pack(days=1))
    taken(store, packs.pack(days=9, draft=PackDraft(kiosk="entrance", until=TODAY)))
    taken(store, packs.pack(days=5))

    assert shown(tmp_path) == 3


@pytest.mark.parametrize("signature", ["none", "unknown", "known"])
@pytest.mark.parametrize("signed", [True, False], ids=["demanded", "not demanded"])
def test_who_may_publish(
    store: ReleaseStore, content: Content, tmp_path: Path, signature: str, signed: bool
) -> None:
    (tmp_path / "keys").mkdir()
    known, _ = make_keys(tmp_path / "keys", "museum")
    unknown, _ = make_keys(tmp_path, "museum")
    key = {"none": None, "unknown": unknown, "known": known}[signature]
    pack(content.folder, tmp_path / "a.zip", key_file=key)
    demands = Demands(tmp_path / "keys", signed)

    if signature == "known" or (signature == "none" and not signed):
        install(tmp_path / "a.zip", store, demands, trial=nothing)
        assert store.shown() is not None
    else:
        with pytest.raises(PackRefused, match=r"it is not signed|its signature is by no key"):
            install(tmp_path / "a.zip", store, demands, trial=nothing)
        assert store.shown() is None


def test_there_is_room_left_on_the_disk(
    store: ReleaseStore, packs: Packs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release_store, "SPARE_BYTES", 2**60)

    with pytest.raises(PackRefused, match="there is no room for it on the disk"):
        taken(store, packs.pack())
    assert store.releases() == ()


def test_a_release_is_called_by_its_manifest(store: ReleaseStore, packs: Packs) -> None:
    release = taken(store, packs.pack())
    (release.folder / MANIFEST).write_bytes((release.folder / MANIFEST).read_bytes() + b" ")

    assert store.release(release.id) is None
    assert store.release("../../etc") is None


def test_what_was_unpacked_by_somebody_who_was_killed_is_still_new(
    store: ReleaseStore, packs: Packs, tmp_path: Path
) -> None:
    """The inbox left it alone for good, since its folder was there, and nobody ever saw it."""
    taken(store, packs.pack())
    pointer = (store.folder / POINTER).read_bytes()
    second = packs.pack()
    taken(store, second)
    assert is_here(second, store)
    (store.folder / POINTER).write_bytes(pointer)

    assert not is_here(second, store)
    taken(store, second)
    assert shown(tmp_path) == 2


def test_what_is_left_of_a_kill_makes_room_first(
    store: ReleaseStore, packs: Packs, tmp_path: Path
) -> None:
    """It stayed for as long as the disk was too full to take the next one."""
    taken(store, packs.pack())
    for name in (".new-abcd", ".gone-20260101T120000Z-000000000000"):
        (store.folder / name).mkdir()

    def refuse(_: object) -> None:
        raise PackRefused(Phrase("its content has errors"))

    with pytest.raises(PackRefused):
        install(packs.pack(), store, Demands(tmp_path), trial=refuse)

    assert not list(store.folder.glob(".*-*"))
