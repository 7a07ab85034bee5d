"""INSTALL.txt followed to the letter, on a Debian with a real systemd: from bare to bare again.

The tests stand in the order of the machine's life and share it; each leaves the exhibit running,
but for the last.  What can't be had in a container is replaced: an editor by what an operator would
type into it, and the screen by a headless one (a drop-in of this test; every other line of the
unit is as written).  Touch and screen are asked for from seatd all the same.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.packaging.debian_machine import ROOTS, DebianMachine, wait_for
from tests.packaging.installed_kiosk import BROUGHT, Kiosk
from tests.packaging.staff_at_the_screen import COME, PIN
from tests.project import PROJECT
from tests.tools import do_without, needs

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = needs("systemd-nspawn", "debootstrap", "nsenter", "setpriv")

DROP_INS = {
    "/etc/systemd/system/kiosk.service.d/headless.conf": """\
[Unit]
ConditionPathExists=
[Service]
Environment=WLR_BACKENDS=headless,libinput WLR_RENDERER=pixman
""",
    "/etc/systemd/system/seatd.service.d/headless.conf": """\
[Service]
Environment=SEATD_VTBOUND=0
""",
}

EDITOR = r"""#!/bin/sh
sed -i "$1" \
    -e 's/^#screen:/screen:/; s/^#  width_mm: .*/  width_mm: 1218/' \
    -e 's/^#  height_mm: .*/  height_mm: 685/; s/^#  lower_edge_mm: .*/  lower_edge_mm: 800/'
if test -e /srv/kiosk/content; then
    sed -i "$1" -e 's|^#  content: .*|  content: /srv/kiosk/content|'
fi
"""
"""What an operator does to the settings, when content is there and before."""

_OF_THE_SYSTEM = (
    *("/proc/*", "/sys/*", "/dev/*", "/run/*", "/tmp*", "/var/tmp/*", "/mnt/*", "/root*"),
    *("/var/log/journal*", "/var/cache/*", "/var/lib/systemd/*", f"{BROUGHT}*"),
)
"""What comes and goes by itself, or is the system's own memory, or the operator's."""

HEADING_OF_UPDATE = "A new version of the exhibit"
SETTINGS = "Other settings"


def _wheel(folder: Path, project: Path = PROJECT) -> Path:
    hatchling = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    command = [*hatchling, "--directory", str(folder)]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def _bring(shared: Path) -> None:
    """What the operator carries to the machine: the folder, the wheel, and content."""
    command = [sys.executable, "-m", "kiosk", "service", "--out", str(shared / "kiosk")]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    _wheel(shared / "kiosk")
    shutil.copytree(PROJECT / "content", shared / "kiosk" / "content")
    (shared / "kiosk" / "content").chmod(0o700)
    for name in ("wheels", "new"):
        (shared / name).mkdir()
    for wheel in (ROOTS / "wheels").glob("*.whl"):
        shutil.copy(wheel, shared / "wheels")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shared")


@pytest.fixture(scope="module", params=["bookworm", pytest.param("trixie", marks=pytest.mark.soak)])
def machine(request: pytest.FixtureRequest, shared: Path) -> Iterator[DebianMachine]:
    """A bare Debian that has started, with the operator's folder at BROUGHT."""
    if os.geteuid() != 0:
        do_without("only root can boot a container")
    if not (ROOTS / f"{request.param}.made-of").exists():
        reason = f"`.ci/debian-root {request.param}` has not been called"
        if request.param == "bookworm":
            do_without(reason)
        pytest.skip(reason)
    _bring(shared)
    machine = DebianMachine(request.param, shared.parent / f"machine-{request.param}", shared)
    try:
        machine.boot()
        machine.run(f"cp --recursive /mnt/kiosk {BROUGHT}")
        # Instead of a network: what pip would have got from there, and it alone.
        machine.path("/etc/pip.conf").write_text(
            "[global]\nno-index = true\nfind-links = /mnt/wheels\n"
        )
        editor = machine.path("/usr/local/bin/nano")
        editor.write_text(EDITOR)
        editor.chmod(0o755)
        yield machine
    finally:
        machine.close()


@pytest.fixture(scope="module")
def before(machine: DebianMachine) -> set[str]:
    """Every file that was there before anything was installed."""
    return _files(machine)


@pytest.fixture(scope="module")
def kiosk(machine: DebianMachine, before: set[str]) -> Kiosk:
    """The steps of INSTALL.txt, one after the other, up to the restart."""
    kiosk = Kiosk(machine)
    steps = [heading for heading in kiosk.steps if heading.isdigit()]
    assert steps == list("12345678")
    assert kiosk.steps["8"] == ["reboot"]
    for step in steps[:-1]:
        kiosk.follow(step, typed=f"{PIN}\n")
    for place, text in DROP_INS.items():
        machine.path(place).parent.mkdir(parents=True)
        machine.path(place).write_text(text)
    machine.reboot()
    return kiosk


