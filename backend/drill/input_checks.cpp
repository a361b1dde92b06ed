// What is sent: injections by class, documents that break rules, files that aren't what they say.
#include "backend/drill/check.h"

#include "backend/drill/payloads.h"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <array>

namespace sallyport::drill {
namespace {

std::string percent(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0) {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
    return out;
}

/// Each from an address of its own, so that a ban for one says nothing about the next.
void injections(Scene& scene)
{
    const Headers editor = scene.bearer(scene.sandbox().editor());
    unsigned host = 0;
    for (const Payload& payload : payloads()) {
        AttackClient client = scene.from(++host);
        const std::string what = std::string(payload.attackClass) + " in a query";
        scene.expect(client.send("GET", "/api/data?q=" + percent(payload.text), editor), {400, 403}, what);
        const std::string body = boost::json::serialize(boost::json::value{{"content", payload.text}});
        scene.expect(client.sendJson("POST", "/api/comments", editor, body), {400, 403},
                     std::string(payload.attackClass) + " in a comment");
    }
}

/// The guide's own test: a query with a quote never ends in an error of the database.
void queriesStayQueries(Scene& scene)
{
    const Headers administrator = scene.bearer(scene.sandbox().administrator());
    unsigned host = 0;
    for (const std::string_view text :
         {"'; DROP TABLE users; --", "' OR '1'='1", "\\", "%", "_", "'", "\"", "1); SELECT 1; --"}) {
        AttackClient client = scene.from(++host);
        const Answer answer = client.send("GET", "/api/users?q=" + percent(text), administrator);
        scene.count(answer.status != 0 && answer.status < 500, "an error of the server");
    }
    AttackClient client = scene.from(++host);
    scene.expect(client.send("GET", "/api/users?limit=1", administrator), {200}, "the users are gone");
}

/// Whatever is stored comes back harmless, blocked or not.
void storedScripts(Scene& scene)
{
    const Headers editor = scene.bearer(scene.sandbox().editor());
    unsigned host = 0;
    for (const std::string_view text :
         {R"(<script>alert("xss")</script>)", R"(<img src=x onerror=alert(1)>)", R"html(<a href="javascript:alert(1)">x</a>)html",
          R"(<svg><script>alert(1)</script></svg>)", R"html(<iframe srcdoc="<script>alert(1)</script>"></iframe>)html"}) {
        AttackClient client = scene.from(++host);
        const Answer answer =
            client.sendJson("POST", "/api/comments", editor, boost::json::serialize(boost::json::value{{"content", text}}));
        const std::string kept = answer.text("/data/content");
        const bool harmless = kept.find("<script") == kept.npos && kept.find("onerror") == kept.npos &&
                              kept.find("javascript:") == kept.npos && kept.find("<iframe") == kept.npos;
        scene.count(answer.status == 403 || answer.status == 400 || (answer.status == 201 && harmless), "a script was kept");
    }
}

void brokenDocuments(Scene& scene)
{
    AttackClient client = scene.from(1);
    const Headers editor = scene.bearer(scene.sandbox().editor());
    const std::string deep = R"({"title": )" + std::string(2000, '[') + std::string(2000, ']') + "}";
    for (const std::string& body :
         {std::string(R"({"title": "A", "title": "B"})"), deep, std::string(R"({"title": 7})"), std::string(R"({"title": )"),
          std::string("{\"title\": \"\xff\xfe\"}"), std::string(R"({"title": "\ud800"})"), std::string(R"([])")})
        scene.expect(client.sendJson("POST", "/api/data", editor, body), {400, 403, 413}, "a broken document");
    scene.expect(client.send("GET", "/api/data?limit=1&limit=200", editor), {400, 403}, "one parameter twice");
    scene.expect(client.send("GET", "/api/data?limit=1000000", editor), {400}, "a limit beyond the limit");
    Headers form = editor;
    form.emplace_back("Content-Type", "text/plain");
    scene.expect(client.send("POST", "/api/data", form, R"({"title": "A"})"), {400, 403, 415}, "a document of another type");
}

std::string form(std::string_view fileName, std::string_view type, std::string_view content)
{
    std::string body;
    body.append("--drill\r\nContent-Disposition: form-data; name=\"file\"; filename=\"").append(fileName);
    body.append("\"\r\nContent-Type: ").append(type).append("\r\n\r\n").append(content).append("\r\n--drill--\r\n");
    return body;
}

void uploads(Scene& scene)
{
    Headers editor = scene.bearer(scene.sandbox().editor());
    editor.emplace_back("Content-Type", "multipart/form-data; boundary=drill");
    struct Upload {
        std::string_view name, type, content;
    };
    using namespace std::string_view_literals;
    unsigned host = 0;
    for (const Upload& upload :
         {Upload{"../../etc/cron.d/x", "text/plain", "x"}, Upload{"invoice.pdf.exe", "application/pdf", "MZ\x90\x00"sv},
          Upload{"photo.png", "image/png", "MZ\x90\x00\x03\x00\x00\x00 This program cannot be run in DOS mode"sv},
          Upload{"page.png", "image/png", "<html><script>alert(1)</script></html>"}, Upload{"con.txt", "text/plain", "x"},
          Upload{"shell.php", "text/plain", "<?php system($_GET['c']); ?>"},
          Upload{".htaccess", "text/plain", "AddType x .png"}}) {
        AttackClient client = scene.from(++host);
        scene.expect(client.send("POST", "/api/upload", editor, form(upload.name, upload.type, upload.content)),
                     {400, 403, 413, 415, 422, 429}, upload.name);
    }
}

constexpr auto inputTable = std::to_array<Check>({
    {"injections", "input", "Injections, seventeen classes", "detection.mode", false, injections},
    {"queries", "input", "Queries that try to be more", "", false, queriesStayQueries},
    {"stored_scripts", "input", "Scripts in comments", "", false, storedScripts},
    {"broken_documents", "input", "Documents that break the rules", "", false, brokenDocuments},
    {"uploads", "input", "Files that aren't what they say", "files.types", false, uploads},
});

} // namespace

std::span<const Check> inputChecks() noexcept
{
    return inputTable;
}

} // namespace sallyport::drill
