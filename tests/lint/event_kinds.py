"""Holds docs/event-kinds.md in step with backend/audit/event_kinds.def, from which it is made.

Usage: event_kinds.py SOURCE_ROOT [--write]
"""
import pathlib
import re
import sys

ROW = re.compile(r'EVENT_KIND\((\w+), "([^"]+)", (\w+), EVENT_TITLE\("EventKind", "((?:[^"\\]|\\.)*)"\), "(\w+)", (\d+)\)')
CLASSES = {
    2004: "Detection Finding", 2005: "Incident Finding", 3001: "Account Change", 3002: "Authentication",
    3003: "Authorize Session", 3004: "Entity Management", 3005: "User Access Management", 3006: "Group Management",
    4001: "Network Activity", 4002: "HTTP Activity", 6002: "Application Lifecycle", 6003: "API Activity",
    6006: "File Hosting Activity", 6007: "Scan Activity", 6008: "Application Error",
}
HEAD = """# Every kind of event

Made from `backend/audit/event_kinds.def` by `tests/lint/event_kinds.py . --write`; ctest compares the two. *Kind* is what filters,
exports and destinations call it, *severity* what such events usually have, *OWASP* its name in OWASP's logging vocabulary, *OCSF* its
class in the Open Cybersecurity Schema Framework 1.8 (ASVS 16.1.1). [audit.md](audit.md) says how events are kept and written.

| kind | title | severity | OWASP | OCSF |
|---|---|---|---|---|
"""


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    source = (root / "backend/audit/event_kinds.def").read_text()
    rows = ROW.findall(source)
    if len(rows) != len(re.findall(r"^EVENT_KIND\(", source, re.M)):
        print("event_kinds.def: a row that this can't read")
        return 1
    strange = sorted({int(row[5]) for row in rows} - CLASSES.keys())
    if strange:
        print(f"event_kinds.def: classes that this has no name for: {strange}")
        return 1
    text = HEAD + "".join(f"| `{word}` | {title} | {severity.lower()} | `{owasp}` | {number} {CLASSES[int(number)]} |\n"
                          for _, word, severity, title, owasp, number in rows)
    text += f"\n{len(rows)} kinds.\n"
    document = root / "docs/event-kinds.md"
    if sys.argv[2:] == ["--write"]:
        document.write_text(text)
        return 0
    if document.read_text() != text:
        print("docs/event-kinds.md is not what event_kinds.def says: tests/lint/event_kinds.py . --write")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
