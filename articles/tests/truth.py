"""What every page would say now, without rendering again what cannot have changed.

A page is made of what the database answers and of the hour, and of nothing that the process remembers. So each page's
questions are written down as it is rendered. While the same questions get the same answers, it is the same page; else
it is rendered. Questions that name an hour count as the same only where a later rendering asked them with that very
hour: then it is not the clock's. `proved` renders everything after all, and compares.
"""

import re
from datetime import date
from hashlib import blake2b
from typing import Any, NamedTuple

from django.db import connection

from newsroom.delivery.pages import Memory
from newsroom.tests.readers import Reader

HOUR = re.compile(r"\d{4}-\d\d-\d\d")
READS = re.compile(r"\s*(?:SELECT|WITH)\b")
CLOCK = re.compile(r"CURRENT_|\bNOW\b", re.IGNORECASE)

Said = tuple[int, str]  # status, text
Question = tuple[str, Any]  # SQL, parameters


class Known(NamedTuple):
    said: Said
    questions: list[Question]
    answers: list[bytes]
    is_trusted: bool  # nothing in its questions is the clock's


class Truth:
    """`rendered` counts pages rendered, `known` those that did not have to be."""

    def __init__(self) -> None:
        self.rendered = self.known = 0
        self._reader = Reader(memory=Memory(0))
        self._pages: dict[str, Known] = {}
        self._answered: dict[tuple[str, str], bytes] = {}

    def look(self) -> None:
        """Something was done: the database may answer differently."""
        self._answered.clear()

    def forget(self) -> None:
        """The clock was moved by more than a page may leave unnoticed."""
        self._pages.clear()

    def of(self, address: str) -> Said:
        known = self._pages.get(address)
        if known and known.is_trusted and self._answers(known.questions) == known.answers:
            self.known += 1
            return known.said
        return self._rendered(address, known)

    def proved(self) -> None:
        """Every page that is known now, rendered, says what it was taken to say."""
        self.look()
        for address, known in self._pages.items():
            if known.is_trusted and self._answers(known.questions) == known.answers:
                got = self._reader.get(address)
                assert (got.status, got.text) == known.said, f"{address} changes without any answer that does"

    def _rendered(self, address: str, before: Known | None) -> Said:
        questions: list[Question] = []

        def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            questions.append((sql, params))
            return execute(sql, params, many, context)

        with connection.execute_wrapper(note):
            got = self._reader.get(address)
        said = got.status, got.text
        self.rendered += 1
        is_trusted = all(READS.match(sql) for sql, _ in questions) and (
            not any(names_an_hour(one) for one in questions) or (before is not None and before.questions == questions)
        )
        answers = self._answers(questions) if is_trusted else []
        self._pages[address] = Known(said, questions, answers, is_trusted)
        return said

    def _answers(self, questions: list[Question]) -> list[bytes]:
        return [self._answer(one) for one in questions]

    def _answer(self, question: Question) -> bytes:
        sql, params = question
        key = (sql, repr(params))
        if key not in self._answered:
            with connection.cursor() as cursor:
                cursor.execute(sql, params)
                self._answered[key] = blake2b(repr(cursor.fetchall()).encode()).digest()
        return self._answered[key]


def names_an_hour(question: Question) -> bool:
    sql, params = question
    return bool(CLOCK.search(sql)) or any(isinstance(one, date) or HOUR.match(str(one)) for one in params or ())
