#include "app/daemon/help.h"

#include <algorithm>

namespace sallyport::daemon {
namespace help_command {
namespace {

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

std::string overview(const std::vector<Command>& all)
{
    return "Usage: sallyportd COMMAND [OPTIONS]\n\n" + listOf(all) +
           "\nsallyportd help COMMAND says more. With --json a command prints one JSON document on one line: lists are its "
           "member\n"
           "data, times RFC 3339, what isn't there null; exports print JSON lines. Secrets come from files or standard input,\n"
           "never from arguments. Exit status: 0 done, 1 failed, 2 wrong usage, 3 a damaged journal or keys that key scan\n"
           "found, 4 places that key scan has not searched.\n";
}

std::string helpOnCommand(const std::vector<Command>& all, const Command& command)
{
    std::string text = "Usage: sallyportd " + std::string(command.name) + " [OPTIONS]";
    if (!command.operands.text.empty())
        text.append(" ").append(command.operands.text);
    text.append("\n\n").append(command.summary).append(".\n\n");
    for (const Option& option : command.options) {
        text += padded("  --" + std::string(option.name) + (option.value.empty() ? "" : " ") + std::string(option.value), 32) +
                std::string(option.help) + (option.required ? " (needed)" : "") + "\n";
    }
    if (const std::string more = listOf(all, std::string(command.name) + " "); !more.empty())
        text += "\n" + more;
    return text;
}

} // namespace
} // namespace help_command

std::optional<std::string> helpOn(const std::vector<Command>& all, const std::vector<std::string>& words)
{
    using namespace help_command;
    if (words.empty())
        return overview(all);
    std::string name;
    for (const std::string& word : words)
        name.append(name.empty() ? "" : " ").append(word);
    if (const auto command = std::ranges::find(all, name, &Command::name); command != all.end())
        return helpOnCommand(all, *command);
    const std::string list = listOf(all, name + " ");
    if (list.empty())
        return std::nullopt;
    return "Usage: sallyportd " + name + " COMMAND [OPTIONS]\n\n" + list + "\nsallyportd help " + name + " COMMAND says more.\n";
}

} // namespace sallyport::daemon
