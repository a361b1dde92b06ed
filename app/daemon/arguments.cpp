#include "app/daemon/arguments.h"

#include <algorithm>

namespace sallyport::daemon {

Result<Arguments> Arguments::parse(const std::vector<std::string>& words, const std::vector<Option>& options)
{
    Arguments arguments;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (word == "--") {
            arguments.m_positional.insert(arguments.m_positional.end(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                          words.end());
            break;
        }
        if (!word.starts_with("--")) {
            arguments.m_positional.push_back(word);
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(2, equals == std::string::npos ? std::string::npos : equals - 2);
        const auto option = std::ranges::find(options, std::string_view(name), &Option::name);
        if (option == options.end())
            return makeError(ErrorCode::InvalidArgument, "unknown option --" + name);
        if (arguments.m_values.contains(name))
            return makeError(ErrorCode::InvalidArgument, "--" + name + " is given twice");
        std::string value;
        if (equals != std::string::npos)
            value = word.substr(equals + 1);
        else if (!option->value.empty() && ++i < words.size())
            value = words[i];
        if (option->value.empty() != value.empty())
            return makeError(ErrorCode::InvalidArgument, "--" + name + (value.empty() ? " needs a value" : " takes no value"));
        arguments.m_values.emplace(name, std::move(value));
    }
    for (const Option& option : options) {
        if (option.required && !arguments.m_values.contains(option.name))
            return makeError(ErrorCode::InvalidArgument, "--" + std::string(option.name) + " is missing");
    }
    return arguments;
}

std::optional<std::string> Arguments::value(std::string_view name) const
{
    const auto found = m_values.find(name);
    return found != m_values.end() ? std::optional(found->second) : std::nullopt;
}

} // namespace sallyport::daemon
