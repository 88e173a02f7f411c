"""Pictures that the stories of Celebrity News and Royalty brought into the library."""

from articles.demo.picture import Drawn

PICTURES: list[Drawn] = []
