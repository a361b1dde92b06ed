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
    (re.compile(r"ignoreSslErrors|VerifyNone"), "TLS verification switched off"),
    (re.compile(r"\bstd::system\b|^\s*system\s*\(|\b(popen|strcpy|strcat|sprintf|gets)\s*\("), "unsafe call"),
    (re.compile(r"\bstd::(rand|mt19937|random_device)\b|\bQRandomGenerator\b|\bQUuid\b"), "randomness that is not the system's DRBG"),
    (re.compile(r"\b(TODO|FIXME|XXX)\b"), "left open"),
    (re.compile(r"\bBEGIN (RSA |EC )?PRIVATE KEY\b"), "a private key"),
]
# Drawing and sample data may roll dice; security may not.
RANDOM_OK = ("app/console/demo/",)


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
                continue
            for number, line in enumerate(lines, 1):
                code = line.split("//")[0] if not re.search(r"TODO|FIXME|XXX", line) else line
                for pattern, why in HABITS:
                    if pattern.search(code) and not (why.startswith("randomness") and name.startswith(RANDOM_OK)):
                        bad.append(f"{name}:{number}: {why}")
    print("\n".join(bad) if bad else f"{count} files, none too long, no bad habit")
    return 1 if bad or not count else 0


if __name__ == "__main__":
    sys.exit(main())
