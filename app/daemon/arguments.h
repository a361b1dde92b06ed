#pragma once

#include "backend/base/result.h"

#include <cstddef>
#include <limits>
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

/// The words that a command takes beside its options, and how many.
struct Operands {
    static constexpr std::size_t many = std::numeric_limits<std::size_t>::max();

    std::string_view text; ///< what stands for them in the help; empty: none
    std::size_t least = 0, most = 0;

    static constexpr Operands none() { return {}; }
    static constexpr Operands one(std::string_view text) { return {text, 1, 1}; }
    static constexpr Operands exactly(std::size_t count, std::string_view text) { return {text, count, count}; }
    static constexpr Operands some(std::string_view text) { return {text, 1, many}; }
};

/// What stood on the command line after the command, checked against its options and operands.
class Arguments {
public:
    /// InvalidArgument says in one line what is wrong, two secrets that both come from standard input too. `--name value` and
    /// `--name=value`; `--` ends the options, `-` is an operand.
    static Result<Arguments> parse(const std::vector<std::string>& words, const std::vector<Option>& options,
                                   const Operands& operands);

    std::optional<std::string> value(std::string_view name) const;
    std::string valueOr(std::string_view name, std::string fallback) const { return value(name).value_or(std::move(fallback)); }
    bool flag(std::string_view name) const { return value(name).has_value(); }
    /// Of the options that name a file with a secret, the one whose secret comes from standard input; never two.
    std::optional<std::string> fromStandardInput() const;
    /// As many as the command takes.
    const std::vector<std::string>& positional() const { return m_positional; }

private:
    std::map<std::string, std::string, std::less<>> m_values;
    std::vector<std::string> m_positional;
    std::optional<std::string> m_piped;
};

} // namespace sallyport::daemon
