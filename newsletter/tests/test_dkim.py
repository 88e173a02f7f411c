"""Mail that arrives proves that it is ours: its DKIM signature is checked as a receiver does, by another library."""

from base64 import b64encode
from email import message_from_bytes
from typing import Any

import dkim
import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from django.core.cache import cache
from django.test import Client

from newsletter.tests.factories import fields, make_newsletter, make_subscription, make_text, post
from newsletter.tests.test_returns import NELL, Server, sent
from newsletter.tests.test_returns import server as server
from newsroom.dkim import SIGNED
from newsroom.dkim import key as key_setting

pytestmark = pytest.mark.django_db


def pem(key: Any) -> str:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


@pytest.fixture(scope="module")
def private() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


@pytest.fixture
def signing(private: rsa.RSAPrivateKey, settings: Any) -> None:
    settings.DKIM_KEY, settings.DKIM_SELECTOR, settings.DKIM_DOMAIN = pem(private), "s2026", ""


def holds(message: bytes, private: rsa.RSAPrivateKey, asked: list[bytes] | None = None) -> bool:
    """Whether a receiver takes the signature for good, with the public key that the DNS gives it."""
    public = b64encode(private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))

    def dns(name: bytes, timeout: int = 5) -> bytes:
        if asked is not None:
            asked.append(name)
        return b"v=DKIM1; k=rsa; p=" + public

    return bool(dkim.verify(message, dnsfunc=dns))


def test_an_issue_arrives_with_a_signature_of_its_senders_domain(
    server: Server, signing: None, private: rsa.RSAPrivateKey
) -> None:
    newsletter = make_newsletter(name="Zoë’s “Late” Letter, of which one line in the head is folded")
    make_subscription(newsletter, NELL)
    sent(server, "tom@example.org", subject="Tonight: ‘É’", blocks=[{"kind": "text", "html": "<p>. dots\n..\n é</p>"}])
    _, message = server.taken["tom@example.org"]
    asked: list[bytes] = []
    assert holds(message, private, asked)
    assert asked == [b"s2026._domainkey.example.com."]
    covered = str(message_from_bytes(message)["DKIM-Signature"]).partition("h=")[2].partition(";")[0].split(":")
    assert {"from", "to", "subject", "date", "message-id", "list-unsubscribe", "list-unsubscribe-post"} <= set(covered)
    assert {name.lower() for name in message_from_bytes(message)} & set(SIGNED) <= set(covered)


def test_the_mails_of_a_sign_up_arrive_with_it_too(
    server: Server, signing: None, private: rsa.RSAPrivateKey, client: Client, work: Any
) -> None:
    cache.clear()
    post(client, fields(make_text(newsletter=make_newsletter(name="Zoë’s Letter")), NELL))
    work()
    _, message = server.taken[NELL]
    assert holds(message, private)
    assert message.isascii(), "nothing that a server on the way would rewrite"


@pytest.mark.parametrize(
    "change",
    [
        (b"Subject: ", b"Subject: Buy! "),
        (b"Tonight", b"Tomorrow"),
        (b"\r\n\r\n", b"\r\nFrom: bank@example.net\r\n\r\n"),
        (b"List-Unsubscribe: <http", b"List-Unsubscribe: <https"),
    ],
)
def test_what_was_changed_on_the_way_is_found_out(
    server: Server, signing: None, private: rsa.RSAPrivateKey, change: tuple[bytes, bytes]
) -> None:
    sent(server, NELL)
    _, message = server.taken[NELL]
    assert holds(message, private)
    changed = message.replace(*change, 1)
    assert changed != message
    assert not holds(changed, private)


def test_without_a_key_nothing_is_signed(server: Server) -> None:
    sent(server, NELL)
    assert b"DKIM-Signature" not in server.taken[NELL][1]


def test_another_domain_may_sign(server: Server, signing: None, private: rsa.RSAPrivateKey, settings: Any) -> None:
    settings.DKIM_DOMAIN = "mail.example.com"
    sent(server, NELL)
    asked: list[bytes] = []
    assert holds(server.taken[NELL][1], private, asked)
    assert asked == [b"s2026._domainkey.mail.example.com."]


def test_a_key_is_taken_with_its_line_breaks_written_out(private: rsa.RSAPrivateKey) -> None:
    assert key_setting(pem(private).replace("\n", "\\n")) == pem(private)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not a key", "not a private key"),
        ("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", "not a private key"),
        (pem(ed25519.Ed25519PrivateKey.generate()), "not an RSA key"),
    ],
)
def test_a_malformed_key_is_refused_with_a_sentence(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        key_setting(text)
