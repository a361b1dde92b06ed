#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "backend/base/time_format.h"

#include <cstdio>

namespace sallyport::daemon {
namespace {

Result<void> list(const Arguments& arguments, const Platform& platform)
{
    if (arguments.positional().size() != 1)
        return usageError("name the user by e-mail address or id");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::User user, findUser(backend->services(), arguments.positional().front()));
    SALLYPORT_ASSIGN(const auto passkeys, backend->services().passkeys.list(commandLine(), user.id));
    for (const identity::Passkey& passkey : passkeys) {
        std::printf("%s\t%s\t%s\t%s\t%s\t%s\n", passkey.id.text().c_str(), passkey.name.c_str(), passkey.algorithm.c_str(),
                    passkey.backedUp ? "backed up" : "one device", toRfc3339(passkey.createdAt).c_str(),
                    passkey.lastUsedAt ? toRfc3339(*passkey.lastUsedAt).c_str() : "never");
    }
    return {};
}

Result<void> remove(const Arguments& arguments, const Platform& platform)
{
    if (arguments.positional().empty())
        return usageError("name the passkeys by id (see passkey list)");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    for (const std::string& id : arguments.positional())
        SALLYPORT_TRY(backend->services().passkeys.remove(commandLine(), PasskeyId(id)));
    return {};
}

} // namespace

std::vector<Command> passkeyCommands()
{
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    return {{"passkey list", "USER", "A user's passkeys: id, name, algorithm, backed up, made, last used", options, list},
            {"passkey remove", "ID...", "Remove passkeys; the user's sessions end", options, remove}};
}

} // namespace sallyport::daemon
