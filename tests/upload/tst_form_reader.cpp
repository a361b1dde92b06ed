#include "backend/records/upload/file_name.h"
#include "backend/records/upload/form_reader.h"
#include "backend/records/upload/upload_form.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_form_reader {

using namespace sallyport;
using namespace sallyport::records;

/// Writes down what it is given.
class Written : public FormSink {
public:
    std::string text;
    Result<void> begin(const FormPart& part) override
    {
        text += "[" + part.name + "|" + (part.fileName ? *part.fileName : "-") + "|" + part.mediaType + "]";
        return {};
    }
    Result<void> content(std::string_view bytes) override
    {
        text += bytes;
        return {};
    }
    Result<void> end() override
    {
        text += ";";
        return {};
    }
};

std::string part(const std::string& head, const std::string& content, const std::string& boundary = "XX")
{
    return "--" + boundary + "\r\n" + head + "\r\n\r\n" + content + "\r\n";
}
const std::string fileHead =
    "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain; charset=utf-8";

Result<void> read(FormSink& sink, const std::string& body, std::size_t piece,
                  const std::string& type = "multipart/form-data; boundary=XX")
{
    SALLYPORT_ASSIGN(FormReader reader, FormReader::create(type, sink));
    for (std::size_t at = 0; at < body.size(); at += piece)
        SALLYPORT_TRY(reader.add(std::string_view(body).substr(at, piece)));
    return reader.finish();
}

/// multipart/form-data, in whatever pieces it comes.
class TestFormReader : public QObject {
    Q_OBJECT

