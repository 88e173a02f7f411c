"""The one settings file. Each variable is declared once, with its meaning; docs/settings.md lists them."""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

import environ
from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.core.exceptions import ImproperlyConfigured

from newsroom.delivery.cdn import in_front
from newsroom.dkim import key as dkim_key
from newsroom.env import (
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
from newsroom.providers import email_url

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = env(
    "DATA_DIR", BASE_DIR / "var", parse=Path, help="Directory of everything that is not code: database, pictures, mail."
)
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = env("DEBUG", False, parse=boolean, help="True only on a developer's machine.")
DEMO = env(
    "DEMO", False, parse=boolean, help="True for a try-out on one's own machine: makes a secret key and demo sign-ins."
)
SITE_URL = env(
    "SITE_URL",
    f"http://localhost:{os.environ.get('PORT', '8000')}" if DEMO or DEBUG else None,
    parse=origin,
    help="The public address, such as https://example.org. It is written into pages, feeds and mail.",
)
PORT = env("PORT", 8000, parse=whole, help="Port that `manage.py up` listens on.")
LISTEN_ADDRESS = env(
    "LISTEN_ADDRESS", "127.0.0.1", help="Address that `manage.py up` listens on; 0.0.0.0 is every one the machine has."
)
WEB_PROCESSES = env("WEB_PROCESSES", 2, parse=whole, help="Number of web processes.")
WORKER_PROCESSES = env(
    "WORKER_PROCESSES",
    1,
    parse=whole,
    help="Number of workers beside them. Each hands over one mail at a time: several send a newsletter sooner where "
    "the mail server is far away.",
)
TRUSTED_PROXIES = env(
    "TRUSTED_PROXIES", 0, parse=whole, help="How many proxies in front add to X-Forwarded-For; 0 ignores the header."
)


def demo_secret_key() -> str:
    """Return the key kept in the state directory, making it the first time; two processes at once agree on one."""
    path = DATA_DIR / "secret-key"
    if not path.exists():
        descriptor, fresh = tempfile.mkstemp(dir=DATA_DIR)  # for its owner's eyes alone
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(50))
        with suppress(FileExistsError):
            os.link(fresh, path)  # the whole key or none: whoever is second must not read half of it
        os.unlink(fresh)
    return path.read_text().strip()


SECRET_KEY = env(
    "SECRET_KEY",
    demo_secret_key() if DEMO or DEBUG else None,
    help="A long random text, kept secret; signs sessions and newsletter links. Made by itself only for the demo.",
)
if not SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY: a long random text, kept secret (or DEMO=1 to try the software out).")
if not SITE_URL:
    raise ImproperlyConfigured("Set SITE_URL: the public address, such as https://example.org (or DEMO=1 to try out).")

HTTPS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = env(
    "ALLOWED_HOSTS",
    [SITE_URL.partition("://")[2].partition(":")[0], *(["localhost", "127.0.0.1", "[::1]"] if DEMO or DEBUG else [])],
    parse=words,
    help="Host names that are answered, separated by commas. Empty: the host of SITE_URL.",
)
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "newsroom.apps.NewsroomConfig",
    "articles",
    "fronts",
    "newsletter",
    "analytics",
    "newsroom.apps.DeskConfig",  # django.contrib.admin, arranged for editors
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "newsroom.apps.StaticConfig",  # django.contrib.staticfiles without what no page uses
    "ckeditor",
    "csp",
    "axes",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "newsroom.middleware.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
    "newsroom.whence.Whence",
]
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# -- State -----------------------------------------------------------------------------------------
DATABASES = {
    "default": env(
        "DATABASE_URL",
        environ.Env.db_url_config(f"sqlite:///{DATA_DIR / 'newsroom.sqlite3'}"),
        parse=environ.Env.db_url_config,
        help="Database, such as postgres://user:password@host/name. Empty: SQLite in DATA_DIR.",
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["ENGINE"] = "newsroom.sqlite"  # writers stand in line
    # FULL: an acknowledged save is on the disk. IMMEDIATE: a writer waits for its turn instead of failing midway.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-4000;",
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# Opened anew for each request and each look of the worker, a connection costs more than most of what is asked over it.
DATABASES["default"]["CONN_MAX_AGE"] = 60
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": env(
        "CACHE_URL",
        {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "newsroom_cache"},
        parse=environ.Env.cache_url_config,
        help="Shared cache for counters and pages, such as redis://localhost:6379/0. Empty: counters in a table, pages "
        "in each process.",
    )
}
PAGE_CACHE_BYTES = env(
    "PAGE_CACHE_BYTES",
    64 * 1024 * 1024,
    parse=whole,
    help="Most bytes of finished pages that each web process keeps; 0 keeps none.",
)
PAGE_FILES = env(
    "PAGE_FILES",
    False,
    parse=boolean,
    help="True to keep finished pages as files, too, which nginx as shipped serves by itself. Not with CACHE_URL.",
)
if PAGE_FILES and "redis" in CACHES["default"]["BACKEND"].lower():
    raise ImproperlyConfigured(
        "PAGE_FILES: Pages cannot be files where CACHE_URL names a Redis, as for several machines: the files of one "
        "would stay when another publishes. Take one of the two away."
    )
