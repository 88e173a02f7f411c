"""What two people of the demo's desk say to each other about the story that waits there."""

from django.contrib.auth.models import User

from articles import commenting
from articles.models import Article
from articles.models.comment import labels, people_of

WORDS = "a name painted on each of its sixteen cabins"


def talk(article: Article, editor: User, writer: User) -> None:
    names = labels(people_of(article))
    first, second = [str(one.key) for one in article.sections.all()][:2]
    spot = commenting.Spot(first, WORDS, "with nobody in it and ", ". By noon there were")
    asked = commenting.begin(
        article, f"@{names[writer.pk]}, did you count them, or do we have this from somebody?", spot, by=editor
    )
    commenting.reply(asked, "Counted. Twice: a man with a flask insisted on fifteen.", by=writer)
    commenting.begin(
        article,
        f"@{names[editor.pk]}, she may tell us the last name tomorrow. Can it wait that long?",
        commenting.Spot(second),
        by=writer,
    )
    commenting.begin(article, "A picture of the blank cabin would be lovely.", commenting.Spot(), by=editor)
