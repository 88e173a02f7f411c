"""Videos and posts from elsewhere: which addresses we know. Nobody is asked for anything before a reader's click."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Video:
    """A player that is loaded only when the reader asks for it."""

    provider: str
    player: str
    page: str


_KNOWN = [
    (
        "YouTube",
        re.compile(
            r"^https://(?:www\.|m\.)?(?:youtube\.com/(?:watch\?(?:\S*&)?v=|shorts/|embed/)|youtu\.be/)"
            r"([\w-]{11})(?![\w-])"
        ),
        "https://www.youtube-nocookie.com/embed/{}?autoplay=1&rel=0",
        "https://www.youtube.com/watch?v={}",
    ),
    (
        "Vimeo",
        re.compile(r"^https://(?:www\.|player\.)?vimeo\.com/(?:video/)?(\d{4,12})(?!\d)"),
        "https://player.vimeo.com/video/{}?autoplay=1&dnt=1",
        "https://vimeo.com/{}",
    ),
    (
        "Dailymotion",
        re.compile(r"^https://(?:www\.)?(?:dailymotion\.com/(?:embed/)?video/|dai\.ly/)([a-zA-Z0-9]{5,12})(?!\w)"),
        "https://www.dailymotion.com/embed/video/{}?autoplay=1",
        "https://www.dailymotion.com/video/{}",
    ),
]


def video(address: str) -> Video | None:
    """The player behind an address an editor pasted; None when it is not one we know."""
    for provider, pattern, player, page in _KNOWN:
        if found := pattern.match(address.strip()):
            return Video(provider, player.format(found[1]), page.format(found[1]))
    return None


_NETWORKS = {
    "instagram.com": "Instagram",
    "x.com": "X",
    "twitter.com": "X",
    "facebook.com": "Facebook",
    "tiktok.com": "TikTok",
    "threads.net": "Threads",
    "bsky.app": "Bluesky",
    "youtube.com": "YouTube",
}


def network(address: str) -> str:
    """The name of the network a post is on, or its host; empty for no address."""
    host = re.sub(r"^https?://(?:www\.|m\.)?", "", address.strip()).partition("/")[0].lower()
    return _NETWORKS.get(host, host)
