"""Who may import whom: a lower layer never learns of a higher one, nor do apps built on articles of each other."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

BUILT_ON_ARTICLES = ["fronts", "newsletter", "analytics"]
APPS = ["newsroom", "articles", *BUILT_ON_ARTICLES]
LOWEST = {"errors", "workflow", "renditions", "document", "embeds", "keys", "merging", "moments", "checks"}
HIGHEST = {"views", "previews", "urls", "admin", "management", "templatetags", "apps"}


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of ours by its dotted name, tests and migrations left out."""
    for app in APPS:
        for path in sorted((settings.BASE_DIR / app).rglob("*.py")):
            parts = path.relative_to(settings.BASE_DIR).with_suffix("").parts
            if not {"tests", "migrations"} & set(parts):
                yield ".".join(parts).removesuffix(".__init__"), path


def imported(name: str, path: Path) -> set[str]:
    """The dotted names a module imports, also inside functions."""
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, [base, node.module]))
            found |= {f"{module}.{alias.name}" for alias in node.names}
    return {one for one in found if one.split(".")[0] in APPS}


def layer(name: str) -> int:
    """How high a module of articles stands."""
    parts = name.split(".")
    part = parts[1] if len(parts) > 1 else "urls"
    return 0 if part in LOWEST else 1 if part == "models" else 3 if part in HIGHEST else 2


MODULES = dict(modules())


@pytest.mark.parametrize("name", MODULES)
def test_imports_point_downwards(name: str) -> None:
    app = name.split(".")[0]
    for other in imported(name, MODULES[name]):
        theirs = other.split(".")[0]
        assert ".tests" not in other, f"{name} imports tests"
        if app == "newsroom" and name != "newsroom.urls":
            assert theirs == "newsroom", f"{name} knows {other}"
        elif app == "articles":
            assert theirs not in BUILT_ON_ARTICLES, f"{name} knows {other}"
            assert theirs == "newsroom" or layer(other) <= layer(name), f"{name} imports {other}, which stands above it"
        elif app in BUILT_ON_ARTICLES:
            assert theirs in {"newsroom", "articles", app}, f"{name} imports {other}"


def test_every_app_is_watched() -> None:
    found = {path.parent.name for path in settings.BASE_DIR.glob("*/__init__.py")}
    assert found <= set(APPS) | {"bench"}
