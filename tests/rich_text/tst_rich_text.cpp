#include "backend/records/rich_text/rich_text.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <boost/json.hpp>

#include <fstream>

namespace tst_rich_text {

using namespace sallyport;
using namespace sallyport::records;

/// What comments keep and lose. Others' readers look at the results in other_readers.py.
class TestRichText : public QObject {
    Q_OBJECT

    static std::string html(std::string_view source)
    {
        const auto rich = sanitiseRichText(source);
        if (!rich)
            return "refused: " + rich.error().detail;
        const auto again = sanitiseRichText(rich->html);
        return again && again->html == rich->html ? rich->html : "unstable: " + rich->html;
    }
    static std::string repeated(std::string_view piece, std::size_t times)
    {
        std::string text;
        for (std::size_t i = 0; i < times; ++i)
            text += piece;
        return text;
    }

private Q_SLOTS:
    void sanitised_data()
    {
        QTest::addColumn<std::string>("source");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* name, const char* source, const char* expected) {
            QTest::newRow(name) << std::string(source) << std::string(expected);
        };
        const auto same = [](const char* name, const char* source) {
            QTest::newRow(name) << std::string(source) << std::string(source);
        };
        // Harmless markup stays as it is.
        same("nothing", "");
        same("text", "Just a sentence, with \"quotes\" and 'others'.");
        same("inline",
             "<b>b</b> <i>i</i> <em>e</em> <strong>s</strong> <u>u</u> <s>s</s> <sub>1</sub><sup>2</sup> <mark>m</mark>");
        same("paragraphs", "<h1>Title</h1><p>One<br>two</p><hr><blockquote><p>three</p></blockquote>");
        same("lists", "<ul><li>a</li><li>b<ol start=\"3\"><li value=\"7\">c</li></ol></li></ul><dl><dt>d</dt><dd>e</dd></dl>");
        same("table",
             "<table><caption>t</caption><thead><tr><th scope=\"col\">a</th></tr></thead><tbody><tr><td colspan=\"2\">b</td></tr>"
             "</tbody></table>");
        same("code", "<pre><code class=\"language-html\">&lt;script&gt;alert(1)&lt;/script&gt;\n  x</code></pre>");
        same(
            "links",
            "<a href=\"https://example.com/?a=1&amp;timestamp=2&amp;copy=3#x\" title=\"t\">l</a> <a href=\"mailto:a@b.c\">m</a>");
        same("space that doesn't break", "a&nbsp;b");
        same("directions", "<p dir=\"rtl\" lang=\"ar\">\xd8\xb3</p>");
        // What was typed is read as it was typed.
        row("escaped once", "Tom & Jerry < 3 > 2 \"q\"", "Tom &amp; Jerry &lt; 3 &gt; 2 \"q\"");
        row("a comparison", "plain 1 < 2 and 3 > 2", "plain 1 &lt; 2 and 3 &gt; 2");
        row("a tag that never ends", "a <b and c", "a &lt;b and c");
        row("a letter behind it", "x<y", "x&lt;y");
        row("a heart", "<3", "&lt;3");
        row("an address of e-mail", "to <user@example.com>, please", "to &lt;user@example.com&gt;, please");
        row("an address", "see <https://example.com/a&b>", "see &lt;https://example.com/a&amp;b&gt;");
        row("a placeholder", "cat <filename> | wc", "cat &lt;filename&gt; | wc");
        row("no reference without its semicolon", "?a=1&timestamp=2&copy=3", "?a=1&amp;timestamp=2&amp;copy=3");
        row("one in a link", "<a href=\"https://e.x/?a=1&timestamp=2&copy=3\">x</a>",
            "<a href=\"https://e.x/?a=1&amp;timestamp=2&amp;copy=3\">x</a>");
        row("references", "&copy; &#x41;&lt;b&gt; &unknown; &", "\xc2\xa9 A&lt;b&gt; &amp;unknown; &amp;");
        row("a broken tag keeps the words behind it",
            "<iframe/onload=alert(/X/) \xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82. B. C.",
            "&lt;iframe/onload=alert(/X/) \xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82. B. C.");
        row("a frame that never ends keeps them", "<iframe onload=alert(1)>One. Two.", "One. Two.");
        row("a quote that never ends", "<a href=\"x>one <b>two</b>", "&lt;a href=\"x&gt;one <b>two</b>");
        row("a comment that never ends", "one <!-- two", "one &lt;!-- two");
        row("control characters",
            "a\x01"
            "b\x7f\xc2\x85"
            "c&#13;&#x1;d\r\ne",
            "abc\nd\ne");
        row("the first lines of a <pre>", "<pre>\n\na\n\nc</pre><pre>\r\n\n<b>\nb</b></pre>",
            "<pre><br>a\n\nc</pre><pre><br><b>\nb</b></pre>");
        row("one line end behind <pre> is no line", "<pre>\nx</pre><pre>\r\ny</pre>", "<pre>x</pre><pre>y</pre>");
        row("empty lines of a <pre>", "<pre>\n\n\nx</pre>", "<pre><br>\nx</pre>");
        row("an empty line behind what goes", "<pre><img>\nx</pre>", "<pre><br>x</pre>");
        // What isn't allowed goes, its words stay.
        row("script", "<script>alert(1)</script>hi", "hi");
        row("style", "<style>p{}</style><p style=\"color:red\" class=\"x\" id=\"y\">hi</p>", "<p>hi</p>");
        row("handlers", "<b onclick=\"x()\" OnMouseOver=y()>hi</b>", "<b>hi</b>");
        row("pictures say what they show", "<img src=x onerror=alert(1) alt=\"a <cat>\">", "a &lt;cat&gt;");
        row("a form of old", "a<isindex prompt=q>b", "ab");
        row("sections", "<section>a</section><section>b</section>", "<div>a</div><div>b</div>");
        row("forms", "<form action=x><input name=y><button>go</button></form>", "<div>go</div>");
        row("drawings", "<svg onload=alert(1)><text>y</text><script>z</script></svg>", "y");
        row("elements of others", "<o:p>a</o:p><my-widget>b</my-widget>", "ab");
        row("schemes", "<a href=\"javascript:alert(1)\">a</a><a href=\"JaVa\tScript:1\">b</a><a href=\"data:text/html,x\">c</a>",
            "<a>a</a><a>b</a><a>c</a>");
        row("addresses that aren't whole",
            "<a href=\"//e.x\">a</a><a href=\"/x\">b</a><a href=\"http:///x\">c</a><a href=\"https:x\">d</a>",
            "<a>a</a><a>b</a><a>c</a><a>d</a>");
        row("spaces around an address", "<a href=\" https://e.x \">a</a>", "<a href=\"https://e.x\">a</a>");
        row("comments", "a<!-- b -->c<?php d ?>e", "ace");
        row("what would end something elsewhere", "<a title=\"</noscript><img src=x onerror=alert(1)>\">x</a>", "<a>x</a>");
        row("what only looks so", "<a title='x < \"y\" > z'>x</a>", "<a title=\"x &lt; &quot;y&quot; &gt; z\">x</a>");
        row("namespaces",
            "<form><math><mtext></form><form><mglyph><svg><mtext><style><path id=\"</style><img onerror=alert(1) src>\">",
            "<div><div></div></div>");
        row("an object's paragraph", "<p>a<object><p>b</p></object></p>", "<p>a</p><p>b</p><p></p>");
    }
    void sanitised()
    {
        QFETCH(std::string, source);
        QFETCH(std::string, expected);
        QCOMPARE(html(source), expected);
    }

