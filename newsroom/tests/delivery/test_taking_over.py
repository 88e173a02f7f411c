"""What one process has rendered the others take over, whether they share a machine's files or a Redis."""

import threading
import time
from collections.abc import Callable

import pytest

from newsroom.delivery import local, shared
from newsroom.delivery.generations import slot
from newsroom.tests.delivery.conftest import Pages
from newsroom.tests.readers import Reader


@pytest.fixture(params=["process", "machine"])
def another(request: pytest.FixtureRequest) -> Callable[..., Reader]:
    """Start another process, on this machine or on one of its own."""
    started: Callable[..., Reader] = request.getfixturevalue(request.param)
    return started


def test_what_one_rendered_the_others_serve_as_it_was_compressed(another: Callable[..., Reader]) -> None:
    one, other = another(), another()
    first, second = one.get("/film/", accept_encoding="br"), other.get("/film/", accept_encoding="br")

    assert (first.body, first.headers) == (second.body, second.headers)
    assert other.get("/film/", accept_encoding="gzip").text == other.get("/film/").text == first.text
    assert (one.rendered, other.rendered) == (["/film/"], [])


def test_a_purge_by_one_is_seen_by_all(another: Callable[..., Reader], pages: Pages) -> None:
    readers = [another() for _ in range(3)]
    for reader in readers:
        reader.get("/film/")
    pages.words = "Corrected. " * 100
    another().cache.generations.rise([slot("card-2")])

    assert all("Corrected." in reader.get("/film/").text for reader in readers)
    assert sum(len(reader.rendered) for reader in readers) == 2


def test_while_one_renders_the_others_wait(
    another: Callable[..., Reader], pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers = [another() for _ in range(4)]
    have_asked = [threading.Event() for _ in readers]
    for reader, has_asked in zip(readers, have_asked, strict=True):
        assert reader.cache.shared
        monkeypatch.setattr(reader.cache.shared, "claim", noting(reader.cache.shared.claim, has_asked))
    pages.meanwhile = lambda: [has_asked.wait(5) for has_asked in have_asked]
    got: list[str] = []
    threads = [threading.Thread(target=lambda one=one: got.append(one.get("/film/").text)) for one in readers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)

    assert all(has_asked.is_set() for has_asked in have_asked)
    assert len(got) == 4
    assert sum(len(reader.rendered) for reader in readers) == 1


def test_nobody_waits_for_what_is_kept_by_nobody(another: Callable[..., Reader]) -> None:
    one, other = another(), another()
    one.get("/desk/")
    start = time.monotonic()
    other.get("/desk/")

    assert time.monotonic() - start < 1
    assert other.rendered == ["/desk/"]


def test_a_process_that_died_while_it_rendered_is_waited_for_no_longer(
    another: Callable[..., Reader], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "CLAIMED", 0.1)
    monkeypatch.setattr(shared, "CLAIMED_MS", 100)
    dead, reader = another(), another()
    assert dead.cache.shared
    assert reader.cache.shared
    start = time.monotonic()
    assert dead.cache.shared.claim("/film/")
    assert not reader.cache.shared.claim("/film/")

    assert "At nine." in reader.get("/film/").text
    assert time.monotonic() - start < 4  # otherwise it gave up waiting


def noting(claim: Callable[[str], bool], has_asked: threading.Event) -> Callable[[str], bool]:
    """A claim of which one can see that it was made."""

    def noted(key: str) -> bool:
        is_mine = claim(key)
        has_asked.set()
        return is_mine

    return noted


def test_other_code_renders_its_own_pages(another: Callable[..., Reader]) -> None:
    another().get("/film/")
    new = another("2")
    new.get("/film/")

    assert new.rendered == ["/film/"]
