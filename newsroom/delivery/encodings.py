"""Brotli, gzip, or as it is: what a client takes, and a text in that form."""

import gzip
from collections.abc import Callable

import brotli

WORTH_COMPRESSING = 400  # bytes; a shorter answer fits one packet as it is
# A page is compressed once and sent many times, but whoever waits for it waits for this, too: 42 kB take Brotli 0.3 ms
# at level 4 for 8.3 kB, 0.5 ms at level 5 for 7.7, and at level 6 no less; level 9 takes six times as long.
COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda text: brotli.compress(text, mode=brotli.MODE_TEXT, quality=5),
    "gzip": lambda text: gzip.compress(text, 6, mtime=0),  # the same text, the same bytes
    "": lambda text: text,
}
DECOMPRESS: dict[str, Callable[[bytes], bytes]] = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}

MOST_REMEMBERED = 256
_remembered: dict[str, str] = {}


def chosen(accepted: str) -> str:
    """The form to send to a client with this Accept-Encoding header: “br”, “gzip” or, as it is, “”."""
    known = _remembered.get(accepted)
    if known is not None:
        return known
    weights: dict[str, str] = {}
    for one in accepted.lower().split(","):
        name, _, weight = one.partition(";")
        weights[name.strip()] = weight.replace(" ", "").removeprefix("q=")

    def taken(name: str) -> bool:
        """By name or by a star, and not with a weight of nought."""
        weight = weights.get(name, weights.get("*", "0"))
        return weight.strip("0.") != "" or weight == ""

    found = next((name for name in ("br", "gzip") if taken(name)), "")
    if len(_remembered) < MOST_REMEMBERED:
        _remembered[accepted] = found
    return found