    void written_isRead_data()
    {
        QTest::addColumn<std::string>("source");
        QTest::addColumn<std::string>("words");
        // What is typed is what is read. The second text is that, if it isn't the first.
        const auto row = [](std::string source, std::string words = {}) {
            QTest::newRow(source.c_str()) << source << (words.empty() ? source : words);
        };
        // No reference of HTML's has that name, only an old one without a semicolon begins it.
        for (const char* name : {"timestamp", "notify", "param", "region", "copyright", "section", "regs", "centre", "lte",
                                 "ampere", "ltfoo", "quota", "shyness", "deg2", "unknown"})
            row("int *p = &" + std::string(name) + ";");
        row("?a=1&timestamp=2&copy=3;&times");
        row("<b title=\"x\">&timestamp;</b>", "&timestamp;");
        row("<foo &timestamp; bar>");
        row("&times;&semi;&nbsp&#65;&AMP;&notin;&NotEqualTilde;|&fjlig;&NewLine;x",
            "\xc3\x97;&nbspA&\xe2\x88\x89\xe2\x89\x82\xcc\xb8|fj x");
        // Names that only begin as those of elements whose content is no markup.
        for (const char* name : {"title2", "style-guide", "style.css", "xmp3", "plaintext2", "script_name", "textarea1"}) {
            row("see <" + std::string(name) + "> a <b and c");
            row("use <" + std::string(name) + "> where x <y and more words &timestamp;");
        }
        // Names with colons are Word's, or words.
        row("<foo::bar>");
        row("std::vector<std::string> v; std::map<std::string, std::vector<int>> m;");
        row("<localhost:8080> <fe80::1> <c::D> <::1> <10.0.0.1:80> <a:1> <o:1> <x::y> <m:n>");
        row("<xs:element name=\"x\" type=\"xs:string\"/> and <xs:all>some</xs:all>");
        row("<xsl:value-of select=\"a &lt; b\"/>");
        row("<dc:title>A</dc:title><media:group>");
        row("a<o:p></o:p>b<w:sdt id=\"1\">c</w:sdt><st1:place w:st=\"on\">d</st1:place><m:oMath>e</m:oMath><v:shape id=x>f",
            "abcdef");
        // So are placeholders, unless somebody wrote an element out.
        row("cp <file-name> <path> <dest-dir>, <n-1>, <start-date>");
        row("<p>to <user@example.com></p>", "to <user@example.com>");
        row("<p><b>to <file-name></b></p>", "to <file-name>");
        row("<my-widget>a</my-widget><x-y z=1>b<slot name=c>d</slot>", "abd");
        // So are names of keys and places that happen to be elements of HTML, if nobody closes them.
        row("press <Ctrl>+<Del> or <Ins>, <Menu>, <Select>, then <b>go on</b>",
            "press <Ctrl>+<Del> or <Ins>, <Menu>, <Select>, then go on");
        row("<ctrl>+<del>, <DEL>, <ins> and <INS/>");
        row("put <Title> of the <Object> here, <Name>, <Time >, <Link>");
        row("<Ctrl>+<B>, <Ctrl>+<S>, <Ctrl>+<I>");
        row("<B>a</B> <Del>b</Del> <P>c<LI>d<BR>e<b>f <i>g", "a b\nc\nd\nef g");
        // An empty line of a <pre> is one.
        row("<p>a</p><pre>\n\nb\n\n<br>c</pre>", "a\n\nb\n\n\nc");
        // Comparisons and code.
        row("if (a<b && c>d) { x = y<z; }");
        row("if (a<b && c==d && e>f) use <b>bold</b>", "if (a<b && c==d && e>f) use bold");
        row("n <i && k> m");
        row("for i<s and j>2");
        row("a <b and c > d");
        row("if a<i then b>2");
        row("a<b || c<=d && e>f");
        row("while (i<p && *q>0 && x!=y) i<u or j>3");
        row("where a<b and name='x' and c>2");
        row("a<b/2 && c>d, a<b/c>d, a<n-1 && y==z> q");
        row("x<input && y>z, x<script && y>z, x<style and y>2, x<title or y>3");
        row("x<a && name>b and x<img || src>y");
        row("<T extends Foo> <T extends Comparable<T>> f(List<? super T> x)");
        row("List<?> a; Map<?, V> b; if (a<!b && c>d) </3 you> me, <>x</>");
        row("a<!DOCTYPE html>b<![CDATA[c]]>d<!-- e -->f<?xml g?>h<!---->i", "abdfhi");
        row("a<b and c>d, a<b and c>d, <b>bold</b> and <i>i</i>", "a<b and c>d, a<b and c>d, bold and i");
        // Tags they are if they are closed, or if what they have is HTML's.
        row("<b foo>bold</b> <p hidden>one<br clear>two<img src=x onerror alt=\"=5\">", "bold\none\ntwo=5");
        row("<script x y>alert(1)</script><style && b>p{}</style>z", "z");
        row("<a href=\"https://e.x/?a==b\" and title='a <b and c'>l</a><ol reversed><li>x</ol><video controls autoplay>y",
            "l\nx\ny");
    }
    void written_isRead()
    {
        QFETCH(std::string, source);
        QFETCH(std::string, words);
        const std::string stable = html(source);
        QVERIFY2(stable.compare(0, 9, "unstable:") != 0, stable.c_str());
        QCOMPARE(QByteArray::fromStdString(sanitiseRichText(source)->text), QByteArray::fromStdString(words));
        QCOMPARE(QByteArray::fromStdString(sanitiseRichText(stable)->text), QByteArray::fromStdString(words));
    }

