// How it is sent: TLS, requests that two servers would read differently, heads that never end, foreign pages.
#include "backend/drill/check.h"

#include <array>

namespace sallyport::drill {
namespace {

void plainText(Scene& scene)
{
    AttackClient client = scene.from(1);
    const bool open = client.openPlain() && client.write("GET /api/protected HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const Answer answer = open ? client.read() : Answer{};
    scene.count(answer.status == 400 || answer.status == 0, "plain HTTP was answered");
}

void smuggling(Scene& scene)
{
    const std::string host = "Host: 127.0.0.1:" + std::to_string(scene.sandbox().target().port) + "\r\n";
    const std::string tail = "GET /api/protected HTTP/1.1\r\n" + host + "\r\n";
    unsigned number = 0;
    for (const std::string& request :
         {"POST /api/auth/login HTTP/1.1\r\n" + host + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + tail,
          "POST /api/auth/login HTTP/1.1\r\n" + host + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
          "POST /api/auth/login HTTP/1.1\r\n" + host + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
          "POST /api/auth/login HTTP/1.1\r\n" + host + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
          "GET /api/protected HTTP/1.1\n" + host + "\n", "GET /api/protected HTTP/1.1\r\n" + host + host + "\r\n",
          "GET /api/protected HTTP/1.1\r\n" + host + "X-A: b\r\n folded\r\n\r\n",
          "POST /api/auth/login HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n"}) {
        AttackClient client = scene.from(++number);
        scene.expect(client.sendRaw(request), {400, 501, 0}, "a request that can be read in two ways");
    }
}

void oversized(Scene& scene)
{
    AttackClient client = scene.from(1);
    scene.expect(client.send("GET", "/api/protected", {{"X-Long", std::string(70'000, 'a')}}), {400, 431, 0}, "a head of 70 kB");
    scene.expect(client.send("GET", "/api/data?q=" + std::string(20'000, 'a')), {400, 401, 414, 431, 0}, "an address of 20 kB");
    scene.expect(client.sendJson("POST", "/api/auth/login", {}, R"({"email": ")" + std::string(2'000'000, 'a') + "\"}"),
                 {400, 413, 0}, "a sign-in of 2 MB");
}

void paths(Scene& scene)
{
    unsigned host = 0;
    for (const std::string_view path :
         {"/../../etc/passwd", "/api/../../etc/shadow", "/api/%2e%2e/%2e%2e/etc/passwd", "/api/files/..%2f..%2fetc%2fpasswd",
          "//evil.example/api", "/api/data/%00", "/API/USERS", "/api//users"}) {
        AttackClient client = scene.from(++host);
        const std::string request = "GET " + std::string(path) +
                                    " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(scene.sandbox().target().port) + "\r\n\r\n";
        scene.expect(client.sendRaw(request), {400, 401, 403, 404}, path);
    }
}

void methods(Scene& scene)
{
    AttackClient client = scene.from(1);
    for (const std::string_view method : {"TRACE", "CONNECT", "PROPFIND", "DEBUG"})
        scene.expect(client.send(method, "/api/protected"), {400, 401, 404, 405, 501, 0}, method);
}

void headersOfAnswers(Scene& scene)
{
    AttackClient client = scene.from(1);
    for (const std::string_view path : {"/api/protected", "/healthz", "/no-such-page"}) {
        const Answer answer = client.send("GET", path);
        for (const std::string_view name : {"Strict-Transport-Security", "Content-Security-Policy", "X-Content-Type-Options",
                                            "X-Frame-Options", "Referrer-Policy"})
            scene.count(!answer.header(name).empty(), name);
        scene.count(answer.header("Server").empty() && answer.header("X-Powered-By").empty(), "the server says what it is");
    }
}

void foreignPages(Scene& scene)
{
    AttackClient client = scene.from(1);
    Headers headers = scene.bearer(scene.sandbox().viewer());
    headers.emplace_back("Origin", "https://evil.example");
    scene.count(client.send("GET", "/api/data", headers).header("Access-Control-Allow-Origin").empty(),
                "a foreign page may read");
    const Answer preflight =
        client.send("OPTIONS", "/api/data", {{"Origin", "https://evil.example"}, {"Access-Control-Request-Method", "DELETE"}});
    scene.count(preflight.header("Access-Control-Allow-Origin").empty(), "a foreign page may write");
    const Answer nobody = client.send("GET", "/api/protected", {{"Origin", "null"}});
    scene.count(nobody.header("Access-Control-Allow-Origin").empty(), "a page without an origin may read");
}

constexpr auto transportTable = std::to_array<Check>({
    {"plain_text", "transport", "Requests without TLS", "", false, plainText},
    {"smuggling", "transport", "Requests that can be read in two ways", "", false, smuggling},
    {"oversized", "transport", "Heads and bodies beyond all bounds", "", false, oversized},
    {"paths", "transport", "Ways out of the path", "", false, paths},
    {"methods", "transport", "Methods that nobody needs", "", false, methods},
    {"headers", "transport", "Headers that browsers need", "headers.hsts_max_age", false, headersOfAnswers},
    {"foreign_pages", "transport", "Pages of other origins", "cors.origins", false, foreignPages},
});

} // namespace

std::span<const Check> transportChecks() noexcept
{
    return transportTable;
}

} // namespace sallyport::drill
