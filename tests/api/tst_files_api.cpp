#include "backend/records/files.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QFile>
#include <QTest>

#include <filesystem>
#include <fstream>

namespace tst_files_api {

using namespace sallyport;
using namespace sallyport::test;
using namespace std::string_literals;
namespace json = boost::json;
namespace fs = std::filesystem;

namespace {

const std::string boundary = "----four5six";
const std::string formType = "multipart/form-data; boundary=" + boundary;

/// One pixel.
const std::string png = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\x90wS\xde\0\0\0\x0cIDATx\x9c\x63\xf8\xcf\xc0\0"
                        "\0\3\1\1\0\xc9\xfe\x92\xef\0\0\0\0IEND\xae\x42\x60\x82"s;

std::string partOf(const std::string& disposition, const std::string& content, const std::string& type = {})
{
    return "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition +
           (type.empty() ? "" : "\r\nContent-Type: " + type) + "\r\n\r\n" + content + "\r\n";
}
std::string filePart(const std::string& name, const std::string& content, const std::string& type = {})
{
    return partOf("name=\"file\"; filename=\"" + name + "\"", content, type);
}
const std::string formEnd = "--" + boundary + "--\r\n";

/// Kilobytes of memory that this process, the server in it, has had at most.
long peakKib()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLong();
    }
    return 0;
}

} // namespace

/// /api/upload and /api/files over real HTTPS.
class FilesApiTest final : public QObject {
    Q_OBJECT

    Reply send(const char* method, const std::string& path, const std::string& token, const json::value& body = nullptr,
               Headers more = {})
    {
        HttpsClient client(server.port());
        if (!token.empty())
            more.emplace_back("Authorization", "Bearer " + token);
        if (body.is_null())
            return client.send(method, path, more);
        return client.send(method, path, TestServer::jsonAnd(more), json::serialize(body));
    }
    Reply post(const std::string& form, const std::string& token, const std::string& type = formType)
    {
        HttpsClient client(server.port());
        Headers headers = token.empty() ? Headers() : TestServer::bearer(token);
        headers.emplace_back("Content-Type", type);
        return client.send("POST", "/api/upload", headers, form);
    }
    Reply upload(const std::string& name, const std::string& content, const std::string& type = {},
                 const std::string& record = {})
    {
        return post(filePart(name, content, type) + (record.empty() ? "" : partOf("name=\"record_id\"", record)) + formEnd,
                    editor);
    }
    std::string addRecord(json::object record) { return send("POST", "/api/data", admin, record).text("/data/id"); }
    int total(const std::string& query = {})
    {
        return send("GET", "/api/files" + query, admin).json().at("page").at("total").to_number<int>();
    }
    fs::path folder() const { return fs::path(server.directory()) / "files"; }
    /// Files on the disk, whole and on their way.
    int onDisk() const
    {
        int count = 0;
        std::error_code none;
        for (const auto& entry : fs::recursive_directory_iterator(folder(), none))
            count += entry.is_regular_file(none) ? 1 : 0;
        return count;
    }

    void signIn()
    {
        admin = server.adminToken();
        viewer = server.tokenOf("vi@sallyport.example");
        editor = server.tokenOf("ed@sallyport.example");
    }

private Q_SLOTS:
    void initTestCase()
    {
        server.addUser("vi@sallyport.example", "viewer");
        server.addUser("ed@sallyport.example", "editor");
        signIn();
    }
    void cleanup() { QCOMPARE(onDisk(), total()); }

