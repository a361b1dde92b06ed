"""Test programs that read the system's clock run at other hours, in other zones and over borders too: they are listed in
tests/clock/CMakeLists.txt. What a test includes from tests/ counts as its own.

Usage: clocks.py SOURCE_ROOT
"""
import pathlib
import re
import sys

CLOCK = re.compile(r"SystemClock|system_clock|currentDate|currentSecsSinceEpoch|currentMSecsSinceEpoch|currentTime\(|std::time\(")
INCLUDE = re.compile(r'^#include "(tests/[^"]+)"', re.M)


def with_includes(root, path, seen):
    if path in seen or not path.is_file():
        return
    seen.add(path)
    for name in INCLUDE.findall(path.read_text(encoding="utf-8")):
        header = root / name
        for part in (header, header.with_suffix(".cpp")):
            with_includes(root, part, seen)


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    listed = set(re.findall(r"[a-z0-9_/]+/tst_[a-z0-9_]+", (root / "tests/clock/CMakeLists.txt").read_text(encoding="utf-8")))
    bad, reading = [], 0
    for test in sorted((root / "tests").rglob("tst_*.cpp")):
        parts = set()
        with_includes(root, test, parts)
        name = test.relative_to(root / "tests").with_suffix("").as_posix()
        if any(CLOCK.search(part.read_text(encoding="utf-8")) for part in parts):
            reading += 1
            if name not in listed:
                bad.append(f"{name} reads the system's clock and is not listed in tests/clock/CMakeLists.txt")
    print("\n".join(bad) if bad else f"{reading} test programs read the system's clock, all of them at other times too")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