    static std::string parts(const std::string& body, const std::string& type = "multipart/form-data; boundary=XX")
    {
        std::string first;
        for (const std::size_t piece : {std::size_t(1), std::size_t(2), std::size_t(3), std::size_t(7), std::size_t(100'000)}) {
            Written sink;
            const auto done = read(sink, body, piece, type);
            const std::string text = done ? sink.text : "refused: " + done.error().detail;
            if (!first.empty() && text != first)
                return "differs by piece: " + text + " and " + first;
            first = text;
        }
        return first;
    }
    static ErrorCode upload(const std::string& body, std::string& seen, std::uint64_t most = 1000)
    {
        UploadForm form(
            most,
            [&](const std::string& sent, const std::string& type) -> Result<void> {
                SALLYPORT_ASSIGN(const FileName name, checkFileName(sent));
                seen += name.name + "|" + type + "|";
                return {};
            },
            [&](std::string_view bytes) -> Result<void> {
                seen += bytes;
                return {};
            });
        auto done = read(form, body, 5);
        if (done)
            done = form.complete();
        if (done)
            seen += "|" + form.recordId();
        return done ? ErrorCode::Cancelled : done.error().code;
    }

private Q_SLOTS:
    void parts_comeAsTheyWereSent()
    {
        QCOMPARE(parts(part(fileHead, "hello") + "--XX--\r\n"), std::string("[file|a.txt|text/plain]hello;"));
        QCOMPARE(parts(part(fileHead, "hello") + "--XX--"), std::string("[file|a.txt|text/plain]hello;"));
        QCOMPARE(parts(part(fileHead, "") + "--XX--\r\n"), std::string("[file|a.txt|text/plain];"));
        QCOMPARE(
            parts(part("Content-Disposition: form-data; name=\"record_id\"", "1") + part(fileHead, "a\r\nb\r\n") + "--XX--\r\n"),
            std::string("[record_id|-|]1;[file|a.txt|text/plain]a\r\nb\r\n;"));
        // What only begins as a boundary is content.
        QCOMPARE(parts(part(fileHead, "a\r\n--X\r\n-XX\r\n\r\r\n--\r") + "--XX--\r\n"),
                 std::string("[file|a.txt|text/plain]a\r\n--X\r\n-XX\r\n\r\r\n--\r;"));
        QCOMPARE(parts(part(fileHead, "x", "a b'c") + "--a b'c--\r\n", "Multipart/Form-Data; boundary=\"a b'c\"; charset=utf-8"),
                 std::string("[file|a.txt|text/plain]x;"));
        QCOMPARE(parts(part(fileHead, std::string("\0\xff\r\n", 4)) + "--XX--\r\n"),
                 std::string("[file|a.txt|text/plain]") + std::string("\0\xff\r\n;", 5));
    }
    void names_data()
    {
        QTest::addColumn<std::string>("parameters");
        QTest::addColumn<std::string>("name");
        const auto row = [](const char* title, const char* parameters, const char* name) {
            QTest::newRow(title) << std::string(parameters) << std::string(name);
        };
        row("none", "", "-");
        row("empty", "; filename=\"\"", "");
        row("token", "; filename=a.txt", "a.txt");
        row("semicolon", "; filename=\"a;b.txt\"", "a;b.txt");
        row("quote of browsers", "; filename=\"a%22b.txt\"", "a\"b.txt");
        row("quote of others", "; filename=\"a\\\"b.txt\"", "a\"b.txt");
        row("backslash", "; filename=\"C:\\dir\\a.txt\"", "C:\\dir\\a.txt");
        row("line ends", "; filename=\"a%0D%0Ab.txt\"", "a\r\nb.txt");
        row("letters", "; filename=\"\xd0\xb8.png\"", "\xd0\xb8.png");
        row("extended", "; filename*=UTF-8''na%C3%AFve.txt", "na\xc3\xafve.txt");
        row("both", "; filename=\"x\"; filename*=utf-8'en'na%C3%AFve.txt", "na\xc3\xafve.txt");
        row("extended with line ends", "; filename*=UTF-8''a%0d%0aX-Evil%3A%201.txt", "a\r\nX-Evil: 1.txt");
    }
    void names()
    {
        QFETCH(std::string, parameters);
        QFETCH(std::string, name);
        QCOMPARE(parts(part("Content-Disposition: form-data; name=\"file\"" + parameters, "x") + "--XX--\r\n"),
                 "[file|" + name + "|]x;");
    }
    void refused_data()
    {
        QTest::addColumn<std::string>("body");
        const auto row = [](const char* title, const std::string& body) { QTest::newRow(title) << body; };
        const std::string good = part(fileHead, "x");
        row("nothing", "");
        row("no last boundary", good);
        row("cut in the content", good.substr(0, good.size() - 2));
        row("something before", "hello\r\n" + good + "--XX--\r\n");
        row("something behind", good + "--XX--\r\nhello");
        row("another boundary", part(fileHead, "x", "XY") + "--XY--\r\n");
        row("a boundary with more", good + "--XXY\r\n");
        row("no disposition", part("Content-Type: text/plain", "x") + "--XX--\r\n");
        row("an attachment", part("Content-Disposition: attachment; name=\"file\"", "x") + "--XX--\r\n");
        row("no name", part("Content-Disposition: form-data; filename=\"a\"", "x") + "--XX--\r\n");
        row("two dispositions", part(fileHead + "\r\nContent-Disposition: form-data; name=\"b\"", "x") + "--XX--\r\n");
        row("a name twice", part("Content-Disposition: form-data; name=\"a\"; name=\"b\"", "x") + "--XX--\r\n");
        row("an open quote", part("Content-Disposition: form-data; name=\"a", "x") + "--XX--\r\n");
        row("parts in parts",
            part("Content-Disposition: form-data; name=\"a\"\r\nContent-Type: multipart/mixed; boundary=y", "x") + "--XX--\r\n");
        row("an encoding", part(fileHead + "\r\nContent-Transfer-Encoding: base64", "eA==") + "--XX--\r\n");
        row("a folded line", part("Content-Disposition: form-data;\r\n name=\"a\"", "x") + "--XX--\r\n");
        row("a bare line end", part("Content-Disposition: form-data; name=\"a\nb\"", "x") + "--XX--\r\n");
        row("a NUL", part(std::string("Content-Disposition: form-data; name=\"a\0\"", 40), "x") + "--XX--\r\n");
        row("another character set",
            part("Content-Disposition: form-data; name=\"a\"; filename*=latin1''%e9", "x") + "--XX--\r\n");
        row("no UTF-8", part("Content-Disposition: form-data; name=\"a\"; filename*=UTF-8''%e9", "x") + "--XX--\r\n");
        row("a long head", part(fileHead + "\r\nX: " + std::string(maxPartHead, 'x'), "x") + "--XX--\r\n");
    }
    void refused()
    {
        QFETCH(std::string, body);
        const std::string text = parts(body);
        QVERIFY2(text.compare(0, 8, "refused:") == 0, text.c_str());
    }
    void bounds_parts()
    {
        std::string body;
        for (std::size_t i = 0; i < maxFormParts; ++i)
            body += part("Content-Disposition: form-data; name=\"a\"", "");
        Written sink;
        QVERIFY(read(sink, body + "--XX--\r\n", 1000).has_value());
        QCOMPARE(read(sink, body + part("Content-Disposition: form-data; name=\"a\"", "") + "--XX--\r\n", 1000).error().code,
                 ErrorCode::LimitReached);
    }
    void types()
    {
        Written sink;
        QCOMPARE(FormReader::create("application/json", sink).error().code, ErrorCode::UnsupportedMediaType);
        QCOMPARE(FormReader::create("multipart/mixed; boundary=x", sink).error().code, ErrorCode::UnsupportedMediaType);
        for (const std::string& type :
             {std::string("multipart/form-data"), std::string("multipart/form-data; boundary="),
              std::string("multipart/form-data; boundary=\"\""), "multipart/form-data; boundary=" + std::string(71, 'x'),
              std::string("multipart/form-data; boundary=\"a\r\n\""), std::string("multipart/form-data; boundary=\"a \"")})
            QCOMPARE(FormReader::create(type, sink).error().code, ErrorCode::BadRequest);
        QCOMPARE(FormReader::create("multipart/form-data; boundary=a; boundary=b", sink).error().code, ErrorCode::BadRequest);
    }

    void uploads_haveOneFile()
    {
        const std::string record = part("Content-Disposition: form-data; name=\"record_id\"", "01ARZ3NDEKTSV4RRFFQ69G5FAV");
        const std::string last = "--XX--\r\n";
        std::string seen;
        QCOMPARE(upload(part(fileHead, "hello") + last, seen), ErrorCode::Cancelled);
        QCOMPARE(seen, std::string("a.txt|text/plain|hello|"));
        seen.clear();
        QCOMPARE(upload(part(fileHead, "hello") + record + last, seen), ErrorCode::Cancelled);
        QCOMPARE(seen, std::string("a.txt|text/plain|hello|01ARZ3NDEKTSV4RRFFQ69G5FAV"));
        const std::string bare = "Content-Disposition: form-data; name=\"file\"";
        for (const std::string& body :
             {last, record + last, part(fileHead, "") + last, part(bare, "x") + last, part(bare + "; filename=\"\"", "x") + last,
              part(fileHead, "a") + part(fileHead, "b") + last, record + record + part(fileHead, "a") + last,
              part("Content-Disposition: form-data; name=\"other\"", "x") + part(fileHead, "a") + last,
              part("Content-Disposition: form-data; name=\"record_id\"", "x") + part(fileHead, "a") + last})
            QVERIFY2(upload(body, seen) == ErrorCode::InvalidArgument || body == last, body.c_str());
        QCOMPARE(upload(last, seen), ErrorCode::InvalidArgument); // a form without any part
    }
    void uploads_endAtTheirSize()
    {
        std::string seen;
        QCOMPARE(upload(part(fileHead, std::string(1000, 'x')) + "--XX--\r\n", seen), ErrorCode::Cancelled);
        QCOMPARE(upload(part(fileHead, std::string(1001, 'x')) + "--XX--\r\n", seen), ErrorCode::PayloadTooLarge);
    }
};

SALLYPORT_TEST(TestFormReader)

} // namespace tst_form_reader
#include "tst_form_reader.moc"
