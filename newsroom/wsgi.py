import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
django = get_wsgi_application()

from newsroom.delivery.here import page_cache  # noqa: E402 – it reads the settings

application = page_cache(django)
