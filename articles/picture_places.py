"""How wide a picture stands in each place, so that a browser can choose the file before it knows the stylesheet.

These are the widths of layout.css and story.css, said again as `sizes`; a test measures that they agree. The page is
80rem wide and leaves 2.5rem at each side, 4vw in a window below 62.5rem, 1.125rem in one below 28.125rem.
"""

from collections.abc import Sequence

from articles.document import Picture

PAGE = "(min-width: 28.125rem) 92vw, calc(100vw - 2.25rem)"
EDGE = "(min-width: 48rem) 92vw, 100vw"
HALF = "(min-width: 28.125rem) calc(46vw - 0.5rem), calc(50vw - 1.625rem)"
QUARTER = (
    "(min-width: 85rem) 19rem, (min-width: 62.5rem) calc(25vw - 2.375rem), (min-width: 60rem) calc(23vw - 1.125rem)"
)
THUMB = "(min-width: 28.125rem) 31vw, calc(34vw - 0.75rem)"
SIZES = {
    "lead": f"(min-width: 85rem) 80rem, (min-width: 62.5rem) calc(100vw - 5rem), {EDGE}",
    "bleed": "100vw",
    "split": "(min-width: 85rem) 40rem, (min-width: 62.5rem) calc(50vw - 2.5rem), (min-width: 56rem) 46vw, "
    f"(min-width: 40rem) 36rem, {PAGE}",
    "middle": f"(min-width: 61rem) 56rem, {EDGE}",
    "upright": f"(min-width: 33rem) 30rem, {PAGE}",
    "pair": f"(min-width: 61rem) 27.5rem, (min-width: 40rem) calc(46vw - 0.5rem), {PAGE}",
    "pair-wide": f"(min-width: 61rem) 34.5rem, (min-width: 40rem) 57vw, {PAGE}",
    "pair-narrow": f"(min-width: 61rem) 20rem, (min-width: 40rem) 33vw, {PAGE}",
    "series": f"(min-width: 85rem) 58.5rem, (min-width: 64rem) calc(75vw - 5.25rem), {PAGE}",
    "series-upright": f"(min-width: 85rem) 38.5rem, (min-width: 37rem) 34rem, {PAGE}",
    "stage": "(min-width: 70rem) 70rem, 100vw",
    "opening": "(min-width: 85rem) 52.25rem, (min-width: 62.5rem) calc(65.7vw - 3.4rem), (min-width: 60rem) 60.3vw, "
    f"{EDGE}",
    "side": f"(min-width: 85rem) 25rem, (min-width: 62.5rem) calc(31.3vw - 1.6rem), (min-width: 60rem) 28.7vw, {HALF}",
    "strip": f"{QUARTER}, {HALF}",
    "grid": f"{QUARTER}, (min-width: 56rem) calc(23vw - 1.125rem), {HALF}",
    "big": f"(min-width: 85rem) 43rem, (min-width: 62.5rem) calc(53.9vw - 2.8rem), (min-width: 60rem) 49.4vw, {PAGE}",
    "small": f"(min-width: 40rem) 11rem, {THUMB}",
    "row": f"(min-width: 40rem) 12rem, {THUMB}",
    "next": "(min-width: 85rem) 45.5rem, (min-width: 62.5rem) calc(58.3vw - 4.1rem), "
    f"(min-width: 60rem) calc(53.7vw - 1.2rem), {PAGE}",
    "profile": f"(min-width: 85rem) 51.5rem, (min-width: 62.5rem) calc(65vw - 3.5rem), (min-width: 60rem) 59vw, {PAGE}",
    "portrait": "3.25rem",
    "author": "9rem",
}
GALLERY_WIDE = {
    "third": "(min-width: 85rem) 26rem, (min-width: 62.5rem) calc(33.3vw - 2.4rem), (min-width: 48rem) 29.4vw",
    "half": "(min-width: 85rem) 39.5rem, (min-width: 62.5rem) calc(50vw - 3rem), (min-width: 48rem) 45vw",
}
GALLERY_PHONE = {"half": "(min-width: 28.125rem) calc(46vw - 0.4rem), calc(50vw - 1.5rem)", "full": PAGE}
SIZES |= {
    f"gallery-{wide}-{phone}": f"{GALLERY_WIDE[wide]}, {GALLERY_PHONE[phone]}"
    for wide in GALLERY_WIDE
    for phone in GALLERY_PHONE
}


def gallery_place(number: int, count: int) -> str:
    """Where picture `number` of `count` stands in a gallery: story.css makes rows of three, the first ones of two."""
    wide = "half" if number <= {0: 0, 1: 4, 2: 2}[count % 3] else "third"
    return f"gallery-{wide}-{'full' if number == 1 and count % 2 else 'half'}"


def pair_place(picture: Picture, pictures: Sequence[Picture]) -> str:
    """Where a picture stands in a row: an upright one beside a wide one takes less of it."""
    shapes = {one.portrait for one in pictures}
    if len(pictures) != 2 or len(shapes) == 1:
        return "pair"
    return "pair-narrow" if picture.portrait else "pair-wide"
