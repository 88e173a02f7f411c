"""The publication itself: what every page says about who publishes it, and its plain pages."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from newsroom import colour, theme
from newsroom.delivery.purging import ShownModel, ShownQuerySet, purge
from newsroom.delivery.shown import shows
from newsroom.html import clean, plain, tidy
from newsroom.links import Address, Links

_PLAIN_PAGE = re.compile(r"/about/[-\w]+/")  # an address that only a page an editor wrote answers
ADDRESS_HELP = "A path on this site, such as /about/privacy/, or an address elsewhere, with https://."


def readable_accent(value: str) -> None:
    """Refuses a colour that readers could not read, with the ratio it has and the nearest one that will do."""
    if not colour.HEX.match(value):
        raise ValidationError("Write the colour as # and six signs, such as #b0124f.", code="hex")
    if not colour.accepted(value):
        ground = min(colour.PAPERS, key=lambda paper: colour.contrast(value, paper))
        raise ValidationError(
            f"{value} on the page's paper has a contrast of {colour.ratio(value, ground)}; readers need at least "
            f"{colour.READABLE} : 1. The nearest colour that has it is {colour.nearest(value)}.",
            code="contrast",
        )


def tidy_lines(one: models.Model, *names: str) -> None:
    """Make single lines of these fields, and nothing of what nobody could see."""
    for name in names:
        line = tidy(getattr(one, name))
        setattr(one, name, line if any(sign.isprintable() and not sign.isspace() for sign in line) else "")


def address_field(label: str) -> "models.CharField[str, str]":
    return models.CharField(label, max_length=200, blank=True, validators=[Address()])


class Publication(ShownModel):
    """One row, read with one query by every page: the name, colours, menus and addresses readers see everywhere."""

    KEY = "publication"

    class Masthead(models.TextChoices):
        PAPER = "paper", "As the page"
        INK = "ink", "Dark bar"
        ACCENT = "accent", "Accent bar"

    name = models.CharField(max_length=60, default="Newsroom", help_text="As it stands in the masthead.")
    tagline = models.CharField(max_length=120, blank=True, help_text="One line under the name on the home page.")
    description = models.CharField(max_length=200, blank=True, help_text="What search engines say about the home page.")

    # Pictures as newsroom.brand made them; empty when there is none.
    logo = models.JSONField(default=dict, blank=True, editable=False)
    logo_dark = models.JSONField(default=dict, blank=True, editable=False)
    icon = models.JSONField(default=dict, blank=True, editable=False)

    accent = models.CharField(
        "accent colour",
        max_length=7,
        default=colour.DEFAULT_ACCENT,
        validators=[readable_accent],
        help_text="For links, kickers and buttons.",
    )
    masthead = models.CharField(max_length=10, choices=Masthead.choices, default=Masthead.PAPER)

    menu = models.JSONField(default=list, blank=True, validators=[Links(12)])
    footer_links = models.JSONField(default=list, blank=True, validators=[Links(16)])
    social = models.JSONField("social accounts", default=list, blank=True, validators=[Links(10, paths=False)])

    subscribe_label = models.CharField(
        "words on the button", max_length=30, default="Subscribe", help_text="The button in the masthead."
    )
    subscribe_address = models.CharField(
        "where it leads",
        max_length=200,
        default="/newsletter/",
        validators=[Address()],
        help_text="A path on this site, or an address elsewhere, with https://.",
    )
    footer = models.CharField(
        "line in the footer", max_length=300, blank=True, help_text="The line at the foot of every page."
    )
    contact = models.EmailField("e-mail", blank=True, help_text="Where readers reach the newsroom.")

    corrections_policy = address_field("corrections policy")
    ethics_policy = address_field("code of ethics")
    ownership_policy = address_field("ownership and funding")
    privacy_policy = address_field("privacy policy")
    terms = address_field("terms of use")
    feedback = address_field("feedback and complaints")

    # The live pages that stand in the footer, written whenever one is: readers' pages need no query more for them.
    pages = models.JSONField(default=list, blank=True, editable=False)
    unlisted = models.JSONField(default=list, blank=True, editable=False, help_text="Addresses of the other live ones.")
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = "publication"
        verbose_name_plural = "publication"
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="only_one_publication")]

    def __str__(self) -> str:
        return self.name

    def keys_of_change(self, before: "Publication | None") -> Iterable[str]:
        return [self.KEY]

    def clean_fields(self, exclude: Any = None) -> None:
        tidy_lines(self, "name", "tagline", "description", "subscribe_label", "footer")
        super().clean_fields(exclude)

    @classmethod
    def current(cls) -> "Publication":
        """The publication; one with defaults (not stored) before anybody described it."""
        shows(cls.KEY)
        return cls.objects.filter(pk=1).first() or cls(pk=1)

    @property
    def theme_path(self) -> str:
        """The address of the stylesheet with these colours. An accent that was never checked has no say."""
        return theme.address(*self._theme)

    @property
    def bar_colours(self) -> dict[str, str]:
        """What a browser paints its own bar with, by the scheme: the masthead's colour."""
        colours = colour.theme(*self._theme)
        return {"light": colours.light.masthead_paper, "dark": colours.dark.masthead_paper}

    @property
    def _theme(self) -> tuple[str, str]:
        return (
            self.accent if colour.accepted(self.accent) else colour.DEFAULT_ACCENT,
            self.masthead if self.masthead in colour.MASTHEADS else colour.MASTHEADS[0],
        )

    @property
    def logo_in_light(self) -> dict[str, Any]:
        """The logo for the masthead of light pages: the dark one's place is on every dark ground."""
        return self.logo if self.masthead == self.Masthead.PAPER else self.logo_in_dark

    @property
    def logo_in_dark(self) -> dict[str, Any]:
        return self.logo_dark or self.logo

    def policy(self, name: str) -> str:
        """The address of a policy; empty as long as it leads to a page of ours that nobody can open."""
        address = str(getattr(self, name))
        there = [*(page["address"] for page in self.pages), *self.unlisted]
        return address if not _PLAIN_PAGE.fullmatch(address) or address in there else ""

    @property
    def policies(self) -> list[tuple[str, str]]:
        """The policies that can be read: (name, address)."""
        names = ("corrections_policy", "ethics_policy", "ownership_policy", "privacy_policy", "terms", "feedback")
        said = ((self._meta.get_field(name), self.policy(name)) for name in names)
        return [(str(getattr(field, "verbose_name", "")).capitalize(), address) for field, address in said if address]

    def footer_entries(self) -> list[tuple[str, str]]:
        """Everything the footer links to by the editors' will, each address once: links, pages, policies."""
        entries = [
            *((link["label"], link["address"]) for link in self.footer_links),
            *((page["title"], page["address"]) for page in self.pages),
            *self.policies,
        ]
        found: dict[str, str] = {}
        for label, address in entries:
            found.setdefault(address, label)
        return [(label, address) for address, label in found.items()]


