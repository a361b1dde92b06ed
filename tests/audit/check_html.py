"""Reads a report in HTML strictly: `check_html.py FILE` prints what is wrong, or a JSON object with what stands in it.

Every element is closed where it belongs; headings go down one step at a time; tables have a caption, heads with a scope and rows of
one width; pictures say in words what they show; nothing leads out of the page or runs in it.
"""
import html.parser
import json
import sys

VOID = {"meta", "img", "br", "link", "line", "rect"}
NEVER = {"script", "iframe", "object", "embed", "link", "form", "base", "a"}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.wrong, self.open, self.headings, self.tables, self.text = [], [], [], [], []
        self.language, self.titled, self.pictures, self.rows = None, False, 0, 0
        self.table = self.row = None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag in NEVER:
            self.wrong.append(f"there is a {tag}")
        for name, value in attributes:
            if name.startswith("on") or (name in ("src", "href", "action") and not (value or "").startswith("data:")):
                self.wrong.append(f"{tag} has {name}={value}")
        if len(given) != len(attributes):
            self.wrong.append(f"{tag} has an attribute twice")
        if tag == "html":
            self.language = given.get("lang")
        if tag in ("h1", "h2", "h3"):
            self.headings.append(int(tag[1]))
        if tag == "svg":
            self.pictures += 1
            if given.get("role") != "img" or not given.get("aria-labelledby"):
                self.wrong.append("a picture says nothing")
        if tag == "table":
            self.table = {"caption": False, "columns": 0, "rows": 0}
            self.tables.append(self.table)
        if tag == "caption":
            self.table["caption"] = True
        if tag == "tr":
            self.row = 0
        if tag in ("th", "td"):
            self.row += 1
            if tag == "th" and given.get("scope") not in ("col", "row"):
                self.wrong.append("a head of a table has no scope")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.wrong.append(f"</{tag}> where {self.open[-1:] or 'nothing'} is open")
        else:
            self.open.pop()
        if tag == "tr":
            if self.table["columns"] == 0:
                self.table["columns"] = self.row
            else:
                self.table["rows"] += 1
            if self.row != self.table["columns"]:
                self.wrong.append(f"a row of {self.row} in a table of {self.table['columns']}")

    def handle_data(self, data):
        if self.open and self.open[-1] == "title":
            self.titled = True
        self.text.append(data)


page = Page()
page.feed(open(sys.argv[1], encoding="utf-8").read())
page.close()
if page.open:
    page.wrong.append(f"left open: {page.open}")
if not page.language or not page.titled:
    page.wrong.append("no language or no title")
if page.headings[:1] != [1] or page.headings.count(1) != 1 or any(b > a + 1 for a, b in zip(page.headings, page.headings[1:])):
    page.wrong.append(f"headings {page.headings}")
page.wrong += ["a table has no caption" for table in page.tables if not table["caption"]]
print(json.dumps({"wrong": page.wrong, "tables": page.tables, "pictures": page.pictures, "text": " ".join(" ".join(page.text).split())}))
