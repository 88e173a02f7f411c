"""The demo publication's plain pages. They say what this software does, so that they are true of the demo."""
# ruff: noqa: E501

from dataclasses import dataclass


@dataclass(frozen=True)
class PlainPage:
    slug: str
    title: str
    summary: str
    body: str
    in_footer: bool = True


ABOUT = """
<p>Limelight is an entertainment magazine that does not exist. It was made up, with everybody in it, to show what Newsroom can do: Newsroom is the software this magazine is written, edited and published with.</p>
<h3>What is invented</h3>
<p>All of it. The actors, singers and small royal houses, the films and series, the town of Port Merrin and the weather there: none of them is, or is meant for, anybody or anything that exists. If a name here is also yours, that is chance, and we should like to hear of it.</p>
<h3>What is not</h3>
<p>The pages are. Each story was entered at the desk as an editor would enter it: sections, pictures with a caption and a credit, a byline with the job title of the day, topics, a date that means something. What is marked as corrected was corrected. What is scheduled goes out at its minute.</p>
<h3>The pictures</h3>
<p>No photographer stood in the rain for them. A program that comes with the software draws every one, and the credit under it names an invented artist so that you can see how credits are printed.</p>
<h3>Who we are</h3>
<p>The newsroom is as invented as the news, but it is organised: editors publish, writers hand in, a picture editor keeps the library. You find the people on the pages that carry their names, with everything they wrote.</p>
"""

CORRECTIONS = """
<p>We get things wrong. When we do, we say so, where you can see it, and we do not wait for somebody to complain twice.</p>
<h3>What we do</h3>
<ul>
<li>A mistake that changes what a story says is put right in the text, and a note on the story says what was wrong, what is right, and when it was changed.</li>
<li>A passage that was true but could mislead gets a clarification in the same way.</li>
<li>News that came later is added as an update. The date under the headline says when.</li>
<li>A misspelt word is simply spelt right, without a note.</li>
</ul>
<h3>Where to find them</h3>
<p>Every note also stands on <a href="/corrections/">the corrections page</a>, newest first, for as long as its story can be read.</p>
<h3>What we do not do</h3>
<p>We do not change a story in silence, and we do not take one down because somebody would prefer that we did. A story that had to go leaves a page behind that says it was withdrawn.</p>
<h3>Tell us</h3>
<p>Write to <a href="mailto:newsroom@limelight.example">newsroom@limelight.example</a> with the address of the story and the sentence you mean. An editor who did not write it will read it.</p>
"""

ETHICS = """
<p>Entertainment is not an excuse. These are the rules we would sign.</p>
<h3>People</h3>
<ul>
<li>We ask before we print. Whoever is accused of something is asked in time to answer, and the answer is in the story.</li>
<li>Children of famous people are not famous. We do not show their faces or name their schools.</li>
<li>Illness, grief and pregnancy are news when the person concerned says so, and not an hour earlier.</li>
<li>What somebody weighs is not a story.</li>
</ul>
<h3>Sources</h3>
<ul>
<li>A rumour with two sources is still a rumour; we print what we know, and say how we know it.</li>
<li>Quotations are what was said. We shorten them, and mark where; we do not improve them.</li>
<li>We do not pay for interviews, and we do not let anybody read a story before you do.</li>
</ul>
<h3>Pictures</h3>
<ul>
<li>Every picture says who made it. What it shows is described for readers who cannot see it.</li>
<li>We crop; we do not retouch people.</li>
<li>The pictures in this demonstration are drawn by a program. In a magazine with real people in it we would say so on each one.</li>
</ul>
<h3>Money</h3>
<p>Nobody can buy a story, a place on the home page or a kinder word. Presents are sent back, or raffled for the lifeboat. A story that was paid for, or shows what somebody gave us, says so above its headline.</p>
"""

OWNERSHIP = """
<p>Nobody owns Limelight, because there is no Limelight. What stands here is what a magazine would have to say.</p>
<h3>Who owns it</h3>
<p>Limelight belongs to its own pages. It has no shareholders, no parent company and no proprietor who telephones on Fridays.</p>
<h3>Who pays for it</h3>
<p>Nobody. It sells no subscriptions and no advertisements. Some of its stories carry a label that says they were paid for, or that things in them were given: those are there to show what such a label looks like, and the companies named are invented, too.</p>
<h3>Who decides what is printed</h3>
<p>Its editors. Whoever pays for a story does not read it first, and a story that was paid for says so above its headline, on every card, in the feeds and in the newsletter.</p>
"""

