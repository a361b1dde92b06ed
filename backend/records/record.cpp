#include "backend/records/record.h"

#include <algorithm>
#include <array>

namespace sallyport::records {

namespace {

constexpr std::array<std::string_view, 4> words{"public", "internal", "confidential", "restricted"};

} // namespace

std::string_view classificationWord(Classification classification) noexcept
{
    return words[static_cast<std::size_t>(classification)];
}

std::optional<Classification> findClassification(std::string_view word) noexcept
{
    const auto found = std::ranges::find(words, word);
    if (found == words.end())
        return std::nullopt;
    return static_cast<Classification>(found - words.begin());
}

} // namespace sallyport::records
