"""Whether this process lives (/healthz), and whether all it leans on is in order (/readyz)."""

import logging
import tempfile
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from newsroom.models import WorkerBeat
from newsroom.worker import SILENCE

logger = logging.getLogger(__name__)

Check = Callable[[], tuple[bool, str]]


@require_safe
@never_cache
def alive(request: HttpRequest) -> HttpResponse:
    """Says that this process answers; asks nothing else."""
    return JsonResponse({"alive": True})


@require_safe
@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """Each check with its finding; 503 when one is not in order. A finding names no host, path or password."""
    checks: dict[str, Check] = {"database": database, "cache": shared_cache, "storage": storage, "worker": worker}
    checks |= {path.rpartition(".")[2]: import_string(path) for path in settings.READINESS_CHECKS}
    findings = {name: finding(name, check) for name, check in checks.items()}
    in_order = all(one["ok"] for one in findings.values())
    return JsonResponse({"ready": in_order, "checks": findings}, status=200 if in_order else 503)


def finding(name: str, check: Check) -> dict[str, bool | str]:
    try:
        ok, detail = check()
    except Exception:
        logger.warning("The readiness check “%s” failed", name, exc_info=True)
        ok, detail = False, "does not answer"
    return {"ok": ok, "detail": detail}


def database() -> tuple[bool, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True, "answers"


def shared_cache() -> tuple[bool, str]:
    """Write something and read it back."""
    key = f"ready-{uuid4()}"
    cache.set(key, "here", 10)
    kept = cache.get(key) == "here"
    cache.delete(key)
    return kept, "answers" if kept else "does not keep what is written to it"


def storage() -> tuple[bool, str]:
    """Write a small file to where uploads and renditions go."""
    for root in (Path(settings.MEDIA_ROOT), Path(settings.RENDITIONS_ROOT)):
        try:
            root.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=root) as file:
                file.write(b"\0" * 4096)
                file.flush()
        except OSError as error:
            return False, f"cannot be written to: {error.strerror}"
    return True, "can be written to"


def worker() -> tuple[bool, str]:
    """Whether some worker gave a sign of life of late."""
    alive = WorkerBeat.objects.filter(beat_at__gte=timezone.now() - SILENCE).count()
    return bool(alive), f"{alive} at work" if alive else f"none was heard of for {SILENCE.seconds} seconds"
