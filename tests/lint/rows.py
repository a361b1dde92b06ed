"""A table's row has one owner: nobody else writes `UPDATE` of it, so that nobody forgets the version or the time.

Usage: rows.py SOURCE_ROOT
"""
import pathlib
import re
import sys

OWNERS = {"users": "backend/identity/core/user_changes.cpp"}


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    bad = []
    found = set()
    for top in ("backend", "ui", "app"):
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in (".cpp", ".h"):
                continue
            name = file.relative_to(root).as_posix()
            text = file.read_text(encoding="utf-8")
            for table, owner in OWNERS.items():
                for match in re.finditer(rf"\bUPDATE\s+{table}\b", text):
                    found.add(table)
                    if name != owner:
                        bad.append(f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {table} is changed by {owner}")
    bad += [f"{owner} changes no {table}" for table, owner in OWNERS.items() if table not in found]
    print("\n".join(bad) if bad else "every row has its owner")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
