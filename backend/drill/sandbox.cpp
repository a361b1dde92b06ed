#include "backend/drill/sandbox.h"

#include "backend/base/encoding.h"
#include "backend/settings/settings.h"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <array>
#include <charconv>
#include <cstdlib>

namespace sallyport::drill {
namespace {

namespace fs = std::filesystem;

// The folder is gone in a minute and its passphrase with the process.
constexpr storage::KdfCost cheapest{64, 1, 1};

/// What says where this server is, whom it may call and what it is called, or would keep honest people of the sandbox out
/// before a control is asked.
constexpr std::array<std::string_view, 12> ownSettings{
    "server.address",        "server.port",        "server.issuer",          "server.client_certificates",
    "server.threads",        "vault.name",         "outbound.ca_file",       "outbound.networks",
    "passwords.breach_list", "mfa.required_roles", "users.initial_password", "addresses.trusted_proxies"};

Result<std::string> randomText(RandomSource& random)
{
    std::array<std::byte, 24> bytes{};
    if (!random.fill(bytes))
        return makeError(ErrorCode::CryptoFailure, "The system gives no random numbers");
    return toBase64Url(bytes);
}

Result<fs::path> newFolder()
{
    std::error_code failed;
    const fs::path base = fs::temp_directory_path(failed);
    std::string name = ((failed ? fs::path("/tmp") : base) / "sallyport-drill-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
        return makeError(ErrorCode::NotWritable, "No folder can be made for the drill in " + base.string());
    return fs::path(name);
}

} // namespace

Sandbox::~Sandbox()
{
    m_backend.reset();
    std::error_code ignored;
    fs::remove_all(m_directory, ignored);
}

Result<std::unique_ptr<Sandbox>> Sandbox::open(const ServerShape& shape, const Platform& platform, Leash& leash)
{
    SALLYPORT_ASSIGN(fs::path folder, newFolder());
    std::unique_ptr<Sandbox> sandbox(new Sandbox(std::move(folder)));
    sandbox->m_target.leash = &leash;
    sandbox->m_platform.reset(
        new Platform{.clock = platform.clock, .random = platform.random, .reportProgram = platform.reportProgram});
    sandbox->m_platform->passwordCost = platform.passwordCost;
    sandbox->m_platform->listen = ListenOverride{.address = "127.0.0.1", .port = 0, .threads = 2};
    SALLYPORT_ASSIGN(std::string passphrase, randomText(platform.random));
    SALLYPORT_ASSIGN(sandbox->m_password, randomText(platform.random));
    NewVault vault;
    vault.dataDirectory = sandbox->m_directory / "vault";
    vault.name = "Drill";
    vault.passphrase = SecretBytes::fromText(passphrase);
    vault.adminName = "Drill administrator";
    vault.adminEmail = "administrator@drill.example";
    vault.adminPassword = SecretBytes::fromText(sandbox->m_password);
    vault.serverPort = 0;
    vault.kdfCost = cheapest;
    SALLYPORT_ASSIGN(CreatedVault created, createVault(std::move(vault), *sandbox->m_platform));
    sandbox->m_backend = std::move(created.backend);

    std::vector<std::pair<std::string, std::string>> settings;
    for (const auto& setting : shape.settings) {
        if (std::ranges::find(ownSettings, setting.first) == ownSettings.end())
            settings.push_back(setting);
    }
    Services& services = sandbox->services();
    const access::Actor system = access::Actor::system("Drill");
    SALLYPORT_TRY(services.settings.change(system, settings));
    if (shape.furnish)
        SALLYPORT_TRY(shape.furnish(services));
    SALLYPORT_TRY(services.server.start(system));
    const ServerStatus status = services.server.status();
    const std::string port = status.url.substr(status.url.rfind(':') + 1);
    std::from_chars(port.data(), port.data() + port.size(), sandbox->m_target.port);
    sandbox->m_target.fingerprint = status.fingerprint;

    SALLYPORT_ASSIGN(sandbox->m_editor, sandbox->add("editor", "editor", "127.77.0.2"));
    SALLYPORT_ASSIGN(sandbox->m_viewer, sandbox->add("viewer", "viewer", "127.77.0.3"));
    SALLYPORT_ASSIGN(sandbox->m_victim, sandbox->add("victim", "viewer", "127.77.0.4"));
    SALLYPORT_ASSIGN(sandbox->m_administrator, sandbox->add("second-administrator", "admin", "127.77.0.5"));
    AttackClient client("127.77.0.2", sandbox->m_target);
    const Answer issued = client.sendJson("POST", "/api/keys", {{"Authorization", "Bearer " + sandbox->m_editor.token}},
                                          R"({"name": "Drill", "scopes": ["records:read"], "signing": true})");
    sandbox->m_key = issued.text("/data/key");
    sandbox->m_signingSecret = issued.text("/data/signing_secret");
    return sandbox;
}

Result<Person> Sandbox::add(const std::string& name, const std::string& role, const std::string& source)
{
    identity::NewUser user;
    user.name = "Drill " + name;
    user.email = name + "@drill.example";
    user.roles = {role};
    user.password = SecretBytes::fromText(m_password);
    Person person{.email = user.email, .token = {}};
    SALLYPORT_TRY(services().users.create(access::Actor::system("Drill"), std::move(user)));
    AttackClient client(source, m_target);
    const boost::json::value body{{"email", person.email}, {"password", m_password}};
    person.token = client.sendJson("POST", "/api/auth/login", {}, boost::json::serialize(body)).text("/token");
    if (person.token.empty())
        return makeError(ErrorCode::Unavailable, "The sandbox lets nobody sign in");
    return person;
}

} // namespace sallyport::drill
