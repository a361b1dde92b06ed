#include "backend/records/upload/file_name.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_file_name {

using namespace sallyport;
using namespace sallyport::records;

/// What a client may call a file, and how it is called when it is given back.
class TestFileName : public QObject {
    Q_OBJECT

    /// `name|extension`, or the rule that refuses it.
    static std::string checked(std::string_view sent)
    {
        const auto name = checkFileName(sent);
        return name ? name->name + "|" + name->extension : name.error().fields.at(0).rule;
    }

private Q_SLOTS:
    void asvs_5_4_1_names_data()
    {
        QTest::addColumn<std::string>("sent");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* title, std::string_view sent, const char* expected) {
            QTest::newRow(title) << std::string(sent) << std::string(expected);
        };
        using namespace std::string_view_literals;
        row("plain", "report.pdf", "report.pdf|pdf");
        row("case", "Report.PDF", "Report.PDF|pdf");
        row("dots", "report.2026.final.pdf", "report.2026.final.pdf|pdf");
        row("a domain", "example.com.pdf", "example.com.pdf|pdf");
        row("none", "README", "README|");
        row("Cyrillic", "\xd0\xb8\xd0\xbc\xd1\x8f \xd1\x84.png", "\xd0\xb8\xd0\xbc\xd1\x8f \xd1\x84.png|png");
        row("beyond the first plane", "\xf0\xa0\x80\x80.png", "\xf0\xa0\x80\x80.png|png");
        row("quotes", "a\"b;c.png", "a\"b;c.png|png");
        row("decomposed", "e\xcc\x81.png", "\xc3\xa9.png|png");
        row("turned around", "\xe2\x80\xaegnp.exe", "gnp.exe|exe");
        row("line ends", "a\r\nX-Evil: 1.png", "a X-Evil_ 1.png|png");
        row("dots and blanks at the end", "x.png. .", "x.png|png");
        row("a stream of Windows", "x.png:y.txt", "x.png_y.txt|txt");
        row("an unknown extension", "x.\xef\xbd\x90\xef\xbd\x8e\xef\xbd\x87", "x.\xef\xbd\x90\xef\xbd\x8e\xef\xbd\x87|");
        row("a path", "../x.png", "path");
        row("a path of Windows", "..\\x.png", "path");
        row("an absolute path", "/etc/passwd", "path");
        row("a path in disguise", "..%2fx.png", "path");
        row("a NUL", "x.php\0.png"sv, "path");
        row("a NUL in disguise", "x.php%00.png", "path");
        row("empty", "", "minLength");
        row("dots only", "...", "minLength");
        row("nothing to be seen", "\xe2\x80\x8b", "minLength");
        row("no UTF-8", "\xff.png", "format");
        row("hidden", ".htaccess", "hidden");
        row("device", "CON", "reserved");
        row("device with an extension", "nul.txt", "reserved");
        row("device with a blank", "com1 .txt", "reserved");
        row("device with a superscript", "LPT\xc2\xb9.txt", "reserved");
        row("no device", "console.txt", "console.txt|txt");
        row("two extensions", "shell.php.jpg", "extension");
        row("two extensions, case", "x.pHp5.jpg", "extension");
        row("a drawing before", "x.svg.png", "extension");
        row("two extensions, as a server ends them", "a.asp;.png", "extension");
        row("two extensions, as a link ends them", "a.php%3f.png", "extension");
        row("a domain before text", "a.com.txt", "a.com.txt|txt");
    }
    void asvs_5_4_1_names()
    {
        QFETCH(std::string, sent);
        QFETCH(std::string, expected);
        QCOMPARE(checked(sent), expected);
    }
    void length_isCutBeforeTheExtension()
    {
        const auto name = checkFileName(std::string(300, 'a') + ".png");
        QVERIFY(name.has_value());
        QCOMPARE(name->name, std::string(251, 'a') + ".png");
        std::string wide;
        for (int i = 0; i < 200; ++i)
            wide += "\xc3\xa9";
        const auto letters = checkFileName(wide + ".png");
        QVERIFY(letters.has_value());
        QCOMPARE(letters->name.size(), std::size_t(254)); // no half letter
        QCOMPARE(letters->extension, std::string("png"));
    }
    void asvs_5_4_2_attachment()
    {
        QCOMPARE(attachmentOf("a b.png"), std::string("attachment; filename=\"a b.png\"; filename*=UTF-8''a%20b.png"));
        QCOMPARE(attachmentOf("a\"b;c%.png"),
                 std::string("attachment; filename=\"a_b_c_.png\"; filename*=UTF-8''a%22b%3Bc%25.png"));
        QCOMPARE(attachmentOf("\xf0\xa0\x80\x80\xc3\xa9.png"),
                 std::string("attachment; filename=\"__.png\"; filename*=UTF-8''%F0%A0%80%80%C3%A9.png"));
        const std::string broken = attachmentOf("a\r\nb\xff");
        QVERIFY(broken.find_first_of("\r\n\xff") == std::string::npos);
    }
};

SALLYPORT_TEST(TestFileName)

} // namespace tst_file_name
#include "tst_file_name.moc"
