"""Break one line at a time and see whether a test notices: `make mutants`, `python -m tests.mutants [--only NAME ...]`.

Where a wrong line would lie to a reader: who sees what, what a measure says, how a list is read. Each file is broken in a
copy of the repository by cosmic-ray, in every way it knows, and its own tests are asked. Prints a line per file:
changes, noticed, survivors in per cent; the survivors with their line are written below `--folder`. Hours for all of
them: not in CI.
"""

import argparse
import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# What is broken -> the tests that are asked.
TARGETS = {
    "data/access/limited.py": "tests/test_limited_meaning.py tests/test_access.py",
    "data/access/roles.py": "tests/test_access.py",
    "measures/coverage.py": "tests/test_measures_coverage.py tests/test_evidence_states.py",
    "measures/gaps.py": "tests/test_measures_gaps.py",
    "measures/areas.py": "tests/test_measures_coverage.py tests/test_measures_values.py",
    "measures/evidence.py": "tests/test_evidence_states.py tests/test_measures_coverage.py",
    "measures/plans.py": "tests/test_measures_values.py tests/test_true_numbers.py",
    "data/intake/names.py": "tests/test_intake_normalise.py tests/test_intake_examine.py",
    "data/intake/cell_readers.py": "tests/test_intake_normalise.py tests/test_intake_examine.py",
    "data/intake/column_reading.py": "tests/test_intake_normalise.py tests/test_intake_examine.py",
    "data/intake/no_records.py": "tests/test_intake_normalise.py tests/test_intake_files.py",
    "data/intake/numbers.py": "tests/test_intake_normalise.py",
    "data/intake/dates.py": "tests/test_intake_normalise.py",
    "geo/calendar.py": "tests/test_geo_calendar.py",
    "geo/distance.py": "tests/test_geo_distance.py",
}
SECONDS = 120.0  # a change that makes the tests run longer is noticed too
DECORATOR = "core/RemoveDecorator"
CONFIG = """[cosmic-ray]
module-path = "{module}"
timeout = {seconds}
excluded-modules = []
test-command = "{python} -m pytest -x -q -p no:cacheprovider {tests}"
[cosmic-ray.distributor]
name = "local"
"""


def copied(folder: Path) -> Path:
    """Copy what the repository holds into a folder: only there are lines broken."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout.split("\0")
    for name in filter(None, listed):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    return folder


def broken(module: str, copy: Path, most: int | None) -> tuple[int, list[str]]:
    """Break a file in every way; return how often, and the changes that no test noticed, as file:line operator."""
    config, session = copy / "mutants.toml", copy / "mutants.sqlite"
    session.unlink(missing_ok=True)
    config.write_text(
        CONFIG.format(module=module, seconds=SECONDS, python=sys.executable, tests=TARGETS[module])
    )
    tool = [sys.executable, "-m", "cosmic_ray.cli"]
    subprocess.run(
        [*tool, "init", str(config), str(session)], cwd=copy, check=True, stdout=subprocess.DEVNULL
    )
    _keep(session, most)
    subprocess.run([*tool, "exec", str(config), str(session)], cwd=copy, check=True)
    told = subprocess.run(
        [*tool, "dump", str(session)], cwd=copy, check=True, capture_output=True, text=True
    ).stdout
    done = [json.loads(line) for line in told.splitlines()]
    survivors = [
        f"{item['mutations'][0]['module_path']}:{item['mutations'][0]['start_pos'][0]} "
        f"{item['mutations'][0]['operator_name']}"
        for item, outcome in done
        if outcome and outcome.get("test_outcome") == "survived"
    ]
    return len(done), survivors


def _keep(session: Path, most: int | None) -> None:
    """Leave so many of the changes, spread over the file; none that only takes a memory away, which no answer shows."""
    with closing(sqlite3.connect(session)) as base, base:
        jobs = [
            job
            for (job,) in base.execute(
                "SELECT job_id FROM mutation_specs WHERE operator_name <> ? ORDER BY start_pos_row",
                (DECORATOR,),
            )
        ]
        count = len(jobs) if most is None else min(most, len(jobs))
        kept = {jobs[number * len(jobs) // count] for number in range(count)}
        every = [job for (job,) in base.execute("SELECT job_id FROM mutation_specs")]
        gone = [(job,) for job in every if job not in kept]
        for name in ("mutation_specs", "work_items"):
            base.executemany(f"DELETE FROM {name} WHERE job_id = ?", gone)  # noqa: S608 - our own names


def main(words: list[str]) -> int:
    """Break what is asked for, print a line each; return 0 whatever survived."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--only", nargs="+", choices=TARGETS, default=[*TARGETS], help="which files (default: all)"
    )
    parser.add_argument(
        "--most", type=int, help="so many changes of each file, spread over it (default: all)"
    )
    parser.add_argument(
        "--folder", type=Path, default=Path("mutants"), help="where the survivors are written"
    )
    chosen = parser.parse_args(words)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="sti-mutants-") as folder:
        copy = copied(Path(folder))
        for module in chosen.only:
            changes, survivors = broken(module, copy, chosen.most)
            share = 100 * len(survivors) / max(1, changes)
            print(
                f"{module:<28}{changes:>6} changes{changes - len(survivors):>6} noticed{share:>6.1f} % survived",
                flush=True,
            )
            (chosen.folder / f"{module.replace('/', '-')}.txt").write_text("\n".join([*survivors, ""]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
