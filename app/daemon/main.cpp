#include "app/daemon/command.h"
#include "backend/base/clock.h"
#include "backend/crypto/system_random.h"
#include "backend/storage/files.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>

namespace sallyport::daemon {
namespace {

constexpr int exitFailed = 1;
constexpr int exitWrongUsage = 2;
constexpr int exitFound = 3; // key scan: there is something to do
constexpr std::array<std::string_view, 3> laterCommands{"ban", "restore", "rekey"};

/// Nothing of this process's memory may end in a file or in another's hands, and its files are its user's alone.
void closeTheShutters()
{
    storage::restrictNewFiles();
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    std::signal(SIGPIPE, SIG_IGN);
}

void print(std::FILE* to, std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), to);
}

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(text.size() + 2, width), ' ');
    return text;
}

/// One line a command: all of them, or those whose name begins so.
std::string listOf(const std::vector<Command>& all, std::string_view begin = {})
{
    std::string text;
    for (const Command& command : all) {
        if (command.name.starts_with(begin))
            text += padded("  " + std::string(command.name), 22) + std::string(command.summary) + "\n";
    }
    return text;
}

void printOverview()
{
    print(stdout,
          "Usage: sallyportd COMMAND [OPTIONS]\n\n" + listOf(commands()) +
              "\nsallyportd COMMAND --help says more. Secrets come from files or standard input, never from arguments.\n");
}

/// False if no command's name has this word before others.
bool printGroup(const std::vector<Command>& all, const std::string& word)
{
    const std::string list = listOf(all, word + " ");
    if (list.empty())
        return false;
    print(stdout, "Usage: sallyportd " + word + " COMMAND [OPTIONS]\n\n" + list + "\nsallyportd " + word +
                      " COMMAND --help says more.\n");
    return true;
}

void printHelp(const std::vector<Command>& all, const Command& command)
{
    std::string text = "Usage: sallyportd " + std::string(command.name) + " [OPTIONS]";
    if (!command.operands.empty())
        text.append(" ").append(command.operands);
    text.append("\n\n").append(command.summary).append(".\n\n");
    for (const Option& option : command.options) {
        text += padded("  --" + std::string(option.name) + (option.value.empty() ? "" : " ") + std::string(option.value), 32) +
                std::string(option.help) + (option.required ? " (needed)" : "") + "\n";
    }
    if (const std::string more = listOf(all, std::string(command.name) + " "); !more.empty())
        text += "\n" + more;
    print(stdout, text);
}

int complain(std::string_view text, int code)
{
    std::string line(text);
    std::ranges::replace(line, '\n', ' ');
    warn(line);
    return code;
}

/// The command whose words begin the line, and how many words it has.
std::pair<const Command*, std::size_t> findCommand(const std::vector<Command>& all, const std::vector<std::string>& words)
{
    const auto named = [&all](const std::string& name) {
        const auto found = std::ranges::find(all, name, &Command::name);
        return found == all.end() ? nullptr : &*found;
    };
    // `token check` is more than `token`.
    if (words.size() > 1) {
        if (const Command* command = named(words[0] + ' ' + words[1]))
            return {command, 2};
    }
    return {named(words[0]), 1};
}

int unknownCommand(const std::vector<Command>& all, const std::string& word)
{
    if (std::ranges::find(laterCommands, word) != laterCommands.end())
        return complain("'" + word + "' is not part of this version", exitWrongUsage);
    std::string following;
    for (const Command& command : all) {
        if (command.name.starts_with(word + " "))
            following.append(following.empty() ? "" : ", ").append(command.name.substr(word.size() + 1));
    }
    if (!following.empty())
        return complain("'" + word + "' needs one of: " + following, exitWrongUsage);
    return complain("unknown command '" + word + "'; see sallyportd --help", exitWrongUsage);
}

int run(const std::vector<std::string>& words)
{
    if (words.empty())
        return complain("a command is missing; see sallyportd --help", exitWrongUsage);
    if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
        printOverview();
        return 0;
    }
    if (words[0] == "--version") {
        print(stdout, "sallyportd " SALLYPORT_VERSION "\n");
        return 0;
    }
    const std::vector<Command> all = commands();
    const auto [command, count] = findCommand(all, words);
    if (command == nullptr) {
        if (words.size() > 1 && words[1] == "--help" && printGroup(all, words[0]))
            return 0;
        return unknownCommand(all, words[0]);
    }
    const std::vector<std::string> rest(words.begin() + static_cast<std::ptrdiff_t>(count), words.end());
    if (std::ranges::find(rest, "--help") != rest.end()) {
        printHelp(all, *command);
        return 0;
    }
    const auto arguments = Arguments::parse(rest, command->options);
    if (!arguments)
        return complain(arguments.error().detail, exitWrongUsage);

    SystemClock clock;
    crypto::SystemRandom random;
    const Platform platform{.clock = clock, .random = random, .reportProgram = {}, .notice = warn};
    const Result<void> done = command->run(*arguments, platform);
    if (done)
        return 0;
    std::string text = done.error().detail.empty() ? std::string(errorWord(done.error().code)) : done.error().detail;
    for (const FieldError& field : done.error().fields) {
        if (text.find(field.message) == std::string::npos)
            text += "; " + field.field + ": " + field.message;
    }
    if (done.error().word == "found")
        return complain(text, exitFound);
    return complain(text, done.error().word == "usage" ? exitWrongUsage : exitFailed);
}

} // namespace
} // namespace sallyport::daemon

int main(int argc, char** argv)
{
    sallyport::daemon::closeTheShutters();
    return sallyport::daemon::run(std::vector<std::string>(argv + 1, argv + argc));
}
