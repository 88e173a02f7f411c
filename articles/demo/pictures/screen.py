"""Pictures that the stories of Film and Television brought into the library."""

from articles.demo.picture import Drawn

PICTURES: list[Drawn] = []
