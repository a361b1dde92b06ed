#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "app/daemon/secret_input.h"
#include "backend/base/time_format.h"
#include "backend/identity/providers/provider_presets.h"
#include "backend/identity/providers/role_rule_text.h"

#include <algorithm>
namespace sallyport::daemon {
namespace provider_command_command {
namespace {

using identity::IdentityProvider;
using identity::OutsideLink;
using identity::ProviderFields;

Fields fieldsOf(const IdentityProvider& provider)
{
    return {textField("name", provider.fields.name),
            textField("title", provider.fields.title),
            textField("status", provider.enabled ? "enabled" : "disabled"),
            textField("issuer", provider.fields.issuer),
            textField("redirect_uri", provider.redirectUri),
            numberField("links", provider.links),
            timeField("last_used_at", provider.lastUsedAt)};
}

Fields fieldsOf(const OutsideLink& link)
{
    return {textField("id", link.id.text()),    textField("provider", link.providerTitle),
            textField("subject", link.subject), orDash("label", link.label),
            textField("user", link.userName),   timeField("last_used_at", link.lastUsedAt)};
}

/// By its name in the URL, or its id.
Result<IdentityProvider> findProvider(Services& services, const std::string& nameOrId)
{
    if (isIdText(nameOrId))
        return services.identityProviders.read(commandLine(), ProviderId(nameOrId));
    SALLYPORT_ASSIGN(const std::vector<IdentityProvider> all, services.identityProviders.list(commandLine()));
    const auto found = std::ranges::find(all, nameOrId, [](const IdentityProvider& provider) { return provider.fields.name; });
    if (found == all.end())
        return makeError(ErrorCode::NotFound, "there is no identity provider " + nameOrId);
    return *found;
}

/// A word option; `find` says what it stands for.
template <typename Enum>
Result<void> readWord(const Arguments& arguments, std::string_view name, std::optional<Enum> (*find)(std::string_view) noexcept,
                      std::initializer_list<std::string_view> known, Enum& to)
{
    const auto text = arguments.value(name);
    if (!text)
        return {};
    const auto value = find(*text);
    if (!value)
        return wordError("--" + std::string(name), *text, known);
    to = *value;
    return {};
}

Result<void> readSwitch(const Arguments& arguments, std::string_view name, bool& to)
{
    const auto text = arguments.value(name);
    if (text && *text != "yes" && *text != "no")
        return wordError("--" + std::string(name), *text, {"yes", "no"});
    to = text ? *text == "yes" : to;
    return {};
}

Result<void> readFields(const Arguments& arguments, ProviderFields& fields)
{
    for (const auto& [name, member] : {std::pair("name", &fields.name), std::pair("title", &fields.title),
                                       std::pair("issuer", &fields.issuer), std::pair("client-id", &fields.clientId)})
        *member = arguments.valueOr(name, *member);
    for (const auto& [name, member] :
         {std::pair("scopes", &fields.scopes), std::pair("algorithms", &fields.algorithms), std::pair("roles", &fields.roles),
          std::pair("accepted-amr", &fields.acceptedAmr), std::pair("accepted-acr", &fields.acceptedAcr),
          std::pair("return-urls", &fields.returnUrls)}) {
        if (const auto text = arguments.value(name))
            *member = split(*text);
    }
    SALLYPORT_TRY(readWord(arguments, "kind", identity::providerKind, {"oidc", "github"}, fields.kind));
    SALLYPORT_TRY(
        readWord(arguments, "authentication", identity::clientAuthentication, {"basic", "post", "none"}, fields.authentication));
    SALLYPORT_TRY(
        readWord(arguments, "first-login", identity::firstLogin, {"refuse", "create", "create_disabled"}, fields.firstLogin));
    SALLYPORT_TRY(readSwitch(arguments, "roles-each-time", fields.rolesEachTime));
    SALLYPORT_TRY(readSwitch(arguments, "trust-email", fields.trustEmail));
    if (const auto rules = arguments.value("rules")) {
        auto read = identity::roleRulesFrom(*rules);
        if (!read)
            return usageError("--rules takes CLAIM=VALUE:ROLE,...; a backslash stands before = : and , that are part of a name");
        fields.roleRules = std::move(*read);
    }
    return {};
}

Result<std::optional<SecretBytes>> clientSecretOf(const Arguments& arguments)
{
    const auto file = arguments.value("client-secret-file");
    if (!file)
        return std::optional<SecretBytes>();
    SALLYPORT_ASSIGN(SecretBytes secret, readSecretFile(*file));
    return std::optional(std::move(secret));
}

Result<void> listProviders(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const auto providers, backend->services().identityProviders.list(commandLine(), arguments.valueOr("q", {})));
    output.beginList();
    for (const IdentityProvider& provider : providers)
        output.row(fieldsOf(provider));
    return {};
}

Result<void> addProvider(const Arguments& arguments, const Platform& platform, Output& output)
{
    identity::NewProvider provider;
    if (const auto word = arguments.value("preset")) {
        const auto preset = std::ranges::find(identity::providerPresets, *word, &identity::ProviderPreset::name);
        if (preset == identity::providerPresets.end())
            return wordError("--preset", *word, {"google", "microsoft", "github", "gitlab"});
        provider.fields.name = preset->name;
        provider.fields.title = preset->title;
        provider.fields.kind = preset->kind;
        provider.fields.issuer = preset->issuer;
        provider.fields.authentication = preset->authentication;
    }
    for (const char* const needed : {"name", "title", "issuer", "client-id"}) {
        const bool known = std::string_view(needed) != "client-id" && arguments.value("preset");
        const bool without =
            std::string_view(needed) == "issuer" && arguments.value("kind") == std::optional<std::string>("github");
        if (!known && !without && !arguments.value(needed))
            return usageError("--" + std::string(needed) + " is missing");
    }
    SALLYPORT_TRY(readFields(arguments, provider.fields));
    SALLYPORT_ASSIGN(provider.clientSecret, clientSecretOf(arguments));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const IdentityProvider made,
                     backend->services().identityProviders.create(commandLine(), std::move(provider)));
    output.record(fieldsOf(made));
    return {};
}

using ProviderWork = Result<void> (*)(Services&, const IdentityProvider&, const Arguments&, Output&);

Result<void> withProvider(const Arguments& arguments, const Platform& platform, Output& output, ProviderWork work)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const IdentityProvider provider, findProvider(backend->services(), arguments.positional()[0]));
    return work(backend->services(), provider, arguments, output);
}

