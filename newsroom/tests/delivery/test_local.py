"""Several processes of one machine: what one has rendered the others take over, unless it has changed since."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import Settings

from newsroom.delivery import local
from newsroom.delivery.generations import SharedMemory, slot
from newsroom.delivery.local import LocalPages
from newsroom.tests.delivery.test_shared import Pages
from newsroom.tests.readers import Reader


@pytest.fixture
def pages() -> Pages:
    return Pages()


@pytest.fixture
def process(pages: Pages, settings: Settings, tmp_path: Path) -> Callable[..., Reader]:
    """Start another web process."""
    settings.DATA_DIR = tmp_path

    def started(release: str = "1") -> Reader:
        return Reader(pages, SharedMemory(tmp_path / "generations"), shared=LocalPages(release))

    return started


def test_what_one_process_rendered_the_others_serve_as_it_was_compressed(process: Callable[..., Reader]) -> None:
    one, other = process(), process()
    first, second = one.get("/film/", accept_encoding="br"), other.get("/film/", accept_encoding="br")

    assert (first.body, first.headers) == (second.body, second.headers)
    assert other.get("/film/", accept_encoding="gzip").text == other.get("/film/").text == first.text
    assert (one.rendered, other.rendered) == (["/film/"], [])


def test_a_file_that_is_old_is_not_taken_over(process: Callable[..., Reader], pages: Pages) -> None:
    one, other = process(), process()
    one.get("/film/")
    pages.words = "Corrected. " * 100
    one.cache.generations.rise([slot("card-2")])

    assert "Corrected." in other.get("/film/").text
    assert "Corrected." in one.get("/film/").text
    assert (len(one.rendered), len(other.rendered)) == (1, 1)


def test_while_one_process_renders_the_others_wait(process: Callable[..., Reader], pages: Pages) -> None:
    pages.seconds = 0.3
    readers = [process() for _ in range(4)]
    got: list[str] = []
    threads = [threading.Thread(target=lambda one=one: got.append(one.get("/film/").text)) for one in readers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)

    assert len(got) == 4
    assert sum(len(reader.rendered) for reader in readers) == 1


def test_a_process_that_died_while_it_rendered_is_waited_for_no_longer(
    process: Callable[..., Reader], monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = process()
    assert reader.cache.shared
    assert reader.cache.shared.claim("/film/")
    assert not reader.cache.shared.claim("/film/")
    monkeypatch.setattr(local, "CLAIMED", 0.1)

    assert "At nine." in reader.get("/film/").text


def test_other_code_renders_its_own_pages(process: Callable[..., Reader]) -> None:
    process().get("/film/")
    new = process("2")
    new.get("/film/")

    assert new.rendered == ["/film/"]


def test_a_server_that_starts_takes_nothing_over(process: Callable[..., Reader]) -> None:
    process().get("/film/")
    local.begin_anew()
    new = process()
    new.get("/film/")

    assert new.rendered == ["/film/"]


def test_a_disk_that_cannot_be_written_keeps_nothing_and_nobody_notices(
    process: Callable[..., Reader], tmp_path: Path
) -> None:
    (tmp_path / "pages").write_text("in the way")
    one, other = process(), process()

    assert one.get("/film/").text == other.get("/film/").text
    assert len(one.rendered) == len(other.rendered) == 1


def test_a_file_that_was_half_written_is_no_page(process: Callable[..., Reader], tmp_path: Path) -> None:
    one, other = process(), process()
    text = one.get("/film/").text
    (file,) = (tmp_path / "pages").glob("*/*/*")
    file.write_bytes(file.read_bytes()[:40])

    assert other.get("/film/").text == text


def test_files_are_bounded_in_age_and_bytes(
    process: Callable[..., Reader], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = process()
    for number in range(6):
        reader.get(f"/film/{number}/")
    files = sorted((tmp_path / "pages").glob("*/*/*"), key=lambda file: file.stat().st_mtime_ns)
    os.utime(files[5], (time.time() - 100_000,) * 2)
    monkeypatch.setattr(local, "MOST_BYTES", sum(file.stat().st_size for file in files[2:5]))
    local.tidy()

    assert [file.exists() for file in files] == [False, False, True, True, True, False]
    files[3].touch()
    monkeypatch.setattr(local, "MOST_BYTES", 0)
    local.tidy()
    assert files[3].exists()  # it looks only now and then
