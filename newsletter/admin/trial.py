"""A mail to whoever asks for it at the desk, and to nobody else, to see how it arrives."""

import smtplib

from django.contrib import messages
from django.core.mail import EmailMultiAlternatives
from django.http import HttpRequest

from newsletter.models import Newsletter
from newsroom import mail
from newsroom.html import tidy


def send_test(request: HttpRequest, newsletter: Newsletter, subject: str, html: str, text: str, *, what: str) -> None:
    """Mail it as the newsletter would, and say at the desk what became of it. What it is about was saved before."""
    own = getattr(request.user, "email", "")
    if not own:
        messages.error(request, "Saved, but no test was sent: your account has no e-mail address.")
        return
    message = EmailMultiAlternatives(
        subject=tidy(f"Test: {subject}"),
        body=text,
        from_email=newsletter.sender,
        reply_to=newsletter.answers,
        to=[own],
        headers={"Auto-Submitted": "auto-generated", "Message-ID": mail.message_id()},
    )
    message.attach_alternative(html, "text/html")
    try:
        mail.send(message)
    except (smtplib.SMTPException, OSError):
        messages.error(request, "Saved, but the mail server did not take the test. Try again in a minute.")
    else:
        messages.success(request, f"Saved. {what} is on its way to {own}.")
