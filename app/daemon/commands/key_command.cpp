#include "app/daemon/command.h"
#include "app/daemon/input_file.h"
#include "app/daemon/lookup.h"
#include "app/daemon/shown_time.h"

#include <charconv>
namespace sallyport::daemon {
namespace key_command_command {
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

std::string rateText(const std::optional<settings::RateLimit>& rate)
{
    return rate ? std::to_string(rate->requests) + "/" + std::to_string(rate->window.count()) : std::string();
}

Fields fieldsOf(const ApiKey& key)
{
    return {textField("prefix", key.prefix),           textField("name", key.name),
            textField("owner", key.owner.name),        wordsField("scopes", key.scopes),
            textField("state", stateText(key)),        timeField("expires_at", key.expiresAt),
            timeField("last_used_at", key.lastUsedAt), numberField("use_count", key.useCount)};
}

void print(Output& output, const identity::IssuedKey& issued)
{
    output.record(fieldsOf(issued.key));
    if (!issued.text.empty())
        output.secret("key", "key ", issued.text);
    if (!issued.signingSecret.empty())
        output.secret("signing_secret", "signing-secret ", issued.signingSecret);
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
    return file ? readInput(*file, limit) : Result<std::string>(std::string());
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
    return wordError("--filter", word, {"usable", "expiring", "stale", "over-scoped", "ended"});
}

Result<void> list(const Arguments& arguments, const Platform& platform, Output& output)
{
    ApiKeyQuery query;
    if (const auto filter = arguments.value("filter")) {
        SALLYPORT_ASSIGN(query.filter, filterOf(*filter));
    }
    query.text = arguments.valueOr("q", {});
    query.limit = 200;
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    output.beginList();
    do {
        SALLYPORT_ASSIGN(const identity::ApiKeyPage page, backend->services().apiKeys.list(commandLine(), query));
        for (const ApiKey& key : page.keys)
            output.row(fieldsOf(key));
        query.cursor = page.nextCursor;
    } while (output.good() && !query.cursor.empty());
    return {};
}

Result<void> show(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const KeyId id, oneKey(arguments));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const ApiKey key, backend->services().apiKeys.read(commandLine(), id));
    output.facts({textField("prefix", key.prefix),
                  textField("name", key.name),
                  textField("owner", key.owner.name),
                  textField("owner_kind", key.owner.service ? "service-account" : "user"),
                  wordsField("scopes", key.scopes).orDash(),
                  wordsField("beyond_owner", key.beyondOwner).orDash(),
                  wordsField("addresses", key.addresses).orDash(),
                  orDash("rate", rateText(key.rate)),
                  textField("signing", key.signing ? key.signatureAlgorithm : "no"),
                  orDash("public_key", key.publicKeyFingerprint),
                  textField("state", stateText(key)),
                  timeField("created", key.createdAt).shownAs(shownTime(key.createdAt) + " by " + key.createdBy),
                  textField("created_by", key.createdBy).jsonOnly(),
                  timeField("expires", key.expiresAt),
                  timeField("rotated", key.rotatedAt),
                  timeField("previous_until", key.previousUntil),
                  timeField("revoked", key.revokedAt),
                  timeField("last_used", key.lastUsedAt),
                  orDash("last_used_ip", key.lastUsedAddress),
                  numberField("uses", key.useCount)});
    return {};
}

Result<void> create(const Arguments& arguments, const Platform& platform, Output& output)
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
    print(output, issued);
    if (issued.text.empty() && issued.signingSecret.empty())
        return {}; // nothing that can't be shown again
    return finishOr(output, [&]() -> std::string {
        const auto revoked = backend->services().apiKeys.revoke(commandLine(), issued.key.id);
        return issued.key.prefix + (revoked ? " could not be shown and has been revoked" : " could not be shown: revoke it");
    });
}

Result<void> change(const Arguments& arguments, const Platform& platform, Output& output)
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
    output.record(fieldsOf(key));
    return {};
}

Result<void> rotate(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const KeyId id, oneKey(arguments));
    std::chrono::seconds overlap = identity::keyOverlapDefault;
    if (const auto time = arguments.value("overlap")) {
        SALLYPORT_ASSIGN(overlap, secondsOf("overlap", *time));
    }
    SALLYPORT_ASSIGN(const std::string publicKey, publicKeyOf(arguments));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::IssuedKey issued, backend->services().apiKeys.rotate(commandLine(), id, overlap, publicKey));
    print(output, issued);
    if (issued.text.empty() && issued.signingSecret.empty())
        return {}; // nothing that can't be shown again
    return finishOr(output, [&] {
        return "the new key could not be shown: rotate " + issued.key.prefix + " again for another one" +
               (issued.key.previousUntil
                    ? "; the old key works until " + shownTime(*issued.key.previousUntil) + " unless it is rotated again"
                    : "");
    });
}

Result<void> revoke(const Arguments& arguments, const Platform& platform, Output& output)
{
    std::vector<KeyId> ids;
    for (const std::string& text : arguments.positional()) {
        SALLYPORT_ASSIGN(KeyId id, keyIdOf(text));
        ids.push_back(std::move(id));
    }
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    for (const KeyId& id : ids) {
        SALLYPORT_TRY(backend->services().apiKeys.revoke(commandLine(), id));
        SALLYPORT_ASSIGN(const ApiKey key, backend->services().apiKeys.read(commandLine(), id));
        output.row(fieldsOf(key));
    }
    return {};
}

} // namespace
} // namespace key_command_command

std::vector<Command> keyCommands()
{
    using namespace key_command_command;
    const Option scopes{"scopes", "NAME,...", "permissions, or the groups read, write, delete, manage_users"};
    const Option expires{"expires-in", "TIME", "seconds, or 12h, 90d; default: the setting keys.default_lifetime"};
    const Option rate{"rate", "N/SECONDS", "the key's own limit"};
    const Option addresses{"addresses", "NET,...", "addresses or networks that it may be used from"};
    Option neededScopes = scopes;
    neededScopes.required = true;
    return {
        {"key list",
         Operands::none(),
         "API keys: prefix, name, owner, scopes, state, expiry, last use, uses",
         {dataDirectoryOption,
          passphraseFileOption,
          {"q", "TEXT", "part of a name, prefix or owner's name"},
          {"filter", "WORD", "usable, expiring, stale, over-scoped or ended"}},
         list},
        {"key show",
         Operands::one("PREFIX"),
         "Everything about one API key but the key itself",
         {dataDirectoryOption, passphraseFileOption},
         show},
        {"key create",
         Operands::none(),
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
          {"public-key", "FILE",
           "the owner's public key, PEM or JWK, Ed25519 or P-256: nothing to send, opens only by signatures"}},
         create},
        {"key change",
         Operands::one("PREFIX"),
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
         Operands::one("PREFIX"),
         "Put a new key in an API key's place and print it, once; the old one works on for a while",
         {dataDirectoryOption,
          passphraseFileOption,
          {"overlap", "TIME", "how long the old key works on; default: 24h"},
          {"public-key", "FILE", "the new public key, of a key that has one"}},
         rotate},
        {"key revoke",
         Operands::some("PREFIX..."),
         "Revoke API keys; they stop at once",
         {dataDirectoryOption, passphraseFileOption},
         revoke},
    };
}

} // namespace sallyport::daemon
