#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "backend/base/time_format.h"
#include "backend/storage/files.h"

#include <charconv>
#include <cstdio>

namespace sallyport::daemon {
namespace {

using identity::ApiKey;
using identity::ApiKeyQuery;

std::string stateText(const ApiKey& key)
{
    if (key.revokedAt)
        return "revoked";
    if (key.expired)
        return "expired";
    if (!key.owner.active)
        return "owner-disabled";
    std::string text = "active";
    text += key.expiring ? ",expiring" : "";
    text += key.stale ? ",stale" : "";
    text += key.beyondOwner.empty() ? "" : ",over-scoped";
    text += key.previousUntil ? ",rotating" : "";
    return text;
}

std::string timeText(const std::optional<UtcTime>& time)
{
    return time ? toRfc3339(*time) : std::string("-");
}

std::string rateText(const std::optional<settings::RateLimit>& rate)
{
    return rate ? std::to_string(rate->requests) + "/" + std::to_string(rate->window.count()) : std::string("-");
}

void print(const ApiKey& key)
{
    std::printf("%s\t%s\t%s\t%s\t%s\t%s\t%s\t%lld\n", key.prefix.c_str(), key.name.c_str(), key.owner.name.c_str(),
                joined(key.scopes).c_str(), stateText(key).c_str(), toRfc3339(key.expiresAt).c_str(),
                timeText(key.lastUsedAt).c_str(), static_cast<long long>(key.useCount));
}

void print(const identity::IssuedKey& issued)
{
    print(issued.key);
    if (!issued.text.empty())
        std::printf("key %.*s\n", static_cast<int>(issued.text.size()), issued.text.view().data());
    if (!issued.signingSecret.empty())
        std::printf("signing-secret %.*s\n", static_cast<int>(issued.signingSecret.size()), issued.signingSecret.view().data());
    std::fflush(stdout);
}

/// `spk_7QK3M2XA` or `7QK3M2XA`. A whole key is turned away: others can read what is on a command line.
Result<KeyId> keyIdOf(const std::string& text)
{
    constexpr std::string_view mark = "spk_";
    constexpr std::size_t length = 8;
    const std::string id = text.starts_with(mark) ? text.substr(mark.size()) : text;
    if (id.size() > length)
        return usageError("name a key by its prefix, spk_ and 8 characters, never by the key itself");
    return KeyId(id);
}

Result<KeyId> oneKey(const Arguments& arguments)
{
    if (arguments.positional().size() != 1)
        return usageError("name one key by its prefix (see key list)");
    return keyIdOf(arguments.positional()[0]);
}

Result<UserId> ownerOf(Services& services, const std::string& who)
{
    if (auto user = findUser(services, who); user || user.error().code != ErrorCode::NotFound)
        return user ? Result<UserId>(user->id) : Result<UserId>(user.error());
    auto account = findServiceAccount(services, who);
    if (!account)
        return makeError(ErrorCode::NotFound, "there is no user or service account " + who);
    return account->id;
}

Result<settings::RateLimit> rateOf(const std::string& text)
{
    const std::size_t slash = text.find('/');
    const auto number = [](std::string_view digits) {
        std::uint32_t value = 0;
        const char* const end = digits.data() + digits.size();
        const auto [rest, error] = std::from_chars(digits.data(), end, value);
        return error == std::errc() && rest == end ? std::optional(value) : std::nullopt;
    };
    const auto requests = number(std::string_view(text).substr(0, slash));
    const auto seconds = slash == std::string::npos ? std::nullopt : number(std::string_view(text).substr(slash + 1));
    if (!requests || !seconds)
        return usageError("--rate takes REQUESTS/SECONDS");
    return settings::RateLimit{*requests, std::chrono::seconds(*seconds)};
}

/// The file's content, or nothing without the option.
Result<std::string> publicKeyOf(const Arguments& arguments)
{
    constexpr std::size_t limit = 4096; // bytes, as much as a public key may have
    const auto file = arguments.value("public-key");
    return file ? storage::readSmallFile(*file, limit) : Result<std::string>(std::string());
}

Result<ApiKeyQuery::Filter> filterOf(const std::string& word)
{
    using Filter = ApiKeyQuery::Filter;
    constexpr std::pair<std::string_view, Filter> filters[] = {{"usable", Filter::Usable},
                                                               {"expiring", Filter::Expiring},
                                                               {"stale", Filter::Stale},
                                                               {"over-scoped", Filter::OverScoped},
                                                               {"ended", Filter::Ended}};
    for (const auto& [name, filter] : filters) {
        if (name == word)
            return filter;
    }
    return usageError("--filter takes usable, expiring, stale, over-scoped or ended");
}

Result<void> list(const Arguments& arguments, const Platform& platform)
{
    ApiKeyQuery query;
    if (const auto filter = arguments.value("filter")) {
        SALLYPORT_ASSIGN(query.filter, filterOf(*filter));
    }
    query.text = arguments.valueOr("q", {});
    query.limit = 200;
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    do {
        SALLYPORT_ASSIGN(const identity::ApiKeyPage page, backend->services().apiKeys.list(commandLine(), query));
        for (const ApiKey& key : page.keys)
            print(key);
        query.cursor = page.nextCursor;
    } while (!query.cursor.empty());
    return {};
}

Result<void> show(const Arguments& arguments, const Platform& platform)
{
    SALLYPORT_ASSIGN(const KeyId id, oneKey(arguments));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const ApiKey key, backend->services().apiKeys.read(commandLine(), id));
    const std::pair<const char*, std::string> lines[] = {{"prefix", key.prefix},
                                                         {"name", key.name},
                                                         {"owner", key.owner.name},
                                                         {"owner-kind", key.owner.service ? "service-account" : "user"},
                                                         {"scopes", joined(key.scopes)},
                                                         {"beyond-owner", joined(key.beyondOwner)},
                                                         {"addresses", joined(key.addresses)},
                                                         {"rate", rateText(key.rate)},
                                                         {"signing", key.signing ? key.signatureAlgorithm : "no"},
                                                         {"public-key", key.publicKeyFingerprint},
                                                         {"state", stateText(key)},
                                                         {"created", toRfc3339(key.createdAt) + " by " + key.createdBy},
                                                         {"expires", toRfc3339(key.expiresAt)},
                                                         {"rotated", timeText(key.rotatedAt)},
                                                         {"previous-until", timeText(key.previousUntil)},
                                                         {"revoked", timeText(key.revokedAt)},
                                                         {"last-used", timeText(key.lastUsedAt)},
                                                         {"last-used-ip", key.lastUsedAddress},
                                                         {"uses", std::to_string(key.useCount)}};
    for (const auto& [name, value] : lines)
        std::printf("%s\t%s\n", name, value.empty() ? "-" : value.c_str());
    return {};
}

Result<void> create(const Arguments& arguments, const Platform& platform)
{
    identity::NewApiKey key;
    key.name = arguments.valueOr("name", {});
    key.scopes = split(arguments.valueOr("scopes", {}));
    key.addresses = split(arguments.valueOr("addresses", {}));
    key.signing = arguments.flag("signing");
    SALLYPORT_ASSIGN(key.publicKey, publicKeyOf(arguments));
    if (const auto time = arguments.value("expires-in")) {
        SALLYPORT_ASSIGN(key.expiresIn, secondsOf("expires-in", *time));
    }
    if (const auto rate = arguments.value("rate")) {
        SALLYPORT_ASSIGN(key.rate, rateOf(*rate));
    }
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(key.owner, ownerOf(backend->services(), arguments.valueOr("owner", {})));
    SALLYPORT_ASSIGN(const identity::IssuedKey issued, backend->services().apiKeys.create(commandLine(), std::move(key)));
    print(issued);
    return {};
}

Result<void> change(const Arguments& arguments, const Platform& platform)
{
    SALLYPORT_ASSIGN(const KeyId id, oneKey(arguments));
    identity::ApiKeyPatch patch;
    patch.name = arguments.value("name");
    if (const auto scopes = arguments.value("scopes"))
        patch.scopes = split(*scopes);
    if (const auto addresses = arguments.value("addresses"))
        patch.addresses = *addresses == "any" ? std::vector<std::string>() : split(*addresses);
    if (const auto time = arguments.value("expires-in")) {
        SALLYPORT_ASSIGN(patch.expiresIn, secondsOf("expires-in", *time));
    }
    if (const auto rate = arguments.value("rate")) {
        patch.rate.emplace();
        if (*rate != "none") {
            SALLYPORT_ASSIGN(*patch.rate, rateOf(*rate));
        }
    }
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const ApiKey key, backend->services().apiKeys.change(commandLine(), id, patch));
    print(key);
    return {};
}

