"""An application that does nothing but send one page: what the server itself can give, without any of our code.

BARE_PAGE names a folder with the page's `body` and its `headers.json`.
"""

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

FOLDER = Path(os.environ["BARE_PAGE"])
BODY = [(FOLDER / "body").read_bytes()]
HEADERS = [(name, value) for name, value in json.loads((FOLDER / "headers.json").read_text())]


def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    start("200 OK", HEADERS)
    return BODY
