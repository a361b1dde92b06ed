#include "app/daemon/command.h"
#include "app/daemon/help.h"
#include "app/daemon/process.h"
#include "backend/base/clock.h"
#include "backend/base/nearest_word.h"
#include "backend/crypto/system_random.h"
#include "backend/drill/run_drill.h"

#include <boost/system/system_error.hpp>

#include <algorithm>
#include <new>
#include <system_error>

namespace sallyport::daemon {
namespace {

constexpr int exitFailed = 1;
constexpr int exitWrongUsage = 2;
constexpr int exitFound = 3;  // key scan: there is something to do
constexpr int exitPartly = 4; // key scan: nothing was found, in what was searched

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
    for (std::size_t count = std::min<std::size_t>(words.size(), 3); count > 1; --count) {
        std::string name = words[0];
        for (std::size_t i = 1; i < count; ++i)
            name += ' ' + words[i];
        if (const Command* command = named(name))
            return {command, count};
    }
    return {named(words[0]), 1};
}

int unknownCommand(const std::vector<Command>& all, const std::string& word)
{
    std::string following;
    for (const Command& command : all) {
        if (command.name.starts_with(word + " "))
            following.append(following.empty() ? "" : ", ").append(command.name.substr(word.size() + 1));
    }
    if (!following.empty())
        return complain("'" + word + "' needs one of: " + following, exitWrongUsage);
    std::vector<std::string_view> known;
    for (const Command& command : all)
        known.push_back(std::string_view(command.name).substr(0, command.name.find(' ')));
    const auto meant = nearestWord(word, known);
    return complain("unknown command '" + word +
                        (meant ? "'; did you mean " + std::string(*meant) + "?" : "'; see sallyportd --help"),
                    exitWrongUsage);
}

/// As it is; 0, or 1 if it can't be written.
int print(std::string_view text)
{
    Output output(Output::Form::Text);
    output.raw(text);
    const Result<void> shown = output.finish();
    return shown ? 0 : complain(shown.error().detail, exitFailed);
}

bool asksForHelp(const std::string& word)
{
    return word == "--help" || word == "-h";
}

int explain(const std::vector<Command>& all, const std::vector<std::string>& words)
{
    if (const auto text = helpOn(all, words))
        return print(*text);
    if (const auto [command, count] = findCommand(all, words); command != nullptr && count < words.size())
        return complain("'" + words[count] + "' is one word too many", exitWrongUsage);
    return unknownCommand(all, words[0]);
}

/// Answers `help ...`, `... --help` and `--version`, if that is what was asked.
std::optional<int> answerQuestion(const std::vector<Command>& all, const std::vector<std::string>& words)
{
    if (words[0] == "help" || asksForHelp(words[0])) {
        std::vector<std::string> about(words.begin() + 1, words.end());
        std::erase_if(about, asksForHelp);
        return explain(all, about);
    }
    if (words[0] == "--version") {
        if (words.size() > 1)
            return complain("'" + words[1] + "' is one word too many", exitWrongUsage);
        return print("sallyportd " SALLYPORT_VERSION "\n");
    }
    const auto [command, count] = findCommand(all, words);
    const auto rest = words.begin() + static_cast<std::ptrdiff_t>(count);
    const auto end = std::find(rest, words.end(), "--"); // behind it, a word is only a word
    if (std::find_if(rest, end, asksForHelp) == end)
        return std::nullopt;
    return command == nullptr && count < words.size() && !asksForHelp(words[count]) ? unknownCommand(all, words[0])
                                                                                    : explain(all, {words.begin(), rest});
}

int conclude(const Result<void>& done)
{
    if (done)
        return 0;
    std::string text = done.error().detail.empty() ? std::string(errorWord(done.error().code)) : done.error().detail;
    for (const FieldError& field : done.error().fields) {
        if (text.find(field.message) == std::string::npos)
            text += "; " + field.field + ": " + field.message;
    }
    if (done.error().word == "found")
        return complain(text, exitFound);
    if (done.error().word == "partly")
        return complain(text, exitPartly);
    return complain(text, done.error().word == "usage" ? exitWrongUsage : exitFailed);
}

int run(const std::vector<std::string>& words, SecretMemory secrets)
{
    if (words.empty())
        return complain("a command is missing; see sallyportd --help", exitWrongUsage);
    const std::vector<Command> all = commands();
    if (const auto answered = answerQuestion(all, words))
        return *answered;
    const auto [command, count] = findCommand(all, words);
    if (command == nullptr)
        return unknownCommand(all, words[0]);
    const auto arguments =
        Arguments::parse({words.begin() + static_cast<std::ptrdiff_t>(count), words.end()}, command->options, command->operands);
    if (!arguments)
        return complain(arguments.error().detail + "; see sallyportd help " + std::string(command->name), exitWrongUsage);

    SystemClock clock;
    crypto::SystemRandom random;
    const Platform platform{.clock = clock,
                            .random = random,
                            .reportProgram = {},
                            .notice = warn,
                            .secrets = secrets,
                            .drill = drill::runDrill,
                            .bootClock = audit::systemBootTime};
    Output output(arguments->flag(jsonForm.name) ? Output::Form::Json : Output::Form::Text);
    const Result<void> done = command->run(*arguments, platform, output);
    // A command that failed before it had anything to say leaves standard output empty.
    if (!done && !output.begun())
        return conclude(done);
    const Result<void> shown = output.finish();
    return conclude(done && !shown ? shown : done);
}

/// What couldn't be had is told like any other failure: everything opened on the way is closed in order.
int runGuarded(const std::vector<std::string>& words, SecretMemory secrets)
{
    try {
        return run(words, secrets);
    } catch (const std::bad_alloc&) {
        return complain("not enough memory", exitFailed);
    } catch (const std::system_error& error) { // no more threads; the text is the system's
        return complain(std::string("the system refuses what is needed: ") + error.what(), exitFailed);
    } catch (const boost::system::system_error& error) { // no more descriptors for an event loop
        return complain(std::string("the system refuses what is needed: ") + error.what(), exitFailed);
    } catch (...) {
        return complain("something went wrong inside: " + currentFault("main").what, exitFailed);
    }
}

} // namespace
} // namespace sallyport::daemon

int main(int argc, char** argv)
{
    sallyport::daemon::closeTheShutters();
    // Threads have stacks of that size, too, and what overflows one can't be told any more.
    if (const auto why = sallyport::daemon::tooSmallStack())
        return sallyport::daemon::complain(*why, sallyport::daemon::exitFailed);
    const auto secrets = sallyport::lockSecretMemory();
    return sallyport::daemon::runGuarded(std::vector<std::string>(argv + 1, argv + argc), secrets);
}
