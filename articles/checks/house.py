"""House style: the editors' own rules. They run in RE2, whose time grows with the text and with nothing else."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import re2

from articles.checks.finding import ALWAYS, Facts, Finding, HouseRuleFacts, Story

NAME = "House style"
MAY_STOP = True
MOST_PATTERN = 200  # characters of one pattern
MOST_MEMORY = 1 << 20  # bytes of one compiled pattern: counted repeats of repeats are refused by it
MOST_FOUND = 50  # of one rule in one text


class NotAPattern(ValueError):
    """A pattern that cannot be used, with a sentence for the editor."""


@lru_cache(maxsize=1_000)
def compiled(pattern: str, is_pattern: bool, any_case: bool) -> Any:
    """A rule's words or pattern, ready to look with. Raises NotAPattern."""
    if len(pattern) > MOST_PATTERN:
        raise NotAPattern(f"The pattern has {len(pattern)} characters; at most {MOST_PATTERN} are taken.")
    try:
        found = re2.compile(written(pattern, is_pattern), options(any_case))
    except re2.error as error:
        said = error.args[0] if error.args else "it cannot be read"
        said = said.decode() if isinstance(said, bytes) else str(said)
        if "too large" in said:
            raise NotAPattern("This pattern would take too long: it repeats what repeats.") from error
        raise NotAPattern(f"This is no pattern the checks can use: {said}.") from error
    if found.search(""):
        raise NotAPattern("This pattern is found in nothing, and so everywhere: say what it must hold.")
    return found


@lru_cache(maxsize=1_000)
def sieve(pattern: str, is_pattern: bool, any_case: bool) -> Any:
    """Finds something in all texts at once, a line each, if the rule does in any of them; None where it cannot tell."""
    if re.search(r"\\[AzC]|\(\?", pattern):
        return None
    try:  # ^ and $ of a text are those of its lines here
        return re2.compile(f"(?m){written(pattern, is_pattern)}", options(any_case))
    except re2.error:
        return None


def options(any_case: bool) -> Any:
    made = re2.Options()
    made.log_errors = False
    made.max_mem = MOST_MEMORY
    made.case_sensitive = not any_case
    return made


def written(pattern: str, is_pattern: bool) -> str:
    """The pattern of a rule; of one that has words, those as whole words, however they are spaced."""
    if is_pattern:
        return pattern
    words = r"\s+".join(re.escape(word) for word in pattern.split())
    start, end = (r"\b" if pattern[:1].isalnum() else ""), (r"\b" if pattern[-1:].isalnum() else "")
    return f"{start}{words}{end}"


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    everything = "\n".join(texts_of(story)).encode(errors="replace")
    for rule in facts.rules:
        said = f"{rule.name}: {rule.reason}" if rule.reason else f"{rule.name}."
        if rule.of_credits:
            for place, called, one in story.pictures():
                known = facts.pictures.get(one.asset)
                for start, end, instead in matches(rule, known.credit) if known else ():
                    assert known is not None
                    better = f" Make it “{known.credit[:start]}{instead}{known.credit[end:]}” in the picture library."
                    told = f"{called} is credited “{known.credit}”. {said}{better if instead else ''}"
                    basis = f"{rule.basis}\n{one.asset}"
                    yield Finding(NAME, ALWAYS[rule.severity], f"{place}/caption", told, basis=basis)
            continue
        finder = sieve(rule.pattern, rule.is_pattern, rule.any_case)
        if finder is not None and not finder.search(everything):
            continue
        for text in story.texts:
            for start, end, instead in matches(rule, text.plain):
                yield text.finding(NAME, ALWAYS[rule.severity], said, start, end, instead, rule.basis)


def texts_of(story: Story, *, of_credits: bool = False) -> list[str]:
    """What a rule looks at: the story's words, or the credits of its pictures."""
    if of_credits:
        return [one.credit for _, _, one in story.pictures()]
    return [text.plain for text in story.texts]


def matches(rule: HouseRuleFacts, plain: str) -> Iterator[tuple[int, int, str | None]]:
    """Where a rule finds something, and what it suggests there; nothing where the suggestion stands already."""
    if not plain:
        return
    finder = compiled(rule.pattern, rule.is_pattern, rule.any_case)
    for count, found in enumerate(finder.finditer(plain)):
        if count >= MOST_FOUND:
            return
        start, end = found.span()
        instead = rule.suggestion or None
        if instead and rule.is_pattern:
            for number in range(1, 10):
                held = found.group(number) if number <= found.re.groups else ""
                instead = instead.replace(f"\\{number}", held or "")
        elif instead and found.group()[:1].isupper() and rule.any_case:
            instead = instead[0].upper() + instead[1:]
        if start < end and instead != found.group():
            yield start, end, instead
