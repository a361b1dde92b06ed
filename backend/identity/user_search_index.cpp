#include "backend/identity/user_search_index.h"

#include "backend/identity/case_fold.h"

#include <algorithm>
#include <vector>

namespace sallyport::identity {

namespace {

constexpr std::size_t groupLength = 3; // of migration 0039's tokenizer
/// Each group more costs a look into its list; these many tell enough.
constexpr std::size_t groupLimit = 16;

/// Where the code points of well-formed UTF-8 begin, and the end.
std::vector<std::size_t> codePoints(std::string_view text)
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xc0U) != 0x80U)
            places.push_back(i);
    }
    places.push_back(text.size());
    return places;
}

std::string quoted(std::string_view group)
{
    std::string text = "\"";
    for (const char c : group) {
        if (c == '"')
            text += '"';
        text += c;
    }
    return text + '"';
}

} // namespace

std::string userSearchGroups(std::string_view text)
{
    const std::string key = foldCase(text);
    const std::vector<std::size_t> places = codePoints(key);
    std::vector<std::string_view> groups;
    for (std::size_t i = 0; i + groupLength < places.size() && groups.size() < groupLimit; ++i) {
        const auto group = std::string_view(key).substr(places[i], places[i + groupLength] - places[i]);
        const bool ends = group.find('\0') != group.npos; // would end the question
        if (!ends && std::ranges::find(groups, group) == groups.end())
            groups.push_back(group);
    }
    std::string question;
    for (const std::string_view group : groups)
        question += (question.empty() ? "" : " AND ") + quoted(group);
    return question;
}

} // namespace sallyport::identity
