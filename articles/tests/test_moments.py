"""What an editor types into a picker means one moment, or the editor is told why it does not."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.errors import NotPossible
from articles.moments import moment

LONDON = ZoneInfo("Europe/London")
ZONES = [ZoneInfo(one) for one in ("Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata")]


@given(st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2037, 12, 31)), st.sampled_from(ZONES))
def test_every_minute_that_comes_can_be_typed_and_is_that_minute(at: datetime, zone: ZoneInfo) -> None:
    at = at.replace(second=0, microsecond=0, tzinfo=UTC)
    shown = f"{at.astimezone(zone):%Y-%m-%dT%H:%M}"
    meant = {moment(shown, zone, which, missing="?") for which in ("first", "second")}
    assert at in meant
    assert all(f"{one.astimezone(zone):%Y-%m-%dT%H:%M}" == shown for one in meant)
    if len(meant) == 1:
        assert moment(shown, zone, missing="?") == at, "nobody is asked about a minute that comes once"


def test_a_minute_the_clocks_skip_is_refused_with_what_they_skip() -> None:
    with pytest.raises(NotPossible, match="01:30 does not come on 28 March 2027: the clocks go from 01:00 to 02:00"):
        moment("2027-03-28T01:30", LONDON, missing="?")


def test_a_minute_that_comes_twice_is_asked_about() -> None:
    with pytest.raises(NotPossible, match=r"comes twice .* first \(BST\) or the second \(GMT\)"):
        moment("2026-10-25T01:30", LONDON, missing="?")
    first, second = (moment("2026-10-25T01:30", LONDON, which, missing="?") for which in ("first", "second"))
    assert second - first == timedelta(hours=1)


@pytest.mark.parametrize("typed", ["", "soon", "2099-13-41T99:99", "0001-01-01T00:00+14:00", "\0"])
def test_what_is_no_minute_is_said_to_be_missing(typed: str) -> None:
    with pytest.raises(NotPossible, match="Give the day and minute"):
        moment(typed, LONDON, missing="Give the day and minute.")
