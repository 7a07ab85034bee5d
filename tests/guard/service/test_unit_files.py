"""Units say what the settings say, or everybody who may mend it is told."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.check_result import CheckStatus
from kiosk.guard.health.machine_checks import CHECKS, Machine, run_checks, stale_units
from kiosk.guard.service.service import write_service
from kiosk.guard.service.unit_files import units_result
from kiosk.settings.settings import Settings
from kiosk.settings.settings_file import SettingsReading

if TYPE_CHECKING:
    from typing import Any

UNITS = Path("etc/systemd/system")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A machine on which `kiosk service` has written everything for the settings as built in."""
    write_service(tmp_path, Settings(tmp_path), PurePosixPath("/opt/other/bin/kiosk"))
    return tmp_path


def test_units_that_were_just_written_are_as_they_should_be(root: Path) -> None:
    assert units_result(Settings(root), root).state is CheckStatus.OK


@pytest.mark.parametrize(
    ("changed", "names"),
    [
        ({"memory_ceiling_mb": 900}, "kiosk.service"),
        (
            {"restart_at": None},
            "kiosk.service, kiosk-nightly.service, kiosk-nightly.timer",
        ),
        ({"restart_at": datetime.time(3, 0)}, "kiosk-nightly.service, kiosk-nightly.timer"),
        ({"state": Path("/srv/state")}, "kiosk.service"),
    ],
    ids=str,
)
def test_a_setting_that_was_changed_later_is_told(
    root: Path, changed: dict[str, Any], names: str
) -> None:
    result = units_result(replace(Settings(root), **changed), root)

    assert result.state is CheckStatus.WARNING
    assert result.message.startswith(f"{names}: ")
    assert "INSTALL.txt" in result.hint


def test_a_unit_of_an_older_version_and_one_that_has_gone_are_told(root: Path) -> None:
    unit = root / UNITS / "kiosk.service"
    unit.write_text(unit.read_text().replace("TasksMax=256", "TasksMax=255"))
    (root / UNITS / "kiosk-nightly.timer").unlink()

    told = units_result(Settings(root), root).message

    assert told.startswith("kiosk.service, kiosk-nightly.timer: ")


def test_what_operators_add_or_edit_beside_the_units_is_theirs(root: Path) -> None:
    (root / UNITS / "kiosk.service.d").mkdir()
    (root / UNITS / "kiosk.service.d" / "more.conf").write_text("[Service]\nMemoryMax=2G\n")
    (root / "etc/udev/rules.d/70-kiosk-input.rules").write_text("# a panel\n")

    assert units_result(Settings(root), root).state is CheckStatus.OK


def test_where_there_are_none_there_is_nothing_to_tell(tmp_path: Path) -> None:
    assert units_result(Settings(tmp_path), tmp_path).state is CheckStatus.OK


def test_doctor_and_the_desk_tell_it(root: Path) -> None:
    reading = SettingsReading(replace(Settings(root), memory_ceiling_mb=900))
    machine = Machine(reading, {}, datetime.datetime(2026, 11, 26), root=root)

    (doctor,) = [each for each in run_checks(machine, CHECKS) if each.name == "units"]
    (desk,) = stale_units(machine)

    assert doctor == desk
    assert desk.key == "health_units_old"
    assert stale_units(replace(machine, root=root / "elsewhere")) == []


def test_a_unit_that_is_a_folder_is_a_finding(root: Path) -> None:
    (root / UNITS / "kiosk.service").unlink()
    (root / UNITS / "kiosk.service").mkdir()
    machine = Machine(
        SettingsReading(Settings(root)), {}, datetime.datetime(2026, 11, 26), root=root
    )

    (result,) = stale_units(machine)
    assert "can't be looked at" in result.message
