"""An issue as mail: frozen once, rendered once, encoded once; for each person only the links are put in."""

import binascii
import re
import secrets
from collections.abc import Collection
from dataclasses import asdict, replace
from email.utils import formatdate, parseaddr
from typing import Any, Self

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from articles.models import Edition, ImageAsset
from articles.teasers import Teaser, TeaserPicture
from newsletter import returns
from newsletter.counts import marked, marked_links
from newsletter.models import Issue, Subscription
from newsletter.telling import Told
from newsroom import dkim, mail
from newsroom.addresses import absolute
from newsroom.html import clean, plain, tidy, with_rel
from newsroom.models import Publication

_LINK_TEXT = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_OWN_LINK = re.compile(r'(<a href=")(/)')
_BREAK = re.compile(r"\r\n?")
# What differs from one person's mail to the next; the rest of the head is the same for all.
PERSONAL = ("To", "Message-ID", "Date", "List-Unsubscribe")


def printed_of(issue: Issue) -> dict[str, Any]:
    """What readers get of this issue, as JSON to freeze: stories as their live editions have them.

    A story that is not live is left out, and so is a block without anything in it.
    """
    wanted = {block.get("article") for block in issue.blocks if block.get("kind") == "story"}
    editions = {
        one.article_id: one
        for one in Edition.objects.live().filter(article__in=wanted - {None}).select_related("category")
    }
    asked = {block.get("picture") for block in issue.blocks}
    pictures = ImageAsset.objects.filter(withheld=False).in_bulk([pk for pk in asked if pk])
    blocks = [_printed(block, editions, pictures) for block in issue.blocks]
    return {
        "subject": tidy(issue.subject),
        "preheader": tidy(issue.preheader),
        "blocks": [block for block in blocks if block],
    }


def _printed(
    block: dict[str, Any], editions: dict[int, Edition], pictures: dict[int, ImageAsset]
) -> dict[str, Any] | None:
    kind, asset = block.get("kind"), pictures.get(block.get("picture") or 0)
    if kind == "story":
        edition = editions.get(block.get("article") or 0)
        return _printed_story(block, edition, asset) if edition else None
    if kind == "heading":
        words = tidy(block.get("text") or "")
        return {"kind": kind, "text": words} if words else None
    html = outside(block.get("html") or "")
    if kind == "text":
        return {"kind": kind, "html": with_rel(html)} if html else None
    if kind == "sponsor":
        name = tidy(block.get("name") or "")
        picture = asdict(TeaserPicture.of(asset.picture(alt_text=asset.alt_text), name)) if asset else None
        address = absolute(block["url"]) if block.get("url") else ""
        return {"kind": kind, "name": name, "html": with_rel(html, paid=True), "url": address, "picture": picture}
    return None


def _printed_story(block: dict[str, Any], edition: Edition, asset: ImageAsset | None) -> dict[str, Any]:
    teaser = Teaser.of(edition.story, edition.get_absolute_url())
    if headline := tidy(block.get("headline") or ""):
        teaser = replace(teaser, headline=headline)
    if standfirst := tidy(block.get("standfirst") or ""):
        teaser = replace(teaser, standfirst=standfirst)
    if asset is not None:
        picture = TeaserPicture.of(asset.picture(alt_text=asset.alt_text), teaser.headline)
        teaser = replace(teaser, picture=picture)
    return {"kind": "story", "article": edition.article_id, "edition": edition.pk, **asdict(teaser)}


def _drawn(block: dict[str, Any], issue: int) -> dict[str, Any]:
    """A block as the templates take it: its teaser and picture as such, its rich text also plain.

    Its links to our site carry the issue, for counting.
    """
    picture = TeaserPicture(**block["picture"]) if block.get("picture") else None
    if block["kind"] == "story":
        words = {name: block[name] for name in ("headline", "standfirst", "label")}
        return {"kind": "story", "teaser": Teaser(picture=picture, address=marked(block["address"], issue), **words)}
    if "html" in block:
        html, url = marked_links(block["html"], issue), marked(block.get("url") or "", issue)
        return block | {"picture": picture, "html": html, "text": with_addresses(html), "url": url}
    return block


def outside(html: str) -> str:
    """Rich text for a mail: clean, and links to this site with its name."""
    return _OWN_LINK.sub(rf"\g<1>{settings.SITE_URL}/", clean(html))


def with_addresses(html: str) -> str:
    """The words of rich text, with the address of each link behind it."""
    return plain(_LINK_TEXT.sub(r"\2 (\1)", html).replace("</p>", "</p>\n"))


def encoded(text: str) -> bytes:
    """Quoted-printable, lines of at most 75 signs and one for a soft break at the end."""
    return binascii.b2a_qp(_BREAK.sub("\n", text).encode(), istext=True).replace(b"\n", b"\r\n")