PURGE_URLS = env(
    "PURGE_URLS",
    [],
    parse=in_front,
    help="Caches in front that are told which pages changed, such as varnish://127.0.0.1:6081, fastly://TOKEN@SERVICE "
    "or cloudflare://TOKEN@ZONE, separated by spaces or commas.",
)
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
# What the worker looks for every second; each is a function that does what is due and says how many it did. Each line
# is a thread, and a connection to the database; those in one line take turns.
WORKER_SWEEPS = [
    ["articles.publishing.publish_due"],
    ["articles.ahead.prepare_due"],
    ["newsroom.delivery.purging.deliver"],
    ["newsroom.delivery.local.tidy", "newsroom.delivery.files.tidy"],
    ["articles.pictures.make_missing"],
    ["articles.notice_mail.send_due"],
    ["newsletter.sender.send_due"],
    ["newsletter.digests.make_due", "articles.notice_mail.tell_late", "articles.models.contradiction.look_again"],
    ["newsletter.mailbox.read_due", "articles.removals.ask_due"],
    ["articles.thinning.thin", "articles.previews.tidy", "newsletter.retention.tidy", "analytics.retention.tidy"],
]
# Of these, those that know the moment when something comes due: the worker wakes for it.
WORKER_DUE = {"articles.publishing.publish_due": "articles.publishing.until_due"}

# What /readyz asks besides the database, the cache, the storage and the worker; each says whether all is well, and how.
READINESS_CHECKS = ["articles.publishing.lateness", "newsroom.delivery.purging.purges"]

# Pages of other apps for the sitemap of fronts; each is a function that returns their paths and says what they hang on.
SITEMAP_ADDRESSES = ["newsletter.own_page.addresses"]

# By the first word of an address, whose pages they are: a function that says which of such paths answer.
LINKED_PAGES = {"newsletter": "newsletter.own_page.there"}
# Of a story that comes, goes, moves or is corrected: pages of other apps that show it, each with what it is called.
SHOWN_ELSEWHERE = ["newsletter.archive.pages_with"]

# Where the desk writes down who did what: a module with `changed`, `signed_in`, `failed_to_sign_in`, `signed_out`.
DESK_LOG = "articles.desk_log"

# What `manage.py demo` makes beside stories; each is a function that adds nothing the second time.
DEMO_MAKERS = ["newsletter.demo.make"]

# What a new issue of a newsletter can start with, besides the newest stories: each is a function that takes how many
# are wanted and a category, or None for the whole site, and names live stories by their ids, in order.
ISSUE_STARTS = {"front": "fronts.standing.stories", "most-read": "analytics.reading.most_read"}

