"""How long a large workbook takes to read and examine, and how much memory it needs.

Run with `python -m benchmarks.intake`. The promise is 200,000 rows from XLSX in under a minute, with progress,
below 1 GB.
"""

import argparse
import resource
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter

from data.intake.examine import examine
from data.intake.files import open_file
from data.intake.mapping import understand
from data.records import load

HEADER = ("รหัสโครงการ", "ชื่อโครงการ", "title_en", "แผนงาน", "หน่วยงาน", "ระยะ", "สถานะ", "วันเริ่ม", "วันสิ้นสุด", "ปีงบประมาณ",
          "งบประมาณ (ล้านบาท)", "เบิกจ่าย (บาท)", "ผู้ได้รับประโยชน์")  # fmt: skip


def row(n: int) -> tuple[str | float, ...]:
    """Return one project as an officer would write it: Thai dates, words for codes, units in the header."""
    year = 2551 + n % 4
    return (
        f"bench-{n:06}", f"การถ่ายทอดเทคโนโลยีเพื่อชุมชน แห่งที่ {n} ประจำปีงบประมาณ {year}", f"Technology for communities no. {n}",
        "clinic", "ops", "ระยะที่ 2", "แล้วเสร็จ", f"{n % 28 + 1}/2/{year}", f"{n % 28 + 1} ก.ย. {year}", f"{year}",
        0.25 + n % 7 / 4, f"{200_000 + n % 1000:,}", n % 300,
    )  # fmt: skip


def workbook(rows: int) -> bytes:
    """Return an XLSX of that many projects."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"constant_memory": True}) as book:
        page = book.add_worksheet("โครงการ")
        page.write_row(0, 0, HEADER)
        for n in range(rows):
            page.write_row(n + 1, 0, row(n))
    return out.getvalue()


def delimited(rows: int) -> bytes:
    """Return the same projects as CSV in the Thai code page."""
    lines = [HEADER, *(row(n) for n in range(rows))]
    return "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines).encode("cp874")


def measure(path: Path) -> None:
    """Read and examine one file and print a line of the table; run in a process of its own for its memory."""
    records = load()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    content, steps = path.read_bytes(), list[float]()
    start, worked = time.perf_counter(), time.process_time()
    book = open_file(path.name, content, progress=steps.append)
    opened = time.perf_counter()
    found = examine(book, understand(book), records, mode="merge", progress=steps.append)
    done = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows = len(book.sheets[0].rows)
    print(
        f"{path.name:16} {len(content) / 2**20:6.1f} MB {rows:8,} rows  read {opened - start:5.1f} s  "
        f"examined {done - opened:5.1f} s  together {done - start:5.1f} s "
        f"({time.process_time() - worked:.1f} s of one core)  peak {peak:6.0f} MB "
        f"(of it {before:.0f} before)  {len(steps)} steps told  {len(found.changes):,} changes  "
        f"{len(found.faults):,} faults  {len(found.questions):,} questions"
    )


def main() -> None:
    """Print a line per file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--make", type=Path, help="write a file of that many rows: 2400.xlsx")
    parser.add_argument("--measure", type=Path, help="measure this file only")
    chosen = parser.parse_args()
    if chosen.make:
        make = workbook if chosen.make.suffix == ".xlsx" else delimited
        chosen.make.write_bytes(make(int(chosen.make.stem)))
        return
    if chosen.measure:
        measure(chosen.measure)
        return
    with TemporaryDirectory() as folder:
        for rows in (2_400, 20_000, 200_000):
            for ending in ("xlsx", "csv"):
                path = Path(folder) / f"{rows}.{ending}"
                for task in ("--make", "--measure"):  # each in a process of its own, for its memory
                    subprocess.run([sys.executable, "-m", "benchmarks.intake", task, str(path)], check=True)


if __name__ == "__main__":
    main()
