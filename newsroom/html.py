"""Rich text is hostile until it went through `clean`. One allow-list for publish, import, editor and feeds."""

import html
import re
from urllib.parse import urlsplit

import nh3
from django.conf import settings

TAGS = {
    *("p", "br", "h3", "h4", "strong", "em", "s", "sup", "sub", "blockquote", "cite", "q"),
    *("ul", "ol", "li", "a", "hr"),
}
ATTRIBUTES = {"a": {"href", "title", "hreflang"}}
SCHEMES = {"http", "https", "mailto", "tel"}
# Elements whose text is code or an alternative, never the story's words.
DROPPED_WHOLE = {
    *("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "title", "head"),
    *("textarea", "select", "option", "button", "xmp", "noembed", "noframes", "plaintext", "canvas", "audio", "video"),
}
RENAMED = {"h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4", "b": "strong", "i": "em", "strike": "s", "del": "s"}

_RENAMED_TAG = re.compile(rf"<(/?)({'|'.join(RENAMED)})(?=[\s>/])", re.IGNORECASE)
_SPACES = re.compile(r"(?:&nbsp;|&#160;|&#xa0;|[\u00a0\u202f\u2007])+", re.I)
_EMPTY = re.compile(r"<(p|h3|h4|li|strong|em|s|sup|sub|blockquote|cite|q|ul|ol)>\s*(?:<br>\s*)*</\1>", re.I)
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]")
_TAG = re.compile(r"<[^>]*>")
_BLOCK_END = re.compile(r"</(?:p|h3|h4|li|blockquote)>|<br>|<hr>")


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Keep an attribute's value, or drop it: an address must be ours, or complete with a scheme we know."""
    if name != "href":
        return value
    address = value.strip()
    if address.startswith(("//", "/\\", "\\")):
        return None  # another host without saying so
    return address or None


def clean(text: str) -> str:
    """Return the allowed part of `text`: words are kept, whatever can run, track or restyle is not. Idempotent."""
    text = _RENAMED_TAG.sub(lambda match: f"<{match[1]}{RENAMED[match[2].lower()]}", text)
    text = nh3.clean(
        text,
        tags=TAGS,
        attributes=ATTRIBUTES,
        clean_content_tags=DROPPED_WHOLE,
        url_schemes=SCHEMES,
        attribute_filter=_attribute,
        strip_comments=True,
        link_rel=None,
    )
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    for _ in range(20):  # an element holding only empty ones is empty too; bounded, for hostile nesting
        if (shorter := _EMPTY.sub("", text)) == text:
            break
        text = shorter
    return text.strip()


_LINK = re.compile(r'<a href="([^"]*)"')


def with_rel(text: str) -> str:
    """Mark links of cleaned text that leave the site."""
    own = urlsplit(settings.SITE_URL).netloc

    def mark(match: re.Match[str]) -> str:
        host = urlsplit(html.unescape(match[1])).netloc
        return match[0] if not host or host == own else f'{match[0]} rel="noopener nofollow external"'

    return _LINK.sub(mark, text)


def plain(text: str) -> str:
    """The words of cleaned rich text, blocks parted by line breaks."""
    return html.unescape(_TAG.sub("", _BLOCK_END.sub("\n", text))).strip()


def tidy(text: str) -> str:
    """One line of plain text as it was meant: no-break and double spaces, invisible signs and breaks put right."""
    return " ".join(_INVISIBLE.sub("", text).replace("\0", "").split())
