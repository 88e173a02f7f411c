from articles.models.article import Article, ArticleQuerySet, Person
from articles.models.aside import Aside
from articles.models.audit import AuditEntry, display_name
from articles.models.checking import CheckOverride, HouseRule
from articles.models.comment import Comment, CommentNotice
from articles.models.contradiction import Contradiction
from articles.models.correction import Correction
from articles.models.edition import Edition, EditionQuerySet
from articles.models.listed import Listed, StoryList
from articles.models.notice import Notice, NoticeChoice
from articles.models.people import Author, AuthorLink, Byline, Category, Topic
from articles.models.pictures import ImageAsset, Rendition
from articles.models.presence import Presence
from articles.models.preview_link import PreviewLink
from articles.models.redaction import Redaction
from articles.models.removal import Removal
from articles.models.revision import Revision
from articles.models.saved_search import SavedSearch
from articles.models.section import ImageWithCaption, Section

__all__ = [
    "Article",
    "ArticleQuerySet",
    "Aside",
    "AuditEntry",
    "Author",
    "AuthorLink",
    "Byline",
    "Category",
    "CheckOverride",
    "Comment",
    "CommentNotice",
    "Contradiction",
    "Correction",
    "Edition",
    "EditionQuerySet",
    "HouseRule",
    "ImageAsset",
    "ImageWithCaption",
    "Listed",
    "Notice",
    "NoticeChoice",
    "Person",
    "Presence",
    "PreviewLink",
    "Redaction",
    "Removal",
    "Rendition",
    "Revision",
    "SavedSearch",
    "Section",
    "StoryList",
    "Topic",
    "display_name",
]
