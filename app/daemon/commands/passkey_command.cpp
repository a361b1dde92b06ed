#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "backend/base/time_format.h"

namespace sallyport::daemon {
namespace passkey_command_command {
namespace {

Result<void> list(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::User user, findUser(backend->services(), arguments.positional().front()));
    SALLYPORT_ASSIGN(const auto passkeys, backend->services().passkeys.list(commandLine(), user.id));
    output.beginList();
    for (const identity::Passkey& passkey : passkeys)
        output.row({textField("id", passkey.id.text()), textField("name", passkey.name),
                    textField("algorithm", passkey.algorithm),
                    flagField("backed_up", passkey.backedUp, "backed up", "one device"),
                    timeField("created_at", passkey.createdAt), timeField("last_used_at", passkey.lastUsedAt, "never")});
    return {};
}

Result<void> remove(const Arguments& arguments, const Platform& platform, Output&)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    for (const std::string& id : arguments.positional())
        SALLYPORT_TRY(backend->services().passkeys.remove(commandLine(), PasskeyId(id)));
    return {};
}

} // namespace
} // namespace passkey_command_command

std::vector<Command> passkeyCommands()
{
    using namespace passkey_command_command;
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    return {{"passkey list", Operands::one("USER"), "A user's passkeys: id, name, algorithm, backed up, made, last used", options,
             list},
            {"passkey remove", Operands::some("ID..."), "Remove passkeys; the user's sessions end", options, remove}};
}

} // namespace sallyport::daemon
