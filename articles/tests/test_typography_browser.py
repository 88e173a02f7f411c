"""What is made of pasted text, in a browser without a server: signs put right, and no letter lost."""

from html import escape
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SIGNS = [
    ('"Yes," she said. "It\'s \'90s night."', "“Yes,” she said. “It’s ’90s night.”"),
    ("\"'No,' he said,\" she told us.", "“‘No,’ he said,” she told us."),
    ("\"She said 'no'\"", "“She said ‘no’”"),
    ("'tis the dancers' night, rock 'n' roll", "’tis the dancers’ night, rock ’n’ roll"),
    ("He is 5'10\" tall and 6' wide", "He is 5′10″ tall and 6′ wide"),
    ('"He is 5\'10"," she said', "“He is 5′10″,” she said"),
    ('"I left in 1999" was the line', "“I left in 1999” was the line"),
    ('"It was a 12" single," he said', "“It was a 12″ single,” he said"),
    ("He called it 'the best in 2019' once", "He called it ‘the best in 2019’ once"),
    ("the 1990's and James' hat", "the 1990’s and James’ hat"),
    ('(“[The pier] is”) and ["x"]', "(“[The pier] is”) and [“x”]"),
    ("‘90s and ‘tis", "’90s and ’tis"),
    ("a -- b - c, well--known, re-do", "a – b – c, well – known, re-do"),
    ("Wait... what. . . then....", "Wait… what… then...."),
    ("two  spaces\u00a0here so\u00adft\u200b", "two spaces here soft"),
    ("see https://x.example/it's--a\"b and don't", "see https://x.example/it's--a\"b and don’t"),
]

# The letters and digits that were pasted, and those that stand in the sections it becomes, each in order.
ARRIVED = r"""([html, choice]) => {
  const text = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;
  const letters = (text) => text.match(/[\p{L}\p{N}]/gu)?.join("") ?? "";
  const {body} = window.pasted.read(html, {pictures: false});
  window.typography.within(body);
  const {segments, used} = window.pasted.plan(body, choice);
  const words = (one) => (one.subhead ?? "") + (one.url ?? "") + text(window.pasted.html(one.blocks ?? []));
  const parts = segments.map(words);
  return [letters(text(html)), letters(used.headline + used.standfirst + parts.join(""))];
}"""


@pytest.fixture
def workshop(page: Page) -> Page:
    page.set_content("<!doctype html><title>Paste</title>")
    for name in ("typography", "pasted"):
        page.add_script_tag(path=str(finders.find(f"js/desk/{name}.js")))
    return page


def test_the_signs_of_english_text_are_put_right_and_addresses_left_alone(workshop: Page) -> None:
    put = workshop.evaluate("texts => texts.map((one) => window.typography.put([one]).texts[0])", [a for a, _ in SIGNS])
    assert put == [b for _, b in SIGNS]


def test_quotation_marks_know_their_side_across_emphasis_and_beside_the_caret(workshop: Page) -> None:
    put = "([texts, before]) => window.typography.put(texts, before).texts"
    assert workshop.evaluate(put, [['"', "Stay", '," she said, \'tis "late"'], ""]) == [
        "“",
        "Stay",
        ",” she said, ’tis “late”",
    ]
    assert workshop.evaluate(put, [['" she said'], "“Stay,"]) == ["” she said"]


def tree(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tags = [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "b",
        "em",
        "span",
        "li",
        "ul",
        "blockquote",
        "figure",
        "section",
        "o:p",
        "button",
    ]
    styles = [
        "",
        ' style="font-weight:bold"',
        ' style="mso-list:l0 level1"',
        ' class="MsoNormal"',
        ' href="https://a.example/"',
    ]
    return st.builds(
        lambda tag, style, inside: f"<{tag}{style}>{''.join(inside)}</{tag}>",
        st.sampled_from(tags),
        st.sampled_from(styles),
        st.lists(children, max_size=5),
    )


words = st.text(
    st.one_of(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), st.sampled_from("aB1 \"'-.\u00a0\u00ad")),
    max_size=40,
)
LEAF = st.one_of(
    words.map(escape), st.sampled_from(["<br>", "<hr>", "<!-- x -->", "<img src=a.png>", "<p>Short line</p>"])
)
PASTE = st.lists(st.recursive(LEAF, tree, max_leaves=30), min_size=1, max_size=8).map("".join)
CHOICE = st.fixed_dictionaries(
    {
        "sections": st.sampled_from(["sure", "all", "none"]),
        "free": st.booleans(),
        "title": st.booleans(),
        "embeds": st.booleans(),
    }
)


def test_every_letter_and_digit_of_a_paste_arrives_in_order(workshop: Page) -> None:
    @settings(max_examples=200, suppress_health_check=list(HealthCheck))
    @given(PASTE, CHOICE)
    def arrives(html: str, choice: dict[str, Any]) -> None:
        pasted, arrived = workshop.evaluate(ARRIVED, [html, choice])
        assert arrived == pasted

    arrives()
