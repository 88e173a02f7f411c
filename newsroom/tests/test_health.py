"""/healthz says that the process lives; /readyz says what is out of order, and nothing an attacker could use."""

import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from newsroom import health
from newsroom.models import WorkerBeat
from newsroom.worker import SILENCE, Worker


@pytest.fixture
def at_work(db: None) -> None:
    Worker("w").beat()


def test_a_process_that_answers_is_alive_whatever_became_of_the_rest(client: Client) -> None:
    response = client.get("/healthz")  # a query would fail here: this test may not use the database
    assert response.status_code == 200
    assert response.json() == {"alive": True}
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


def test_a_newsroom_in_order_is_ready(client: Client, at_work: None) -> None:
    response = client.get("/readyz")
    assert response.json()["ready"], response.json()
    assert response.status_code == 200
    assert set(response.json()["checks"]) == {"database", "cache", "storage", "worker", "lateness", "purges"}
    assert not response.cookies


def test_a_worker_that_fell_silent_is_reported(client: Client, at_work: None) -> None:
    WorkerBeat.objects.update(beat_at=timezone.now() - SILENCE - timedelta(seconds=1))
    response = client.get("/readyz")
    assert response.status_code == 503
    assert not response.json()["checks"]["worker"]["ok"]


def late() -> tuple[bool, str]:
    return False, "two stories are late"


def broken() -> tuple[bool, str]:
    raise OSError("postgres://newsroom:secret@db.internal/news")


def test_an_apps_own_check_counts(client: Client, at_work: None, settings: Settings) -> None:
    settings.READINESS_CHECKS = [f"{__name__}.late"]
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"]["late"] == {"ok": False, "detail": "two stories are late"}


def test_a_check_that_breaks_tells_nothing_of_the_inside(client: Client, at_work: None, settings: Settings) -> None:
    settings.READINESS_CHECKS = [f"{__name__}.broken"]
    response = client.get("/readyz")
    assert response.json()["checks"]["broken"] == {"ok": False, "detail": "does not answer"}
    assert b"secret" not in response.content


def test_storage_that_cannot_be_written_to_is_reported(
    client: Client, at_work: None, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    settings.MEDIA_ROOT = tmp_path / "file" / "media"
    response = client.get("/readyz")
    assert response.status_code == 503
    assert not response.json()["checks"]["storage"]["ok"]
    assert str(tmp_path) not in response.text


def test_a_database_that_is_away_is_reported(client: Client) -> None:
    response = client.get("/readyz")  # this test may not use the database: every query fails
    assert response.status_code == 503
    assert response.json()["checks"]["database"] == {"ok": False, "detail": "does not answer"}


def test_a_redis_that_dies_is_reported(client: Client, at_work: None, redis: subprocess.Popen[bytes]) -> None:
    assert client.get("/readyz").json()["checks"]["cache"]["ok"]
    redis.kill()
    redis.wait()
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"]["cache"] == {"ok": False, "detail": "does not answer"}


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_only_reading_is_answered(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


def test_every_answer_hides_the_name_of_the_server(client: Client) -> None:
    assert client.get("/healthz")["Server"] == ""


def test_checks_are_named_for_people() -> None:
    assert health.finding("late", late) == {"ok": False, "detail": "two stories are late"}
