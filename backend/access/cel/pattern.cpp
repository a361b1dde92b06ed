#include "backend/access/cel/pattern.h"

#include <re2/re2.h>

namespace sallyport::access::cel {
namespace {

constexpr std::size_t longestPattern = 1024; // bytes
constexpr std::int64_t patternMemory = 256 * 1024;

} // namespace

Pattern::Pattern(std::unique_ptr<re2::RE2> compiled) : m_compiled(std::move(compiled)) {}

Pattern::~Pattern() = default;

std::unique_ptr<Pattern> Pattern::make(std::string_view text, std::string* reason)
{
    const auto refuse = [reason](std::string why) {
        if (reason != nullptr)
            *reason = std::move(why);
        return nullptr;
    };
    if (text.size() > longestPattern)
        return refuse("it has more than " + std::to_string(longestPattern) + " bytes");
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(patternMemory);
    auto compiled = std::make_unique<RE2>(re2::StringPiece(text.data(), text.size()), options);
    if (!compiled->ok())
        return refuse(compiled->error());
    return std::unique_ptr<Pattern>(new Pattern(std::move(compiled)));
}

bool Pattern::matches(std::string_view text) const
{
    return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *m_compiled);
}

} // namespace sallyport::access::cel
