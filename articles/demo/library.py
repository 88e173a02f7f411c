"""The demo's picture library: everything the project draws for it."""

from articles.demo.pictures import classics, people, screen, stage

PICTURES = [picture for album in (classics, people, screen, stage) for picture in album.PICTURES]
