#include "backend/identity/passwords/common_passwords.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <vector>

namespace sallyport::identity {

namespace {

constexpr std::size_t longestWord = 24;
constexpr std::size_t shortestPart = 3;    ///< of a row or of a word inside a password
constexpr std::size_t partLimit = 3;       ///< parts that a common password is made of at most
constexpr std::size_t examinedLength = 64; ///< longer passwords are looked at up to here: no list has longer ones

constexpr auto rows = std::to_array<std::string_view>({
    "1234567890",
    "0123456789",
    "qwertyuiop",
    "qwertzuiop",
    "asdfghjkl",
    "zxcvbnm",
    "yxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "abcdefghijklmnopqrstuvwxyz",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "qazwsxedcrfvtgbyhnujm",
    "zaq1xsw2cde3vfr4bgt5nhy6mju7",
    "1q2w3e4r5t6y7u8i9o0p",
    "q1w2e3r4t5y6u7i8o9p0",
    "1a2b3c4d5e6f7g8h9i",
    "a1b2c3d4e5f6g7h8i9",
    "147258369",
    "13579",
    "246810",
    "102030405060708090",
    "112233445566778899",
    "!@#$%^&*()",
    "!\"$%&/()=",
    "31415926535897932384",
});

const std::unordered_set<std::string_view>& words()
{
    static const std::unordered_set<std::string_view> set = [] {
        std::unordered_set<std::string_view> made;
        std::string_view text = commonPasswordsText();
        while (!text.empty()) {
            const std::size_t end = text.find('\n');
            const std::string_view line = text.substr(0, end);
            if (!line.empty() && line.front() != '#')
                made.insert(line);
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        }
        return made;
    }();
    return set;
}

bool isDigitOrSign(char c) noexcept
{
    return static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z');
}

/// The shortest group that makes `text` by repetition; the last repetition may be cut.
std::size_t period(std::string_view text) noexcept
{
    for (std::size_t length = 1; length < text.size(); ++length) {
        if (text.substr(length) == text.substr(0, text.size() - length))
            return length;
    }
    return text.size();
}

bool isRow(std::string_view part)
{
    const std::string reversed(part.rbegin(), part.rend());
    return std::ranges::any_of(rows, [&](std::string_view row) {
        return row.find(part) != std::string_view::npos || row.find(reversed) != std::string_view::npos;
    });
}

/// 19xx or 20xx: the years that people add.
bool isYear(std::string_view part) noexcept
{
    return part.size() == 4 && (part.starts_with("19") || part.starts_with("20")) && part[2] >= '0' && part[2] <= '9' &&
           part[3] >= '0' && part[3] <= '9';
}

bool isPart(std::string_view part)
{
    if (part.size() < shortestPart)
        return false;
    if (part.size() <= longestWord && words().contains(part))
        return true;
    return isYear(part) || period(part) <= part.size() / 3 || isRow(part);
}

/// The fewest parts that `text` falls into completely, or more than partLimit. Up to two digits or signs may stand
/// between parts and at the ends.
std::size_t fewestParts(std::string_view text)
{
    constexpr std::size_t never = partLimit + 1;
    std::vector<std::size_t> best(text.size() + 1, never);
    best[0] = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (best[at] >= never)
            continue;
        std::size_t start = at;
        for (std::size_t skipped = 0; skipped <= 2; ++skipped, ++start) {
            if (skipped > 0 && (start > text.size() || !isDigitOrSign(text[start - 1])))
                break;
            if (start == text.size())
                best[start] = std::min(best[start], best[at]);
            for (std::size_t end = start + shortestPart; end <= text.size(); ++end)
                if (best[at] + 1 < best[end] && isPart(text.substr(start, end - start)))
                    best[end] = best[at] + 1;
        }
    }
    return best[text.size()];
}

bool isCommonExactly(std::string_view text)
{
    if (words().contains(text) || period(text) <= text.size() / 2)
        return true;
    std::string_view core = text;
    while (!core.empty() && isDigitOrSign(core.back()))
        core.remove_suffix(1);
    while (!core.empty() && isDigitOrSign(core.front()))
        core.remove_prefix(1);
    // What is hung on makes it no better unless it is the larger part.
    if (core.size() * 2 > text.size() && (words().contains(core) || period(core) <= core.size() / 2))
        return true;
    return fewestParts(text) <= partLimit;
}

} // namespace

std::string undoSubstitutions(std::string_view folded)
{
    std::string plain(folded);
    for (char& c : plain) {
        switch (c) {
        case '@':
        case '4': c = 'a'; break;
        case '3': c = 'e'; break;
        case '1':
        case '!': c = 'i'; break;
        case '0': c = 'o'; break;
        case '$':
        case '5': c = 's'; break;
        case '7': c = 't'; break;
        default: break;
        }
    }
    return plain;
}

bool isCommonPassword(std::string_view folded)
{
    if (folded.empty())
        return true;
    const std::string_view examined = folded.substr(0, examinedLength);
    if (period(folded) <= folded.size() / 2)
        return true;
    if (folded.size() > examinedLength)
        return false;
    return isCommonExactly(examined) || isCommonExactly(undoSubstitutions(examined));
}

} // namespace sallyport::identity
