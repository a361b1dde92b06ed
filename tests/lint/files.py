"""File-size and habit lint: no source file above 600 lines, and none of the habits that the house style avoids.

Usage: files.py SOURCE_ROOT
"""
import pathlib
import re
import sys

LIMIT = 600
HABITS = [
    (re.compile(r"::instance\(\)"), "singleton (qApp and friends are reached by name)"),
    (re.compile(r"\bprocessEvents\b|\bQEventLoop\b"), "nested event loop"),
    (re.compile(r"BlockingQueuedConnection"), "blocking crossing of threads"),
    (re.compile(r"\bQ(Future|FutureWatcher|Promise|tConcurrent)\b"), "an answer to the window that Console::run does not carry"),
    (re.compile(r"\b(strcpy|strcat|sprintf|gets)\s*\("), "unsafe call"),
    (re.compile(r"\b(TODO|FIXME|XXX)\b"), "left open"),
    (re.compile(r"\bBEGIN (RSA |EC )?PRIVATE KEY\b"), "a private key"),
]
# Tests wait for what they name, with a deadline (QTRY_*, qWaitFor, futures), never for a time.
SLEEPS = [
    (re.compile(r"\bqWait\(|\bqSleep\(|\bsleep_(for|until)\b|\bQThread::[mu]?sleep\b|(?<![\w.>])(u|nano)?sleep\s*\("),
     (".cpp", ".h")),
    (re.compile(r"\btime\.sleep\b|\basyncio\.sleep\b"), (".py",)),
    (re.compile(r"^\s*sleep\s|[;&|]\s*sleep\s|\bdo sleep\s"), (".sh",)),
]
# But for what isn't a test: programs that take pictures, where something may still be moving, and measurements, which take time.
SLEEPS_OK = ("tests/ui/pictures/", "tests/ui/gallery/", "tests/ui/walk/tst_console_pictures.cpp",
             "tests/ui/walk/tst_guide_pictures.cpp", "tests/bench/")


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    bad = []
    count = 0
    for top in ("backend", "ui", "app", "tests"):
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in (".cpp", ".h", ".py", ".sh"):
                continue
            count += 1
            name = file.relative_to(root).as_posix()
            lines = file.read_text(encoding="utf-8").splitlines()
            if len(lines) > LIMIT:
                bad.append(f"{name}: {len(lines)} lines, {LIMIT} at most: one idea a file")
            if top == "tests":
                if name.startswith(SLEEPS_OK):
                    continue
                for pattern, suffixes in SLEEPS:
                    for number, line in enumerate(lines, 1):
                        if file.suffix in suffixes and pattern.search(re.split(r"//|#(?!include)", line)[0]):
                            bad.append(f"{name}:{number}: a sleep in a test")
                continue
            for number, line in enumerate(lines, 1):
                code = line.split("//")[0] if not re.search(r"TODO|FIXME|XXX", line) else line
                for pattern, why in HABITS:
                    if pattern.search(code):
                        bad.append(f"{name}:{number}: {why}")
    print("\n".join(bad) if bad else f"{count} files, none too long, no bad habit")
    return 1 if bad or not count else 0


if __name__ == "__main__":
    sys.exit(main())
