"""Where figures go: benchmarks/results/, or the file that was named; neither need be there before."""

import json
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).resolve().parent / "results"


def write(file: Path, figures: Any) -> None:
    """Write figures as JSON; the folder is made where there is none."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
