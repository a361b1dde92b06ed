#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "backend/base/time_format.h"

namespace sallyport::daemon {
namespace service_account_command_command {
namespace {

using identity::ServiceAccount;

Fields fieldsOf(const ServiceAccount& account)
{
    return {textField("id", account.id.text()), textField("name", account.name),
            wordsField("roles", account.roles), textField("status", account.enabled ? "active" : "disabled"),
            numberField("keys", account.keys),  timeField("last_used_at", account.lastUsedAt)};
}

Result<void> list(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    identity::ServiceAccountQuery query;
    query.text = arguments.valueOr("q", {});
    query.limit = 200;
    output.beginList();
    do {
        SALLYPORT_ASSIGN(const identity::ServiceAccountPage page, backend->services().serviceAccounts.list(commandLine(), query));
        for (const ServiceAccount& account : page.accounts)
            output.row(fieldsOf(account));
        query.cursor = page.nextCursor;
    } while (output.good() && !query.cursor.empty());
    return {};
}

Result<void> add(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const ServiceAccount account,
                     backend->services().serviceAccounts.create(commandLine(), {arguments.valueOr("name", {}),
                                                                                arguments.valueOr("description", {}),
                                                                                split(arguments.valueOr("roles", "viewer"))}));
    output.record(fieldsOf(account));
    return {};
}

Result<void> withAccount(const Arguments& arguments, const Platform& platform, Output& output,
                         Result<void> (*work)(Services&, const ServiceAccount&, const Arguments&, Output&))
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const ServiceAccount account, findServiceAccount(backend->services(), arguments.positional()[0]));
    return work(backend->services(), account, arguments, output);
}

Result<void> change(Services& services, const ServiceAccount& account, const identity::ServiceAccountPatch& patch, Output& output)
{
    SALLYPORT_ASSIGN(const ServiceAccount changed, services.serviceAccounts.change(commandLine(), account.id, patch));
    output.record(fieldsOf(changed));
    return {};
}

template <bool Enabled>
Result<void> setEnabled(const Arguments& arguments, const Platform& platform, Output& output)
{
    return withAccount(arguments, platform, output,
                       [](Services& services, const ServiceAccount& account, const Arguments&, Output& out) {
                           identity::ServiceAccountPatch patch;
                           patch.enabled = Enabled;
                           return change(services, account, patch, out);
                       });
}

Result<void> setRoles(const Arguments& arguments, const Platform& platform, Output& output)
{
    return withAccount(arguments, platform, output,
                       [](Services& services, const ServiceAccount& account, const Arguments& given, Output& out) {
                           identity::ServiceAccountPatch patch;
                           patch.roles = split(given.positional()[1]);
                           return change(services, account, patch, out);
                       });
}

Result<void> remove(const Arguments& arguments, const Platform& platform, Output& output)
{
    return withAccount(arguments, platform, output,
                       [](Services& services, const ServiceAccount& account, const Arguments&, Output&) {
                           return services.serviceAccounts.remove(commandLine(), account.id);
                       });
}

} // namespace
} // namespace service_account_command_command

std::vector<Command> serviceAccountCommands()
{
    using namespace service_account_command_command;
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    const Operands who = Operands::one("NAME|ID");
    return {
        {"service-account list",
         Operands::none(),
         "Service accounts: id, name, roles, status, usable keys, last use",
         {dataDirectoryOption, passphraseFileOption, {"q", "TEXT", "part of a name"}},
         list},
        {"service-account add",
         Operands::none(),
         "Add a service account: a principal for programs",
         {dataDirectoryOption,
          passphraseFileOption,
          {"name", "NAME", "what it is called", true},
          {"description", "TEXT", "what it does"},
          {"roles", "ROLE,...", "default: viewer"}},
         add},
        {"service-account disable", who, "Disable a service account; its keys stop at once", options, setEnabled<false>},
        {"service-account enable", who, "Enable a service account again", options, setEnabled<true>},
        {"service-account set-roles", Operands::exactly(2, "NAME|ID ROLE,..."), "Give a service account other roles", options,
         setRoles},
        {"service-account delete", who, "Delete a service account with its keys", options, remove},
    };
}

} // namespace sallyport::daemon
