#include "backend/base/nearest_word.h"

#include "backend/base/utf8.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace sallyport {
namespace {

constexpr std::size_t longestWord = 64; // bytes; what is longer is no slip of the pen
constexpr std::size_t shortestBeginning = 2;

/// As it is compared: without what people leave out or write otherwise.
std::string plain(std::string_view word)
{
    std::string text = toLowerAscii(word);
    std::erase_if(text, [](char c) { return c == '_' || c == '-' || c == '.'; });
    return text;
}

bool begins(std::string_view whole, std::string_view beginning)
{
    return beginning.size() >= shortestBeginning && whole.starts_with(beginning);
}

} // namespace

std::size_t wordDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> beforeLast, last, row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        beforeLast = std::exchange(last, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
    }
    return row[b.size()];
}

std::optional<std::string_view> nearestWord(std::string_view word, std::span<const std::string_view> known)
{
    if (word.empty() || word.size() > longestWord)
        return std::nullopt;
    const std::string meant = plain(word);
    std::optional<std::string_view> nearest;
    std::pair<std::size_t, std::size_t> least; // a beginning counts as one slip; of equals the one with fewer letters to change
    for (const std::string_view candidate : known) {
        const std::string text = plain(candidate);
        const std::size_t letters = wordDistance(meant, text);
        const bool begun = begins(text, meant) || begins(meant, text);
        if (!begun && letters > text.size() / 3) // one letter of three, as people mistype
            continue;
        const std::pair far{begun ? std::min<std::size_t>(letters, 1) : letters, letters};
        if (!nearest || far < least) {
            nearest = candidate;
            least = far;
        }
    }
    return nearest;
}

std::string nearestHint(std::string_view word, std::span<const std::string_view> known)
{
    if (const auto nearest = nearestWord(word, known))
        return std::string("did you mean ").append(*nearest).append("?");
    std::string all;
    for (const std::string_view one : known)
        all.append(all.empty() ? "it takes " : ", ").append(one);
    return all.empty() ? "it takes none" : all;
}

} // namespace sallyport
