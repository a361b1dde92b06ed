"""SQL that both SQLite and PostgreSQL take: reads the texts of the sources and of the migrations.

The parameters of a statement are $1 to $n, each used; a text that is no whole statement has none (what is put together
takes its numbers from storage::SqlText). What is SQLite's alone stands in backend/storage and in files named *_sqlite.cpp.
Columns of a table have a type. Statements that are put together are held to the first rule when they are prepared.

Usage: sql.py SOURCE_ROOT
"""
import pathlib
import re
import sys

LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
# Adjacent literals, with macros between them.
TEXT = re.compile(r'(?:(?:"(?:[^"\\\n]|\\.)*"|\b[A-Z][A-Z_]{3,}\b)(?:\s|\\\n)*)+')
MACRO = re.compile(r'^#define ([A-Z][A-Z_]{3,})((?:[^\n]*\\\n)*[^\n]*)', re.M)
COLUMNS = re.compile(r'Columns<\w+> (\w+)\s*\{')
SELECT = re.compile(r'\bselect\(\s*(\w+),\s*')
STATEMENT = re.compile(r'(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH|CREATE|DROP|ALTER)\b')
SQL = re.compile(r'\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|CREATE|ORDER BY|PRAGMA)\b')
PARAMETER = re.compile(r'\$(\d+)(?![\w$])')
ALONE = re.compile(
    r'\b(PRAGMA|rowid|ROWID|MATCH|GLOB|INSERT OR|REPLACE INTO|AUTOINCREMENT|INDEXED BY|NOCASE|VIRTUAL TABLE|fts\d)\b|'
    r'\b(json_each|json_extract|typeof|ifnull|strftime|datetime|julianday|unixepoch|group_concat|randomblob|instr|printf|hex|'
    r'total|last_insert_rowid)\s*\(|\b(sqlite_\w+)')
TYPES = {"TEXT", "BIGINT", "BYTEA", "SMALLINT", "INTEGER", "BOOLEAN"}
# The index of the user search, which PostgreSQL has from pg_trgm; released, so its name stays.
SQLITE_MIGRATIONS = {"0039_user_search.sql"}


def without_comments(text: str) -> str:
    """Keeps the length of lines; strings stay."""
    return re.sub(r'"(?:[^"\\\n]|\\.)*"|//[^\n]*|/\*.*?\*/', lambda m: m.group(0) if m.group(0)[0] == '"' else
                  re.sub(r'[^\n]', ' ', m.group(0)), text, flags=re.S)


def joined(source: str, macros: dict[str, str]) -> str:
    """A run of literals and macros as the compiler sees it."""
    return "".join(m.group(1) if m.group(1) is not None else macros.get(m.group(0), "")
                   for m in re.finditer(r'"((?:[^"\\\n]|\\.)*)"|\b[A-Z][A-Z_]{3,}\b', source))


def macros_of(text: str, known: dict[str, str]) -> dict[str, str]:
    found = dict(known)
    for match in MACRO.finditer(text):
        if '"' in match.group(2):
            found[match.group(1)] = joined(match.group(2), found)
    return found


def gap(text: str) -> str:
    numbers = {int(n) for n in PARAMETER.findall(text)}
    wanted = set(range(1, max(numbers, default=0) + 1))
    return ", ".join(f"${n}" for n in sorted(wanted - numbers))


def closing(text: str, place: int) -> int:
    """Where the brace ends that is open at `place`."""
    depth = 1
    for token in re.finditer(r'"(?:[^"\\\n]|\\.)*"|[{}]', text[place:]):
        depth += (token.group(0) == "{") - (token.group(0) == "}")
        if depth == 0:
            return place + token.start()
    return len(text)


class Source:
    def __init__(self, name: str, text: str, macros: dict[str, str], columns: dict[str, str]):
        self.name, self.text = name, without_comments(text)
        self.macros = macros_of(self.text, macros)
        self.columns = dict(columns)
        self.asks = "storage::" in self.text or name.startswith("backend/storage/")
        self.whole = []  # places whose parameters belong to something that is checked elsewhere
        for match in MACRO.finditer(self.text):
            self.whole.append(match.span())
        for match in COLUMNS.finditer(self.text):
            end = closing(self.text, match.end())
            self.columns[match.group(1)] = " ".join(
                joined(run.group(0), self.macros) for run in TEXT.finditer(self.text[match.end():end]))
            self.whole.append((match.start(), end))

    def line(self, place: int) -> int:
        return self.text.count("\n", 0, place) + 1

    def check(self, bad: list[str]) -> int:
        statements = 0
        selects = {m.end(): m.group(1) for m in SELECT.finditer(self.text)}
        alone = self.name.startswith("backend/storage/") or self.name.endswith("_sqlite.cpp")
        for run in TEXT.finditer(self.text):
            if '"' not in run.group(0):
                continue
            where = f"{self.name}:{self.line(run.start())}"
            text = joined(run.group(0), self.macros)
            word = ALONE.search(text) if SQL.search(text) and not alone else None
            if word:
                bad.append(f"{where}: only SQLite knows {word.group(0)}")
            if any(a <= run.start() < b for a, b in self.whole):
                continue
            if run.start() in selects:
                if selects[run.start()] not in self.columns:
                    bad.append(f"{where}: the columns {selects[run.start()]} are not found")
                text = "SELECT " + self.columns.get(selects[run.start()], "") + " " + text
            if STATEMENT.match(text):
                statements += 1
                missing = gap(text)
                if missing:
                    bad.append(f"{where}: the statement skips {missing}")
            elif self.asks and PARAMETER.search(text):
                bad.append(f"{where}: numbered parameters in a part of a statement: take them from SqlText")
        return statements


def typeless(sql: str) -> list[str]:
    found = []
    for table in re.finditer(r'CREATE TABLE (?:IF NOT EXISTS )?(\w+) \(', sql):
        depth, parts, part = 1, [], ""
        for c in sql[table.end():]:
            depth += (c == "(") - (c == ")")
            if depth == 0:
                break
            if c == "," and depth == 1:
                parts.append(part)
                part = ""
            else:
                part += c
        for definition in [*parts, part]:
            words = definition.split()
            if not words or words[0] in ("PRIMARY", "FOREIGN", "UNIQUE", "CHECK", "CONSTRAINT"):
                continue
            if len(words) < 2 or re.sub(r"\W.*", "", words[1]) not in TYPES:
                found.append(f"{table.group(1)}.{words[0]}")
    return found


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    bad = []
    files = {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for top in ("backend", "app")
             for suffix in ("h", "cpp") for file in sorted((root / top).rglob(f"*.{suffix}"))}
    macros, columns = {}, {}
    for name, text in files.items():  # what headers define, others use
        if name.endswith(".h"):
            macros = macros_of(without_comments(text), macros)
    for name, text in files.items():
        if name.endswith(".h"):
            columns = Source(name, text, macros, columns).columns
    statements = sum(Source(name, text, macros, columns).check(bad) for name, text in files.items())
    migrations = sorted((root / "backend/storage/migrations").glob("*.sql"))
    for file in migrations:
        sql = re.sub(r"--[^\n]*", "", file.read_text(encoding="utf-8"))
        word = None if file.name in SQLITE_MIGRATIONS else ALONE.search(sql)
        if word:
            bad.append(f"{file.name}: only SQLite knows {word.group(0)}")
        bad += [f"{file.name}: {column} has no type of ours" for column in typeless(sql)]
    print("\n".join(bad) if bad else f"{statements} statements and {len(migrations)} migrations in SQL that both take")
    return 1 if bad or not statements or not migrations else 0


if __name__ == "__main__":
    sys.exit(main())
