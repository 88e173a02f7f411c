"""What our tests ask of axe finds what is wrong by day, and what is wrong by night alone."""

import pytest
from playwright.sync_api import Page

from newsroom.tests.axe import violations_by_day_and_night

PAGE = """<!doctype html><html lang="en"><title>Desk</title><main><h1>Tonight</h1><p>%s</p></main>
<style>body { background: white; color: black } @media (prefers-color-scheme: dark) { %s }</style>"""


@pytest.mark.parametrize(
    ("words", "by_night", "found"),
    [
        ("Fine", "body { background: black; color: white }", []),
        ("Pale", "p { color: #ddd }", ["dark color-contrast"]),
        ("<button></button>", "", ["light button-name"]),
        ("<button hidden></button>", "button { display: inline !important }", ["dark button-name"]),
        (
            "<button style='visibility: hidden'></button>",
            "button { visibility: visible !important }",
            ["dark button-name"],
        ),
        (
            "<button style='width: 9px'>A</button><button>B</button>",
            "button { width: 9px; height: 9px }",
            ["dark target-size"],
        ),
    ],
)
def test_a_barrier_is_found_by_day_and_by_night(page: Page, words: str, by_night: str, found: list[str]) -> None:
    page.set_content(PAGE % (words, by_night))
    rules = {one.partition(":")[0] for one in violations_by_day_and_night(page)}
    assert rules >= set(found)
    assert rules <= set(found) or "target-size" in str(found)
