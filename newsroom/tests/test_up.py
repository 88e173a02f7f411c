"""`manage.py up`, piece by piece: an environment from nothing, static files, and processes that are looked after."""

import gzip
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import brotli
import pytest
from django.conf import settings as project
from django.core.management import CommandError, call_command
from django.test import override_settings
from pytest_django import Settings

from newsroom import bootstrap, serving
from newsroom.apps import UNUSED_FILES
from newsroom.management.commands.up import Command, static_digest
from newsroom.testing import free_port
from newsroom.tests.test_worker import same_database, until
from newsroom.web import Respawns, server

pytestmark = pytest.mark.any_database


@pytest.fixture
def nothing_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh copy with an empty list of packages, on a machine with only Python and no way to a package index."""
    monkeypatch.setattr(bootstrap, "BASE_DIR", tmp_path)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "VENV_PYTHON", tmp_path / ".venv/bin/python")
    monkeypatch.setattr(bootstrap, "has_django", lambda: False)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    (tmp_path / "requirements.txt").write_text("")
    return tmp_path


def test_an_interrupted_environment_is_made_good(nothing_yet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (nothing_yet / ".venv/bin").mkdir(parents=True)
    (nothing_yet / ".venv/bin/python").symlink_to("/nowhere/python3")
    executed: list[list[str]] = []
    monkeypatch.setattr(os, "execv", lambda program, arguments: executed.append(arguments))

    bootstrap.prepare("requirements.txt", ["manage.py", "check"])

    assert executed == [[str(nothing_yet / ".venv/bin/python"), "manage.py", "check"]]
    assert subprocess.run([executed[0][0], "-m", "pip", "--version"], capture_output=True).returncode == 0
    assert bootstrap.fresh("requirements.txt")
    (nothing_yet / "requirements.txt").write_text("# a new version\n")
    assert not bootstrap.fresh("requirements.txt")


def test_a_python_without_venv_is_told_what_to_install(
    nothing_yet: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "importable", lambda name: False)
    with pytest.raises(SystemExit):
        bootstrap.prepare("requirements.txt", ["manage.py", "check"])
    assert "apt install python3-venv" in capsys.readouterr().err


def test_packages_that_cannot_be_had_are_said_so(
    nothing_yet: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (nothing_yet / "requirements.txt").write_text(f"no-such-package==1 --hash=sha256:{'0' * 64}\n")
    monkeypatch.setattr(bootstrap, "usable", lambda: True)
    monkeypatch.setattr(bootstrap, "VENV_PYTHON", Path(sys.executable))
    (nothing_yet / ".venv").mkdir()
    with pytest.raises(SystemExit):
        bootstrap.prepare("requirements.txt", ["manage.py", "check"])
    assert "pip could not install requirements.txt" in capsys.readouterr().err
    assert not bootstrap.fresh("requirements.txt")


def test_the_locks_agree_on_every_version() -> None:
    def pinned(name: str) -> set[str]:
        lines = (project.BASE_DIR / name).read_text().splitlines()
        return {line.split()[0] for line in lines if "==" in line and not line.startswith((" ", "#"))}

    assert pinned("requirements.txt") <= pinned("requirements-dev.txt")


def test_bootstrap_and_test_command_need_nothing_installed() -> None:
    for name in ("bootstrap", "testing"):
        done = subprocess.run(
            [sys.executable, "-S", "-c", f"import newsroom.{name}"],
            cwd=project.BASE_DIR,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr


def test_a_port_in_use_is_one_clear_sentence(settings: Settings) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        settings.PORT = other.getsockname()[1]
        with pytest.raises(
            CommandError, match=f"Port {settings.PORT} cannot be used .*PORT={settings.PORT + 1} python3"
        ):
            serving.check_port()


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("collected")
    storages = {**project.STORAGES, "staticfiles": {"BACKEND": "newsroom.storage.StaticFiles"}}
    with override_settings(STATIC_ROOT=place, STORAGES=storages):
        call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=list(UNUSED_FILES))
    return place


# They only look at what was collected, once for all of them.
of_what_was_collected = pytest.mark.xdist_group("collected")


@of_what_was_collected
def test_every_static_file_a_template_names_is_collected(collected: Path) -> None:
    manifest = json.loads((collected / "staticfiles.json").read_text())["paths"]
    named: set[str] = set()
    for template in (project.BASE_DIR / "templates").rglob("*.html"):
        named |= set(re.findall(r"""\{% static ["']([^"']+)["']""", template.read_text()))
    assert named <= set(manifest)


@of_what_was_collected
def test_what_the_editor_loads_is_collected_and_the_rest_is_not(collected: Path) -> None:
    editor = collected / "ckeditor/ckeditor"
    for needed in (
        *("ckeditor.js", "config.js", "contents.css", "styles.js", "lang/en-gb.js", "lang/en.js"),
        *("skins/moono-lisa/editor.css", "skins/moono-lisa/dialog.css", "skins/moono-lisa/icons.png"),
        *("plugins/divarea/plugin.js", "plugins/link/dialogs/link.js", "plugins/dialog/dialogDefinition.js"),
        *("plugins/pastefromword/filter/default.js", "plugins/pastefromgdocs/filter/default.js"),
        *("plugins/pastetools/filter/common.js", "plugins/clipboard/dialogs/paste.js", "plugins/icons.png"),
    ):
        assert (editor / needed).exists(), needed
    for unneeded in ("plugins/exportpdf", "plugins/scayt", "plugins/wsc", "plugins/preview", "lang/de.js", "samples"):
        assert not (editor / unneeded).exists(), unneeded
    assert (editor / "ckeditor.js.gz").exists()
    assert sum(1 for path in collected.rglob("*") if path.is_file()) < 1500


@of_what_was_collected
def test_what_readers_load_is_compressed_with_brotli_and_gzip_and_what_the_desk_loads_with_gzip(
    collected: Path,
) -> None:
    manifest = json.loads((collected / "staticfiles.json").read_text())["paths"]
    for name in ("css/base.css", "js/relative-time.js"):
        plain = (collected / manifest[name]).read_bytes()
        assert brotli.decompress((collected / f"{manifest[name]}.br").read_bytes()) == plain
        assert gzip.decompress((collected / f"{manifest[name]}.gz").read_bytes()) == plain
    for name in ("ckeditor/ckeditor/ckeditor.js", "admin/css/base.css"):
        assert (collected / f"{name}.gz").exists()
        assert not (collected / f"{name}.br").exists()


def test_static_files_are_collected_again_only_when_something_changed(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[str] = []
    monkeypatch.setattr("newsroom.management.commands.up.call_command", lambda name, **options: called.append(name))
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STATIC_ROOT.mkdir()
    settings.STATICFILES_DIRS = [tmp_path / "ours"]
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours/page.css").write_text("p { color: red }")
    for _ in range(2):
        Command().collect_static_files()
    assert called == ["collectstatic"]
    (tmp_path / "ours/page.css").write_text("p { color: black }")
    before = static_digest()
    Command().collect_static_files()
    assert called == ["collectstatic"] * 2
    assert static_digest() == before


def children(pid: int) -> dict[int, str]:
    """The running children of a process, with their command lines."""
    listed = subprocess.run(["ps", "-o", "pid=,stat=,args=", "--ppid", str(pid)], capture_output=True, text=True).stdout
    rows = (line.split(None, 2) for line in listed.splitlines())
    return {int(pid): args for pid, state, args in rows if not state.startswith("Z")}


def child(pid: int, word: str) -> int:
    return next((one for one, args in children(pid).items() if word in args), 0)


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGKILL])
def test_server_and_worker_are_started_again_and_end_together(
    transactional_db: None, tmp_path: Path, ending: signal.Signals
) -> None:
    port = free_port()
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "DATABASE_URL": same_database(),
        "DATA_DIR": str(tmp_path),
        "PORT": str(port),
        "WEB_PROCESSES": "1",
    }

    def answers() -> bool:
        try:
            with urlopen(f"http://localhost:{port}/healthz", timeout=1) as response:
                return bool(response.status == 200)
        except OSError:
            return False

    with (tmp_path / "log").open("w") as log:
        main = subprocess.Popen(
            [sys.executable, project.BASE_DIR / "manage.py", "serve"], env=environment, stdout=log, stderr=log
        )
    try:
        until(answers)
        until(lambda: child(main.pid, "manage.py worker"))
        if ending == signal.SIGINT:
            for word in ("manage.py worker", "newsroom.web"):
                first = child(main.pid, word)
                os.kill(first, signal.SIGKILL)
                until(lambda word=word, first=first: child(main.pid, word) not in {0, first})  # type: ignore[misc]
            until(answers)
        everybody = {grandchild for one in children(main.pid) for grandchild in (one, *children(one))}
        assert len(everybody) >= 3
        main.send_signal(ending)
        code = main.wait(20)
        assert code == (0 if ending == signal.SIGINT else -signal.SIGKILL)
        until(lambda: not any(alive(pid) for pid in everybody))
        assert not answers()
    finally:
        main.kill()
        main.wait()


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_a_process_that_keeps_dying_is_given_ever_longer_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    process = serving.Process("worker", [sys.executable, "-c", "raise SystemExit(3)"])
    pauses: list[float] = []
    for _ in range(4):
        process.look_after()
        assert process.child
        process.child.wait()
        process.look_after()
        assert process.child is None
        pauses.append(process._next_start - now)
        now = process._next_start
    assert pauses == [1, 2, 4, 8]


def test_there_are_as_many_workers_as_the_settings_say_and_at_least_one(settings: Settings) -> None:
    found = []
    for settings.WORKER_PROCESSES in (0, 1, 3):
        found.append(len(serving.workers()))
    assert found == [1, 1, 3]


def test_a_worker_that_is_killed_again_and_again_does_not_end_the_server() -> None:
    """Granian asks for each death whether the worker was last started again within 5.5 seconds."""
    respawns = Respawns()
    for moment in range(0, 100, 2):
        assert moment - respawns.get(0, -1000) > 5.5
        respawns.clear()
        respawns[0] = moment


def test_a_worker_that_cannot_even_start_does() -> None:
    respawns = Respawns()
    for moment in (1.0, 2.0, 3.0, 4.0):
        respawns[0] = moment
    assert 5.0 - respawns.get(0, 0) <= 5.5
    assert server(5).respawned_wrks.get(0, 0) == 0
