"""Reads an audit report with Python's csv, strictly, and says what it found as JSON. Usage: read_csv.py FILE"""
import csv
import json
import sys

with open(sys.argv[1], newline="", encoding="utf-8") as file:
    raw = file.read()
rows = list(csv.reader(raw.splitlines(keepends=True), strict=True))
print(json.dumps({
    "columns": rows[0],
    "widths": sorted({len(row) for row in rows}),
    "rows": len(rows) - 1,
    "lines": raw.count("\r\n") - 1,
    "bare": raw.replace("\r\n", "").count("\n") + raw.replace("\r\n", "").count("\r"),
    "names": [row[8] for row in rows[1:]][:50],
    "agents": [row[15] for row in rows[1:]][:50],
}))
