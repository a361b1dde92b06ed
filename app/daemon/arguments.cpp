#include "app/daemon/arguments.h"

#include "backend/base/nearest_word.h"

#include <algorithm>

namespace sallyport::daemon {
namespace arguments_command {
namespace {

Result<void> checkCount(const std::vector<std::string>& words, const Operands& operands)
{
    if (words.size() > operands.most) {
        const std::string& surplus = words[operands.most];
        return makeError(ErrorCode::InvalidArgument,
                         "'" + surplus + "' is one word too many: this command takes " +
                             (operands.most == 0 ? "none beside its options" : std::string(operands.text)));
    }
    if (words.size() < operands.least)
        return makeError(ErrorCode::InvalidArgument, std::string(operands.text) + " is missing");
    return {};
}

/// Whether the option names a file that is read for a secret: they are called `...-file`, or `key`.
bool namesSecret(std::string_view name)
{
    return name.ends_with("-file") || name == "key";
}

std::string meantOption(std::string_view name, const std::vector<Option>& options)
{
    std::vector<std::string_view> known;
    for (const Option& option : options)
        known.push_back(option.name);
    const auto nearest = nearestWord(name, known);
    return nearest ? "; did you mean --" + std::string(*nearest) + "?" : std::string();
}

} // namespace
} // namespace arguments_command

Result<Arguments> Arguments::parse(const std::vector<std::string>& words, const std::vector<Option>& options,
                                   const Operands& operands)
{
    using namespace arguments_command;
    Arguments arguments;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (word == "--") {
            arguments.m_positional.insert(arguments.m_positional.end(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                          words.end());
            break;
        }
        if (!word.starts_with('-') || word == "-") {
            arguments.m_positional.push_back(word);
            continue;
        }
        if (!word.starts_with("--"))
            return makeError(ErrorCode::InvalidArgument, "unknown option " + word + "; options begin with two dashes");
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(2, equals == std::string::npos ? std::string::npos : equals - 2);
        const auto option = std::ranges::find(options, std::string_view(name), &Option::name);
        if (option == options.end())
            return makeError(ErrorCode::InvalidArgument, "unknown option --" + name + meantOption(name, options));
        if (arguments.m_values.contains(name))
            return makeError(ErrorCode::InvalidArgument, "--" + name + " is given twice");
        if (option->value.empty() && equals != std::string::npos)
            return makeError(ErrorCode::InvalidArgument, "--" + name + " takes no value");
        if (!option->value.empty() && equals == std::string::npos && i + 1 == words.size())
            return makeError(ErrorCode::InvalidArgument, "--" + name + " needs a value");
        std::string value;
        if (equals != std::string::npos)
            value = word.substr(equals + 1);
        else if (!option->value.empty())
            value = words[++i];
        arguments.m_values.emplace(name, std::move(value));
    }
    for (const Option& option : options) {
        const auto given = arguments.m_values.find(option.name);
        if (option.required && (given == arguments.m_values.end() || given->second.empty()))
            return makeError(ErrorCode::InvalidArgument,
                             "--" + std::string(option.name) +
                                 (given == arguments.m_values.end() ? " is missing" : " needs a value"));
    }
    SALLYPORT_TRY(checkCount(arguments.m_positional, operands));
    std::vector<std::string> piped;
    for (const Option& option : options) {
        const auto given = arguments.m_values.find(option.name);
        if (option.value == "FILE" && namesSecret(option.name) && given != arguments.m_values.end() && given->second == "-")
            piped.emplace_back(option.name);
    }
    std::ranges::stable_partition(piped, [](const std::string& name) { return name != "passphrase-file"; });
    if (piped.size() > 1) // whoever reads second finds nothing, or the other's
        return makeError(ErrorCode::InvalidArgument,
                         "only one of --" + piped[0] + " and --" + piped[1] + " can come from standard input");
    if (!piped.empty())
        arguments.m_piped = piped[0];
    return arguments;
}

std::optional<std::string> Arguments::value(std::string_view name) const
{
    using namespace arguments_command;
    const auto found = m_values.find(name);
    return found != m_values.end() ? std::optional(found->second) : std::nullopt;
}

std::optional<std::string> Arguments::fromStandardInput() const
{
    return m_piped;
}

} // namespace sallyport::daemon
