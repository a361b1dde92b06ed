"""Rows: who changes them, and how they are read.

A table's row has one owner: nobody else writes `UPDATE` of it, so that nobody forgets the version or the time.

Rows of more than one column are read by the names of their columns (backend/storage/columns.h). The compiler holds the half of
it: storage::Statement reads nothing by number but for Row. Here is the other half: a text that selects or returns several columns
stands in select() or returning() or is put together from Columns, and nobody outside of backend/storage makes a Row of a statement
whose columns it doesn't know, or asks what is behind a Statement.

Usage: rows.py SOURCE_ROOT
"""
import pathlib
import re
import sys

from sql import SELECT, TEXT, Source, joined, macros_of, without_comments

OWNERS = {"users": "backend/identity/core/user_changes.cpp"}
CHANGE = re.compile(r'\bUPDATE\s+(?:ONLY\s+)?(\w+)\b(?!\s+OF\b)|\bINSERT\s+INTO\s+(\w+)\b[^"]*\bDO\s+UPDATE\b', re.I)
OPEN_CHANGE = re.compile(r'\bUPDATE\s*$')
RETURNING = re.compile(r'\breturning\(\s*')
PAST_NAMES = re.compile(r'\bRows?<\w+>(?:\s+\w+)?\s*[({]|\bPreparedStatement\b|\.lend\(|\bsqlite3_column_\w+')


def listed(sql: str) -> str:
    """What a text selects or returns, up to its FROM; empty if it does neither."""
    begin = re.match(r'\s*SELECT\s+(?:DISTINCT\s+)?', sql, re.I)
    if not begin:
        begin = re.search(r'\bRETURNING\s+', sql, re.I)
    if not begin:
        return ""
    depth, text = 0, sql[begin.end():]
    for token in re.finditer(r"'[^']*'|[()]|\bFROM\b", text, re.I):
        if token.group(0) in "()":
            depth += 1 if token.group(0) == "(" else -1
        elif depth == 0 and token.group(0).upper() == "FROM":
            return text[:token.start()]
    return text


def columns_of(sql: str) -> int:
    text = listed(sql)
    depth, count = 0, 1 if text.strip() else 0
    for token in re.finditer(r"'[^']*'|[(),*]", text):
        if token.group(0) in "()":
            depth += 1 if token.group(0) == "(" else -1
        elif depth == 0 and token.group(0) in ",*":
            count += 1
    return count


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    bad, found, statements = [], set(), 0
    files = {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for top in ("backend", "ui", "app")
             for file in sorted((root / top).rglob("*")) if file.suffix in (".cpp", ".h")}
    macros = {}
    for name, text in files.items():
        if name.endswith(".h"):
            macros = macros_of(without_comments(text), macros)
    for name, text in files.items():
        source = Source(name, text, macros, {})
        named = {match.end() for word in (SELECT, RETURNING) for match in word.finditer(source.text)}
        for run in TEXT.finditer(source.text):
            if '"' not in run.group(0):
                continue
            sql, where = joined(run.group(0), source.macros), f"{name}:{source.line(run.start())}"
            for match in CHANGE.finditer(sql):
                table = match.group(1) or match.group(2)
                if table in OWNERS:
                    found.add(table)
                    if name != OWNERS[table]:
                        bad.append(f"{where}: {table} is changed by {OWNERS[table]}")
            if source.asks and OPEN_CHANGE.search(sql):
                bad.append(f"{where}: which table is changed isn't said")
            inside = any(a <= run.start() < b for a, b in source.whole)
            if source.asks and run.start() not in named and not inside:
                statements += 1 if listed(sql) else 0
                if columns_of(sql) > 1:
                    bad.append(f"{where}: more than one column: name them (backend/storage/columns.h)")
        if not name.startswith("backend/storage/"):
            for match in PAST_NAMES.finditer(source.text):
                bad.append(f"{name}:{source.line(match.start())}: {match.group(0)}: rows are read by the names of their columns")
    bad += [f"{owner} changes no {table}" for table, owner in OWNERS.items() if table not in found]
    print("\n".join(bad) if bad else f"every row has its owner, and {statements} texts without names select one column")
    return 1 if bad or not statements else 0


if __name__ == "__main__":
    sys.exit(main())
