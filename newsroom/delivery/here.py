"""The page cache of this process, put together as the settings say."""

from functools import cache

from django.conf import settings

from newsroom.delivery import shared
from newsroom.delivery.files import PageFiles
from newsroom.delivery.generations import Generations, SharedMemory
from newsroom.delivery.local import LocalPages
from newsroom.delivery.page_cache import Application, PageCache
from newsroom.delivery.pages import Memory
from newsroom.delivery.public import usual_cache_control
from newsroom.delivery.release import release


@cache
def server() -> shared.Server | None:
    """Redis or Valkey, where CACHE_URL names one."""
    default = settings.CACHES["default"]
    return shared.server(default["LOCATION"]) if "redis" in default["BACKEND"].lower() else None


@cache
def generations() -> Generations:
    if found := server():
        return shared.SharedGenerations(found)
    return SharedMemory(settings.DATA_DIR / "generations")


@cache
def memory() -> Memory:
    return Memory(settings.PAGE_CACHE_BYTES)


def page_cache(application: Application) -> PageCache:
    found = server()
    others = shared.SharedPages(found, release()) if found else LocalPages(release())
    files = PageFiles(generations(), usual_cache_control()) if settings.PAGE_FILES else None
    return PageCache(application, generations(), memory(), others, files)
