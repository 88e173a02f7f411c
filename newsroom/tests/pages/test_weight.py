"""What a page costs who reads it: bytes, pictures no larger than shown, and lines that do not jump while it loads."""

import gzip
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, Route, ViewportSize

from newsroom.tests.pages.site import PAGES, Site

PHONE: ViewportSize = {"width": 360, "height": 800}
MOST_BYTES, MOST_SCRIPT = 90_000, 8_000
MOST_SHIFT = 0.02
WIDTHS = (360, 414, 768, 1280, 1440)
MOST_PIXELS = 1.5  # a file's width, for each pixel it is shown on
FONTS_LATE = 400  # milliseconds
PROBES = Path(__file__).with_name("probes.js")
# Adds up every shift of the layout while the page is open, and remembers what moved.
SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) {
    if (!one.hadRecentInput) shifts.push({ value: one.value, moved: one.sources.map((source) => {
      const element = source.node?.nodeType === 1 ? source.node : source.node?.parentElement;
      return element ? `<${element.localName} class="${element.className}">` : "something gone";
    }) });
  }
}).observe({ type: "layout-shift", buffered: true });
"""
TO_THE_END = """async () => {
  const loaded = (image) => image.complete || new Promise((done) => {
    image.onload = image.onerror = done;
    setTimeout(done, 3000);
  });
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo(0, y);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 15)));
  }
  await Promise.all([...document.images].map(loaded));
}"""


@pytest.mark.parametrize("name", ["article", "gallery story", "home", "category", "search results"])
def test_a_phone_is_sent_little_besides_pictures(browser: Browser, site: Site, name: str) -> None:
    context = browser.new_context(viewport=PHONE, device_scale_factor=2)
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(f"{site.address}{PAGES[name].path(site)}", wait_until="networkidle")
    page.evaluate(TO_THE_END)
    page.wait_for_load_state("networkidle")
    by_kind: Counter[str] = Counter()
    listed = []
    for answer in answers:
        kind = answer.request.resource_type
        if kind != "image":
            size = on_the_wire(answer)
            by_kind[kind] += size
            listed.append(f"{size:>7} {kind:<10} {answer.url.removeprefix(site.address)}")
    context.close()

    table = "\n".join(
        ["", *sorted(listed, key=lambda line: line.split()[1]), *(f"{by_kind[kind]:>7} {kind}" for kind in by_kind)]
    )
    assert by_kind.total() <= MOST_BYTES, f"{by_kind.total()} bytes{table}"
    assert by_kind["script"] <= MOST_SCRIPT, table


def on_the_wire(answer: Response) -> int:
    """Bytes of an answer's body as the real server sends it. The tests' server leaves style sheets and scripts as they
    are; the real one has them compressed beforehand."""
    if answer.headers.get("content-encoding"):
        return answer.request.sizes()["responseBodySize"]
    if answer.request.resource_type == "font":
        return len(answer.body())
    return len(gzip.compress(answer.body(), 9))


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("name", ["article", "gallery story", "home", "category"])
def test_nothing_moves_while_a_page_loads(browser: Browser, site: Site, name: str, width: int) -> None:
    """Fonts come late on purpose: words set in the fallback take the room their font will take."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.add_init_script(SHIFTS)
    page = context.new_page()
    waiting: list[Route] = []
    page.route("**/*.woff2", lambda route: waiting.append(route))
    page.goto(f"{site.address}{PAGES[name].path(site)}", wait_until="domcontentloaded")
    page.wait_for_timeout(FONTS_LATE)
    page.unroute("**/*.woff2")  # which lets go of those that wait
    assert waiting, "this page asks for no font"
    page.evaluate("document.fonts.ready")
    page.evaluate(TO_THE_END)
    page.wait_for_timeout(100)
    shifts = page.evaluate("shifts")
    context.close()

    assert sum(one["value"] for one in shifts) < MOST_SHIFT, shifts


@pytest.mark.parametrize("density", [1, 2])
@pytest.mark.parametrize("name", ["article", "home"])
def test_pictures_are_no_larger_than_they_are_shown(browser: Browser, site: Site, name: str, density: int) -> None:
    address = f"{site.address}{PAGES[name].path(site)}"
    wrong: list[str] = []
    for width in WIDTHS:  # each in a browser without memory: it would take a larger file it has already
        size: ViewportSize = {"width": width, "height": 900}
        context = browser.new_context(viewport=size, device_scale_factor=density, reduced_motion="reduce")
        context.add_init_script(path=PROBES)
        page = context.new_page()
        page.goto(address)
        wrong += [f"{width} px at {density}x: {one}" for one in too_large(page, density)]
        context.close()

    assert not wrong, "\n".join(wrong)


def too_large(page: Page, density: int) -> list[str]:
    """The pictures whose file is wider than their place needs, unless there is no smaller one."""
    page.evaluate(TO_THE_END)
    found = page.evaluate("probes.pictures()")
    assert found, "no picture was chosen"
    return [
        f"{one['width']} px for {one['rendered']:.0f} in {one['place']}"
        for one in found
        if one["width"] > max(one["smallest"], MOST_PIXELS * one["rendered"] * density)
    ]