    void raw_content_elsewhereIsEscaped()
    {
        for (const char* name : {"noscript", "xmp", "noembed", "noframes", "iframe", "textarea", "title"}) {
            const std::string source = "<a title=\"</" + std::string(name) + "><img src=x onerror=alert(1)>\">x</a>";
            QCOMPARE(html(source), std::string("<a>x</a>"));
            const std::string inside = html("<" + std::string(name) + "><img src=x onerror=alert(1)></" + name + ">y");
            QVERIFY2(inside.find("<img") == std::string::npos, inside.c_str());
            QVERIFY2(inside.find('y') != std::string::npos, inside.c_str());
        }
    }

    void words_areReadLineByLine()
    {
        const auto rich = sanitiseRichText("<h1>A &amp; B</h1>\n<p>one\n  two<br>three</p><ul><li>x</li><li>y</li></ul>"
                                           "<table><tr><td>a</td><td>b</td></tr></table><pre>p\n  q</pre>");
        QVERIFY(rich.has_value());
        QCOMPARE(rich->text, std::string("A & B\none two\nthree\nx\ny\na\tb\np\n  q"));
    }

    void removed_isTold()
    {
        const auto rich =
            sanitiseRichText("<script>1</script><script>2</script><p onclick=x>a</p><a href=javascript:1>b</a><!-- c -->");
        QVERIFY(rich.has_value());
        QCOMPARE(removedText(rich->removed),
                 std::string("2 elements script, 1 attribute onclick, 1 link with javascript:, 1 comment"));
        const auto harmless = sanitiseRichText("<b>a<p>b</b>c");
        QVERIFY(harmless.has_value());
        QCOMPARE(removedText(harmless->removed), std::string());
    }

