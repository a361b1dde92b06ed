#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "backend/base/time_format.h"

#include <cstdio>

namespace sallyport::daemon {
namespace {

using identity::ServiceAccount;

void print(const ServiceAccount& account)
{
    std::printf("%s\t%s\t%s\t%s\t%lld\t%s\n", account.id.text().c_str(), account.name.c_str(), joined(account.roles).c_str(),
                account.enabled ? "active" : "disabled", static_cast<long long>(account.keys),
                account.lastUsedAt ? toRfc3339(*account.lastUsedAt).c_str() : "-");
}

Result<void> list(const Arguments& arguments, const Platform& platform)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    identity::ServiceAccountQuery query;
    query.text = arguments.valueOr("q", {});
    query.limit = 200;
    do {
        SALLYPORT_ASSIGN(const identity::ServiceAccountPage page, backend->services().serviceAccounts.list(commandLine(), query));
        for (const ServiceAccount& account : page.accounts)
            print(account);
        query.cursor = page.nextCursor;
    } while (!query.cursor.empty());
    return {};
}

Result<void> add(const Arguments& arguments, const Platform& platform)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const ServiceAccount account,
                     backend->services().serviceAccounts.create(commandLine(), {arguments.valueOr("name", {}),
                                                                                arguments.valueOr("description", {}),
                                                                                split(arguments.valueOr("roles", "viewer"))}));
    print(account);
    return {};
}

Result<void> withAccount(const Arguments& arguments, const Platform& platform,
                         Result<void> (*work)(Services&, const ServiceAccount&, const Arguments&))
{
    if (arguments.positional().empty())
        return usageError("name the service account");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const ServiceAccount account, findServiceAccount(backend->services(), arguments.positional()[0]));
    return work(backend->services(), account, arguments);
}

Result<void> change(Services& services, const ServiceAccount& account, const identity::ServiceAccountPatch& patch)
{
    SALLYPORT_ASSIGN(const ServiceAccount changed, services.serviceAccounts.change(commandLine(), account.id, patch));
    print(changed);
    return {};
}

template <bool Enabled>
Result<void> setEnabled(const Arguments& arguments, const Platform& platform)
{
    return withAccount(arguments, platform, [](Services& services, const ServiceAccount& account, const Arguments&) {
        identity::ServiceAccountPatch patch;
        patch.enabled = Enabled;
        return change(services, account, patch);
    });
}

Result<void> setRoles(const Arguments& arguments, const Platform& platform)
{
    if (arguments.positional().size() != 2)
        return usageError("service-account set-roles takes the account and ROLE,ROLE...");
    return withAccount(arguments, platform, [](Services& services, const ServiceAccount& account, const Arguments& given) {
        identity::ServiceAccountPatch patch;
        patch.roles = split(given.positional()[1]);
        return change(services, account, patch);
    });
}

Result<void> remove(const Arguments& arguments, const Platform& platform)
{
    return withAccount(arguments, platform, [](Services& services, const ServiceAccount& account, const Arguments&) {
        return services.serviceAccounts.remove(commandLine(), account.id);
    });
}

} // namespace

std::vector<Command> serviceAccountCommands()
{
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    const std::string_view who = "NAME|ID";
    return {
        {"service-account list",
         "",
         "Service accounts: id, name, roles, status, usable keys, last use",
         {dataDirectoryOption, passphraseFileOption, {"q", "TEXT", "part of a name"}},
         list},
        {"service-account add",
         "",
         "Add a service account: a principal for programs",
         {dataDirectoryOption,
          passphraseFileOption,
          {"name", "NAME", "what it is called", true},
          {"description", "TEXT", "what it does"},
          {"roles", "ROLE,...", "default: viewer"}},
         add},
        {"service-account disable", who, "Disable a service account; its keys stop at once", options, setEnabled<false>},
        {"service-account enable", who, "Enable a service account again", options, setEnabled<true>},
        {"service-account set-roles", "NAME|ID ROLE,...", "Give a service account other roles", options, setRoles},
        {"service-account delete", who, "Delete a service account with its keys", options, remove},
    };
}

} // namespace sallyport::daemon
