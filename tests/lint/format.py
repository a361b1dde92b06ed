"""Every C++ file is as .clang-format describes the house, by Debian 12's clang-format 14: other versions break lines elsewhere.

Usage: format.py SOURCE_ROOT
Exits 77 (ctest: skipped) where no clang-format 14 is installed, and says which one is.
"""
import pathlib
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

VERSION = "14"
SKIPPED = 77


def version_of(program: str) -> str:
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"version (\d+)", told)
    return found.group(1) if found else "?"


def formatter() -> str:
    for name in (f"clang-format-{VERSION}", "clang-format"):
        path = shutil.which(name)
        if path and version_of(path) == VERSION:
            return path
    return ""


def sources(root: pathlib.Path) -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z", "*.cpp", "*.h"], cwd=root, capture_output=True, check=False).stdout.decode()
    names = [name for name in listed.split("\0") if name and (root / name).exists()]
    return names or [path.relative_to(root).as_posix() for top in ("app", "backend", "tests", "ui")
                     for path in sorted((root / top).rglob("*")) if path.suffix in (".cpp", ".h")]


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    program = formatter()
    if not program:
        other = shutil.which("clang-format")
        print(f"not checked: clang-format {VERSION} decides here, installed is {version_of(other) if other else 'none'}")
        return SKIPPED
    names = sources(root)
    parts = [names[at:at + 60] for at in range(0, len(names), 60)]

    def check(part: list[str]) -> str:
        return subprocess.run([program, "--dry-run", *part], cwd=root, capture_output=True, text=True, check=False).stderr

    with ThreadPoolExecutor(2) as pool:
        told = "".join(pool.map(check, parts))
    odd = sorted({line.split(":")[0] for line in told.splitlines() if "[-Wclang-format-violations]" in line})
    print("\n".join(f"{name}: not formatted" for name in odd) if odd else f"{len(names)} files are formatted")
    if odd:
        print(f"mend with: {program} -i {' '.join(odd[:5])}{' ...' if len(odd) > 5 else ''}")
    return 1 if odd or not names else 0


if __name__ == "__main__":
    sys.exit(main())
