"""The clock is injected: the product reads the system's in backend/base/clock.cpp, and who starts a program says so there. What is
left beside it stands below with its reason.

Test programs that read the system's clock run at other hours, in other zones and over borders too: they are listed in
tests/clock/CMakeLists.txt. What a test includes from tests/ counts as its own.

Usage: clocks.py SOURCE_ROOT
"""
import pathlib
import re
import sys

CLOCK = re.compile(r"SystemClock|system_clock|currentDate|currentSecsSinceEpoch|currentMSecsSinceEpoch|currentTime\(|std::time\(")
PRODUCT = re.compile(r"SystemClock\b|system_clock::now|current(?:Date|Time|DateTime|DateTimeUtc|SecsSinceEpoch|MSecsSinceEpoch)\(|"
                     r"\bstd::time\(|\btime\((?:nullptr|NULL)\)|\bgettimeofday\(|\bclock_gettime\(")
READERS = {
    "backend/base/clock.cpp": "is it", "backend/base/clock.h": "declares it",
    "backend/storage/sqlite_store.cpp": "a store without a clock of its own",
    "backend/http/server.cpp": "a server without a clock of its own",
    "app/daemon/main.cpp": "starts a program", "app/console/main.cpp": "starts a program",
    "app/console/demo/demo_clock.h": "goes on from it", "app/console/demo/demo_traffic.cpp": "a client of the demo's server",
    "backend/identity/signatures/samples.cpp": "text for clients", "backend/identity/signatures/samples_rfc9421.cpp": "text for clients",
    "app/console/unlock_flow.cpp": "nothing is open yet", "ui/mfa/codes_page.cpp": "the date on a sheet of paper",
    "ui/events/events_panel.cpp": "while nothing is open", "ui/events/filter_highlighter.cpp": "only whether a text is well formed",
    "ui/reports/report_form.cpp": "while nothing is open", "ui/dashboard/dashboard_panel.cpp": "while nothing is open",
    "ui/words/relative_time.cpp": "the name of the zone",
}
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
    read = {file.relative_to(root).as_posix() for top in ("backend", "ui", "app") for file in (root / top).rglob("*")
            if file.suffix in (".cpp", ".h") and PRODUCT.search(re.sub(r"//[^\n]*", "", file.read_text(encoding="utf-8")))}
    bad += [f"{name} reads the system's clock: take the injected one" for name in sorted(read - set(READERS))]
    bad += [f"{name} doesn't read the system's clock any more: take it off the list in clocks.py" for name in sorted(set(READERS) - read)]
    print("\n".join(bad) if bad else f"{reading} test programs read the system's clock, all of them at other times too")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
