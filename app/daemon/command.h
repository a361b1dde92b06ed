#pragma once

#include "app/daemon/arguments.h"
#include "app/daemon/output.h"
#include "backend/vault/command_backend.h"

#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::daemon {

/// One command of `sallyportd`. Wrong usage is a `usageError` from `run` (exit 2), what was looked for and found (keys, a
/// damaged journal) is exit 3, anything else fails (exit 1). Everything that it prints on standard output goes through `output`;
/// whoever calls `run` finishes that.
struct Command {
    std::string_view name; ///< `settings set`
    Operands operands;
    std::string_view summary;
    std::vector<Option> options;
    Result<void> (*run)(const Arguments& arguments, const Platform& platform, Output& output);
};

/// All of them, in the order of the help; commands.cpp lists the files. Each has `--json`.
std::vector<Command> commands();

inline constexpr Option dataDirectoryOption{"data-dir", "DIR", "the vault's directory", true};
inline constexpr Option passphraseFileOption{"passphrase-file", "FILE", "first line is the passphrase; - reads standard input"};

inline constexpr Option jsonForm{"json", "", "one JSON document instead of lines of text"};

/// Who the command line acts as, in records too.
inline access::Actor commandLine()
{
    return access::Actor::system("Command line");
}

/// Wrong usage: one line for people, exit 2.
Error usageError(std::string text);
/// The same for a word that is none of `known`: what is taken, and which was meant if one is near. `what` is `--format`.
Error wordError(std::string_view what, std::string_view word, std::span<const std::string_view> known);
inline Error wordError(std::string_view what, std::string_view word, std::initializer_list<std::string_view> known)
{
    return wordError(what, word, std::span(known.begin(), known.size()));
}
/// A vault opened for a command, beside a running server. Says on standard error if its journal is damaged.
Result<std::unique_ptr<CommandBackend>> openForCommand(const Arguments& arguments, const Platform& platform);
/// The same for a command that looks at the journal itself.
Result<std::unique_ptr<CommandBackend>> openInSilence(const Arguments& arguments, const Platform& platform);

/// The journal is damaged: one line, exit 3.
Error damagedError(std::string text);
/// For what was made from the journal and has gone out, at the end: DAMAGED on standard error and exit 3 if the journal is, or
/// was when it was made (`madeFrom`: what it says of that; `damaged`: of which events, as eventRangesText).
Result<void> judgeJournal(Services& services, const std::string& madeFrom = {}, const std::string& damaged = {});
/// The same of events, for the end of such a line; nothing for none.
std::string damagedEventsText(const std::string& damaged);
/// What is wrong with the journal, in one line.
std::string damageText(const audit::ChainDamage& damage);
/// The same of damage that was accepted: `events 101 to 150 are missing, accepted 2026-11-24 by ..: why`.
std::string acceptedText(const audit::AcceptedDamage& accepted);
/// Why nothing that has expired is deleted, and until when.
std::string waitText(const audit::ClockJump& jump);
/// One line on standard error, `sallyportd: ...`; whatever the text holds, it stays one line.
void warn(std::string_view text);
/// `file` is `-` and the secret of an option comes from standard input as well: usage error, since only one of them can have it.
/// `what` is what the file holds. Of two options Arguments::parse says so.
Result<void> onlyOneFromStandardInput(const Arguments& arguments, std::string_view file, std::string_view what);

} // namespace sallyport::daemon
