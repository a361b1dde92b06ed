#include "app/daemon/command.h"

#include <cstdio>

namespace sallyport::daemon {
namespace {

void printSetting(const settings::Definition& definition, const settings::Values& values)
{
    std::printf("%.*s=%s\n", static_cast<int>(definition.key.size()), definition.key.data(), definition.get(values).c_str());
}

Result<void> list(const Arguments& arguments, const Platform& platform)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    const auto values = backend->services().settings.values();
    for (const settings::Definition& definition : settings::definitions())
        printSetting(definition, *values);
    return {};
}

Result<void> get(const Arguments& arguments, const Platform& platform)
{
    if (arguments.positional().empty())
        return usageError("name at least one setting; 'sallyportd settings list' shows them");
    for (const std::string& key : arguments.positional()) {
        if (settings::findDefinition(key) == nullptr)
            return makeError(ErrorCode::NotFound, "there is no setting " + key);
    }
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    const auto values = backend->services().settings.values();
    for (const std::string& key : arguments.positional())
        printSetting(*settings::findDefinition(key), *values);
    return {};
}

Result<void> set(const Arguments& arguments, const Platform& platform)
{
    std::vector<std::pair<std::string, std::string>> changes;
    for (const std::string& word : arguments.positional()) {
        const std::size_t equals = word.find('=');
        if (equals == std::string::npos || equals == 0)
            return usageError("settings set takes KEY=VALUE");
        changes.emplace_back(word.substr(0, equals), word.substr(equals + 1));
    }
    if (changes.empty())
        return usageError("settings set takes at least one KEY=VALUE");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_TRY(backend->services().settings.change(commandLine(), changes));
    const auto values = backend->services().settings.values();
    for (const auto& [key, value] : changes) {
        const settings::Definition& definition = *settings::findDefinition(key);
        printSetting(definition, *values);
        if (definition.needsRestart)
            std::fprintf(stderr, "sallyportd: %s is used from the server's next start\n", key.c_str());
    }
    return {};
}

Result<void> limitGet(const Arguments& arguments, const Platform& platform)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    const auto values = backend->services().settings.values();
    for (const settings::Definition& definition : settings::definitions()) {
        if (definition.type == "rate")
            printSetting(definition, *values);
    }
    return {};
}

Result<void> limitSet(const Arguments& arguments, const Platform& platform)
{
    if (arguments.positional().size() != 2)
        return usageError("limit set takes a class and REQUESTS/SECONDS");
    const std::string key = "rate_limits." + arguments.positional()[0];
    if (settings::findDefinition(key) == nullptr)
        return usageError("the classes are auth, api_read, api_write, file_upload, admin and address");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_TRY(backend->services().settings.change(commandLine(), {{key, arguments.positional()[1]}}));
    printSetting(*settings::findDefinition(key), *backend->services().settings.values());
    return {};
}

} // namespace

std::vector<Command> settingsCommands()
{
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    return {
        {"settings list", "", "All settings with their values", options, list},
        {"settings get", "KEY...", "Some settings", options, get},
        {"settings set", "KEY=VALUE...", "Change settings, all or none, of a server that is stopped or running", options, set},
        {"limit get", "", "The rate limits, as requests/seconds", options, limitGet},
        {"limit set", "CLASS REQUESTS/SECONDS", "Change a rate limit", options, limitSet},
    };
}

} // namespace sallyport::daemon
