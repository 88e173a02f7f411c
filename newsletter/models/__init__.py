"""The list and its proof: who gets which newsletter, what exactly they agreed to, and what they were sent."""

from newsletter.models.consent import IP_KEPT, ConsentRecord, ConsentText, ConsentTextIsFrozen, LinkUsedUp
from newsletter.models.delivery import Delivery
from newsletter.models.digest import Digest, DigestStory
from newsletter.models.disposable import DisposableDomain
from newsletter.models.forms_shown import FormShown
from newsletter.models.issue import Issue, IssueCount, IssueStory
from newsletter.models.lists import FormerAddress, Newsletter, SignUpModel
from newsletter.models.moving import AddressChange, AddressTaken
from newsletter.models.notes import NoteOwed, StoryNote
from newsletter.models.people import PROOF_KEPT, UNCONFIRMED_KEPT, Subscriber, Subscription, Suppression
from newsletter.models.quota import Quota
from newsletter.models.returned import ReturnMailbox

__all__ = [
    "IP_KEPT",
    "PROOF_KEPT",
    "UNCONFIRMED_KEPT",
    "AddressChange",
    "AddressTaken",
    "ConsentRecord",
    "ConsentText",
    "ConsentTextIsFrozen",
    "Delivery",
    "Digest",
    "DigestStory",
    "DisposableDomain",
    "FormShown",
    "FormerAddress",
    "Issue",
    "IssueCount",
    "IssueStory",
    "LinkUsedUp",
    "Newsletter",
    "NoteOwed",
    "Quota",
    "ReturnMailbox",
    "SignUpModel",
    "StoryNote",
    "Subscriber",
    "Subscription",
    "Suppression",
]
