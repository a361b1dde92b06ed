#include "app/daemon/command.h"
#include "app/daemon/shown_time.h"

#include "app/daemon/secret_input.h"
#include "backend/base/nearest_word.h"
#include "backend/base/shown_text.h"

#include <unistd.h>

#include <algorithm>

namespace sallyport::daemon {

// The files of commands, in the order of the help: each defines `std::vector<Command> <name>Commands()`. This list is all that
// a new one has to be entered in.
#define SALLYPORT_COMMAND_GROUPS(group)                                                                                          \
    group(serve);                                                                                                                \
    group(init);                                                                                                                 \
    group(token);                                                                                                                \
    group(user);                                                                                                                 \
    group(userDetail);                                                                                                           \
    group(userBulk);                                                                                                             \
    group(userTransfer);                                                                                                         \
    group(role);                                                                                                                 \
    group(access);                                                                                                               \
    group(record);                                                                                                               \
    group(comment);                                                                                                              \
    group(file);                                                                                                                 \
    group(password);                                                                                                             \
    group(session);                                                                                                              \
    group(mfa);                                                                                                                  \
    group(passkey);                                                                                                              \
    group(key);                                                                                                                  \
    group(scan);                                                                                                                 \
    group(serviceAccount);                                                                                                       \
    group(provider);                                                                                                             \
    group(signature);                                                                                                            \
    group(policy);                                                                                                               \
    group(policyTransfer);                                                                                                       \
    group(ban);                                                                                                                  \
    group(detection);                                                                                                            \
    group(change);                                                                                                               \
    group(certificate);                                                                                                          \
    group(settings);                                                                                                             \
    group(limit);                                                                                                                \
    group(search);                                                                                                               \
    group(history);                                                                                                              \
    group(retention);                                                                                                            \
    group(audit);                                                                                                                \
    group(restore);                                                                                                              \
    group(output);                                                                                                               \
    group(merkle);                                                                                                               \
    group(evidence);                                                                                                             \
    group(report);                                                                                                               \
    group(incident);                                                                                                             \
    group(alert);                                                                                                                \
    group(drill);                                                                                                                \
    group(doctor);

#define SALLYPORT_DECLARE_COMMANDS(name) std::vector<Command> name##Commands()
SALLYPORT_COMMAND_GROUPS(SALLYPORT_DECLARE_COMMANDS)

std::vector<Command> commands()
{
    std::vector<Command> all;
    const auto add = [&all](const std::vector<Command>& some) { all.insert(all.end(), some.begin(), some.end()); };
#define SALLYPORT_ADD_COMMANDS(name) add(name##Commands())
    SALLYPORT_COMMAND_GROUPS(SALLYPORT_ADD_COMMANDS)
    for (Command& command : all) {
        if (std::ranges::find(command.options, jsonForm.name, &Option::name) == command.options.end())
            command.options.push_back(jsonForm);
    }
    return all;
}

Error usageError(std::string text)
{
    Error error(ErrorCode::InvalidArgument, std::move(text));
    error.word = "usage";
    return error;
}

Error wordError(std::string_view what, std::string_view word, std::span<const std::string_view> known)
{
    std::string text(what);
    for (std::size_t i = 0; i < known.size(); ++i)
        text.append(i == 0 ? " takes " : i + 1 == known.size() ? " or " : ", ").append(known[i]);
    if (const auto nearest = nearestWord(word, known))
        text.append("; did you mean ").append(*nearest).append("?");
    return usageError(std::move(text));
}

Error damagedError(std::string text)
{
    Error error(ErrorCode::DatabaseDamaged, std::move(text));
    error.word = "found";
    return error;
}

Result<void> judgeJournal(Services& services, const std::string& madeFrom, const std::string& damaged)
{
    if (const auto damage = services.events.damage())
        return damagedError("DAMAGED: " + damageText(*damage) + "; it was written all the same" + damagedEventsText(damaged));
    if (madeFrom.empty())
        return {};
    return damagedError("DAMAGED: this was made from a journal that was not whole: " + madeFrom + damagedEventsText(damaged));
}

std::string damagedEventsText(const std::string& damaged)
{
    return damaged.empty() ? std::string() : "; events that are not the ones that the tree holds: " + damaged;
}

std::string acceptedText(const audit::AcceptedDamage& accepted)
{
    const std::string first = std::to_string(accepted.first), last = std::to_string(accepted.last);
    const bool one = accepted.first == accepted.last;
    std::string text;
    switch (accepted.problem) {
    case audit::ChainProblem::AnchorMissing:
    case audit::ChainProblem::AnchorDamaged: text = "the anchor did not fit at event " + first; break;
    case audit::ChainProblem::Missing:
        text = one ? "event " + first + " is missing" : "events " + first + " to " + last + " are missing";
        break;
    case audit::ChainProblem::RolledBack: text = "the database was put back to an older state from event " + first + " on"; break;
    case audit::ChainProblem::TreeChanged:
    case audit::ChainProblem::HeadChanged: text = "the tree and its heads did not fit from event " + first + " on"; break;
    case audit::ChainProblem::IndexChanged: text = "an index did not have event " + first; break;
    case audit::ChainProblem::HeadsMissing: text = "heads.jsonl was gone"; break;
    case audit::ChainProblem::HeadsCut: text = "heads.jsonl had lost its heads from event " + first + " on"; break;
    default: text.append("event ").append(first).append(" is ").append(audit::problemWord(accepted.problem)); break;
    }
    return text + ", accepted " + shownTime(accepted.at) + " by " + accepted.by + ": " + accepted.why;
}

std::string waitText(const audit::ClockJump& jump)
{
    const auto hours = std::chrono::ceil<std::chrono::hours>(jump.left).count();
    return "the clock went ahead from " + shownTime(jump.from) + " to " + shownTime(jump.to) +
           "; nothing that has expired is deleted until the vault has run for " + std::to_string(hours) +
           " more hours, or 'sallyportd doctor --accept-clock' says that it is right";
}

std::string damageText(const audit::ChainDamage& damage)
{
    const std::string found = std::to_string(damage.found), anchored = std::to_string(damage.anchored);
    std::string text = "the audit journal ";
    switch (damage.problem) {
    case audit::ChainProblem::Truncated:
        text.append("ends at event ").append(found).append(", but had ").append(anchored);
        return text + ": the database was put back to an older state, or events were cut off";
    case audit::ChainProblem::AnchorMissing:
    case audit::ChainProblem::AnchorDamaged:
        text.append(damage.problem == audit::ChainProblem::AnchorMissing ? "has lost its anchor" : "has a damaged anchor");
        return text + ": nobody can tell whether events after " + found + " were cut off";
    case audit::ChainProblem::RolledBack:
        text.append("was put back to an older state: heads.jsonl beside the database knows of later events, from event ");
        return text + found + " on";
    case audit::ChainProblem::TreeChanged: text.append("does not fit its tree, from event "); return text + found + " on";
    case audit::ChainProblem::HeadChanged:
        text.append("does not fit the signed heads in heads.jsonl beside the database, from event ");
        return text + found + " on";
    case audit::ChainProblem::HeadsMissing:
        return text + "had lost heads.jsonl beside the database, where its signed heads stood";
    case audit::ChainProblem::HeadsCut:
        text.append("had signed heads in heads.jsonl beside the database that were gone from there, from event ");
        return text + found + " on";
    case audit::ChainProblem::Inserted:
    case audit::ChainProblem::IndexChanged:
    case audit::ChainProblem::Earlier:
        text.append("was found damaged earlier, at event ").append(found);
        if (damage.problem != audit::ChainProblem::Earlier)
            text.append(": ").append(audit::problemWord(damage.problem));
        return text + "; 'sallyportd verify' says where it breaks";
    default: break;
    }
    return text + "does not fit its anchor at event " + anchored + ": the database was exchanged or events were changed";
}

void warn(std::string_view text)
{
    const std::string line = "sallyportd: " + shownText(text) + "\n";
    for (std::string_view rest = line; !rest.empty();) {
        const ssize_t written = ::write(STDERR_FILENO, rest.data(), rest.size());
        if (written < 0 && errno != EINTR)
            return; // nobody can be told
        rest.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
}

Result<void> onlyOneFromStandardInput(const Arguments& arguments, std::string_view file, std::string_view what)
{
    const auto secret = arguments.fromStandardInput();
    if (file != "-" || !secret)
        return {};
    return usageError("only one of " + std::string(what) + " and --" + *secret + " can come from standard input");
}

Result<std::unique_ptr<CommandBackend>> openForCommand(const Arguments& arguments, const Platform& platform)
{
    SALLYPORT_ASSIGN(std::unique_ptr<CommandBackend> backend, openInSilence(arguments, platform));
    if (const auto damage = backend->services().events.damage())
        warn("warning: " + damageText(*damage));
    return backend;
}

Result<std::unique_ptr<CommandBackend>> openInSilence(const Arguments& arguments, const Platform& platform)
{
    SALLYPORT_ASSIGN(const SecretBytes passphrase, readSecret(arguments, "passphrase-file", "Passphrase"));
    SALLYPORT_ASSIGN(std::unique_ptr<CommandBackend> backend,
                     openVaultBeside(arguments.valueOr("data-dir", {}), passphrase, platform));
    showTimesIn(backend->services().settings.values()->timesZone);
    return backend;
}

} // namespace sallyport::daemon
