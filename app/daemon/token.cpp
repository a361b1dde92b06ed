#include "app/daemon/command.h"
#include "app/daemon/secret_input.h"

#include <cstdio>

namespace sallyport::daemon {
namespace {

Result<void> token(const Arguments& arguments, const Platform& platform)
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
    const SecretBytes& access = std::get<identity::Tokens>(result).accessToken;
    std::printf("%.*s\n", static_cast<int>(access.size()), access.view().data());
    std::fflush(stdout);
    return {};
}

} // namespace

std::vector<Command> tokenCommands()
{
    return {{"token", "", "Sign a user in and print an access token for the server of this vault",
             {kDataDirectory, kPassphraseFile, {"email", "EMAIL", "who signs in", true},
              {"password-file", "FILE", "first line is the password; - reads standard input"},
              {"code-file", "FILE", "first line is the code of the second factor"}},
             token}};
}

} // namespace sallyport::daemon
