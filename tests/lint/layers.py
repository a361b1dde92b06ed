"""The layer lint of docs/architecture.md: reads every #include "..." and fails on an arrow that runs back up.

Usage: layers.py SOURCE_ROOT
"""
import pathlib
import re
import sys

# Lowest first; a module may include itself and what stands before it.
BACKEND = ["base", "crypto", "storage", "audit", "access", "journal", "settings", "identity", "protection", "authorization", "records", "outputs",
           "alerts", "history", "retention", "reports", "services", "api", "vault", "drill"]
# Beside the stack: what these may include, and who may include them.
ASIDE = {"http": {"base"}, "outbound": {"base"}}
MAY_USE_ASIDE = {"http": {"api", "vault"}, "outbound": {"identity", "outputs", "vault"}}
# The wings of identity, and what each may include of identity and, at the most, of the stack below it. The files of
# backend/identity itself are the roof, which builds and owns the wings.
IDENTITY = {
    "tokens": ("storage", set()),
    "signatures": ("crypto", set()),
    "webauthn": ("crypto", set()),
    "openid": ("crypto", set()),
    "core": ("settings", {"signatures"}),
    "passwords": ("settings", {"core"}),
    "notices": ("settings", {"core"}),
    "sessions": ("settings", {"core", "tokens"}),
    "factors": ("settings", {"core", "passwords", "notices", "sessions", "webauthn"}),
    "users": ("settings", {"core", "passwords", "notices", "sessions", "factors"}),
    "sign_in": ("settings", {"core", "passwords", "tokens", "notices", "sessions", "factors"}),
    "passkeys": ("settings", {"webauthn", "core", "factors", "sessions", "notices", "sign_in"}),
    "api_keys": ("settings", {"core", "notices", "signatures"}),
    "roles": ("settings", {"core", "notices", "api_keys"}),
    "providers": ("settings", {"openid", "core", "notices", "sessions", "sign_in"}),
    "signed_requests": ("settings", {"signatures", "core", "api_keys"}),
    "leak_scan": ("settings", {"core", "api_keys"}),
}
WINGS_OUTBOUND = {"openid", "providers"}
# The wings of protection: each by itself, but what inspects requests uses the detector.
PROTECTION = {"limits": set(), "traffic": set(), "lists": set(), "threats": set(), "detection": set(), "inspection": {"detection"}}
# Wings that know less than the rest of their module, and at the most this of the stack.
SMALL = {("access", "cel"): "base", ("protection", "detection"): "base", ("records", "rich_text"): "base", ("records", "upload"): "storage"}
# The rooms of ui/ that everybody shares, lowest first, and the panels above them.
UI_SHARED = ["translations", "look", "unsaved", "widgets", "tables", "charts", "words", "console", "parts", "shell"]
# What a panel may borrow from another: each says something true.
UI_BORROWED = {"coverage": {"users"}, "users": {"mfa"}, "policy": {"settings"}, "dashboard": {"settings"}, "leaks": {"keys"},
               "reports": {"events"}, "simulator": {"decisions"}, "access_policies": {"simulator"},
               "playground": {"events"}, "incidents": {"users", "keys"}, "headers": {"settings"}, "integrity": {"reports"}}
# What ui/ may know of the backend: the services and modules whose headers are values; only `console` knows the vault.
UI_FORBIDDEN = {"storage", "http", "outbound", "api", "crypto"}
UI_WITHOUT_DOMAIN = {"look", "unsaved", "widgets", "tables", "charts"}

INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)
QT_IN_BACKEND = re.compile(r'^\s*#\s*include\s+<(Q[A-Z]\w*|Qt\w+/)', re.M)


def room(path: str) -> tuple[str, ...]:
    """The folders of a file: ("backend", "identity", "core")."""
    return tuple(path.split("/")[:-1])


def below(name: str, other: str) -> bool:
    return other in BACKEND and name in BACKEND and BACKEND.index(other) < BACKEND.index(name)


def backend_allowed(source: tuple[str, ...], target: tuple[str, ...]) -> bool:
    name, other = source[1], target[1]
    if name in ASIDE:
        return other == name or other in ASIDE[name]
    if name == "identity":
        wing = source[2] if len(source) > 2 else None
        if other == "identity":
            to = target[2] if len(target) > 2 else None
            return wing is None or to == wing or to in IDENTITY[wing][1]
        if other == "outbound":
            return wing is None or wing in WINGS_OUTBOUND
        return below("identity", other) if wing is None else other == IDENTITY[wing][0] or below(IDENTITY[wing][0], other)
    if source[1:3] in SMALL:
        return target[:3] == source[:3] or other == SMALL[source[1:3]] or below(SMALL[source[1:3]], other)
    if name == "protection" and other == "protection":
        wing, to = source[2], target[2]
        return to == wing or to in PROTECTION[wing]
    if other in ASIDE:
        return name in MAY_USE_ASIDE[other]
    return name == other or below(name, other)


def ui_allowed(source: tuple[str, ...], target: tuple[str, ...]) -> bool:
    name, other = source[1], target[1]
    if target[0] == "backend":
        if name in UI_WITHOUT_DOMAIN:
            return other == "base"
        if other == "vault":
            return name == "console"
        return other not in UI_FORBIDDEN
    if name == other:
        return True
    if other in UI_SHARED:
        return name not in UI_SHARED or UI_SHARED.index(other) < UI_SHARED.index(name)
    return other in UI_BORROWED.get(name, set())


def allowed(source: tuple[str, ...], target: tuple[str, ...]) -> bool:
    if source[0] == "app":
        return target[0] != "tests"
    if source[0] != target[0] and not (source[0] == "ui" and target[0] == "backend"):
        return False
    return backend_allowed(source, target) if source[0] == "backend" else ui_allowed(source, target)


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
            source = room(name)
            if len(source) < 2:
                bad.append(f"{name}: belongs into a room of {top}/")
                continue
            for include in INCLUDE.findall(text):
                if not include.startswith(("backend/", "ui/", "app/", "tests/")):
                    if "/" in include:
                        bad.append(f'{name}: "{include}" is not written from the repository root')
                    continue
                target = room(include)
                if len(target) < 2 or not allowed(source, target):
                    bad.append(f"{name}: {'/'.join(source)} must not include {'/'.join(target)} ({include})")
            if top == "backend" and QT_IN_BACKEND.search(text):
                bad.append(f"{name}: no Qt in backend/")
    for folder in sorted({p.parent for top in ("backend", "ui", "app") for p in (root / top).rglob("*.cpp")}):
        count = sum(1 for p in folder.iterdir() if p.suffix in (".cpp", ".h"))
        if count > MOST_FILES:
            bad.append(f"{folder.relative_to(root).as_posix()}: {count} files, {MOST_FILES} at most: a hall that wants walls")
    print("\n".join(bad) if bad else f"{files} files, every arrow points down")
    return 1 if bad or not files else 0


# Files of code in one folder; more is a hall.
MOST_FILES = 60

if __name__ == "__main__":
    sys.exit(main())
