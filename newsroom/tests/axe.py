"""What axe, which looks for barriers as screen readers and their users meet them, has against a page."""

from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe()
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# The desk keeps to these rules; pages for readers keep to axe's advice beyond them, too.
DESK: dict[str, Any] = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
READERS: dict[str, Any] = {}
# All colours are those of the scheme, none on its way from the other.
SETTLED = """async () => {
    await new Promise(requestAnimationFrame);
    for (const one of document.getAnimations()) one.effect.getComputedTiming().endTime < 1e6 && one.finish();
}"""
# All that is there, with what can be seen of it and where: whatever rules ask for besides colours.
SCENE = """() => [document.documentElement.outerHTML, ...[...document.querySelectorAll("*")].map((one) => {
    const box = one.getBoundingClientRect();
    const seen = one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    return [seen, box.x, box.y, box.width, box.height].join();
})].join("\\n")"""
OF_COLOURS = "tags => axe.getRules(tags).filter((one) => one.tags.includes('cat.color')).map((one) => one.ruleId)"


def violations(page: Page, options: dict[str, Any] = DESK) -> list[str]:
    """The rule, and each element that breaks it. Of what is well, axe is asked for no more than it must look at."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    found = page.evaluate("options => axe.run(document, options)", {"resultTypes": ["violations"], **options})
    return [
        f"{one['id']}: {node['html'][:160]} {node['failureSummary'].splitlines()[1].strip()[:160]}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


def violations_by_day_and_night(page: Page) -> list[str]:
    """The same of a page of the desk as it stands, in light colours and then in dark ones.

    Where nothing but colours differs between the two, no element and no box, dark is asked for what hangs on colours.
    """
    found: list[str] = []
    options, seen = DESK, ""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        page.evaluate(SETTLED)
        scene = page.evaluate(SCENE)
        if scene == seen:
            options = {"runOnly": {"type": "rule", "values": page.evaluate(OF_COLOURS, DESK["runOnly"]["values"])}}
        found += [f"{scheme} {one}" for one in violations(page, options)]
        seen = page.evaluate(SCENE)
        if seen != scene:  # it moved under axe's eyes
            seen = ""
    return found
