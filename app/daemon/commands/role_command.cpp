#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "app/daemon/role_fields.h"
#include "backend/access/permission_words.h"
#include "backend/audit/filter_time.h"

namespace sallyport::daemon {
namespace role_command_command {
namespace {

constexpr Option untilOption{"until", "TIME",
                             "when it ends, or how long it lasts: 2026-11-30T22:00, 12h, 30d; without it has no end"};

constexpr Option dryRunOption{"dry-run", "", "say who would gain and who would lose what, and change nothing"};

/// A line for each permission that somebody gains or loses.
void print(const identity::RoleImpact& impact, Output& output)
{
    const auto row = [&](const char* what, const identity::RoleImpact::Effect& effect) {
        std::vector<std::string> names;
        for (const auto& member : effect.members)
            names.push_back(member.name);
        output.row({textField("effect", what), textField("permission", access::info(effect.permission).word),
                    numberField("count", effect.count), wordsField("members", names), numberField("keepers", effect.keepers),
                    wordsField("through", effect.through).orDash()});
    };
    output.beginList();
    for (const auto& effect : impact.gained)
        row("gained", effect);
    for (const auto& effect : impact.lost)
        row("lost", effect);
}

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
    if (arguments.flag(dryRunOption.name)) {
        SALLYPORT_ASSIGN(const auto impact, services.roleChanges.preview(commandLine(), arguments.positional()[0], patch));
        print(impact, output);
        return {};
    }
    SALLYPORT_TRY(services.roleChanges.change(commandLine(), arguments.positional()[0], patch));
    SALLYPORT_ASSIGN(const access::Role role, services.roles.read(commandLine(), arguments.positional()[0]));
    output.record(everythingOf(role));
    return {};
}

Result<void> remove(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    if (arguments.flag(dryRunOption.name)) {
        SALLYPORT_ASSIGN(const auto impact,
                         backend->services().roleChanges.previewRemoval(commandLine(), arguments.positional()[0]));
        print(impact, output);
        return {};
    }
    return backend->services().roleChanges.remove(commandLine(), arguments.positional()[0]);
}

/// `--until`: a time, or how long from now.
Result<std::optional<UtcTime>> untilOf(const Arguments& arguments, const Services& services)
{
    const auto text = arguments.value(untilOption.name);
    if (!text)
        return std::optional<UtcTime>();
    const UtcTime now = services.clock.now();
    // First, since the filter of events has `12h` for twelve hours ago.
    if (const auto length = secondsOf(untilOption.name, *text))
        return std::optional(now + *length);
    if (const auto time = audit::parseFilterTime(*text, now, services.settings.values()->timesZone))
        return time;
    return usageError("--until takes a time, such as 2026-11-30T22:00 or 2026-11-30T21:00:00Z, or how long: 12h, 30d");
}

template <identity::RoleChange Change>
Result<void> ofUser(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    Services& services = backend->services();
    SALLYPORT_ASSIGN(const identity::User user, findUser(services, arguments.positional()[1]));
    SALLYPORT_ASSIGN(const std::optional<UtcTime> until, untilOf(arguments, services));
    SALLYPORT_TRY(services.users.changeRole(commandLine(), user.id, {arguments.positional()[0], until}, Change));
    SALLYPORT_ASSIGN(const identity::User changed, services.users.read(commandLine(), user.id));
    output.record({textField("email", changed.email), wordsField("roles", changed.roles).shownAs(shownRoles(changed)),
                   roleEndsField(changed)});
    return {};
}

} // namespace
} // namespace role_command_command

std::vector<Command> roleCommands()
{
    using namespace role_command_command;
    const std::vector<Option> options{dataDirectoryOption, passphraseFileOption};
    const Operands which = Operands::one("ROLE");
    const Operands whose = Operands::exactly(2, "ROLE EMAIL|ID");
    const std::vector<Option> fields{dataDirectoryOption,
                                     passphraseFileOption,
                                     {"title", "TEXT", "what people read"},
                                     {"description", "TEXT", "what it is for"},
                                     {"permissions", "WORD,...", "what it allows by itself, like records:read"},
                                     {"inherits", "ROLE,...", "roles whose permissions it has too"}};
    std::vector<Option> changed = fields;
    changed.push_back(dryRunOption);
    return {
        {"role list", Operands::none(), "Roles: name, title, members, what they inherit, permissions", options, list},
        {"role show", which, "One role: its own permissions, and all that it allows", options, show},
        {"role create", Operands::one("NAME"), "Add a role of your own", fields, create},
        {"role change", which, "Change a role of your own", changed, change},
        {"role delete",
         which,
         "Delete a role of your own; its members lose it",
         {dataDirectoryOption, passphraseFileOption, dryRunOption},
         remove},
        {"role give",
         whose,
         "Give a user a role beside those that it has, for ever or for a time",
         {dataDirectoryOption, passphraseFileOption, untilOption},
         ofUser<identity::RoleChange::Give>},
        {"role take", whose, "Take a role from a user", options, ofUser<identity::RoleChange::Take>},
    };
}

} // namespace sallyport::daemon
