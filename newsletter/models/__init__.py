"""The list and its proof: who gets which newsletter, what exactly they agreed to, and what they were sent."""

from newsletter.models.consent import IP_KEPT, ConsentRecord, ConsentText, ConsentTextIsFrozen, LinkUsedUp
from newsletter.models.delivery import Delivery
from newsletter.models.disposable import DisposableDomain
from newsletter.models.forms_shown import FormShown
from newsletter.models.issue import Issue, IssueStory
from newsletter.models.lists import Newsletter, SignUpModel
from newsletter.models.moving import AddressChange, AddressTaken
from newsletter.models.people import PROOF_KEPT, UNCONFIRMED_KEPT, Subscriber, Subscription, Suppression
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
    "DisposableDomain",
    "FormShown",
    "Issue",
    "IssueStory",
    "LinkUsedUp",
    "Newsletter",
    "ReturnMailbox",
    "SignUpModel",
    "Subscriber",
    "Subscription",
    "Suppression",
]
