// How much is sent: limits, slowing down, scanners, slow requests, connections.
#include "backend/drill/check.h"

#include <array>
#include <chrono>

namespace sallyport::drill {
namespace {

using namespace std::chrono_literals;

const settings::Values& valuesOf(Scene& scene, std::shared_ptr<const settings::Values>& held)
{
    held = scene.sandbox().services().settings.values();
    return *held;
}

/// One caller beyond the limit for reading, from so many addresses that only the caller's own limit can see it.
void tooManyReads(Scene& scene)
{
    std::shared_ptr<const settings::Values> held;
    const unsigned limit = valuesOf(scene, held).rateApiRead.requests;
    constexpr unsigned affordable = 3'000;
    if (limit > affordable)
        return scene.count(false, "the limit allows %1 reads, more than a drill sends", limit);
    const Headers viewer = scene.bearer(scene.sandbox().viewer());
    constexpr unsigned each = 60; // an address; before it is slowed down
    unsigned sent = 0, host = 0;
    Answer last;
    // Earlier checks have read as the same person.
    while (sent < limit + 1 && last.status != 429 && host < 250) {
        AttackClient client = scene.from(++host);
        for (unsigned i = 0; i < each && last.status != 429 && sent < limit + 1; ++i, ++sent)
            last = client.send("GET", "/api/data?limit=1", viewer);
    }
    scene.expect(last, {429}, "%1 reads were answered", sent);
    scene.count(!last.header("Retry-After").empty(), "nobody says when to come back");
    scene.note("refused after %1 reads", sent);
}

/// A hundred requests are free, then each waits longer.
void slowedDown(Scene& scene)
{
    std::shared_ptr<const settings::Values> held;
    const settings::Values& values = valuesOf(scene, held);
    AttackClient client = scene.from(1);
    constexpr unsigned affordable = 500;
    if (values.slowDownAfter.requests > affordable)
        return scene.count(false, "nobody is slowed down before %1 requests", values.slowDownAfter.requests);
    const Headers editor = scene.bearer(scene.sandbox().editor());
    std::chrono::milliseconds longest{0};
    for (unsigned i = 0; i < values.slowDownAfter.requests + 3; ++i) {
        const Answer answer = client.send("GET", "/api/data?limit=1", editor);
        longest = std::max(longest, answer.took);
        if (answer.status == 429 || answer.status == 503)
            longest = 20s; // refused instead
    }
    scene.count(longest >= std::chrono::milliseconds(values.slowDownStep), "the longest wait was %1 ms", longest.count());
    scene.note("waited up to %1 ms", longest.count());
}

/// A scanner that asks for what isn't there is banned before it is through its list.
void scanner(Scene& scene)
{
    AttackClient client = scene.from(1);
    constexpr auto names = std::to_array<std::string_view>(
        {".env", ".git/HEAD", "wp-login.php", "phpmyadmin/", "admin/config", "backup.zip", "server-status", "actuator/env",
         "api/v1/pods", "config.json", "old/", "test.php", "xmlrpc.php", "vendor/phpunit", "cgi-bin/test", "console"});
    unsigned answered = 0;
    bool stopped = false;
    for (unsigned round = 0; round < 5 && !stopped; ++round) {
        for (const std::string_view name : names) {
            const std::string path = "/" + std::string(name) + (round == 0 ? "" : std::to_string(round));
            const Answer answer = client.send("GET", path);
            // What the detector refuses by itself keeps nobody out.
            if (answer.status == 429 || answer.status == 0) {
                stopped = true;
                break;
            }
            ++answered;
        }
    }
    scene.count(stopped, "80 paths were answered");
    const Answer next = client.send("GET", "/healthz");
    scene.expect(next, {429, 403, 0}, "after the scan");
    // Nobody else pays for it.
    scene.expect(scene.from(2).send("GET", "/healthz"), {200}, "a neighbour");
    scene.note("stopped after %1 paths", answered);
}

/// Heads and bodies that never end hold their places for so long only, and somebody else is served meanwhile.
void slowRequests(Scene& scene)
{
    constexpr unsigned many = 24;
    std::vector<AttackClient> heads, bodies;
    const std::string host = "Host: 127.0.0.1:" + std::to_string(scene.sandbox().target().port) + "\r\n";
    for (unsigned i = 0; i < many; ++i) {
        heads.push_back(scene.from(1 + i % 4));
        if (heads.back().open())
            heads.back().write("GET /api/protected HTTP/1.1\r\n" + host + "X-Slow: ");
        bodies.push_back(scene.from(11 + i % 4));
        if (bodies.back().open())
            bodies.back().write("POST /api/auth/login HTTP/1.1\r\n" + host +
                                "Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n{");
    }
    AttackClient honest = scene.from(50);
    const Answer served = honest.send("GET", "/healthz");
    scene.count(served.status == 200 && served.took < 2s, "nobody else was served meanwhile");
    const auto deadline = std::chrono::steady_clock::now() + 25s;
    for (std::vector<AttackClient>* kind : {&heads, &bodies}) {
        for (AttackClient& client : *kind) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
            scene.count(client.endsWithin(std::max(left, 1ms)),
                        kind == &heads ? "a head held its place for 25 s" : "a body held its place for 25 s");
        }
    }
}

/// One address can't take all places.
void connections(Scene& scene)
{
    std::shared_ptr<const settings::Values> held;
    const unsigned limit = valuesOf(scene, held).connectionsPerAddress;
    constexpr unsigned affordable = 300;
    if (limit > affordable)
        return scene.count(false, "one address may have %1 connections", limit);
    std::vector<AttackClient> open;
    unsigned taken = 0;
    for (unsigned i = 0; i < limit + 20; ++i) {
        open.push_back(scene.from(1));
        taken += open.back().open() ? 1 : 0;
    }
    scene.count(taken <= limit, "one address got %1 connections", taken);
    scene.expect(scene.from(2).send("GET", "/healthz"), {200}, "somebody else meanwhile");
    scene.note("one address got %1 connections", taken);
}

constexpr auto floodTable = std::to_array<Check>({
    {"connections", "floods", "Connections without end", "connections.per_address", false, connections},
    {"slow_requests", "floods", "Requests that never end", "connections.head_time", false, slowRequests},
    {"slow_down", "floods", "Many requests from one address", "slow_down.mode", false, slowedDown},
    {"reads", "floods", "One caller beyond the limit", "rate_limits.api_read", false, tooManyReads},
    {"scanner", "floods", "A scanner for forgotten files", "protection.mode", false, scanner},
});

} // namespace

std::span<const Check> floodChecks() noexcept
{
    return floodTable;
}

} // namespace sallyport::drill
