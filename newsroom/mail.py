"""What every mail of the site has in common."""

import css_inline

_inliner = css_inline.CSSInliner(keep_style_tags=True, load_remote_stylesheets=False)


def inlined(page: str) -> str:
    """The page with its rules also in each element's own style: some mail programs drop style sheets."""
    return _inliner.inline(page)