def _files(machine: DebianMachine) -> set[str]:
    """Everything that lasts, but for what is the system's own memory of it."""
    passed_by = " ".join(f"! -path '{place}'" for place in _OF_THE_SYSTEM)
    found = machine.run(f"find / -xdev {passed_by} ! -name __pycache__ ! -name '*.pyc'")
    return set(found.splitlines())


def test_it_is_ready_and_its_heart_is_counted(kiosk: Kiosk) -> None:
    kiosk.stands()

    assert kiosk.restarts == 0, kiosk.journal()
    assert kiosk.shown("Type", "WatchdogUSec") == ["notify", "20s"]
    assert kiosk.machine.run("systemctl is-active seatd.service").strip() == "active"


def test_everything_it_is_lies_in_the_group_of_the_unit(kiosk: Kiosk) -> None:
    """No session, or neither its heartbeat nor any limit of the unit would count."""
    kiosk.stands()

    processes = kiosk.processes()
    groups = {
        kiosk.machine.run(f"grep -E '(:|=systemd:)/' /proc/{each}/cgroup") for each in processes
    }
    assert len(processes) >= 2
    assert str(kiosk.exhibit()) in processes
    for group in groups:
        places = [line.split(":", 2)[2] for line in group.splitlines()]
        assert "/system.slice/kiosk.service" in places
        assert not [place for place in places if "session" in place]
    assert "Exhibit" not in kiosk.machine.run(
        "loginctl list-sessions --no-legend 2>/dev/null || true"
    )


def test_its_limits_hold_it(kiosk: Kiosk) -> None:
    kiosk.stands()
    memory, tasks = kiosk.shown("MemoryCurrent", "TasksCurrent")
    if not memory.isdecimal():
        do_without("this machine's control groups can't limit memory in a container")

    assert kiosk.shown("MemoryMax", "TasksMax") == [str(1050 << 20), "256"]
    # What is mapped from files counts for whoever read it first, so the least is far below it all.
    assert (32 << 20) < int(memory) < (1050 << 20)
    assert 2 <= int(tasks) < 256
    # What asks for more than the unit may have, within the exhibit's own group, is ended.
    before = kiosk.restarts
    exhibit = kiosk.exhibit()
    kiosk.machine.answer(
        "for file in $(find /sys/fs/cgroup -path '*kiosk.service/cgroup.procs'); do"
        " echo $$ > $file; done\n"
        "exec /opt/kiosk/bin/python -c 'kept = bytearray(2 << 30); import time; time.sleep(99)'"
    )
    kiosk.stands()
    assert kiosk.restarts <= before + 1
    assert kiosk.exhibit() == exhibit or kiosk.restarts == before + 1


@pytest.mark.parametrize(
    ("whom", "signal"),
    [("the exhibit", "KILL"), ("the exhibit", "STOP"), ("cage", "KILL"), ("cage", "STOP")],
)
def test_it_comes_back_after(kiosk: Kiosk, whom: str, signal: str) -> None:
    kiosk.stands()
    before = kiosk.restarts
    (cage,) = kiosk.shown("MainPID")

    kiosk.machine.run(f"kill -{signal} {kiosk.exhibit() if whom == 'the exhibit' else cage}")

    wait_for(lambda: kiosk.restarts == before + 1, kiosk.journal)
    kiosk.stands()
    assert kiosk.shown("MainPID") != [cage]
    assert kiosk.restarts == before + 1, "it came back at the first start"


def test_the_net_for_the_night_starts_only_what_has_run_for_a_day(kiosk: Kiosk) -> None:
    kiosk.stands()
    (main,) = kiosk.shown("MainPID")
    timers = kiosk.machine.run("systemctl list-timers --no-pager kiosk-nightly.timer")
    assert re.search(r"\b06:30:00 .* kiosk-nightly\.service", timers)

    kiosk.machine.answer("systemctl start kiosk-nightly.service")
    assert kiosk.shown("MainPID") == [main], "it has run for less than a day"

    kiosk.machine.run(
        "mkdir /run/systemd/system/kiosk-nightly.service.d\n"
        "{ printf '[Service]\\nExecCondition=\\n'; grep ^ExecCondition= "
        "/etc/systemd/system/kiosk-nightly.service | sed 's/93600/0/'; }"
        " > /run/systemd/system/kiosk-nightly.service.d/sooner.conf\n"
        "systemctl daemon-reload\nsystemctl start kiosk-nightly.service"
    )
    kiosk.stands()
    assert kiosk.shown("MainPID") != [main]


