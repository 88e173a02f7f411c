"""A figure and its bound, and how times, queries and memory are taken."""

import math
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext


@dataclass(frozen=True)
class Figure:
    """One result. `most` and `least` are what it may be; None where nothing is promised."""

    what: str
    value: float
    unit: str
    most: float | None = None
    least: float | None = None

    @property
    def kept(self) -> bool:
        return (self.most is None or self.value <= self.most) and (self.least is None or self.value >= self.least)

    @property
    def shown(self) -> str:
        return said(self.value, self.unit)

    @property
    def bound(self) -> str:
        if self.least is not None:
            return f"at least {said(self.least, self.unit)}"
        return "" if self.most is None else f"at most {said(self.most, self.unit)}"


def said(value: float, unit: str) -> str:
    number = f"{value:,.0f}" if not unit or value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
    return f"{number} {unit}".strip()


def milliseconds(deed: Callable[[], Any], times: int, clock: Callable[[], float] = time.process_time) -> float:
    """The median of many, after a few to warm up."""
    for _ in range(max(3, times // 10)):
        deed()
    return statistics.median(one_by_one(deed, times, clock))


def one_by_one(deed: Callable[[], Any], times: int, clock: Callable[[], float] = time.process_time) -> list[float]:
    taken = []
    for _ in range(times):
        start = clock()
        deed()
        taken.append((clock() - start) * 1000)
    return taken


def queries(deed: Callable[[], Any]) -> int:
    deed()
    with CaptureQueriesContext(connection) as captured:
        deed()
    return len(captured)


def percentile(values: Sequence[float], part: float) -> float:
    """The value that this part of all does not exceed: of fewer than a hundred, the 99th percentile is the largest."""
    return sorted(values)[max(0, math.ceil(part / 100 * len(values)) - 1)]


def children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()] or [pid]


def proportional(pid: int) -> float:
    """Megabytes a process holds, what it shares counted by its share."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise AssertionError("The kernel does not say how much memory a process holds.")