    void file_isUploadedListedDownloadedAndDeleted()
    {
        const std::string record = addRecord({{"title", "Summary"}});
        const Reply made = upload("Report \xc3\xbc.png", png, "image/png", record);
        QCOMPARE(made.status, 201);
        const std::string path = "/api/files/" + made.text("/data/id");
        QCOMPARE(made.header("Location"), path);
        QCOMPARE(made.text("/data/media_type"), "image/png"s);
        QCOMPARE(made.text("/data/record_id"), record);
        QCOMPARE(made.json().at("data").at("size").to_number<std::size_t>(), png.size());
        const Reply list = send("GET", "/api/files?record_id=" + record, viewer);
        QCOMPARE(list.json().at("page").at("total").to_number<int>(), 1);
        QCOMPARE(list.text("/data/0/name"), "Report \xc3\xbc.png"s);
        const Reply got = send("GET", path, viewer);
        QCOMPARE(got.status, 200);
        QVERIFY(got.body == png);
        QCOMPARE(got.header("Content-Type"), "image/png"s);
        QCOMPARE(got.header("X-Content-Type-Options"), "nosniff"s);
        QCOMPARE(got.header("Content-Disposition"),
                 "attachment; filename=\"Report _.png\"; filename*=UTF-8''Report%20%C3%BC.png"s);
        QVERIFY(got.header("Content-Security-Policy").find("sandbox") != std::string::npos);
        QCOMPARE(got.header("Cache-Control"), "no-store"s);
        QCOMPARE(server.events("file.downloaded").size(), std::size_t{1});
        QCOMPARE(server.events("file.downloaded")[0].object.id, made.text("/data/id"));
        const Reply head = send("HEAD", path, viewer);
        QCOMPARE(head.status, 200);
        QVERIFY(head.header("Content-Length").empty()); // it isn't empty
        QCOMPARE(head.header("ETag"), '"' + made.text("/data/sha256") + '"');
        QCOMPARE(server.events("file.downloaded").size(), std::size_t{1}); // nothing was
        QCOMPARE(send("DELETE", path, editor).text("/required"), "files:delete"s);
        QCOMPARE(send("DELETE", path, admin).status, 204);
        QCOMPARE(send("GET", path, viewer).status, 404);
        QCOMPARE(post(filePart("a.txt", "a") + formEnd, viewer).text("/required"), "files:create"s);
        QCOMPARE(post(filePart("a.txt", "a") + formEnd, {}).status, 401);
    }

    void asvs_5_2_2_whatIsRefused_isToldByRule_andLeavesNothing_data()
    {
        QTest::addColumn<std::string>("form");
        QTest::addColumn<std::string>("answer");
        const auto row = [](const char* what, std::string form, std::string answer) {
            QTest::newRow(what) << std::move(form) << std::move(answer);
        };
        row("asvs_5_3_2_a path", filePart("../../etc/passwd.txt", "x") + formEnd, "400 file path");
        row("a path of Windows", filePart("..\\\\..\\\\boot.txt", "x") + formEnd, "400 file path");
        row("asvs_5_4_1_a NUL", partOf("name=\"file\"; filename*=UTF-8''a.png%00.txt", "x") + formEnd, "400 file path");
        row("a device", filePart("con.txt", "x") + formEnd, "400 file reserved");
        row("hidden", filePart(".env.txt", "x") + formEnd, "400 file hidden");
        row("two extensions", filePart("shell.php.jpg", "x") + formEnd, "400 file extension");
        row("a page", filePart("a.html", "<p>") + formEnd, "400 file extension");
        row("asvs_1_3_4_a drawing", filePart("a.svg", "<svg/>") + formEnd, "400 file extension");
        row("another declared", filePart("a.png", png, "text/html") + formEnd, "400 file mediaType");
        row("a page as a picture", filePart("a.png", "<script>alert(1)</script>", "image/png") + formEnd, "400 file content");
        row("a picture and an archive", filePart("a.png", png + "PK\x03\x04", "image/png") + formEnd, "400 file content");
        row("no archive", filePart("a.zip", "PK\x03\x04zip") + formEnd, "400 file archive");
        row("empty", filePart("a.txt", "") + formEnd, "400 file minLength");
        row("no file", partOf("name=\"record_id\"", "01ARZ3NDEKTSV4RRFFQ69G5FAV") + formEnd, "400 file required");
        row("two files", filePart("a.txt", "a") + filePart("b.txt", "b") + formEnd, "400 file maxItems");
        row("an unknown part", filePart("a.txt", "a") + partOf("name=\"owner\"", "x") + formEnd, "400  additionalProperties");
        row("no id", filePart("a.txt", "a") + partOf("name=\"record_id\"", "../x") + formEnd, "400 record_id format");
        row("no such record", filePart("a.txt", "a") + partOf("name=\"record_id\"", "01ARZ3NDEKTSV4RRFFQ69G5FAV") + formEnd,
            "404  ");
        row("no such record, told first",
            partOf("name=\"record_id\"", "01ARZ3NDEKTSV4RRFFQ69G5FAV") + filePart("a.txt", "a") + formEnd, "404  ");
        row("no end", filePart("a.txt", "a"), "400  ");
        row("no form", "hello", "400  ");
        row("nothing", "", "400  ");
    }
    void asvs_5_2_2_whatIsRefused_isToldByRule_andLeavesNothing()
    {
        QFETCH(std::string, form);
        QFETCH(std::string, answer);
        const int before = onDisk();
        const std::size_t events = server.events("file.refused").size();
        const Reply reply = post(form, editor);
        QCOMPARE(std::to_string(reply.status) + " " + reply.text("/details/0/field") + " " + reply.text("/details/0/rule"),
                 answer);
        QCOMPARE(onDisk(), before);
        const std::string rule = reply.text("/details/0/rule");
        const bool telling =
            reply.text("/details/0/field") == "file" && rule != "minLength" && rule != "required" && rule != "maxItems";
        QCOMPARE(server.events("file.refused").size(), events + (telling ? 1 : 0));
    }

