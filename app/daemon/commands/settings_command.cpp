#include "app/daemon/confirm.h"

namespace sallyport::daemon {
namespace settings_command_command {
namespace {

/// `key=value`; in JSON a member each, with the value as it is written.
void printSetting(Output& output, const settings::Definition& definition, const settings::Values& values)
{
    const std::string value = definition.get(values);
    output.record({textField(definition.key, value).shownAs(std::string(definition.key) + "=" + value)});
}

Result<void> list(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    const auto values = backend->services().settings.values();
    for (const settings::Definition& definition : settings::definitions())
        printSetting(output, definition, *values);
    return {};
}

Result<void> get(const Arguments& arguments, const Platform& platform, Output& output)
{
    for (const std::string& key : arguments.positional()) {
        if (settings::findDefinition(key) == nullptr)
            return makeError(ErrorCode::NotFound, "there is no setting " + key);
    }
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    const auto values = backend->services().settings.values();
    for (const std::string& key : arguments.positional())
        printSetting(output, *settings::findDefinition(key), *values);
    return {};
}

Result<void> set(const Arguments& arguments, const Platform& platform, Output& output)
{
    std::vector<std::pair<std::string, std::string>> changes;
    for (const std::string& word : arguments.positional()) {
        const std::size_t equals = word.find('=');
        if (equals == std::string::npos || equals == 0)
            return usageError("settings set takes KEY=VALUE");
        changes.emplace_back(word.substr(0, equals), word.substr(equals + 1));
    }
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    if (arguments.flag(confirmOption.name))
        return changeProvisionally(
            backend->services(), [&] { return backend->services().settings.change(commandLine(), changes); }, output);
    SALLYPORT_TRY(backend->services().settings.change(commandLine(), changes));
    const auto values = backend->services().settings.values();
    for (const auto& [key, value] : changes) {
        const settings::Definition& definition = *settings::findDefinition(key);
        printSetting(output, definition, *values);
        if (definition.needsRestart)
            warn(key + " is used from the server's next start");
    }
    return {};
}

} // namespace
} // namespace settings_command_command

std::vector<Command> settingsCommands()
{
    using namespace settings_command_command;
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    return {
        {"settings list", Operands::none(), "All settings with their values", options, list},
        {"settings get", Operands::some("KEY..."), "Some settings", options, get},
        {"settings set",
         Operands::some("KEY=VALUE..."),
         "Change settings, all or none, of a server that is stopped or running",
         {dataDirectoryOption, passphraseFileOption, confirmOption},
         set},
    };
}

} // namespace sallyport::daemon
