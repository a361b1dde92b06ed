#include "app/daemon/confirm.h"

namespace sallyport::daemon {
namespace change_command_command {
namespace {

Result<void> list(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const auto changes, backend->services().provisionalChanges.list(commandLine()));
    output.beginList();
    for (const ProvisionalChange& change : changes)
        output.row(fieldsOf(change));
    return {};
}

Result<void> confirm(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const auto change, backend->services().provisionalChanges.confirm(commandLine(), arguments.positional()[0]));
    output.record(fieldsOf(change));
    return {};
}

Result<void> undo(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const auto change,
                     backend->services().provisionalChanges.takeBack(commandLine(), arguments.positional()[0]));
    output.record(fieldsOf(change));
    return {};
}

} // namespace
} // namespace change_command_command

std::vector<Command> changeCommands()
{
    using namespace change_command_command;
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    const Operands which = Operands::one("ID");
    return {
        {"change list", Operands::none(), "Changes that cut off whoever made them, and wait to be confirmed", options, list},
        {"change confirm", which, "Keep such a change", options, confirm},
        {"change undo", which, "Take such a change back now", options, undo},
    };
}

} // namespace sallyport::daemon
