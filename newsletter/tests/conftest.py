"""The newsletter's tests type faster than people do."""

import pytest

from newsletter import limits


@pytest.fixture(autouse=True)
def as_fast_as_it_gets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "QUICKEST", 0)
