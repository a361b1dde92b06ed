#include "backend/records/upload/file_type.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_file_type {

using namespace sallyport;
using namespace sallyport::records;
using namespace std::string_literals;

const std::string png = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\x90wS\xde\0\0\0\x0cIDATx\x9c\x63\xf8\xcf\xc0\0"
                        "\0\3\1\1\0\xc9\xfe\x92\xef"
                        "\0\0\0\0IEND\xae\x42\x60\x82"s;
const std::string gif = "GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\1\0\1\0\0\2\2\x44\1\0;"s;
const std::string jpeg = "\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xd9"s;
const std::string pdf = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
const std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>alert(1)</script></svg>";

/// Name, declared type and content are of one kind, or the file isn't taken.
class TestFileType : public QObject {
    Q_OBJECT

    static std::string checked(const std::string& extension, const std::string& declared, const std::string& content,
                               std::size_t piece = 1000)
    {
        auto check = FileTypeCheck::create(extension, declared);
        if (!check)
            return check.error().fields.at(0).rule;
        for (std::size_t at = 0; at < content.size(); at += piece)
            check->add(std::string_view(content).substr(at, piece));
        const auto done = check->finish();
        return done ? std::string(check->type().mediaType) : done.error().fields.at(0).rule;
    }

private Q_SLOTS:
    void kinds_data()
    {
        QTest::addColumn<std::string>("extension");
        QTest::addColumn<std::string>("declared");
        QTest::addColumn<std::string>("content");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* title, const std::string& extension, const std::string& declared,
                            const std::string& content, const std::string& expected) {
            QTest::newRow(title) << extension << declared << content << expected;
        };
        row("png", "png", "image/png", png, "image/png");
        row("gif", "gif", "image/gif", gif, "image/gif");
        row("jpeg", "jpg", "image/jpg", jpeg, "image/jpeg");
        row("pdf", "pdf", "", pdf, "application/pdf");
        row("text", "txt", "text/plain", "H\xc3\xa9llo\n", "text/plain");
        row("text with a byte order mark", "txt", "", "\xef\xbb\xbfhello", "text/plain");
        row("csv of Excel", "csv", "application/vnd.ms-excel", "a,b\n1,2\n", "text/csv");
        row("text as spreadsheets write it", "csv", "text/csv", "caf\xe9,au lait\r\n", "text/csv");
        row("a mail", "txt", "text/plain", "From: a@b.c\nTo: d@e.f\nSubject: g\n\nh\n", "text/plain");
        row("json", "json", "application/json", "{\"a\": 1}", "application/json");
        row("nothing declared", "png", "application/octet-stream", png, "image/png");
        row("text about markup", "md", "text/markdown", "Write `<b>` in a comment\n", "text/markdown");

        row("a sheet", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK\x03\x04",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        row("an empty zip", "zip", "application/zip", "PK\x05\x06" + std::string(18, '\0'), "application/zip");
        row("blanks", "txt", "text/plain", std::string(20'000, ' '), "text/plain");
        row("text behind blanks", "txt", "text/plain", std::string(20'000, '\n') + "hello", "text/plain");

        row("another declared", "png", "image/jpeg", png, "mediaType");
        row("a page declared", "txt", "text/html", "hello", "mediaType");
        row("nothing of that name", "html", "text/html", "hello", "extension");
        row("a drawing by its name", "svg", "image/svg+xml", svg, "extension");
        row("no extension", "", "text/plain", "hello", "extension");
        row("a picture of another kind", "png", "image/png", gif, "content");
        row("a drawing as a picture", "png", "image/png", svg, "content");
        row("a drawing as text", "txt", "text/plain", svg, "content");
        row("a drawing behind a byte order mark", "txt", "text/plain", "\xef\xbb\xbf" + svg, "content");
        row("a drawing behind blanks", "txt", "text/plain", std::string(300, ' ') + svg, "content");
        row("a drawing behind many blanks", "txt", "text/plain", std::string(20'000, ' ') + svg, "content");
        row("a drawing behind a byte order mark and many blanks", "txt", "text/plain",
            "\xef\xbb\xbf" + std::string(20'000, '\n') + svg, "content");
        row("a drawing behind its prolog", "txt", "text/plain", "<?xml version=\"1.0\"?>\n<!-- x -->" + svg, "content");
        row("entities", "txt", "text/plain", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "content");
        row("a packed drawing by its name", "svgz", "image/svg+xml", "\x1f\x8b\x08" + std::string(20, '\0'), "extension");
        row("entities in entities", "png", "image/png",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"&c;&c;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>" + svg,
            "content");
        row("a page in a drawing", "txt", "text/plain",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><foreignObject><body onload=\"x()\"/></foreignObject></svg>", "content");
        row("a page in a picture", "gif", "image/gif", "GIF89a/*<script>alert(1)</script>*/;", "content");
        row("a page in a pdf", "pdf", "application/pdf", "%PDF-1.4\n<html><body>x</body></html>\n%%EOF\n", "content");
        row("an archive behind a picture", "gif", "image/gif", gif + "PK\x05\x06" + std::string(18, '\0') + ";", "content");
        row("something behind a png", "png", "image/png", png + "more", "content");
        row("a picture that ends early", "png", "image/png", png.substr(0, 40), "content");
        row("a program as text", "txt", "text/plain",
            "\x7f"
            "ELF\2\1\1\0\0\0"s,
            "content");
        row("a NUL in text", "txt", "text/plain", "a\0b"s, "content");
        row("an empty zip as a document", "docx", "", "PK\x05\x06" + std::string(18, '\0'), "content");
        row("no tar", "tar", "", std::string(257, 'x') + "ustar\0"s + "00" + std::string(300, '\0'), "content");
        row("json that is no UTF-8", "json", "application/json", "[\"caf\xe9 au lait\"]", "content");
        row("json that ends in half a character", "json", "application/json", "\"caf\xc3", "content");
    }
    void kinds()
    {
        QFETCH(std::string, extension);
        QFETCH(std::string, declared);
        QFETCH(std::string, content);
        QFETCH(std::string, expected);
        QCOMPARE(checked(extension, declared, content), expected);
        QCOMPARE(checked(extension, declared, content, 1), expected);
    }
    void start_andEndAreKept_notMore()
    {
        auto check = FileTypeCheck::create("gif", "");
        QVERIFY(check.has_value());
        check->add(gif.substr(0, 13));
        for (int i = 0; i < 100; ++i)
            check->add(std::string(100'000, '\x01'));
        check->add(";");
        QVERIFY(check->finish().has_value());
    }
    void every_typeIsFoundByItsExtension()
    {
        QVERIFY(fileTypes().size() >= 10);
        for (const FileType& type : fileTypes())
            QVERIFY(findFileType(type.extension) == &type);
        for (const std::string_view never : {"svg", "html", "htm", "xml", "js", "php", "exe", "PNG", ""})
            QVERIFY(!findFileType(never));
    }
};

SALLYPORT_TEST(TestFileType)

} // namespace tst_file_type
#include "tst_file_type.moc"