Result<void> applyPatch(Services& services, const IdentityProvider& provider, identity::ProviderPatch patch, Output& output)
{
    patch.expectedVersion = provider.version;
    SALLYPORT_ASSIGN(const IdentityProvider changed,
                     services.identityProviders.change(commandLine(), provider.id, std::move(patch)));
    output.record(fieldsOf(changed));
    return {};
}

Result<void> changeProvider(const Arguments& arguments, const Platform& platform, Output& output)
{
    return withProvider(
        arguments, platform, output,
        [](Services& services, const IdentityProvider& provider, const Arguments& given, Output& out) -> Result<void> {
            identity::ProviderPatch patch;
            patch.fields = provider.fields;
            SALLYPORT_TRY(readFields(given, *patch.fields));
            SALLYPORT_ASSIGN(patch.clientSecret, clientSecretOf(given));
            return applyPatch(services, provider, std::move(patch), out);
        });
}

template <bool Enabled>
Result<void> setProviderEnabled(const Arguments& arguments, const Platform& platform, Output& output)
{
    return withProvider(arguments, platform, output,
                        [](Services& services, const IdentityProvider& provider, const Arguments&, Output& out) {
                            identity::ProviderPatch patch;
                            patch.enabled = Enabled;
                            return applyPatch(services, provider, std::move(patch), out);
                        });
}

Result<void> deleteProvider(const Arguments& arguments, const Platform& platform, Output& output)
{
    return withProvider(
        arguments, platform, output,
        [](Services& services, const IdentityProvider& provider, const Arguments& given, Output&) -> Result<void> {
            if (provider.links > 0 && !given.flag("yes")) {
                return makeError(ErrorCode::Conflict, std::to_string(provider.links) +
                                                          " users sign in with it; add --yes to delete it with their links");
            }
            return services.identityProviders.remove(commandLine(), provider.id);
        });
}

/// Description and keys; the rest of a login needs a browser and the running server (the window, or POST
/// /api/providers/{id}/test).
Result<void> testProvider(const Arguments& arguments, const Platform& platform, Output& output)
{
    return withProvider(
        arguments, platform, output,
        [](Services& services, const IdentityProvider& provider, const Arguments&, Output& out) -> Result<void> {
            SALLYPORT_ASSIGN(const identity::LoginTest result, services.identityProviders.startTest(commandLine(), provider.id));
            out.beginList();
            for (const identity::TestStep& step : result.steps) {
                if (step.state == identity::TestStep::State::Failed)
                    return makeError(ErrorCode::Unavailable,
                                     std::string(step.step) + ": " + step.detail + " (" + step.word + ")");
                if (step.state == identity::TestStep::State::Passed)
                    out.row({textField("step", step.step), textField("state", "passed"), textField("detail", step.detail)});
            }
            return {};
        });
}

