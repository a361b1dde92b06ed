"""What the sanitiser of rich text leaves, as others read it: npm's jsdom (parse5) finds nothing that isn't allowed, DOMPurify with the same
allow-list changes nothing, and what jsdom writes is read as the same again. The texts: DOMPurify's own fixtures where they are at hand,
and generated ones. SALLYPORT_RICH_TEXTS says how many (200), SALLYPORT_SEED which.

Usage: other_readers.py RICH_TEXT_LINES BUILD PAYLOADS"""
import json
import os
import random
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "daemon"))
from vault import npm  # noqa: E402

TAGS = ("a abbr b blockquote br caption cite code dd del dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q s samp small "
        "span strong sub sup table tbody td tfoot th thead tr u ul var wbr").split()
ATTRIBUTES = "title lang dir href cite class start reversed type value colspan rowspan scope".split()

OTHER = """
import { JSDOM } from 'jsdom';
import createDOMPurify from 'dompurify';
import { createInterface } from 'node:readline';

const [tags, attributes] = JSON.parse(process.argv[2]);
const window = new JSDOM('<!DOCTYPE html><body></body>').window;
const purify = createDOMPurify(window);
const document = window.document;
const read = html => { const place = document.createElement('div'); place.innerHTML = html; return place; };

function wrong(html) {
    const place = read(html);
    for (const element of place.querySelectorAll('*')) {
        if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') return 'foreign ' + element.nodeName;
        if (!tags.includes(element.localName)) return 'element ' + element.localName;
        for (const { name, value } of element.attributes) {
            if (!attributes.includes(name)) return 'attribute ' + name;
            if ((name === 'href' || name === 'cite') && !/^(https?:\\/\\/[^/]|mailto:|tel:)/i.test(value)) return 'address ' + value;
        }
    }
    const comments = document.createTreeWalker(place, window.NodeFilter.SHOW_COMMENT);
    if (comments.nextNode()) return 'a comment';
    const written = place.innerHTML;
    if (read(written).innerHTML !== written) return 'it changes when it is read again: ' + written;
    const purified = purify.sanitize(html, { ALLOWED_TAGS: tags, ALLOWED_ATTR: attributes, ALLOW_DATA_ATTR: false, ALLOW_ARIA_ATTR: false });
    if (read(purified).innerHTML !== written) return 'DOMPurify makes it ' + purified;
    for (const around of [h => '<noscript>' + h + '</noscript>', h => '<svg><foreignObject>' + h, h => '<title>' + h + '</title>', h => '<body>' + h]) {
        const page = new window.DOMParser().parseFromString(around(html), 'text/html');
        for (const element of page.querySelectorAll('script, iframe, img, style, object, embed, [onerror], [onload], [onclick], [style]'))
            return 'elsewhere it has ' + element.nodeName;
    }
    return null;
}
for await (const line of createInterface({ input: process.stdin })) {
    const { html } = JSON.parse(line);
    console.log(JSON.stringify({ wrong: wrong(html), written: read(html).innerHTML, words: read(html).textContent }));
}
"""

PIECES = (["<%s>" % one for one in TAGS] + ["</%s>" % one for one in TAGS] +
          ["<svg>", "</svg>", "<math>", "</math>", "<mtext>", "<mglyph>", "<malignmark>", "<annotation-xml encoding='text/html'>", "<foreignObject>",
           "<desc>", "<title>", "</title>", "<style>", "</style>", "<script>", "</script>", "<iframe>", "</iframe>", "<noscript>", "</noscript>",
           "<xmp>", "</xmp>", "<noembed>", "<textarea>", "</textarea>", "<plaintext>", "<template>", "</template>", "<select>", "<option>",
           "</select>", "<form>", "</form>", "<input name=x>", "<button>", "<frameset>", "<object>", "</object>", "<marquee>", "<image alt=i>",
           "<img src=x onerror=alert(1) alt='a<b'>", "<a href='javascript:alert(1)'>", "<a href='java\tscript:alert(1)'>", "<a href=//x.y>",
           "<a href=\" https://x.y/?a&b \" title='</noscript><img src=x onerror=alert(1)>'>", "<p style=color:red onclick=a() title='x < \"y\"'>",
           "<a title='--><img src=x onerror=1>'>", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "<?x", "</x", "<", ">", "\"", "'", "&", "&lt;", "&amp;lt;",
           "<pre>\n\n", "<isindex>", "&#13;", "&#0;", "&#x1;", "&nbsp;", "\u00a0", "\u0085", "\u2028", "\0", "\r\n", "\n", " ", "=", "/", "`", "wörter", "x", "<user@example.com>",
           "<code class='language-c++'>", "<td colspan=2 onload=x>", "<body onload=x>", "<html lang=de>", "<head>", "<base href=//e>", "<o:p>"])


def ask(command, lines, **more):
    done = subprocess.run(command, input="".join(json.dumps(line) + "\n" for line in lines), capture_output=True, text=True, **more)
    answers = [json.loads(line) for line in done.stdout.split("\n") if line]
    assert done.returncode == 0 and len(answers) == len(lines), done.stderr
    return answers


def main(program, build, payloads):
    place = os.path.abspath(npm(build, "jsdom", "dompurify"))
    script = os.path.join(place, "rich_text.mjs")
    with open(script, "w") as file:
        file.write(OTHER)
    texts = []
    if os.path.exists(payloads):
        with open(payloads, encoding="utf-8") as file:
            texts = [json.loads(line)["payload"] for line in file]
    fixtures = len(texts)
    count, seed = int(os.environ.get("SALLYPORT_RICH_TEXTS", 200)), int(os.environ.get("SALLYPORT_SEED", 1))
    dice = random.Random(seed)
    texts += ["".join(dice.choice(PIECES) for _ in range(dice.randint(1, 24))) for _ in range(count)]
    ours = ask([program], texts)
    bad = 0
    for text, our, other in zip(texts, ours, ask(["node", script, json.dumps([TAGS, ATTRIBUTES])], ours, cwd=place)):
        wrong = other["wrong"] or ("it isn't the same sanitised again" if our["again"] != our["html"] else None)
        if wrong is None and "".join(other["words"].split()) != "".join(our["text"].split()):
            wrong = "others read other words: %r" % other["words"]
        if wrong:
            bad += 1
            print(repr(text), "\n  ours ", repr(our["html"]), "\n  wrong", wrong)
    print("%d fixtures and %d generated texts (seed %d), %d wrong" % (fixtures, count, seed, bad))
    assert bad == 0


if __name__ == "__main__":
    main(*sys.argv[1:4])
