#pragma once

#include "backend/base/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::daemon {

/// One option: `--listen ADDRESS:PORT`, or a flag if `value` is empty.
struct Option {
    std::string_view name;  ///< without the dashes
    std::string_view value; ///< what stands for its value in the help
    std::string_view help;
    bool required = false;
};

/// What stood on the command line after the command, checked against its options.
class Arguments {
public:
    /// InvalidArgument says in one line what is wrong. `--name value` and `--name=value`; `--` ends the options.
    static Result<Arguments> parse(const std::vector<std::string>& words, const std::vector<Option>& options);

    std::optional<std::string> value(std::string_view name) const;
    std::string valueOr(std::string_view name, std::string fallback) const { return value(name).value_or(std::move(fallback)); }
    bool flag(std::string_view name) const { return value(name).has_value(); }
    const std::vector<std::string>& positional() const { return m_positional; }

private:
    std::map<std::string, std::string, std::less<>> m_values;
    std::vector<std::string> m_positional;
};

} // namespace sallyport::daemon
