#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "backend/access/permission_words.h"

namespace sallyport::daemon {
namespace {

Fields fieldsOf(const access::Role& role)
{
    return {textField("name", role.name), textField("title", role.title), numberField("members", role.members),
            wordsField("inherits", role.inherits), wordsField("permissions", access::permissionWords(role.permissions))};
}

Fields everythingOf(const access::Role& role)
{
    return {textField("id", role.id.text()),
            textField("name", role.name),
            textField("title", role.title),
            textField("description", role.description),
            textField("kind", role.builtIn ? "built-in" : "own"),
            numberField("members", role.members),
            wordsField("inherits", role.inherits),
            wordsField("own_permissions", access::permissionWords(role.own)),
            wordsField("permissions", access::permissionWords(role.permissions)),
            timeField("changed_at", role.changedAt),
            textField("changed_by", role.changedBy)};
}

Result<void> list(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const std::vector<access::Role> roles, backend->services().roles.list(commandLine()));
    output.beginList();
    for (const access::Role& role : roles)
        output.row(fieldsOf(role));
    return {};
}

Result<void> show(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const access::Role role, backend->services().roles.read(commandLine(), arguments.positional()[0]));
    output.record(everythingOf(role));
    return {};
}

Result<void> create(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(
        const access::Role role,
        backend->services().roleChanges.create(
            commandLine(), {arguments.positional()[0], arguments.valueOr("title", {}), arguments.valueOr("description", {}),
                            split(arguments.valueOr("permissions", {})), split(arguments.valueOr("inherits", {}))}));
    output.record(everythingOf(role));
    return {};
}

Result<void> change(const Arguments& arguments, const Platform& platform, Output& output)
{
    identity::RolePatch patch;
    if (arguments.value("title"))
        patch.title = arguments.valueOr("title", {});
    if (arguments.value("description"))
        patch.description = arguments.valueOr("description", {});
    if (arguments.value("permissions"))
        patch.permissions = split(arguments.valueOr("permissions", {}));
    if (arguments.value("inherits"))
        patch.inherits = split(arguments.valueOr("inherits", {}));
    if (!patch.title && !patch.description && !patch.permissions && !patch.inherits)
        return usageError("nothing to change: give --title, --description, --permissions or --inherits");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    Services& services = backend->services();
    SALLYPORT_TRY(services.roleChanges.change(commandLine(), arguments.positional()[0], patch));
    SALLYPORT_ASSIGN(const access::Role role, services.roles.read(commandLine(), arguments.positional()[0]));
    output.record(everythingOf(role));
    return {};
}

Result<void> remove(const Arguments& arguments, const Platform& platform, Output&)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    return backend->services().roleChanges.remove(commandLine(), arguments.positional()[0]);
}

template <identity::RoleChange Change>
Result<void> ofUser(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    Services& services = backend->services();
    SALLYPORT_ASSIGN(const identity::User user, findUser(services, arguments.positional()[1]));
    SALLYPORT_TRY(services.users.changeRole(commandLine(), user.id, arguments.positional()[0], Change));
    SALLYPORT_ASSIGN(const identity::User changed, services.users.read(commandLine(), user.id));
    output.record({textField("email", changed.email), wordsField("roles", changed.roles)});
    return {};
}

} // namespace

std::vector<Command> roleCommands()
{
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    const Operands which = Operands::one("ROLE");
    const Operands whose = Operands::exactly(2, "ROLE EMAIL|ID");
    const std::vector<Option> fields{dataDirectoryOption,
                                     passphraseFileOption,
                                     {"title", "TEXT", "what people read"},
                                     {"description", "TEXT", "what it is for"},
                                     {"permissions", "WORD,...", "what it allows by itself, like records:read"},
                                     {"inherits", "ROLE,...", "roles whose permissions it has too"}};
    return {
        {"role list", Operands::none(), "Roles: name, title, members, what they inherit, permissions", options, list},
        {"role show", which, "One role: its own permissions, and all that it allows", options, show},
        {"role create", Operands::one("NAME"), "Add a role of your own", fields, create},
        {"role change", which, "Change a role of your own", fields, change},
        {"role delete", which, "Delete a role of your own; its members lose it", options, remove},
        {"role give", whose, "Give a user a role beside those that it has", options, ofUser<identity::RoleChange::Give>},
        {"role take", whose, "Take a role from a user", options, ofUser<identity::RoleChange::Take>},
    };
}

} // namespace sallyport::daemon