    void otherBodies_areRefused()
    {
        QCOMPARE(post("{}", editor, "application/json").status, 415);
        QCOMPARE(post("a=b", editor, "application/x-www-form-urlencoded").status, 415);
        QCOMPARE(post(filePart("a.txt", "a") + formEnd, editor, "multipart/form-data").status, 400);
        QCOMPARE(post(filePart("a.txt", "a") + formEnd, editor, "multipart/mixed; boundary=" + boundary).status, 415);
        HttpsClient client(server.port());
        Headers headers = TestServer::bearer(editor);
        headers.emplace_back("Content-Type", formType);
        headers.emplace_back("Content-Encoding", "gzip");
        QCOMPARE(client.send("POST", "/api/upload", headers, "x").status, 415);
        QCOMPARE(send("GET", "/api/files?record=x", editor).status, 400);
        QCOMPARE(send("GET", "/api/files?sort=sha256", editor).status, 400);
    }

    void ranges_areServed()
    {
        std::string text;
        for (int i = 0; i < 20'000; ++i)
            text += std::to_string(i) + " ";
        const Reply made = upload("numbers.txt", text);
        const std::string path = "/api/files/" + made.text("/data/id");
        const auto part = [&](const std::string& range, const std::string& ifRange = {}) {
            Headers headers{{"Range", range}};
            if (!ifRange.empty())
                headers.emplace_back("If-Range", ifRange);
            return send("GET", path, viewer, nullptr, headers);
        };
        const std::string size = std::to_string(text.size());
        const Reply middle = part("bytes=65530-65549");
        QCOMPARE(middle.status, 206);
        QCOMPARE(middle.body, text.substr(65'530, 20));
        QCOMPARE(middle.header("Content-Range"), "bytes 65530-65549/" + size);
        QCOMPARE(part("bytes=-7").body, text.substr(text.size() - 7));
        QCOMPARE(part("bytes=100-").body, text.substr(100));
        const Reply beyond = part("bytes=" + size + "-");
        QCOMPARE(beyond.status, 416);
        QCOMPARE(beyond.text("/code"), "range_not_satisfiable"s);
        QCOMPARE(beyond.header("Content-Range"), "bytes */" + size);
        QCOMPARE(part("bytes=0-1,5-6").status, 200); // several are answered with the whole
        QCOMPARE(part("lines=1-2").status, 200);
        const std::string tag = '"' + made.text("/data/sha256") + '"';
        QCOMPARE(part("bytes=0-1", tag).status, 206);
        QCOMPARE(part("bytes=0-1", "\"another\"").status, 200);
    }

    void conditions_areAsked()
    {
        const Reply made = upload("a.txt", "hello");
        const std::string path = "/api/files/" + made.text("/data/id"), tag = '"' + made.text("/data/sha256") + '"';
        const std::size_t before = server.events("file.downloaded").size();
        const auto ask = [&](const char* method, const Headers& headers) {
            const Reply reply = send(method, path, viewer, nullptr, headers);
            if (reply.header("ETag") != tag)
                return -reply.status;
            return reply.body.empty() == (reply.status == 304 || std::string(method) == "HEAD") ? reply.status : -1;
        };
        for (const char* method : {"GET", "HEAD"}) {
            QCOMPARE(ask(method, {{"If-None-Match", tag}}), 304);
            QCOMPARE(ask(method, {{"If-None-Match", "\"a,b\", W/" + tag}}), 304);
            QCOMPARE(ask(method, {{"If-None-Match", "\"x\""}, {"If-None-Match", tag}}), 304);
            QCOMPARE(ask(method, {{"If-None-Match", " * "}}), 304);
            QCOMPARE(ask(method, {{"If-None-Match", tag}, {"Range", "bytes=0-1"}}), 304);
            QCOMPARE(ask(method, {{"If-Match", "\"x\""}}), 412);
            QCOMPARE(ask(method, {{"If-Match", "W/" + tag}}), 412); // strong
            QCOMPARE(ask(method, {{"If-Match", "\"x\", \"y\""}, {"If-None-Match", tag}}), 412);
            QCOMPARE(ask(method, {{"If-Match", tag.substr(1, 20)}, {"Range", "bytes=99-"}}), 412);
            QCOMPARE(ask(method, {{"If-Match", tag}, {"If-None-Match", tag}}), 304);
        }
        QCOMPARE(server.events("file.downloaded").size(), before); // none of them is a download
        QCOMPARE(ask("GET", {{"If-Match", "\"x\", " + tag}, {"If-None-Match", "\"x\""}}), 200);
        QCOMPARE(ask("GET", {{"If-Match", "*"}, {"Range", "bytes=0-1"}}), 206);
        QCOMPARE(ask("HEAD", {{"If-None-Match", tag.substr(1)}}), 200); // no tag
        for (const char* range : {"bytes=0-1", "bytes=99-", "bytes=-0"})
            QCOMPARE(ask("HEAD", {{"Range", range}}), 200); // RFC 9110 §14.2: of GET alone
        QCOMPARE(send("GET", path, viewer, nullptr, {{"If-Match", "\"x\""}}).text("/code"), "precondition_failed"s);
        QCOMPARE(send("GET", "/api/files/01ARZ3NDEKTSV4RRFFQ69G5FAV", viewer, nullptr, {{"If-None-Match", "*"}}).status, 404);
        QCOMPARE(send("GET", path, {}, nullptr, {{"If-Match", "\"x\""}}).status, 401);
    }

    void broken_atEveryStage_leavesNothing()
    {
        const std::string form = filePart("a.txt", std::string(300'000, 'a')) + formEnd;
        const int before = onDisk();
        const std::string head = "POST /api/upload HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + editor +
                                 "\r\nContent-Type: " + formType + "\r\nContent-Length: " + std::to_string(form.size()) +
                                 "\r\n\r\n";
        // Before the form, in a head, at the file's begin, in its middle, before its end and before the form's.
        for (const std::size_t sent :
             {std::size_t{0}, std::size_t{30}, std::size_t{120}, std::size_t{150'000}, form.size() - 30, form.size() - 1}) {
            HttpsClient client(server.port());
            QVERIFY(client.write(head + form.substr(0, sent)));
            if (sent == 150'000)
                QTRY_COMPARE(onDisk(), before + 1); // it is on its way
            client.leave();
            QTRY_COMPARE(onDisk(), before);
        }
        const int files = total();
        HttpsClient client(server.port());
        QVERIFY(client.write(head + form));
        QCOMPARE(client.readReply().status, 201);
        QCOMPARE(total(), files + 1);
    }

    void vaultThatOpens_sweepsWhatACrashHasLeft()
    {
        const std::string kept = upload("kept.txt", "kept").text("/data/id");
        std::ofstream(folder() / "01ARZ3NDEKTSV4RRFFQ69G5FAV") << "a file without a row";
        std::ofstream(folder() / "incoming" / "01ARZ3NDEKTSV4RRFFQ69G5FAW") << "an upload that was killed";
        server.stop();
        server.start();
        signIn(); // tokens name the port at which they were made
        QCOMPARE(onDisk(), total());
        QCOMPARE(send("GET", "/api/files/" + kept, viewer).body, "kept"s);
    }

    void ofAHiddenRecord_isAsIfItWereNotThere()
    {
        const std::string open = addRecord({{"title", "open"}, {"department", "Cardiology"}});
        const std::string hidden = addRecord({{"title", "hidden"}, {"department", "Radiology"}});
        const std::string onHidden = upload("hidden.txt", "a", {}, hidden).text("/data/id");
        const std::string onOpen = upload("open.txt", "a", {}, open).text("/data/id");
        const auto policy = [&](const char* name, const char* action, const char* resource, const char* condition) {
            return send("POST", "/api/policies", admin,
                        {{"name", name},
                         {"effect", "allow"},
                         {"actions", {action}},
                         {"resources", {resource}},
                         {"condition", condition},
                         {"state", "enforce"}})
                .text("/data/id");
        };
        const std::string about = policy("records", "records:read", "record",
                                         "!has(resource.department) || resource.department != 'Radiology' || "
                                         "'admin' in subject.roles");
        QVERIFY(!about.empty());
        for (const char* method : {"GET", "HEAD"})
            QCOMPARE(send(method, "/api/files/" + onHidden, viewer).status, 404);
        QCOMPARE(send("GET", "/api/files?record_id=" + hidden, viewer).status, 404);
        QCOMPARE(upload("more.txt", "a", {}, hidden).status, 404);
        QCOMPARE(send("GET", "/api/files?q=hidden", viewer).json().at("page").at("total").to_number<int>(), 0);
        QCOMPARE(send("GET", "/api/files?q=open", viewer).json().at("page").at("total").to_number<int>(), 1);
        QCOMPARE(send("GET", "/api/files/" + onHidden, admin).status, 200);
        const std::string uploads = policy("uploads", "files:create", "file", "resource.department == 'Cardiology'");
        QCOMPARE(upload("more.txt", "a", {}, open).status, 201);
        const Reply refused = upload("more.txt", "a");
        QCOMPARE(refused.status, 403);
        QVERIFY(!refused.text("/decision_id").empty());
        const std::string reads = policy("reads", "files:read", "file", "has(resource.department) && resource.department == 'x'");
        QCOMPARE(send("GET", "/api/files/" + onOpen, viewer).status, 404);
        for (const std::string& id : {about, uploads, reads})
            QCOMPARE(send("DELETE", "/api/policies/" + id, admin).status, 204);
    }

    void record_takesItsFilesWithIt()
    {
        const std::string record = addRecord({{"title", "short-lived"}});
        const int before = onDisk();
        const Reply made = upload("a.txt", "a", {}, record);
        QCOMPARE(onDisk(), before + 1);
        QCOMPARE(send("DELETE", "/api/data/" + record, admin).status, 204);
        QCOMPARE(send("GET", "/api/files/" + made.text("/data/id"), admin).status, 404);
        QCOMPARE(onDisk(), before);
    }

    void limits_areThoseOfTheSettings()
    {
        server.set("files.max_size", "1");
        const std::string tooLarge = filePart("a.txt", std::string(1024 * 1024 + 1, 'a')) + formEnd;
        QCOMPARE(post(tooLarge, editor).status, 413);
        HttpsClient client(server.port()); // announced to be larger than anything: refused before it is sent
        QVERIFY(client.write("POST /api/upload HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + editor +
                             "\r\nContent-Type: " + formType + "\r\nContent-Length: 3000000\r\n\r\n"));
        QCOMPARE(client.readReply().status, 413);
        server.set("files.max_size", "100");
        server.set("files.per_record", "1");
        const std::string record = addRecord({{"title", "full"}});
        QCOMPARE(upload("a.txt", "a", {}, record).status, 201);
        const Reply second = upload("b.txt", "b", {}, record);
        QCOMPARE(second.status, 409);
        QCOMPARE(second.text("/code"), "limit_reached"s);
        server.set("files.per_record", "100");
        server.addUser("new@sallyport.example", "editor");
        const std::string fresh = server.tokenOf("new@sallyport.example");
        server.set("rate_limits.file_upload", "1/3600");
        const Reply first = post(filePart("a.txt", "a") + formEnd, fresh), third = post(filePart("a.txt", "a") + formEnd, fresh);
        server.set("rate_limits.file_upload", "1000000/3600");
        QCOMPARE(first.status, 201);
        QCOMPARE(third.status, 429);
        QVERIFY(!third.header("Retry-After").empty());
    }

    void asvs_5_2_1_aLargeFile_comesAndGoesInConstantMemory()
    {
        constexpr std::size_t pieces = 24 * 16, pieceSize = 64 * 1024; // 24 MiB
        std::string piece;
        while (piece.size() < pieceSize)
            piece += "line " + std::to_string(piece.size()) + "\n";
        piece.resize(pieceSize, '\n');
        std::string begin = filePart("large.txt", "");
        begin.resize(begin.size() - 2); // the content is still to come
        const std::string end = "\r\n" + formEnd;
        const long before = peakKib();
        HttpsClient client(server.port());
        QVERIFY(client.write(
            "POST /api/upload HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + editor + "\r\nContent-Type: " + formType +
            "\r\nContent-Length: " + std::to_string(begin.size() + pieces * pieceSize + end.size()) + "\r\n\r\n" + begin));
        for (std::size_t i = 0; i < pieces; ++i)
            QVERIFY(client.write(piece));
        QVERIFY(client.write(end));
        const Reply made = client.readReply();
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json().at("data").at("size").to_number<std::size_t>(), pieces * pieceSize);
        const auto opened = server.services().files.open(TestServer::system(), records::FileId(made.text("/data/id")));
        QVERIFY(opened);
        std::size_t read = 0;
        QVERIFY(opened->range(0, opened->file.size, [&](std::span<const std::byte> some) -> Result<void> {
            read += some.size();
            return {};
        }));
        QCOMPARE(read, pieces * pieceSize);
        const long grown = peakKib() - before;
        QVERIFY2(grown < 10 * 1024, std::to_string(grown).c_str());
        const Reply got = send("GET", "/api/files/" + made.text("/data/id"), viewer);
        QCOMPARE(got.body.size(), pieces * pieceSize);
        for (std::size_t i = 0; i < pieces; ++i)
            QVERIFY(std::string_view(got.body).substr(i * pieceSize, pieceSize) == piece);
    }

private:
    TestServer server;
    std::string admin, viewer, editor;
};

SALLYPORT_GUILESS_TEST(FilesApiTest)

} // namespace tst_files_api
#include "tst_files_api.moc"
