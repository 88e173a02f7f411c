"""Pages as files for several processes of one machine, whatever has happened to the files or to a process."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.delivery import local
from newsroom.tests.readers import Reader


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
