#include "tests/api/support/test_server.h"

#include "backend/base/encoding.h"
#include "backend/base/time_format.h"

#include <boost/json.hpp>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <cstdio>
#include <stdexcept>

namespace sallyport::test {
namespace {

/// Tests stop at the first surprise of their own scaffolding.
template <typename T>
T expect(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().detail);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace

TestServer::TestServer() : TestServer(*fromRfc3339("2026-11-24T09:00:00Z")) {}

TestServer::TestServer(UtcTime now) : m_clock(now)
{
    m_platform.reset(
        new Platform{.clock = m_faulty, .random = m_random, .reportProgram = {}, .passwordCost = storage::KdfCost{64, 1, 1}});
    NewVault vault;
    vault.dataDirectory = directory();
    vault.passphrase = SecretBytes::fromText(vaultPassphrase);
    vault.adminName = "Ada Admin";
    vault.adminEmail = administratorEmail;
    vault.adminPassword = SecretBytes::fromText(goodPassword);
    vault.serverPort = 0;
    vault.kdfCost = {64, 1, 1};
    m_backend = std::move(expect(createVault(std::move(vault), *m_platform)).backend);
    for (const char* limit : {"auth", "api_read", "api_write", "file_upload", "admin", "address"})
        set(std::string("rate_limits.") + limit, "1000000/3600");
    set("slow_down.mode", "off"); // more than a hundred requests of one address, which nobody is to wait for
    listen();
}

void TestServer::listen()
{
    expect(services().server.start(system()));
    const std::string url = services().server.status().url;
    m_port = static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
}

void TestServer::start()
{
    m_backend = expect(openVault(directory(), SecretBytes::fromText(vaultPassphrase), *m_platform));
    listen();
}

TestServer::~TestServer() = default;

void TestServer::set(std::string key, std::string value)
{
    expect(services().settings.change(system(), {{std::move(key), std::move(value)}}));
}

UserId TestServer::addUser(const std::string& email, const std::string& role)
{
    identity::NewUser user;
    user.name = "Person " + email.substr(0, email.find('@'));
    user.email = email;
    user.roles = {role};
    user.password = SecretBytes::fromText(goodPassword);
    return expect(services().users.create(system(), std::move(user))).user.id;
}

std::string TestServer::tokenOf(const std::string& email)
{
    HttpsClient client(m_port);
    const boost::json::value body{{"email", email}, {"password", goodPassword}};
    return client.send("POST", "/api/auth/login", jsonAnd({}), boost::json::serialize(body)).text("/token");
}

std::string TestServer::enrol(const std::string& token)
{
    HttpsClient client(m_port);
    const std::string secret = client.send("POST", "/api/mfa/setup", jsonAnd(bearer(token)), "{}").text("/secret");
    const boost::json::value body{{"code", codeOf(secret)}};
    const Reply reply = client.send("POST", "/api/mfa/verify", jsonAnd(bearer(token)), boost::json::serialize(body));
    if (reply.status != 200)
        throw std::runtime_error("enrolment failed: " + reply.body);
    return secret;
}

std::string TestServer::codeOf(const std::string& base32Secret) const
{
    const Bytes key = expect(fromBase32(base32Secret));
    const auto step = static_cast<std::uint64_t>(toMicros(m_clock.now()) / 30'000'000);
    std::array<unsigned char, 8> counter{};
    for (std::size_t i = 0; i < counter.size(); ++i)
        counter[i] = static_cast<unsigned char>(step >> (56 - 8 * i));
    std::array<unsigned char, 20> digest{};
    std::size_t length = 0;
    EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA1", nullptr, key.data(), key.size(), counter.data(), counter.size(), digest.data(),
              digest.size(), &length);
    const std::size_t offset = digest[19] & 15u;
    const std::uint32_t number = ((digest[offset] & 127u) << 24) | (unsigned{digest[offset + 1]} << 16) |
                                 (unsigned{digest[offset + 2]} << 8) | digest[offset + 3];
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "%06u", number % 1'000'000);
    return text.data();
}

std::vector<audit::Event> TestServer::events(const std::string& kind)
{
    audit::EventQuery query;
    query.kinds = {kind};
    return expect(services().events.list(system(), query, 200, {}, false)).events;
}

Headers TestServer::jsonAnd(Headers headers)
{
    headers.emplace_back("Content-Type", "application/json");
    return headers;
}

} // namespace sallyport::test
