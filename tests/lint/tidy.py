"""clang-tidy on what changed: the C++ files of app/, backend/ and ui/ that differ from a base, by the checks of .clang-tidy but
those that follow paths through a program (`.ci/deep tidy` runs all of them).

Usage: tidy.py SOURCE_ROOT [BASE]
BASE is a commit: SALLYPORT_TIDY_BASE, else the last commit's parent. Exits 77 (ctest: skipped) without clang-tidy or git history.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

SKIPPED = 77
# A commit that touches more is a move or a rename; the deep run reads all of it.
MOST_FILES = 16
QT_PARTS = ["Core", "Gui", "Widgets", "Network", "PrintSupport", "Svg", "DBus", "Concurrent"]


def git(root: pathlib.Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False).stdout


def changed(root: pathlib.Path, base: str) -> list[str]:
    told = git(root, "diff", "--name-only", "--diff-filter=AMR", base, "--", "app/*.cpp", "backend/*.cpp", "ui/*.cpp")
    return [name for name in told.splitlines() if (root / name).exists()]


def flags(root: pathlib.Path) -> list[str]:
    """What every file is compiled with, as far as clang needs it."""
    packages = ["sqlcipher", "libargon2", "libpng", "xcb", "qrcodegencpp"]
    told = subprocess.run(["pkg-config", "--cflags", *packages], capture_output=True, text=True, check=False).stdout.split()
    qt = subprocess.run(["qmake6", "-query", "QT_INSTALL_HEADERS"], capture_output=True, text=True, check=False).stdout.strip()
    system = [f"-isystem{qt}", *[f"-isystem{qt}/Qt{part}" for part in QT_PARTS], "-isystem/usr/include/zxcvbn"] if qt else []
    return ["-std=c++20", "-fPIC", f"-I{root}", "-DSQLITE_HAS_CODEC", "-DBOOST_ASIO_SEPARATE_COMPILATION",
            '-DSALLYPORT_VERSION="0"', "-DQT_NO_KEYWORDS", "-DQT_NO_CAST_FROM_ASCII", *told, *system]


def main() -> int:
    root = pathlib.Path(sys.argv[1]).resolve()
    base = sys.argv[2] if len(sys.argv) > 2 else os.environ.get("SALLYPORT_TIDY_BASE", "HEAD~1")
    program = shutil.which("clang-tidy-14") or shutil.which("clang-tidy")
    if not program:
        print("not checked: there is no clang-tidy")
        return SKIPPED
    if not git(root, "rev-parse", "--verify", "--quiet", base).strip():
        print(f"not checked: there is no commit {base}")
        return SKIPPED
    names = changed(root, base)
    if len(names) > MOST_FILES:
        print(f"not checked here: {len(names)} files differ from {base}, more than {MOST_FILES}; .ci/deep tidy reads them all")
        return SKIPPED
    options = flags(root)

    def check(name: str) -> str:
        return subprocess.run([program, "--quiet", "--checks=-clang-analyzer-*", name, "--", *options], cwd=root,
                              capture_output=True, text=True, check=False).stdout

    with ThreadPoolExecutor(2) as pool:
        told = "".join(pool.map(check, names))
    lines = {line.replace(f"{root}/", "") for line in told.splitlines() if re.search(r"(warning|error):", line)}
    # What is told of a header that did not change waits for who changes it; what doesn't compile is told whoever is to blame.
    own = sorted(line for line in lines if line.split(":")[0] in names or " error: " in line)
    print("\n".join(own) if own else f"{len(names)} files differ from {base}, nothing to say of them")
    return 1 if own else 0


if __name__ == "__main__":
    sys.exit(main())
