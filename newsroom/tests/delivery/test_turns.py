"""When many pages are wanted at once, they are rendered a few at a time, the most wanted first."""

import threading
import time

import pytest

from newsroom.delivery import turns as turns_module
from newsroom.delivery.turns import Rendering, Turns


def test_the_page_most_readers_wait_for_is_next() -> None:
    turns, order, busy, may_end = Turns(1), list[str](), threading.Event(), threading.Event()

    def render(name: str, rendering: Rendering) -> None:
        with turns.turn(rendering):
            busy.set()
            may_end.wait(5)
            order.append(name)

    first = threading.Thread(target=render, args=("first", Rendering()))
    first.start()
    assert busy.wait(5)
    wanted = {"few": 1, "none": 0, "many": 7, "as few": 1}
    others = []
    for number, (name, readers) in enumerate(wanted.items(), 1):
        rendering = Rendering()
        rendering.readers = readers
        others.append(threading.Thread(target=render, args=(name, rendering)))
        others[-1].start()
        while len(turns._waiting) < number:
            time.sleep(0.001)
    may_end.set()
    for thread in (first, *others):
        thread.join(5)

    assert order == ["first", "many", "few", "as few", "none"]


def test_a_rendering_that_fails_gives_its_turn_back() -> None:
    turns = Turns(1)
    for _ in range(2):
        try:
            with turns.turn(Rendering()):
                raise RuntimeError
        except RuntimeError:
            continue
    with turns.turn(Rendering()):
        pass


def test_nobody_waits_long_for_a_rendering_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns_module, "LONGEST", 0.05)
    turns, hanging, may_end = Turns(1), threading.Event(), threading.Event()

    def hang() -> None:
        with turns.turn(Rendering()):
            hanging.set()
            may_end.wait(5)

    thread = threading.Thread(target=hang)
    thread.start()
    assert hanging.wait(5)
    for _ in range(2):
        with turns.turn(Rendering()):
            assert thread.is_alive()
    may_end.set()
    thread.join(5)
    with turns.turn(Rendering()):
        pass