def test_what_staff_have_ended_stays_away_until_it_is_started(kiosk: Kiosk) -> None:
    packages = kiosk.machine.run(
        "/opt/kiosk/bin/python -c 'import kiosk; print(kiosk.__path__[0])'"
    )
    place = Path(packages.strip()).parent
    source = Path(__file__).with_name("staff_at_the_screen.py").read_text("utf-8")
    kiosk.machine.path(str(place / "staff_at_the_screen.py")).write_text(source)
    kiosk.machine.path(str(place / "staff.pth")).write_text("import staff_at_the_screen\n")
    kiosk.machine.run("systemctl restart kiosk.service")
    kiosk.stands()

    kiosk.machine.run(f"touch {COME}")

    wait_for(lambda: kiosk.shown("ActiveState") == ["inactive"], kiosk.journal)
    assert kiosk.shown("Result") == ["exec-condition"], kiosk.journal()
    assert kiosk.processes() == []
    kiosk.machine.run(f"rm {place}/staff.pth {place}/staff_at_the_screen.py")
    kiosk.machine.answer("systemctl start kiosk-nightly.service")
    assert not kiosk.is_active(), "the night doesn't bring it back"
    kiosk.machine.run("systemctl start kiosk.service")
    kiosk.stands()


def test_changed_settings_are_told_until_the_files_are_written_again(kiosk: Kiosk) -> None:
    settings = "/etc/kiosk/settings.yaml"
    kiosk.machine.run(
        f"sed -i 's/^#memory_ceiling_mb: .*/memory_ceiling_mb: 900/; "
        f"s/^#restart_at: .*/restart_at: never/' {settings}"
    )
    doctor = kiosk.steps["7"][0]
    # What was killed above may be held against the content, which is none of this test's.
    told = kiosk.machine.answer(doctor).stdout
    assert re.search(r"^warning units .*kiosk\.service, .*kiosk-nightly\.timer", told, re.MULTILINE)

    kiosk.follow(SETTINGS)

    kiosk.stands()
    assert kiosk.shown("MemoryMax") == [str(1350 << 20)]
    assert "kiosk-nightly" not in kiosk.machine.run("systemctl list-timers --all --no-pager")
    assert re.search(r"^ok +units ", kiosk.machine.answer(doctor).stdout, re.MULTILINE)


def test_new_content_is_shown(kiosk: Kiosk) -> None:
    cover = kiosk.machine.path(f"{BROUGHT}/content/zones/qianhai.yaml")
    cover.write_text(cover.read_text("utf-8") + "# new\n", "utf-8")

    kiosk.follow("New content")

    kiosk.stands()
    assert kiosk.machine.run("grep --count '^# new' /srv/kiosk/content/zones/qianhai.yaml") == "1\n"


def test_a_new_wheel_takes_the_place_of_the_old_one(kiosk: Kiosk, shared: Path) -> None:
    """Even one with the same version, such as the next from the same checkout."""
    (old,) = (shared / "kiosk").glob("*.whl")
    new = shared / "new" / old.name
    with zipfile.ZipFile(old) as taken, zipfile.ZipFile(new, "w") as given:
        for entry in taken.infolist():
            given.writestr(
                entry,
                taken.read(entry) + (b"# new\n" if entry.filename == "kiosk/__init__.py" else b""),
            )
    kiosk.machine.run("rm greater_bay_kiosk-*.whl; cp /mnt/new/*.whl .", folder=BROUGHT)

    kiosk.follow(HEADING_OF_UPDATE)
    kiosk.follow(SETTINGS)

    kiosk.stands()
    package = kiosk.machine.run("/opt/kiosk/bin/python -c 'import kiosk; print(kiosk.__file__)'")
    assert kiosk.machine.run(f"tail --lines=1 {package}") == "# new\n"


def test_it_goes_without_a_trace(kiosk: Kiosk, before: set[str]) -> None:
    kiosk.follow("To take it away")
    for place in DROP_INS:
        kiosk.machine.run(f"rm --force --recursive {Path(place).parent}")
    kiosk.machine.reboot()

    left = _files(kiosk.machine) - before
    assert left == set()
    assert "kiosk" not in kiosk.machine.run("cat /etc/passwd /etc/shadow /etc/group /etc/gshadow")
    assert "kiosk" not in kiosk.machine.run("systemctl list-unit-files --no-pager --no-legend")
    assert (
        kiosk.machine.answer("systemctl is-enabled getty@tty1.service").stdout.strip() != "masked"
    )