Result<void> listProviderLinks(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    identity::OutsideLinkQuery query;
    query.limit = 200;
    if (const auto name = arguments.value("provider")) {
        SALLYPORT_ASSIGN(const IdentityProvider provider, findProvider(backend->services(), *name));
        query.provider = provider.id;
    }
    if (const auto who = arguments.value("user")) {
        SALLYPORT_ASSIGN(const identity::User user, findUser(backend->services(), *who));
        query.user = user.id;
    }
    output.beginList();
    do {
        SALLYPORT_ASSIGN(const identity::OutsideLinkPage page, backend->services().identityProviders.links(commandLine(), query));
        for (const OutsideLink& link : page.links)
            output.row(fieldsOf(link));
        query.cursor = page.nextCursor;
    } while (output.good() && !query.cursor.empty());
    return {};
}

Result<void> linkUser(const Arguments& arguments, const Platform& platform, Output& output)
{
    return withProvider(
        arguments, platform, output,
        [](Services& services, const IdentityProvider& provider, const Arguments& given, Output& out) -> Result<void> {
            SALLYPORT_ASSIGN(const identity::User user, findUser(services, given.positional()[2]));
            SALLYPORT_ASSIGN(const OutsideLink made,
                             services.identityProviders.link(commandLine(), provider.id, given.positional()[1], user.id));
            out.record(fieldsOf(made));
            return {};
        });
}

Result<void> removeProviderLink(const Arguments& arguments, const Platform& platform, Output&)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    return backend->services().identityProviders.unlink(commandLine(), identity::OutsideLinkId(arguments.positional()[0]));
}

} // namespace
} // namespace provider_command_command

std::vector<Command> providerCommands()
{
    using namespace provider_command_command;
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    const std::vector<Option> fields{
        dataDirectoryOption,
        passphraseFileOption,
        {"preset", "WORD",
         "google, microsoft, github or gitlab: name, title and issuer as they are known (to add: needed, or these three)"},
        {"name", "NAME", "in the URL of its login, /auth/NAME"},
        {"title", "TEXT", "what people read"},
        {"kind", "WORD", "oidc or github; default oidc"},
        {"issuer", "URL", "its issuer, or the address of its description"},
        {"client-id", "TEXT", "what it knows this server by (needed to add)"},
        {"client-secret-file", "FILE", "first line is the client secret; - reads standard input"},
        {"authentication", "WORD", "basic, post or none (a public client)"},
        {"scopes", "WORD,...", "default: email,openid,profile"},
        {"algorithms", "WORD,...", "of ID tokens; HS256 only alone"},
        {"first-login", "WORD", "refuse, create or create_disabled somebody who is linked to no user"},
        {"roles", "ROLE,...", "of new users; default: viewer"},
        {"rules", "CLAIM=VALUE:ROLE,...", "roles by what the provider says; \\ before = : or , keeps it"},
        {"roles-each-time", "yes|no", "the rules decide at each sign-in"},
        {"trust-email", "yes|no", "take addresses that the provider does not call verified"},
        {"accepted-amr", "WORD,...", "values of amr that stand for the second factor"},
        {"accepted-acr", "WORD,...", "values of acr that do"},
        {"return-urls", "URL,...", "where a login may end"}};
    std::vector<Option> deleting = options;
    deleting.push_back({"yes", "", "although users sign in with it"});
    return {
        {"provider list",
         Operands::none(),
         "Identity providers: name, title, status, issuer, redirect URI, links, last use",
         {dataDirectoryOption, passphraseFileOption, {"q", "TEXT", "part of a title"}},
         listProviders},
        {"provider add", Operands::none(), "Add an identity provider that users may sign in with", fields, addProvider},
        {"provider change", Operands::one("NAME"), "Change an identity provider", fields, changeProvider},
        {"provider enable", Operands::one("NAME"), "Let users sign in with it again", options, setProviderEnabled<true>},
        {"provider disable", Operands::one("NAME"), "Nobody signs in with it any more", options, setProviderEnabled<false>},
        {"provider delete", Operands::one("NAME"), "Delete an identity provider with its links", deleting, deleteProvider},
        {"provider test", Operands::one("NAME"), "Ask it for its description and keys", options, testProvider},
        {"provider links",
         Operands::none(),
         "Who at a provider is which user here: id, provider, subject, label, user, last use",
         {dataDirectoryOption,
          passphraseFileOption,
          {"provider", "NAME", "only of this one"},
          {"user", "EMAIL|ID", "only of this user"}},
         listProviderLinks},
        {"provider link", Operands::exactly(3, "NAME SUBJECT EMAIL|ID"), "Link a user to an account at a provider", options,
         linkUser},
        {"provider unlink", Operands::one("LINK"), "Remove a link and end the user's sessions", options, removeProviderLink},
    };
}

} // namespace sallyport::daemon
