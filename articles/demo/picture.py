"""What a picture of the demo is: how it is drawn, and what the library knows of it."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image


@dataclass(frozen=True)
class Drawn:
    """A picture of the library. The focal point is what every cut keeps: shares of width and height."""

    name: str
    draw: Callable[[], Image.Image]
    title: str
    alt: str
    photographer: str
    focal: tuple[float, float] = (0.5, 0.5)

    @property
    def filename(self) -> str:
        """The name it is uploaded under, by which the demo finds it again."""
        return f"limelight-{self.name}.jpg"

    @property
    def credit(self) -> str:
        return f"{self.photographer}/Limelight"

    def write(self, folder: Path) -> Path:
        """Draw it as a JPEG into the folder unless it is there; returns where. A half-written one is never there."""
        path = folder / self.filename
        if not path.exists():
            whole = BytesIO()
            self.draw().save(whole, "JPEG", quality=88)
            unfinished = path.with_suffix(".part")
            unfinished.write_bytes(whole.getvalue())
            unfinished.replace(path)
        return path


# Those who are credited for them.
WREN, TOBIAS, MINA = "Wren Halloway", "Tobias Quill", "Mina Fenn"
