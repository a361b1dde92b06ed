"""docs/asvs.md names for each row of the ASVS the test that shows it. Every test that it names exists, every test whose
name begins with a row stands in it, and what it says of a document is said there.

Usage: asvs.py SOURCE_ROOT
"""
import pathlib
import re
import sys

ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| (.+?) \| (.+?) \|$")
TEST = re.compile(r"asvs_(\d+)_(\d+)_(\d+)")


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    tested = {}
    for file in sorted((root / "tests").rglob("*")):
        if file.suffix in (".cpp", ".h", ".py") and file.name != "asvs.py":
            for match in TEST.finditer(file.read_text(encoding="utf-8")):
                tested.setdefault(".".join(match.groups()), set()).add(file.relative_to(root).as_posix())
    bad, seen = [], set()
    for line in (root / "docs/asvs.md").read_text(encoding="utf-8").splitlines():
        match = ROW.match(line)
        if not match:
            continue
        row, _, where = match.groups()
        if row in seen:
            bad.append(f"{row} stands twice")
        seen.add(row)
        if where.startswith("not applicable"):
            if row in tested:
                bad.append(f"{row} is called not applicable, and {sorted(tested[row])} tests it")
            continue
        named = re.findall(r"`([^`]+)`", where)
        if not named:
            bad.append(f"{row} names neither test nor document")
        for name in named:
            path = root / name
            if not path.is_file():
                bad.append(f"{row}: there is no {name}")
            elif name.endswith(".md"):
                if not re.search(rf"(?<![\d.]){re.escape(row)}(?![\d.])", path.read_text(encoding="utf-8")):
                    bad.append(f"{row}: {name} doesn't mention it")
            elif name not in tested.get(row, ()):
                bad.append(f"{row}: no test of {name} is named after it")
    for row in sorted(tested.keys() - seen):
        bad.append(f"{row} is tested by {sorted(tested[row])} and not listed")
    print("\n".join(bad) if bad else f"{len(seen)} rows, each with what shows it")
    return 1 if bad or not seen else 0


if __name__ == "__main__":
    sys.exit(main())