class Letter:
    """One issue, rendered. `html` and `text` have stand-ins where a person's own links go.

    `told` is what it tells, above all else, of stories in earlier issues; `without` says which of its own are left out,
    as a Delivery keeps it.
    """

    def __init__(
        self, issue: Issue, printed: dict[str, Any], told: Collection[Told] = (), *, without: str = ""
    ) -> None:
        self.issue, self.newsletter = issue, issue.newsletter
        self.subject, self.without = printed["subject"], without
        secret = secrets.token_hex(8)  # nobody can write a stand-in into a story
        self.unsubscribe = absolute(f"/newsletter/unsubscribe/{secret}/")
        self.preferences = absolute(f"/newsletter/preferences/{secret}/")
        self.opened = f"opened-{secret}" if settings.NEWSLETTER_OPEN_TRACKING else ""
        consent_text = self.newsletter.consent_texts.first()
        words = {
            "newsletter": self.newsletter,
            "publication": Publication.current(),
            "subject": self.subject,
            "preheader": printed["preheader"],
            "told": told,
            "blocks": [_drawn(block, issue.pk) for block in printed["blocks"]],
            "unsubscribe": self.unsubscribe,
            "preferences": self.preferences,
            "opened": self.opened,
            "archive": absolute(f"/newsletter/issues/{issue.pk}/"),
            "language": consent_text.language if consent_text else "en-GB",
        }
        self.html = mail.inlined(render_to_string("newsletter/email/issue.html", words))
        self.text = render_to_string("newsletter/email/issue.txt", words)
        self._head, self._pieces = self._encoded()

    @classmethod
    def of(cls, issue: Issue, told: Collection[Told] = ()) -> Self:
        """The issue as it was sent, or, before that, as it would be sent now."""
        return cls(issue, issue.printed or printed_of(issue), told)

    def links(self, subscription: Subscription) -> tuple[str, str]:
        """Where this person unsubscribes, and chooses."""
        return absolute(subscription.unsubscribe_path()), absolute(subscription.subscriber.preferences_path())

    def picture_for(self, subscription: Subscription) -> str:
        """The picture that is counted when it is loaded; nothing for whoever did not agree to that."""
        if not (self.opened and subscription.agrees_to_opens):
            return ""
        return f'<img src="{absolute(f"/newsletter/issues/{self.issue.pk}/opened.gif")}" width="1" height="1" alt="">'

    @property
    def sender(self) -> str:
        return self.newsletter.sender

    @property
    def address(self) -> str:
        return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]

    def message_for(self, subscription: Subscription, token: str = "") -> bytes:
        """The whole mail to this person, as it goes over the wire. Its subscriber must be loaded.

        `token` says whose mail it is when it comes back (see returns); a test to oneself has none.
        """
        unsubscribe, preferences = self.links(subscription)
        lines = (
            f"To: {subscription.subscriber.email}",
            f"Message-ID: {mail.message_id(token)}",
            f"Date: {formatdate()}",
            f"List-Unsubscribe: <{unsubscribe}>",
        )
        own = {self.unsubscribe: encoded(unsubscribe), self.preferences: encoded(preferences)}
        own |= {self.opened: encoded(self.picture_for(subscription))} if self.opened else {}
        body = b"".join(piece if isinstance(piece, bytes) else own[piece] for piece in self._pieces)
        message = "\r\n".join(lines).encode() + b"\r\n" + self._head + body
        signer = dkim.signer(mail.our_domain())
        return signer.line(message) + message if signer else message

    def mail_for(self, subscription: Subscription, token: str = "") -> EmailMultiAlternatives:
        """The same mail for what sends in other ways than by SMTP."""
        unsubscribe, preferences = self.links(subscription)
        html = self.html.replace(self.opened, self.picture_for(subscription)) if self.opened else self.html
        message = self._mail(
            *(
                body.replace(self.unsubscribe, unsubscribe).replace(self.preferences, preferences)
                for body in (self.text, html)
            )
        )
        message.to = [subscription.subscriber.email]
        message.extra_headers |= {"List-Unsubscribe": f"<{unsubscribe}>", "Message-ID": mail.message_id(token)}
        if token:
            returns.mark(message, token)
        return message

    def _mail(self, text: str, html: str) -> EmailMultiAlternatives:
        domain = mail.our_domain()
        message = EmailMultiAlternatives(
            subject=self.subject,
            body=text,
            from_email=self.sender,
            reply_to=self.newsletter.answers,
            headers={
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
                "List-Id": f"<newsletter-{self.newsletter.pk}.{domain}>",
                "Precedence": "bulk",
                "Feedback-ID": f"issue-{self.issue.pk}:newsletter-{self.newsletter.pk}:newsletter:newsroom",
            },
        )
        message.attach_alternative(html, "text/html")
        return message

    def _encoded(self) -> tuple[bytes, list[bytes | str]]:
        """The head that all share, as Django writes it, and the body in pieces: bytes, and stand-ins between them."""
        boundary = f"=_{secrets.token_hex(16)}"  # no line of quoted-printable text begins like that
        message = self._mail("", "").message()
        for name in PERSONAL:
            del message[name]
        message.set_boundary(boundary)
        head = message.as_bytes().partition(b"\n\n")[0].replace(b"\n", b"\r\n")
        stand_ins = filter(None, (self.unsubscribe, self.preferences, self.opened))
        stand_in = re.compile(f"({'|'.join(map(re.escape, stand_ins))})")
        pieces: list[bytes | str] = [b"\r\n\r\n"]
        for kind, body in (("plain", self.text), ("html", self.html)):
            pieces.append(
                f'--{boundary}\r\nContent-Type: text/{kind}; charset="utf-8"\r\n'
                "Content-Transfer-Encoding: quoted-printable\r\n\r\n".encode()
            )
            for number, part in enumerate(stand_in.split(body)):
                if number:
                    pieces.append(b"=\r\n")  # a soft break: a line's length does not hang on what goes in
                pieces.append(part if number % 2 else encoded(part))
            pieces.append(b"\r\n")
        pieces.append(f"--{boundary}--\r\n".encode())
        return head, pieces