class PageQuerySet(ShownQuerySet):
    def live(self) -> Self:
        """The pages readers can open."""
        return self.filter(is_live=True)

    def delete(self) -> tuple[int, dict[str, int]]:
        with footer_follows():
            return super().delete()


class Page(ShownModel):
    """A plain page, such as the corrections policy: one text, changed in place."""

    LIST = "pages"  # the surrogate key of whatever lists them

    title = models.CharField(max_length=80)
    slug = models.SlugField(max_length=60, unique=True, help_text="In the address; keep it once the page is live.")
    summary = models.CharField(max_length=200, blank=True, help_text="One sentence, for search engines and lists.")
    body = models.TextField("text", blank=True)
    position = models.PositiveSmallIntegerField(default=0, help_text="Order in the footer and in lists; 0 comes first.")
    in_footer = models.BooleanField("in the footer", default=True)
    is_live = models.BooleanField(
        "live", default=False, help_text="Readers can open it. Until then its address is as unknown as any other."
    )
    updated_at = models.DateTimeField(default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = PageQuerySet.as_manager()

    class Meta:
        ordering = ["position", "title"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(title=""), name="page_title_not_empty"),
            models.CheckConstraint(condition=~models.Q(slug=""), name="page_slug_not_empty"),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **options: Any) -> None:
        """Clean the text, date the change when readers can see one, and let the footer follow."""
        self.body = clean(self.body)
        with footer_follows():
            self.version += 1
            before = Page.objects.filter(pk=self.pk).first()
            if before is not None and (before.title, before.summary, before.body) != (
                self.title,
                self.summary,
                self.body,
            ):
                self.updated_at = timezone.now()
            super().save(*args, **options)

    def keys_of_change(self, before: "Page | None") -> Iterable[str]:
        return {self.LIST, *(f"page-{one.slug}" for one in (before, self) if one)}

    def get_absolute_url(self) -> str:
        return f"/about/{self.slug}/"

    def clean_fields(self, exclude: Any = None) -> None:
        tidy_lines(self, "title", "summary")
        super().clean_fields(exclude)

    @property
    def text(self) -> str:
        """The body with its headings as a page's own: the largest an editor sets is the first below the title."""
        body = self.body
        for written, meant in (("h3", "h2"), ("h4", "h3")):
            body = body.replace(f"<{written}>", f"<{meant}>").replace(f"</{written}>", f"</{meant}>")
        return body

    @property
    def description(self) -> str:
        """What search engines are told: the summary, or how the text begins."""
        words = self.summary or " ".join(plain(self.body).split())
        return words if len(words) <= 200 else f"{words[:199].rsplit(' ', 1)[0]}…"

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        with footer_follows():
            return super().delete(*args, **options)


@contextmanager
def footer_follows() -> Iterator[None]:
    """Whatever is done to pages inside, the publication's list of them says so in the same transaction."""
    with transaction.atomic():
        Publication.objects.get_or_create(pk=1)
        # One at a time: who comes second makes the list with what the first did.
        Publication.objects.select_for_update().get(pk=1)
        yield
        live = list(Page.objects.live().defer("body"))
        pages = [{"title": page.title, "address": page.get_absolute_url()} for page in live if page.in_footer]
        unlisted = [page.get_absolute_url() for page in live if not page.in_footer]
        known = Publication.objects.filter(pk=1)
        if known.values_list("pages", "unlisted")[0] != (pages, unlisted):
            known.update(pages=pages, unlisted=unlisted)
            purge([Publication.KEY])


class WorkerBeat(models.Model):
    """A sign of life of one worker process. Work held by a worker without a recent beat is done again by another."""

    worker = models.CharField(max_length=64, primary_key=True)
    beat_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.worker
