"""The demo newsroom's newsletter, of our own invention."""

from datetime import time

from newsletter.models import ConsentText, Digest, Newsletter

NAME = "The Morning Call"


def make() -> None:
    """Make the demo's newsletter, its consent wording and its digest; a second run adds nothing."""
    newsletter, _ = Newsletter.objects.get_or_create(
        name=NAME,
        defaults={
            "promise": "Who said what, who wore it, what to watch tonight: the day’s best stories, before your coffee.",
            "frequency": "Every weekday at 7 am.",
            "sign_up_heading": "Get The Morning Call",
            "sign_up_label": "Sign up",
        },
    )
    Digest.objects.get_or_create(
        name="The Morning Call, on weekdays",
        defaults={  # it makes a draft each weekday, and sends nothing
            "newsletter": newsletter,
            "is_on": True,
            "needs_approval": True,
            "weekdays": [0, 1, 2, 3, 4],
            "at": time(6, 30),
            "subject": "The Morning Call: {headline}",
            "intro": "<p>Good morning. This is what you will be asked about today.</p>",
        },
    )
    if newsletter.consent_texts.exists():
        return
    ConsentText.objects.create(
        newsletter=newsletter,
        sentence=(
            f"Yes, mail me {NAME} every weekday, and keep my address for that purpose, "
            "as the data protection notice says. You can unsubscribe at any time."
        ),
        policy_version="1",
    )
