"""The demo newsroom's newsletter, of our own invention."""

from newsletter.models import ConsentText, Newsletter

NAME = "The Morning Call"


def make() -> None:
    """Make the demo's newsletter and its consent wording; a second run adds nothing."""
    newsletter, _ = Newsletter.objects.get_or_create(
        name=NAME,
        defaults={
            "promise": "Who said what, who wore it, what to watch tonight: the day’s best stories, before your coffee.",
            "frequency": "Every weekday at 7 am.",
            "sign_up_heading": "Get The Morning Call",
            "sign_up_label": "Sign up",
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
