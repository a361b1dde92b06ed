"""The layer lint of docs/architecture.md: reads every #include "..." and fails on an arrow that runs back up.

Usage: layers.py SOURCE_ROOT
"""
import pathlib
import re
import sys

# Lowest first; a module may include itself and what stands before it.
BACKEND = ["base", "crypto", "storage", "audit", "access", "settings", "identity", "protection", "records", "api"]
# Beside the stack: what these may include.
SPECIAL = {
    "backend/http": {"backend/base", "backend/http"},
    "backend/outbound": {"backend/base", "backend/outbound"},
}
# The composition root of the backend: builds and owns everything.
ROOT_FILES_OPEN = {"backend"}
# What ui/ may know: the services, the vault, and modules whose headers are values.
UI_FORBIDDEN = {"backend/storage", "backend/http", "backend/outbound", "backend/api"}
UI_WIDGETS_ALLOWED = {"backend/base", "backend/audit", "backend/access", "backend/identity", "backend/settings"}
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)
QT_IN_BACKEND = re.compile(r'^\s*#\s*include\s+<(Q[A-Z]\w*|Qt\w+/)', re.M)


def module_of(path: str) -> str:
    parts = path.split("/")
    return "/".join(parts[:2]) if len(parts) > 2 else parts[0]


def allowed(source: str, target: str) -> bool:
    if source == target or source.startswith("app") or source.startswith("tests"):
        return not target.startswith("tests") or source.startswith("tests")
    if target.startswith(("app", "tests")):
        return False
    if source in SPECIAL:
        return target in SPECIAL[source]
    if source in ROOT_FILES_OPEN:
        return target.startswith("backend")
    if source.startswith("backend/"):
        if target == "backend":  # services.h, server_control.h: what api implements and calls
            return source == "backend/api"
        if not target.startswith("backend/"):
            return False
        name, other = source.split("/")[1], target.split("/")[1]
        if (name, other) in (("api", "http"), ("identity", "outbound")):
            return True
        return other in BACKEND and name in BACKEND and BACKEND.index(other) < BACKEND.index(name)
    if source.startswith("ui"):
        if target in UI_FORBIDDEN:
            return False
        if source == "ui/widgets":
            return target in UI_WIDGETS_ALLOWED
        return True
    return False


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    bad = []
    files = 0
    for top in ("backend", "ui", "app"):
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in (".cpp", ".h"):
                continue
            files += 1
            name = file.relative_to(root).as_posix()
            text = file.read_text(encoding="utf-8")
            for include in INCLUDE.findall(text):
                if not include.startswith(("backend/", "ui/", "app/", "tests/")):
                    if "/" in include:
                        bad.append(f'{name}: "{include}" is not written from the repository root')
                    continue
                source, target = module_of(name), module_of(include)
                if not allowed(source, target):
                    bad.append(f"{name}: {source} must not include {target} ({include})")
            if top == "backend" and QT_IN_BACKEND.search(text):
                bad.append(f"{name}: no Qt in backend/")
    print("\n".join(bad) if bad else f"{files} files, every arrow points down")
    return 1 if bad or not files else 0


if __name__ == "__main__":
    sys.exit(main())
