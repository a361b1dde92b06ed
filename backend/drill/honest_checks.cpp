// What honest people and programs send: each refusal is one too many.
#include "backend/drill/check.h"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <array>

namespace sallyport::drill {
namespace {

/// Texts that look like attacks to who knows words only.
constexpr auto proses = std::to_array<std::string_view>({
    "O'Brien asked for the select committee's plan; drop the table reservation, please.",
    "Please select a plan from our list where the price is lower than 20.",
    "The union of both sets is all that remains -- see page 4.",
    "1 + 1 = 2, and 5 > 3 && 2 < 4.",
    "Gr\xc3\xbc\xc3\x9f"
    "e aus K\xc3\xb6ln; wir treffen uns um 8:30 Uhr (Raum 4) & danach im Caf\xc3\xa9.",
    "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e\xe3\x81\xae\xe6\x96\x87\xe7\xab\xa0\xe3\x81\xa7\xe3\x81\x99\xe3\x80\x82",
    "Run the script tomorrow; the update of the table is scheduled for 10/12.",
    "Mail ada@example.org or see https://example.org/docs?page=2&sort=-date for the whole list.",
    "Cost: $5 (approx.), 50% off; cat food and dog food; who is on duty at 8?",
    "C:\\Users\\ada\\Documents\\report.docx and ../notes are on the shared drive.",
});

Answer comment(AttackClient& client, const Headers& editor, std::string_view text)
{
    return client.sendJson("POST", "/api/comments", editor, boost::json::serialize(boost::json::value{{"content", text}}));
}

void prose(Scene& scene)
{
    const Headers editor = scene.bearer(scene.sandbox().editor());
    unsigned host = 0;
    for (const std::string_view text : proses) {
        AttackClient client = scene.from(++host);
        scene.expect(comment(client, editor, text), {201}, "comment %1", host);
    }
}

/// A morning's work of one person: a list, a record, a change of it, a comment, a file.
void work(Scene& scene)
{
    const Headers editor = scene.bearer(scene.sandbox().editor());
    AttackClient client = scene.from(1);
    for (unsigned i = 0; i < 4; ++i) {
        const Answer made = client.sendJson("POST", "/api/data", editor,
                                            R"({"title": "Ward round", "body": "Beds 4 to 9", "department": "Cardiology"})");
        scene.expect(made, {201}, "a record");
        const std::string path = "/api/data/" + made.text("/data/id");
        scene.expect(client.send("GET", path, editor), {200}, "the record again");
        scene.expect(client.sendJson("PATCH", path, editor, R"({"title": "Ward round, evening"})"), {200}, "a change");
        scene.expect(client.send("GET", "/api/data?limit=20&sort=-changed", editor), {200}, "a list");
        scene.expect(client.send("GET", "/api/auth/me", editor), {200}, "who am I");
    }
}

void programs(Scene& scene)
{
    AttackClient client = scene.from(1);
    const auto now = unixTimeOf(scene);
    for (unsigned i = 0; i < 10; ++i) {
        scene.expect(
            client.send("GET", "/api/data?limit=5", {{"X-API-Key", scene.sandbox().key()}, {"User-Agent", "curl/8.5.0"}}), {200},
            "an API key");
        scene.expect(client.send("GET", "/api/signed",
                                 signedHeaders(scene.sandbox(), "GET", "/api/signed", {}, now, "honest-" + std::to_string(i))),
                     {200}, "a signed request");
    }
}

/// Fifteen people behind one address, in the same minute.
void classroom(Scene& scene)
{
    AttackClient client = scene.from(1);
    const boost::json::value body{{"email", scene.sandbox().editor().email}, {"password", scene.sandbox().password()}};
    for (unsigned i = 0; i < 15; ++i)
        scene.expect(client.sendJson("POST", "/api/auth/login", {}, boost::json::serialize(body)), {200}, "a right password");
}

/// Whoever watches whether the server lives asks often.
void monitoring(Scene& scene)
{
    AttackClient client = scene.from(1);
    for (unsigned i = 0; i < 200; ++i)
        scene.expect(client.send("GET", i % 2 == 0 ? "/healthz" : "/readyz"), {200}, "a probe");
}

constexpr auto honestTable = std::to_array<Check>({
    {"prose", "honest", "Comments that look dangerous", "detection.strictness", true, prose},
    {"work", "honest", "A morning's work", "rate_limits.api_write", true, work},
    {"programs", "honest", "Programs with keys and signatures", "rate_limits.api_read", true, programs},
    {"classroom", "honest", "Fifteen sign-ins behind one address", "rate_limits.auth", true, classroom},
    {"monitoring", "honest", "Health checks", "", true, monitoring},
});

} // namespace

std::span<const Check> honestChecks() noexcept
{
    return honestTable;
}

} // namespace sallyport::drill