    void bounds_length()
    {
        QVERIFY(sanitiseRichText(std::string(maxRichText, 'x')).has_value());
        QCOMPARE(sanitiseRichText(std::string(maxRichText + 1, 'x')).error().code, ErrorCode::LimitReached);
        QCOMPARE(sanitiseRichText(std::string(maxRichText, '&')).error().code, ErrorCode::LimitReached);
        QCOMPARE(sanitiseRichText("\xff").error().code, ErrorCode::InvalidArgument);
    }
    void bounds_depth()
    {
        const std::string deep = html(repeated("<div>", 5000) + "word");
        QCOMPARE(deep, repeated("<div>", maxRichTextDepth) + "word" + repeated("</div>", maxRichTextDepth));
    }
    void bounds_memory()
    {
        // Each paragraph would have all of the formatting before it once more.
        std::string text = "<p>";
        for (int i = 0; i < 2000; ++i)
            text += "<b x=" + std::to_string(i) + ">";
        text += repeated("<p>x", 4000);
        QVERIFY(text.size() < maxRichText);
        QCOMPARE(sanitiseRichText(text).error().code, ErrorCode::LimitReached);
        QVERIFY(sanitiseRichText("<b>fine</b>").has_value()); // nothing of it is left over
    }
    void bounds_time_data()
    {
        QTest::addColumn<std::string>("source");
        const auto row = [](const char* name, const std::string& source) { QTest::newRow(name) << source; };
        row("elements", repeated("<b></b>", 9000));
        row("open elements and ends", repeated("<div>", 6000) + repeated("</b></i>", 3000));
        row("formatting and ends", repeated("<b>", 8000) + repeated("</b>", 8000));
        row("formatting in blocks", repeated("<b><div>", 3000) + repeated("</b>", 8000));
        row("links", repeated("<a>", 10000));
        row("quotes", repeated("<b a=\"<b a='", 5000) + ">");
        row("ends of scripts", "<script>" + repeated("</scrip", 9000));
        row("tables", repeated("<table><tr><td>", 3500));
        row("tables in formatting", repeated("<b><table>x", 5000));
        row("ampersands", repeated("&a", 10000));
        row("comparisons in one another", repeated("<b c ", 9000) + ">" + repeated("<b c>", 3000));
        row("long names", repeated("<aaaaaaa", 8000) + ">");
        std::string names;
        for (int i = 0; i < 9000; ++i)
            names += "&" + std::to_string(i) + "a;&a" + std::to_string(i) + ";";
        row("names of references", names.substr(0, maxRichText / 2));
        row("attributes", "<b " + repeated("a=\"", 10000) + ">");
        row("odd attributes", repeated("<b a= = \">\" />\"", 4000) + ">");
    }
    void bounds_time()
    {
        QFETCH(std::string, source);
        QVERIFY(source.size() <= maxRichText);
        const std::string result = html(source); // ends, and is stable or refused
        QVERIFY2(result.compare(0, 9, "unstable:") != 0, result.substr(0, 200).c_str());
    }

    void fixtures_areInert()
    {
        std::ifstream file(RICH_TEXT_PAYLOADS);
        if (!file)
            QSKIP("../shared/sanitiser/payloads.jsonl is not there");
        int count = 0;
        for (std::string line; std::getline(file, line); ++count) {
            const std::string result = html(boost::json::parse(line).at("payload").as_string());
            QVERIFY2(result.compare(0, 9, "unstable:") != 0 && result.compare(0, 8, "refused:") != 0, line.c_str());
            for (const char* never : {"<script", "<style", "<svg", "<math", "<iframe", "<img", "<template", "<!--"})
                QVERIFY2(result.find(never) == std::string::npos, (line + "\n" + result).c_str());
        }
        QCOMPARE(count, 134);
    }
};

} // namespace tst_rich_text

SALLYPORT_TEST(tst_rich_text::TestRichText)
#include "tst_rich_text.moc"