# -- Files -----------------------------------------------------------------------------------------
MEDIA_ROOT = DATA_DIR / "media"  # uploads; served only to people who signed in
RENDITIONS_ROOT = DATA_DIR / "renditions"  # the only files made here that readers get
RENDITIONS_URL = "/media/"
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "newsroom.storage.Originals"},
    "staticfiles": {"BACKEND": "newsroom.storage.StaticFiles"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = False
WHITENOISE_ALLOW_ALL_ORIGINS = False
UPLOAD_MAX_BYTES = env(
    "UPLOAD_MAX_BYTES", 40 * 1024 * 1024, parse=whole, help="Largest picture file that is accepted, in bytes."
)
UPLOAD_MAX_PIXELS = env(
    "UPLOAD_MAX_PIXELS", 80_000_000, parse=whole, help="Largest picture that is accepted, in pixels (width × height)."
)
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler", "newsroom.uploads.ToDisk"]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a story of 200 sections with pictures is one form
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

# -- Time and language -----------------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
TIME_ZONE = env("TIME_ZONE", "Europe/London", help="The publication's time zone, such as Europe/London.")
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = ["newsroom.formats"]

# -- Mail ------------------------------------------------------------------------------------------
EMAIL_PROVIDER = ""  # a name in newsroom.providers where EMAIL_URL has one; then ANYMAIL is what anymail wants to know
ANYMAIL: dict[str, object] = {}
globals().update(
    env(
        "EMAIL_URL",
        {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(DATA_DIR / "mail"),
        },
        parse=email_url,
        help="Mail server, such as smtp+tls://user:password@host:587, or a provider, such as "
        "postmark://?server_token=TOKEN. Empty: mail is written to DATA_DIR/mail.",
    )
)
DEFAULT_FROM_EMAIL = env(
    "DEFAULT_FROM_EMAIL", "newsletter@localhost", help="Sender of the mail this site sends, such as news@example.org."
)
NEWSLETTER_SIGN_UPS_PER_NETWORK = env(
    "NEWSLETTER_SIGN_UPS_PER_NETWORK",
    60,
    parse=whole,
    help="Most sign-ups an hour from one network; an office or a mobile network shares one address.",
)
NEWSLETTER_SIGN_UPS_PER_HOUR = env(
    "NEWSLETTER_SIGN_UPS_PER_HOUR",
    20_000,
    parse=whole,
    help="Most sign-ups an hour from everywhere; above that it is not a good story but an attack.",
)
DKIM_KEY = env(
    "DKIM_KEY",
    "",
    parse=dkim_key,
    help="Private RSA key, as PEM, that signs the mail this site sends. Empty: the mail server signs, or nobody.",
)
DKIM_SELECTOR = env(
    "DKIM_SELECTOR", "newsroom", parse=dns_name, help="The public key stands in the DNS at SELECTOR._domainkey.DOMAIN."
)
DKIM_DOMAIN = env(
    "DKIM_DOMAIN", "", parse=dns_name, help="Domain that mail is signed for. Empty: that of DEFAULT_FROM_EMAIL."
)
NEWSLETTER_RETURN_ADDRESS = env(
    "NEWSLETTER_RETURN_ADDRESS",
    "",
    parse=return_address,
    help="Where newsletters come back to that cannot be delivered, such as returns@example.org; returns+ANYTHING@ must "
    "reach the same mailbox. Empty: to the sender.",
)
NEWSLETTER_RETURN_MAILBOX = env(
    "NEWSLETTER_RETURN_MAILBOX",
    None,
    parse=mailbox,
    help="That mailbox, read each minute, such as imaps://user:password@host/INBOX. Empty: none is read.",
)
NEWSLETTER_RATE = env(
    "NEWSLETTER_RATE",
    0,
    parse=whole,
    help="Most mails of issues a second, of all workers together; 0: as fast as it goes.",
)
NEWSLETTER_DOMAIN_RATES = env(
    "NEWSLETTER_DOMAIN_RATES",
    {},
    parse=rates,
    help="Most mails of issues a second to addresses at these domains, such as gmail.com=10,outlook.com=5.",
)
NEWSLETTER_OPEN_TRACKING = env(
    "NEWSLETTER_OPEN_TRACKING",
    False,
    parse=boolean,
    help="True to count how often issues are opened, by a picture in mails to those who agreed to a wording saying so.",
)
if NEWSLETTER_RETURN_MAILBOX:
    READINESS_CHECKS.append("newsletter.mailbox.returns_read")

# -- Safety ----------------------------------------------------------------------------------------
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "newsroom.middleware.client_address"
AXES_VERBOSE = False
LOGIN_URL = "/admin/login/"
DESK_COOKIE_NAME = "desk"  # says to scripts of public pages that somebody signed in; proves nothing
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "newsroom.errors.forged"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if HTTPS:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    DESK_COOKIE_NAME = "__Host-desk"
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    if TRUSTED_PROXIES:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]

# Players are loaded only after a click, and from these hosts only.
VIDEO_HOSTS = ["https://www.youtube-nocookie.com", "https://player.vimeo.com", "https://www.dailymotion.com"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "media-src": [SELF],
        "frame-src": [SELF, *VIDEO_HOSTS],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
# CKEditor 4 puts style attributes and inline handlers on its own buttons. Only screens that hold an editor get this.
EDITOR_CONTENT_SECURITY_POLICY = {"script-src-attr": [UNSAFE_INLINE], "style-src": [UNSAFE_INLINE]}

# django-ckeditor warns that CKEditor 4 is past its support. We know: SECURITY.md says what keeps it harmless.
SILENCED_SYSTEM_CHECKS = ["ckeditor.W001"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {"axes": {"level": "ERROR"}, "django_tasks": {"level": "WARNING"}},
}

refuse_misspelt()
