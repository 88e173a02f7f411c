"""Each page type, opened once, and then looked at in every way people read: any light, any size, by keyboard."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from newsroom.tests.axe import violations
from newsroom.tests.pages.site import PAGES, Site

PROBES = Path(__file__).with_name("probes.js")
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
TAGS = {"runOnly": {"type": "tag", "values": WCAG}, "rules": {"target-size": {"enabled": True}}}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
# What WCAG 1.4.12 lets readers do to text.
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }
"""
# What a page has in its main part that a reader cannot see: words, links, fields and buttons.
UNSEEN = """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, a, li, figcaption, button, input, label)")]
  .filter((one) => one.textContent.trim() || one.matches("input:not([type=hidden])"))
  .filter((one) => !one.closest("[hidden], [aria-hidden=true], dialog, [popover], details:not([open])"))
  .filter((one) => !one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .map((one) => `${one.localName}.${one.className} ${one.textContent.trim().slice(0, 60)}`)"""
WIDE = {"home": 1280, "search results": 1280, "gallery story": 1280}  # walked through in a large window
BOTH_WAYS = ("article", "home", "search results", "newsletter")
MOST_STEPS = 250  # from the first link of a page to its last


@dataclass
class Opened:
    """A page in the browser, and all it did on the way: what it asked for, what it said to the console."""

    name: str
    page: Page
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def at(self, width: int, height: int = 800, **media: Any) -> Page:
        """The page in a window of that size, at its top, in plain daylight unless `media` says otherwise."""
        usual = {"color_scheme": "light", "forced_colors": "none", "contrast": "no-preference"}
        self.page.emulate_media(**usual | {"reduced_motion": "reduce"} | media)
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.evaluate("""async () => {
            document.body.tabIndex = -1; // the next step by keyboard is the first of the page
            document.body.focus();
            document.body.removeAttribute("tabindex");
            document.documentElement.removeAttribute("dir");
            document.documentElement.style.fontSize = "";
            document.adoptedStyleSheets = [];
            scrollTo(0, 0);
            await new Promise(requestAnimationFrame);
            for (const one of document.getAnimations()) one.effect.getComputedTiming().endTime < 1e6 && one.finish();
        }""")
        return self.page


@pytest.fixture(scope="module")
def context_of_readers(browser: Browser, site: Site) -> Iterator[BrowserContext]:
    context = browser.new_context(reduced_motion="reduce")
    context.add_init_script(path=PROBES)
    yield context
    context.close()


@pytest.fixture(scope="module")
def page_without_scripts(browser: Browser, site: Site) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module", params=PAGES)
def opened(request: pytest.FixtureRequest, context_of_readers: BrowserContext, site: Site) -> Iterator[Opened]:
    page = context_of_readers.new_page()
    found = Opened(request.param, page)
    kind = PAGES[found.name]

    def note(message: ConsoleMessage) -> None:
        if kind.status < 400 or f"status of {kind.status}" not in message.text:  # the page itself, which is meant
            found.said.append(f"{message.text} {message.location['url']}")

    page.on("console", note)
    page.on("pageerror", lambda error: found.said.append(str(error)))
    page.on("request", lambda asked: found.asked.append(asked.url))
    response = page.goto(f"{site.address}{kind.path(site)}", wait_until="load")
    assert response is not None
    assert response.status == kind.status
    yield found
    page.close()


def none(found: list[str]) -> None:
    """Fail when there is any, naming each on a line of its own."""
    assert not found, "\n".join(["", *found])


def test_without_scripts_every_page_shows_all_it_has(opened: Opened, page_without_scripts: Page, site: Site) -> None:
    """What is left out on a phone is left out with scripts too; a control that only a script can use says `hidden`."""
    page_without_scripts.goto(f"{site.address}{PAGES[opened.name].path(site)}")
    unseen = set(page_without_scripts.evaluate(UNSEEN))

    expect(page_without_scripts.locator("h1").first).to_be_visible()
    assert unseen - set(opened.at(360).evaluate(UNSEEN)) == set()


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1280)])
def test_nobody_meets_a_barrier(opened: Opened, scheme: Literal["light", "dark"], width: int) -> None:
    none(violations(opened.at(width, color_scheme=scheme), TAGS))


