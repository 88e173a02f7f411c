"""Settings are declared, documented, and refused with a sentence when they are wrong."""

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from newsroom import settings as declared
from newsroom.env import (
    DECLARED,
    Mailbox,
    boolean,
    dns_name,
    env,
    mailbox,
    origin,
    rates,
    refuse_misspelt,
    return_address,
    whole,
    words,
)

DOCUMENTED = dict(
    re.findall(r"^\| `([A-Z_]+)` \|[^|]*\| (.*?) \|$", (settings.BASE_DIR / "docs/settings.md").read_text(), re.M)
)


def test_every_variable_is_documented_and_every_documented_one_exists() -> None:
    assert set(DOCUMENTED) == {name for name in DECLARED if not name.startswith("TEST_")}


@pytest.mark.parametrize("name", DECLARED)
def test_the_documented_meaning_is_the_declared_one(name: str) -> None:
    assert DOCUMENTED[name] == DECLARED[name].help


def start(**variables: str) -> subprocess.CompletedProcess[str]:
    """Start a command of manage.py with these variables and nothing of ours besides."""
    clean = {name: value for name, value in os.environ.items() if name not in DECLARED and name[:6] != "DJANGO"}
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=settings.BASE_DIR,
        env=clean | {"DATA_DIR": str(settings.DATA_DIR)} | variables,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"DEMO": "1", "PORT": "eighty"}, "PORT: “eighty” is not a whole number.\n"),
        ({"DEMO": "perhaps"}, "DEMO: “perhaps” is neither true nor false.\n"),
        (
            {"DEMO": "1", "PAGE_FILES": "1", "CACHE_URL": "redis://localhost:6379/0"},
            "PAGE_FILES: Pages cannot be files",
        ),
        ({"DEMO": "1", "SITE_URLS": "x"}, "SITE_URLS is not a setting. Did you mean SITE_URL?\n"),
        ({"DEMO": "1", "SECRET_KEY_FILE": "/nowhere"}, "SECRET_KEY: "),
        ({}, "Set SECRET_KEY: "),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, dict) else "",
)
def test_a_wrong_variable_stops_the_start_with_a_sentence_that_names_it(
    variables: dict[str, str], sentence: str
) -> None:
    done = start(**variables)
    assert done.returncode == 1
    assert done.stderr.startswith(sentence)
    assert "Traceback" not in done.stderr


def test_a_variable_may_be_read_from_a_file(tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DECLARED, "TEST_SECRET", DECLARED["SECRET_KEY"])
    file = os.path.join(tmp_path, "secret")
    with open(file, "w") as handle:
        handle.write("from the file\n")
    monkeypatch.setenv("TEST_SECRET_FILE", file)
    assert env("TEST_SECRET", help="For this test.") == "from the file"


def test_a_required_variable_says_what_it_is_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DECLARED, "TEST_NEEDED", DECLARED["SECRET_KEY"])
    with pytest.raises(ImproperlyConfigured, match=r"Set TEST_NEEDED: For this test\."):
        env("TEST_NEEDED", help="For this test.")


def test_names_that_only_resemble_ours_a_little_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("REPORT", "DATABASE", "SITE", "LANG", "EMAIL"):
        monkeypatch.setenv(name, "x")
    refuse_misspelt()


@pytest.mark.parametrize(
    ("parse", "text"),
    [(boolean, "maybe"), (whole, "-1"), (whole, "1.5"), (origin, "example.org"), (origin, "ftp://example.org"),
     (origin, "https://example.org/news"), (origin, "https://"), (rates, "gmail.com"), (rates, "gmail.com=0"),
     (rates, "gmail=10"), (rates, "gmail.com=-1")],
)  # fmt: skip
def test_malformed_values_are_refused(parse: object, text: str) -> None:
    with pytest.raises(ValueError, match="“"):
        parse(text)  # type: ignore[operator]


def test_values_mean_what_they_say() -> None:
    assert boolean("Yes")
    assert not boolean("off")
    assert whole("12") == 12
    assert words("a, b,,c ") == ["a", "b", "c"]
    assert origin("https://example.org/") == "https://example.org"


def test_of_processes_that_start_at_once_all_have_the_same_whole_secret_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = 8
    with ThreadPoolExecutor(many) as threads:
        for number in range(40):
            (tmp_path / str(number)).mkdir()
            monkeypatch.setattr(declared, "DATA_DIR", tmp_path / str(number))
            together = Barrier(many)

            def read(at_once: Barrier = together) -> str:
                at_once.wait()
                return declared.demo_secret_key()

            keys = {one.result() for one in [threads.submit(read) for _ in range(many)]}
            assert len(keys) == 1
            assert len(keys.pop()) > 50
            (kept,) = (tmp_path / str(number)).iterdir()
            assert kept.stat().st_mode & 0o777 == 0o600


def test_a_mailbox_is_an_address_whose_password_no_sentence_repeats() -> None:
    assert mailbox("imaps://returns%40example.org:p%2Fw@host/Inbox/Returns") == Mailbox(
        True, "host", 993, "returns@example.org", "p/w", "Inbox/Returns"
    )
    assert mailbox("imap://me:secret@host:1143") == Mailbox(False, "host", 1143, "me", "secret", "INBOX")
    assert mailbox("") is None
    for wrong in ("pop3://me:secret@host", "imaps://host", "imaps://me:secret@", "imaps://me:secret@host:x", "secret"):
        with pytest.raises(ValueError, match="It must be like imaps") as error:
            mailbox(wrong)
        assert "secret" not in str(error.value)


def test_a_return_address_has_room_for_a_word_behind_a_plus_sign() -> None:
    assert return_address(" Returns@Example.org ") == "returns@example.org"
    assert return_address("") == ""
    for wrong in ("returns", "re+turns@example.org", "returns@localhost", f"{'r' * 21}@example.org", "r@exa mple.org"):
        with pytest.raises(ValueError, match="is not an address like"):
            return_address(wrong)


def test_a_name_of_the_dns_is_told_from_anything_else() -> None:
    assert (dns_name("S2026."), dns_name("mail.example.org"), dns_name("")) == ("s2026", "mail.example.org", "")
    for wrong in ("a b", "-a", "a..b", "é.org", "a; b"):
        with pytest.raises(ValueError, match="is not a name like"):
            dns_name(wrong)


def test_a_start_warns_of_domains_that_receivers_would_not_take_for_the_senders() -> None:
    sender = {"SECRET_KEY": "x" * 60, "SITE_URL": "https://example.org", "DEFAULT_FROM_EMAIL": "news@example.org"}
    assert "newsroom.W001" in start(**sender, NEWSLETTER_RETURN_ADDRESS="returns@example.net").stderr
    assert "newsroom.W001" not in start(**sender, NEWSLETTER_RETURN_ADDRESS="returns@mail.example.org").stderr


def test_a_malformed_dkim_key_stops_the_start_with_a_sentence_that_names_the_setting() -> None:
    begun = start(SECRET_KEY="x" * 60, SITE_URL="https://example.org", DKIM_KEY="nonsense")
    assert begun.returncode != 0
    assert begun.stderr.startswith("DKIM_KEY: This is not a private key")
