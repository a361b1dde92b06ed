#include "backend/access/resource.h"

#include <array>

namespace sallyport::access {

namespace {

constexpr std::array<std::string_view, 3> words{"record", "comment", "file"};

} // namespace

std::string_view resourceWord(ResourceKind kind) noexcept
{
    return words[static_cast<std::size_t>(kind)];
}

std::optional<ResourceKind> findResourceKind(std::string_view word) noexcept
{
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == word)
            return static_cast<ResourceKind>(i);
    return std::nullopt;
}

} // namespace sallyport::access