def test_text_stays_readable_for_those_who_want_more_contrast(opened: Opened) -> None:
    none(violations(opened.at(1280, color_scheme="dark", contrast="more"), CONTRAST))


def test_text_and_fields_are_seen_in_the_colours_a_reader_chose(opened: Opened) -> None:
    """Not by axe: it looks at the colours the page would have had."""
    page = opened.at(1280, forced_colors="active")
    none(page.evaluate("[...probes.faint(4.5), ...probes.edgeless()]"))


def test_nothing_is_cut_at_four_times_the_size(opened: Opened) -> None:
    """A window of 1280 × 1024 at 400 % has 320 × 256 of CSS' pixels."""
    page = opened.at(320, 256)
    none(page.evaluate("[...probes.cut(), ...probes.overlaps(), ...probes.sticking(0.4)]"))


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_cut_when_text_is_spaced_out(opened: Opened, width: int) -> None:
    page = opened.at(width)
    page.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet] }",
        SPACED,
    )
    none(page.evaluate("[...probes.cut(), ...probes.overlaps()]"))


@pytest.mark.parametrize("width", [640, 1280])
def test_nothing_is_cut_when_text_alone_is_twice_as_large(opened: Opened, width: int) -> None:
    page = opened.at(width)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    none(page.evaluate("[...probes.cut(), ...probes.overlaps()]"))


@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_read_from_right_to_left_holds_together(opened: Opened, width: int) -> None:
    page = opened.at(width)
    page.evaluate("document.documentElement.dir = 'rtl'")
    none(page.evaluate("[...probes.cut(), ...probes.overlaps()]"))


def test_the_keyboard_reaches_everything_in_order_and_shows_where_it_is(opened: Opened) -> None:
    page = opened.at(WIDE.get(opened.name, 360), 600)
    none(walk(page, "Tab"))
    if opened.name in BOTH_WAYS:  # backwards, things come into view at the top, where something may stick
        none(walk(page, "Shift+Tab"))


def walk(page: Page, key: str) -> list[str]:
    """Press the key until there is no more to reach; returns what is wrong with what had the focus."""
    wrong: list[str] = []
    for step in range(MOST_STEPS):
        page.keyboard.press(key)
        found = page.evaluate("([start, back]) => probes.focused(start, back)", [step == 0, key != "Tab"])
        if found["ended"]:
            return wrong if step else ["nothing on this page takes the focus"]
        wrong += found["wrong"]
    return [*wrong, f"the page does not end after {MOST_STEPS} steps"]


def test_the_first_step_leads_past_the_masthead(opened: Opened) -> None:
    page = opened.at(360, 600)
    if not page.locator("header, nav").count():
        return  # an error page of its own has nothing to skip
    page.keyboard.press("Tab")
    target = page.evaluate("document.activeElement.getAttribute('href') ?? ''")
    assert target.startswith("#"), "the skip link is not first"
    page.keyboard.press("Enter")
    assert page.evaluate("[document.activeElement.localName, `#${document.activeElement.id}`]") == ["main", target]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main, footer') !== null"), "the masthead was not skipped"


def test_places_jumped_to_are_not_covered(opened: Opened) -> None:
    page = opened.at(360, 600)
    places = page.evaluate(
        "[...new Set([...document.querySelectorAll('a[href^=\"#\"]')].map((one) => one.hash.slice(1)))]"
    )
    wrong: list[str] = []
    for place in places:
        page.evaluate("place => { scrollTo(0, 0); location.hash = ''; location.hash = place }", place)
        wrong += page.evaluate("place => probes.arrived(place)", place)
    none(wrong)


def test_a_form_that_answers_in_place_says_so_aloud(opened: Opened) -> None:
    """A place for messages must be there before the message, or screen readers do not announce it."""
    page = opened.at(360)
    silent = page.evaluate("""() => [...document.querySelectorAll("form[data-newsletter]")]
        .filter((form) => !form.parentElement.querySelector("[role=status], [aria-live]")).map(probes.named)""")
    none(silent)


def test_a_page_is_quiet(opened: Opened, site: Site) -> None:
    """No cookie, no word to the console, and nobody else is asked for anything."""
    opened.page.wait_for_load_state("networkidle")
    ours = urlsplit(site.address).netloc
    none([one for one in opened.asked if urlsplit(one).netloc not in {ours, ""}])
    assert opened.page.context.cookies() == []
    none(opened.said)