Result<void> rotate(const Arguments& arguments, const Platform& platform)
{
    SALLYPORT_ASSIGN(const KeyId id, oneKey(arguments));
    std::chrono::seconds overlap = identity::keyOverlapDefault;
    if (const auto time = arguments.value("overlap")) {
        SALLYPORT_ASSIGN(overlap, secondsOf("overlap", *time));
    }
    SALLYPORT_ASSIGN(const std::string publicKey, publicKeyOf(arguments));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::IssuedKey issued, backend->services().apiKeys.rotate(commandLine(), id, overlap, publicKey));
    print(issued);
    return {};
}

Result<void> revoke(const Arguments& arguments, const Platform& platform)
{
    std::vector<KeyId> ids;
    for (const std::string& text : arguments.positional()) {
        SALLYPORT_ASSIGN(KeyId id, keyIdOf(text));
        ids.push_back(std::move(id));
    }
    if (ids.empty())
        return usageError("name the keys by their prefixes (see key list)");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    for (const KeyId& id : ids) {
        SALLYPORT_TRY(backend->services().apiKeys.revoke(commandLine(), id));
        SALLYPORT_ASSIGN(const ApiKey key, backend->services().apiKeys.read(commandLine(), id));
        print(key);
    }
    return {};
}

} // namespace

