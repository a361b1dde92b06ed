// Who is it? Guessed passwords, forged tokens, invented keys, signatures that were used or changed.
#include "backend/drill/check.h"

#include "backend/base/encoding.h"
#include "backend/base/secret_bytes.h"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <array>

namespace sallyport::drill {
namespace {

Answer signIn(AttackClient& client, std::string_view email, std::string_view password)
{
    const boost::json::value body{{"email", email}, {"password", password}};
    return client.sendJson("POST", "/api/auth/login", {}, boost::json::serialize(body));
}

std::string guess(unsigned number)
{
    return "Summer-of-" + std::to_string(1950 + number) + "!";
}

void withoutCredentials(Scene& scene)
{
    AttackClient client = scene.from(1);
    for (const std::string_view path : {"/api/protected", "/api/users", "/api/data", "/api/events", "/api/keys", "/api/settings"})
        scene.expect(client.send("GET", path), {401}, path);
}

/// The text of a token with other claims or another head than the server signed.
void forgedTokens(Scene& scene)
{
    AttackClient client = scene.from(1);
    const std::string& token = scene.sandbox().viewer().token;
    const std::size_t first = token.find('.'), second = token.find('.', first + 1);
    if (second == token.npos)
        return scene.count(false, "the server's tokens are none");
    const std::string claims = token.substr(first + 1, second - first - 1);
    const std::string none = toBase64Url(asBytes(R"({"alg":"none","typ":"JWT"})"));
    const std::string hmac = toBase64Url(asBytes(R"({"alg":"HS256","typ":"JWT"})"));
    const std::string admin = toBase64Url(asBytes(R"({"sub":"00000000000000000000000001","roles":["admin"],"exp":4102444800})"));
    std::string changed = token;
    changed[first + 5] = changed[first + 5] == 'A' ? 'B' : 'A';
    std::string cut = token;
    cut.resize(token.size() - 8);
    for (const std::string& forged :
         {none + "." + claims + ".", none + "." + admin + ".", hmac + "." + admin + "." + token.substr(second + 1),
          token.substr(0, first) + "." + admin + token.substr(second), changed, cut})
        scene.expect(client.send("GET", "/api/protected", {{"Authorization", "Bearer " + forged}}), {401}, "a forged token");
}

void inventedKeys(Scene& scene)
{
    AttackClient client = scene.from(1);
    for (unsigned i = 0; i < 12; ++i) {
        const std::string key = "spk_" + std::string(8, static_cast<char>('a' + i)) + "_" + std::string(32, 'x');
        scene.expect(client.send("GET", "/api/data", {{"X-API-Key", key}}), {401, 429}, "an invented key");
    }
    // A key in the URL is in everybody's logs.
    scene.expect(client.send("GET", "/api/data?api_key=" + scene.sandbox().key()), {400, 401, 429}, "a key in the URL");
    // An invented key buys no more tries at the door than nobody's.
    AttackClient guesser = scene.from(2);
    int last = 0;
    for (unsigned i = 0; i < 30 && last != 429; ++i) {
        const boost::json::value body{{"email", "nobody@drill.example"}, {"password", guess(i)}};
        last = guesser
                   .sendJson("POST", "/api/auth/login", {{"X-API-Key", "spk_invented_" + std::to_string(i)}},
                             boost::json::serialize(body))
                   .status;
    }
    scene.count(last == 429 || last == 403 || last == 400, "30 sign-ins with invented keys were answered");
}

/// Many passwords for one account from one address.
void passwordGuessing(Scene& scene)
{
    AttackClient client = scene.from(1);
    unsigned passed = 0;
    for (unsigned i = 0; i < 30; ++i) {
        const Answer answer = signIn(client, scene.sandbox().victim().email, guess(i));
        passed += answer.status == 401 ? 1 : 0;
        // The first ten are what a person might need; from then on each has to be refused unlooked at.
        if (i >= 10)
            scene.expect(answer, {429, 403, 423}, "guess %1", i + 1);
    }
    scene.note("%1 guesses were looked at", passed);
}

/// One password each for many accounts from one address: ten times what one account may be tried.
void stuffing(Scene& scene)
{
    AttackClient client = scene.from(1);
    for (unsigned i = 0; i < 70; ++i) {
        const Answer answer = signIn(client, "person" + std::to_string(i) + "@drill.example", guess(i));
        if (i >= 55)
            scene.expect(answer, {429, 403}, "account %1", i + 1);
    }
}

/// One account from many addresses: no limit by address sees it.
void spreadGuessing(Scene& scene)
{
    const std::string& email = scene.sandbox().viewer().email;
    for (unsigned i = 0; i < 70; ++i) {
        AttackClient client = scene.from(i + 1);
        const Answer answer = signIn(client, email, guess(i));
        // Fifty tries are free, whoever they are: docs/security.md.
        if (i >= 55)
            scene.expect(answer, {429, 403, 423}, "address %1", i + 1);
    }
}

/// The answers to an account that exists and to one that doesn't are the same.
void accountNames(Scene& scene)
{
    AttackClient one = scene.from(1), other = scene.from(2);
    Answer known = signIn(one, scene.sandbox().administrator().email, guess(1));
    Answer unknown = signIn(other, "nobody-at-all@drill.example", guess(1));
    scene.count(known.status == unknown.status && known.text("/error") == unknown.text("/error") &&
                    known.text("/detail") == unknown.text("/detail"),
                "the answers tell which accounts exist");
}

void replayedSignatures(Scene& scene)
{
    AttackClient client = scene.from(1);
    const Sandbox& sandbox = scene.sandbox();
    const auto now = unixTimeOf(scene);
    const Headers once = signedHeaders(sandbox, "GET", "/api/signed", {}, now, "drill-nonce-1");
    if (client.send("GET", "/api/signed", once).status != 200)
        return scene.count(false, "an honest signature was refused");
    scene.expect(client.send("GET", "/api/signed", once), {401}, "the same request again");
    scene.expect(client.send("GET", "/api/signed", signedHeaders(sandbox, "GET", "/api/signed", {}, now - 3600, "drill-nonce-2")),
                 {401}, "an hour old");
    scene.expect(client.send("GET", "/api/signed", signedHeaders(sandbox, "GET", "/api/signed", {}, now + 3600, "drill-nonce-3")),
                 {401}, "an hour early");
    scene.expect(client.send("GET", "/api/signed", signedHeaders(sandbox, "GET", "/api/protected", {}, now, "drill-nonce-4")),
                 {401}, "signed for another route");
    Headers changed = signedHeaders(sandbox, "GET", "/api/signed", {}, now, "drill-nonce-5");
    changed.back().second.back() = changed.back().second.back() == '0' ? '1' : '0';
    scene.expect(client.send("GET", "/api/signed", changed), {401}, "a changed signature");
}

constexpr auto signInTable = std::to_array<Check>({
    {"no_credentials", "sign_in", "Requests without credentials", "", false, withoutCredentials},
    {"forged_tokens", "sign_in", "Forged and changed tokens", "tokens.algorithm", false, forgedTokens},
    {"invented_keys", "sign_in", "Invented API keys", "rate_limits.auth", false, inventedKeys},
    {"guessing", "sign_in", "Many passwords for one account", "rate_limits.auth", false, passwordGuessing},
    {"stuffing", "sign_in", "Stolen passwords for many accounts", "rate_limits.auth", false, stuffing},
    {"spread_guessing", "sign_in", "One account, guessed from many addresses", "", false, spreadGuessing},
    {"account_names", "sign_in", "Finding out which accounts exist", "", false, accountNames},
    {"replay", "sign_in", "Replayed and changed signatures", "signatures.window", false, replayedSignatures},
});

} // namespace

std::span<const Check> signInChecks() noexcept
{
    return signInTable;
}

} // namespace sallyport::drill
