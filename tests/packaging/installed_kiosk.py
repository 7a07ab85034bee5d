"""A machine on which INSTALL.txt was followed, as its operator sees it."""

from __future__ import annotations

from tests.packaging.debian_machine import DebianMachine, wait_for
from tests.packaging.install_steps import commands

BROUGHT = "/var/brought"
"""The operator's folder on the machine."""


class Kiosk:
    """A machine on which INSTALL.txt was followed."""

    def __init__(self, machine: DebianMachine) -> None:
        self.machine = machine

    @property
    def steps(self) -> dict[str, list[str]]:
        return commands(self.machine.path(f"{BROUGHT}/INSTALL.txt").read_text("utf-8"))

    def follow(self, heading: str, typed: str = "") -> str:
        """Type the lines below a heading of INSTALL.txt, in its folder."""
        lines = [line for line in self.steps[heading] if line != "reboot"]
        assert lines, f"INSTALL.txt has nothing to type below {heading}"
        return self.machine.run("\n".join(lines), typed, folder=BROUGHT)

    def shown(self, *properties: str, unit: str = "kiosk.service") -> list[str]:
        """What systemd says of the unit."""
        said = self.machine.run(f"systemctl show {unit} --property={','.join(properties)}")
        values = dict(line.split("=", 1) for line in said.splitlines())
        return [values[each] for each in properties]

    def is_active(self) -> bool:
        return self.shown("ActiveState") == ["active"]

    def stands(self) -> None:
        """Wait until it is ready, and its heart beats."""
        wait_for(self.is_active, self.journal)
        (before,) = self.shown("WatchdogTimestampMonotonic")
        wait_for(lambda: self.shown("WatchdogTimestampMonotonic") > [before], self.journal)

    @property
    def restarts(self) -> int:
        return int(self.shown("NRestarts")[0])

    def exhibit(self) -> int:
        """The process that shows the exhibit, child of cage, as the machine numbers it."""
        (cage,) = self.shown("MainPID")
        (process,) = self.machine.run(f"cat /proc/{cage}/task/{cage}/children").split()
        return int(process)

    def processes(self) -> list[str]:
        """All that run as the user kiosk."""
        found = self.machine.answer("find /proc -maxdepth 1 -user kiosk -name '[1-9]*'")
        return [line.rpartition("/")[2] for line in found.stdout.splitlines()]

    def journal(self) -> str:
        told = self.machine.answer("journalctl --no-pager --boot --lines=60 --unit=kiosk.service")
        return told.stdout + told.stderr