PRIVACY = """
<p>This page says what is kept about you when you read Limelight. It is short, because hardly anything is.</p>
<h3>When you read</h3>
<ul>
<li>No cookie is set, and nothing is stored in your browser.</li>
<li>Nothing is loaded from any other site: no fonts, no counters, no advertisements, no buttons that report you to a network.</li>
<li>The program that serves these pages keeps no record of who asked for which. Whoever runs the machines in front of it may keep one for security; in this demonstration nobody does.</li>
<li>Every reader gets the same pages. Nobody is recognised, so nobody is followed.</li>
</ul>
<h3>Videos and posts</h3>
<p>A video comes from the site that hosts it only after you press play, and then that site learns of you what it learns of any visitor. Posts from social networks are printed as quotations, with a link.</p>
<h3>The newsletter</h3>
<p>If you sign up, we keep your address, what you agreed to, and when. <a href="/newsletter/data-protection/">The newsletter's own notice</a> says for how long, and how to be forgotten. The mails load pictures from this site alone, from addresses that are the same for everybody, and do not report whether you opened them.</p>
<h3>When you write to us</h3>
<p>Mail to the newsroom is read by the newsroom and answered from there. In this demonstration it goes nowhere: the address is invented.</p>
"""

TERMS = """
<p>Limelight is a demonstration. You may read it, link to it, print it and show it around; nobody will ask you to pay.</p>
<h3>Words and pictures</h3>
<p>The stories and the drawings come with the Newsroom software, under the licence that comes with it. If you pass them on, keep the credits where they are.</p>
<h3>What you can rely on</h3>
<p>On nothing that a story says: all of it is invented. No person, film or royal house in it exists. Please do not book a room in Port Merrin.</p>
<h3>Feeds</h3>
<p>Every area, topic and author has a <a href="/feeds/">feed</a> with the full text. Reading it in the program of your choice needs no agreement of ours; printing it elsewhere as your own is not kind to the people who drew the whippets.</p>
<h3>Other people's sites</h3>
<p>Links lead to sites of others now and then. What stands there is theirs.</p>
"""

ACCESSIBILITY = """
<p>A magazine that some people cannot read is not finished. This one is built to the Web Content Accessibility Guidelines 2.2, level AA, and its pages are checked against them by machine each time the software is changed.</p>
<h3>What you can expect</h3>
<ul>
<li>Everything can be reached and used with a keyboard; where you are is always visible, and the first stop on each page skips to the text.</li>
<li>Text has a contrast of at least 4.5 to 1, in light and in dark. The pages follow what your device is set to.</li>
<li>Type can be enlarged to 400 % without being cut off, and spaced as you like.</li>
<li>Pictures that tell something are described. Pictures that do not are silent.</li>
<li>Galleries work by key, by touch and by mouse, and can be left with Escape.</li>
<li>Nothing plays, scrolls or blinks by itself. If your device asks for less motion, there is none.</li>
<li>Everything but a few conveniences works with scripts turned off.</li>
</ul>
<h3>What is not good enough yet</h3>
<p>Videos come from other sites, with the captions their makers gave them, and some makers give none.</p>
<h3>Tell us</h3>
<p>If something here is in your way, write to <a href="mailto:newsroom@limelight.example">newsroom@limelight.example</a> and say on which page, and what you read it with.</p>
"""

PAGES = [
    PlainPage(
        "limelight", "What Limelight is", "An invented magazine, and what is true about it.", ABOUT, in_footer=False
    ),
    PlainPage("corrections-policy", "Corrections policy", "What we do when we were wrong.", CORRECTIONS),
    PlainPage("code-of-ethics", "Code of ethics", "What we ask of ourselves before we print.", ETHICS),
    PlainPage("ownership", "Ownership and funding", "Who owns Limelight, and who pays for it.", OWNERSHIP),
    PlainPage("privacy", "Privacy", "What is kept about you when you read: nothing.", PRIVACY),
    PlainPage("terms", "Terms of use", "What you may do with what you find here.", TERMS),
    PlainPage("accessibility", "Accessibility", "What these pages promise to every reader.", ACCESSIBILITY),
]