std::vector<Command> keyCommands()
{
    const Option scopes{"scopes", "NAME,...", "permissions, or the groups read, write, delete, manage_users"};
    const Option expires{"expires-in", "TIME", "seconds, or 12h, 90d; default: the setting keys.default_lifetime"};
    const Option rate{"rate", "N/SECONDS", "the key's own limit"};
    const Option addresses{"addresses", "NET,...", "addresses or networks that it may be used from"};
    Option neededScopes = scopes;
    neededScopes.required = true;
    return {
        {"key list",
         "",
         "API keys: prefix, name, owner, scopes, state, expiry, last use, uses",
         {dataDirectoryOption,
          passphraseFileOption,
          {"q", "TEXT", "part of a name, prefix or owner's name"},
          {"filter", "WORD", "usable, expiring, stale, over-scoped or ended"}},
         list},
        {"key show", "PREFIX", "Everything about one API key but its text", {dataDirectoryOption, passphraseFileOption}, show},
        {"key create",
         "",
         "Create an API key and print it, once",
         {dataDirectoryOption,
          passphraseFileOption,
          {"name", "NAME", "what it is for", true},
          {"owner", "WHO", "a user's e-mail address or a service account's name", true},
          neededScopes,
          expires,
          addresses,
          rate,
          {"signing", "", "also make a secret for signed requests"},
          {"public-key", "FILE", "the owner's public key, PEM or JWK, Ed25519 or P-256: no text, opens only by signatures"}},
         create},
        {"key change",
         "PREFIX",
         "Change an API key",
         {dataDirectoryOption,
          passphraseFileOption,
          {"name", "NAME", "what it is for"},
          scopes,
          {"expires-in", "TIME", "seconds from now, or 12h, 90d"},
          {"addresses", "NET,...", "addresses or networks that it may be used from, or any"},
          {"rate", "N/SECONDS", "the key's own limit, or none"}},
         change},
        {"key rotate",
         "PREFIX",
         "Give an API key a new text and print it, once; the old one works on for a while",
         {dataDirectoryOption,
          passphraseFileOption,
          {"overlap", "TIME", "how long the old text works on; default: 24h"},
          {"public-key", "FILE", "the new public key, of a key that has one"}},
         rotate},
        {"key revoke", "PREFIX...", "Revoke API keys; they stop at once", {dataDirectoryOption, passphraseFileOption}, revoke},
    };
}

} // namespace sallyport::daemon
