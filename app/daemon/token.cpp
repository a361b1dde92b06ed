#include "app/daemon/command.h"
#include "app/daemon/secret_input.h"
#include "app/daemon/shown_time.h"

namespace sallyport::daemon {
namespace token_command {
namespace {

Result<void> token(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const SecretBytes password, readSecret(arguments, "password-file", "Password"));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    identity::SignIn& signIn = backend->services().signIn;
    const identity::ClientContext context{IpAddress::v4(0x7F000001), "sallyportd token", {}};
    SALLYPORT_ASSIGN(identity::SignInResult result, signIn.login(arguments.valueOr("email", {}), password, context));
    if (const auto* pending = std::get_if<identity::MfaPending>(&result)) {
        SALLYPORT_ASSIGN(const SecretBytes code, readSecret(arguments, "code-file", "Code"));
        SALLYPORT_ASSIGN(identity::Tokens tokens, signIn.completeMfa(pending->mfaToken, code.view(), context));
        result = std::move(tokens);
    }
    if (std::holds_alternative<identity::EnrolmentNeeded>(result))
        return makeError(ErrorCode::MfaEnrolmentRequired,
                         "a role of this user requires a second factor, and the time to set it up is over");
    const SecretBytes& access = std::get<identity::Tokens>(result).accessToken;
    output.secret("token", {}, access);
    return finishOr(output, [&]() -> std::string {
        const auto ended = backend->services().issuedTokens.revoke(commandLine(), access.view());
        return ended ? "the token could not be shown, and its session has ended"
                     : "the token could not be shown; session list and session end take its session away";
    });
}

/// What the API's `POST /oauth/introspect` tells, a line each.
Result<void> check(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const SecretBytes text, readSecret(arguments, "token-file", "Token"));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const auto facts, backend->services().issuedTokens.introspect(commandLine(), text.view()));
    if (!facts)
        return makeError(ErrorCode::TokenInvalid, "the token is worth nothing: not ours, over, or its session has ended");
    const bool isAccess = facts->kind == identity::TokenFacts::Kind::Access;
    output.facts({textField("kind", isAccess ? "access" : "refresh"), textField("user", facts->userEmail),
                  textField("session", facts->session.text()), timeField("issued", facts->issuedAt),
                  timeField("expires", facts->expiresAt)});
    return {};
}

Result<void> revoke(const Arguments& arguments, const Platform& platform, Output&)
{
    SALLYPORT_ASSIGN(const SecretBytes text, readSecret(arguments, "token-file", "Token"));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    return backend->services().issuedTokens.revoke(commandLine(), text.view());
}

Fields fieldsOf(const identity::SigningKeyInfo& key)
{
    return {textField("kid", key.kid), textField("algorithm", key.algorithm), timeField("created_at", key.createdAt),
            timeField("verifies_until", key.verifiesUntil)
                .shownAs(key.verifiesUntil ? "verifies until " + shownTime(*key.verifiesUntil) : "signs")};
}

Result<void> listKeys(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const auto keys, backend->services().issuedTokens.signingKeys(commandLine()));
    output.beginList();
    for (const identity::SigningKeyInfo& key : keys)
        output.row(fieldsOf(key));
    return {};
}

Result<void> rotateKey(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::SigningKeyInfo key, backend->services().issuedTokens.rotateSigningKey(commandLine()));
    output.record(fieldsOf(key));
    return {};
}

} // namespace
} // namespace token_command

std::vector<Command> tokenCommands()
{
    using namespace token_command;
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    const std::vector<Option> withToken{
        dataDirectoryOption, passphraseFileOption, {"token-file", "FILE", "first line is the token; - reads standard input"}};
    return {{"token",
             Operands::none(),
             "Sign a user in and print an access token for the server of this vault",
             {dataDirectoryOption,
              passphraseFileOption,
              {"email", "EMAIL", "who signs in", true},
              {"password-file", "FILE", "first line is the password; - reads standard input"},
              {"code-file", "FILE", "first line is the code of the second factor"}},
             token},
            {"token check", Operands::none(), "What a token is worth now; exit 1 if nothing", withToken, check},
            {"token revoke", Operands::none(), "End the session that a token belongs to", withToken, revoke},
            {"token keys", Operands::none(), "Keys that sign access tokens or still verify them: id, algorithm, made, until when",
             options, listKeys},
            {"token rotate-key", Operands::none(), "Let a new key sign access tokens from now on", options, rotateKey}};
}

} // namespace sallyport::daemon
