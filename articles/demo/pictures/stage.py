"""Pictures that the stories of Music and Style brought into the library."""

from articles.demo.picture import Drawn

PICTURES: list[Drawn] = []
