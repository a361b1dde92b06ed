#include "backend/retention/person_text.h"

#include "backend/base/case_fold.h"
#include "backend/base/code_point.h"
#include "backend/base/composed.h"
#include "backend/base/utf8.h"
#include "backend/identity/core/email_address.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

namespace sallyport::retention {
namespace {

enum class Case { Folded, Kept };
enum class Escapes { OfUrls, OfUrlsAndJson };

/// A text in one form, and where in the text as it is written each byte of that comes from.
struct Reading {
    std::string form;
    std::vector<std::uint32_t> from; ///< one more than bytes: the end

    /// Letters become several bytes, and one is not begun in its middle.
    bool isEdge(std::size_t at) const { return at == 0 || at == form.size() || from[at] != from[at - 1]; }
    void add(std::string_view bytes, std::size_t at)
    {
        form += bytes;
        from.insert(from.end(), bytes.size(), static_cast<std::uint32_t>(at));
    }
};

/// The value of so many hexadecimal digits, if they stand there.
std::optional<unsigned> hexAt(std::string_view text, std::size_t at, std::size_t digits)
{
    unsigned value = 0;
    if (at > text.size() || text.size() - at < digits)
        return std::nullopt;
    const char* const end = text.data() + at + digits;
    const auto read = std::from_chars(text.data() + at, end, value, 16);
    return read.ec == std::errc() && read.ptr == end ? std::optional(value) : std::nullopt;
}

/// How many bytes of the text are an escape here, and what it is for; 0: none.
std::size_t escapeAt(std::string_view text, std::size_t at, Escapes escapes, std::string& meant)
{
    if (text[at] == '%') {
        std::size_t digits = at + 1;
        while (text.substr(digits, 2) == "25" && hexAt(text, digits + 2, 2)) // escaped once more on its way
            digits += 2;
        const auto byte = hexAt(text, digits, 2);
        if (!byte)
            return 0;
        meant.assign(1, static_cast<char>(*byte));
        return digits + 2 - at;
    }
    if (text[at] != '\\' || escapes != Escapes::OfUrlsAndJson || at + 1 >= text.size())
        return 0;
    const char what = text[at + 1];
    if (const auto code = what == 'u' ? hexAt(text, at + 2, 4) : std::nullopt) {
        const auto second = text.substr(at + 6, 2) == "\\u" ? hexAt(text, at + 8, 4) : std::nullopt;
        const bool isPair = second && (*code & 0xFC00U) == 0xD800U && (*second & 0xFC00U) == 0xDC00U;
        meant.clear();
        appendUtf8(meant, isPair ? 0x10000U + ((*code & 0x3FFU) << 10) + (*second & 0x3FFU) : *code);
        return isPair ? 12 : 6;
    }
    const bool isBlank = std::string_view("nrtbf").find(what) != std::string_view::npos;
    if (!isBlank && what != '"' && what != '\\' && what != '/')
        return 0;
    meant.assign(1, isBlank ? ' ' : what);
    return 2;
}

Reading unescaped(std::string_view text, Escapes escapes)
{
    Reading read;
    read.form.reserve(text.size());
    read.from.reserve(text.size() + 1);
    std::string meant;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t taken = escapeAt(text, at, escapes, meant);
        read.add(taken == 0 ? text.substr(at, 1) : std::string_view(meant), at);
        at += std::max<std::size_t>(taken, 1);
    }
    read.from.push_back(static_cast<std::uint32_t>(text.size()));
    return read;
}

std::size_t sequenceAt(std::string_view text, std::size_t at)
{
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t bytes = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1;
    return bytes <= text.size() - at && codePointCount(text.substr(at, bytes)) ? bytes : 1;
}

/// A mark that belongs to the letter before it (U+0300 to U+036F), which may as well be one with it.
bool isMarkAt(std::string_view text, std::size_t at)
{
    if (at + 1 >= text.size())
        return false;
    const auto first = static_cast<unsigned char>(text[at]), second = static_cast<unsigned char>(text[at + 1]);
    return (first == 0xCC && second >= 0x80 && second <= 0xBF) || (first == 0xCD && second >= 0x80 && second <= 0xAF);
}

Reading readingOf(std::string_view text, Case kept, Escapes escapes)
{
    const Reading bytes = unescaped(text, escapes);
    const std::string_view all = bytes.form;
    Reading read;
    read.form.reserve(all.size());
    read.from.reserve(bytes.from.size());
    for (std::size_t at = 0; at < all.size();) {
        std::size_t end = at + sequenceAt(all, at);
        while (isMarkAt(all, end))
            end += 2;
        const std::string_view letter = all.substr(at, end - at);
        if (letter.size() == 1 || !codePointCount(letter))
            read.add(kept == Case::Kept ? std::string(letter) : toLowerAscii(letter), bytes.from[at]);
        else
            read.add(kept == Case::Kept ? composed(letter) : foldCase(letter), bytes.from[at]);
        at = end;
    }
    read.from.push_back(static_cast<std::uint32_t>(text.size()));
    return read;
}

bool isLetter(char letter)
{
    const auto code = static_cast<unsigned char>(letter);
    return code >= 0x80 || (code >= '0' && code <= '9') || ((code | 0x20) >= 'a' && (code | 0x20) <= 'z');
}

/// Replaces what is written at each place of `wanted` in `read`, where `isWhole` says so.
template <typename IsWhole>
std::string replacedWhole(const std::string& text, const Reading& read, std::string_view wanted, std::string_view with,
                          IsWhole isWhole)
{
    std::string after;
    std::size_t copied = 0;
    for (std::size_t at = 0; (at = read.form.find(wanted, at)) != std::string::npos;) {
        const std::size_t end = at + wanted.size();
        if (!read.isEdge(at) || !read.isEdge(end) || !isWhole(std::string_view(read.form), at, end)) {
            ++at;
            continue;
        }
        after.append(text, copied, read.from[at] - copied).append(with);
        copied = read.from[end];
        at = end;
    }
    return copied == 0 ? text : after.append(text, copied);
}

constexpr std::string_view addressCharacters = "0123456789abcdefABCDEF:.";

struct FoundAddress {
    Cidr network;
    std::size_t begin = 0, end = 0; ///< no end: there is none
};

/// The address or network among these characters that only addresses consist of, and hexadecimal ends of words: with a port
/// behind it, or a colon before it, as texts have them.
FoundAddress addressIn(std::string_view text, std::size_t begin, std::size_t end)
{
    while (end > begin && (text[end - 1] == '.' || (text[end - 1] == ':' && !text.substr(begin, end - begin).ends_with("::"))))
        --end;
    while (begin < end && (text[begin] == '.' || (text[begin] == ':' && !text.substr(begin, end - begin).starts_with("::"))))
        ++begin;
    std::size_t prefix = end;
    if (end < text.size() && text[end] == '/')
        prefix = std::min(text.find_first_not_of("0123456789", end + 1), text.size());
    struct Part {
        std::size_t begin, end;
    };
    std::vector<Part> parts{{begin, prefix}, {begin, end}};
    const std::string_view token = text.substr(begin, end - begin);
    if (token.find_first_of(":.") == token.npos)
        return {};
    if (const std::size_t colon = token.rfind(':'); colon != token.npos && token.find('.') != token.npos) {
        parts.push_back({begin, begin + colon});
        parts.push_back({begin + colon + 1, prefix});
        parts.push_back({begin + colon + 1, end});
    }
    for (const Part& part : parts) {
        const auto network = Cidr::parse(text.substr(part.begin, part.end - part.begin));
        const bool inWord = (part.begin > 0 && isLetter(text[part.begin - 1])) || // `std::string`
                            (part.end < text.size() && isLetter(text[part.end]));
        if (network && !inWord)
            return {*network, part.begin, part.end};
    }
    return {};
}

/// Most texts are plain and have nothing of anybody: they need no reading.
bool isPlainWithout(const std::string& text, std::string_view wanted, Case kept)
{
    const auto isPlain = [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '%' && c != '\\' && c != '+'; };
    return std::ranges::all_of(text, isPlain) &&
           (kept == Case::Kept ? text : toLowerAscii(text)).find(wanted) == std::string::npos;
}

/// First as JSON has it, then as any other text: `\r` may be the end of a line, or the begin of a name behind a backslash.
template <typename Replace>
std::string inEachReading(std::string text, Replace replace)
{
    if (text.find('\\') != std::string::npos)
        text = replace(text, Escapes::OfUrlsAndJson);
    return replace(text, Escapes::OfUrls);
}

} // namespace

std::string withoutEmail(std::string text, std::string_view email, std::string_view with)
{
    const std::string wanted = readingOf(email, Case::Folded, Escapes::OfUrls).form;
    if (wanted.empty() || isPlainWithout(text, wanted, Case::Folded))
        return text;
    return inEachReading(std::move(text), [&](const std::string& before, Escapes escapes) {
        return replacedWhole(before, readingOf(before, Case::Folded, escapes), wanted, with,
                             [](std::string_view all, std::size_t begin, std::size_t end) {
                                 const bool longerBefore =
                                     begin > 0 &&
                                     (isLetter(all[begin - 1]) || std::string_view("._%+-").find(all[begin - 1]) != all.npos);
                                 const bool longer = end + 1 < all.size() && all[end] == '.' && isLetter(all[end + 1]);
                                 const bool behind = end < all.size() && (isLetter(all[end]) || all[end] == '-' || longer);
                                 return !longerBefore && !behind;
                             });
    });
}

std::string withoutName(std::string text, std::string_view name, std::string_view with)
{
    const Case kept = hasSeveralWords(name) ? Case::Folded : Case::Kept;
    const auto read = [&](std::string_view of, Escapes escapes) {
        Reading reading = readingOf(of, kept, escapes);
        std::ranges::replace(reading.form, '+', ' '); // as forms write a blank
        return reading;
    };
    const std::string wanted = read(name, Escapes::OfUrls).form;
    if (wanted.empty() || isPlainWithout(text, wanted, kept))
        return text;
    return inEachReading(std::move(text), [&](const std::string& before, Escapes escapes) {
        return replacedWhole(before, read(before, escapes), wanted, with,
                             [&](std::string_view all, std::size_t begin, std::size_t end) {
                                 return (begin == 0 || !isLetter(all[begin - 1]) || !isLetter(wanted.front())) &&
                                        (end == all.size() || !isLetter(all[end]) || !isLetter(wanted.back()));
                             });
    });
}

std::string withoutAddresses(std::string text, const std::vector<IpAddress>& of, std::string_view with)
{
    std::string after;
    std::size_t copied = 0;
    for (std::size_t at = 0; (at = text.find_first_of(addressCharacters, at)) != std::string::npos;) {
        const std::size_t end = std::min(text.find_first_not_of(addressCharacters, at), text.size());
        const FoundAddress found = addressIn(text, at, end);
        const bool theirs =
            found.end != 0 &&
            (of.empty() || std::ranges::any_of(of, [&](const IpAddress& one) { return found.network.contains(one); }));
        if (theirs) {
            after.append(text, copied, found.begin - copied).append(with);
            copied = found.end;
        }
        at = std::max(end, found.end);
    }
    return copied == 0 ? text : after.append(text, copied);
}

std::vector<std::string> emailSpellings(const std::string& email)
{
    std::vector<std::string> spellings{email};
    const std::size_t at = email.rfind('@');
    if (at == std::string::npos)
        return spellings;
    const std::string ascii = identity::asciiDomain(std::string_view(email).substr(at + 1));
    if (ascii.empty())
        return spellings;
    for (const std::string& domain : {ascii, identity::emailSearchText(ascii)})
        if (std::string other = email.substr(0, at + 1) + domain; toLowerAscii(other) != toLowerAscii(email))
            spellings.push_back(std::move(other));
    return spellings;
}

bool hasSeveralWords(std::string_view name)
{
    return trimAscii(name).find(' ') != std::string_view::npos;
}

std::string plainPart(std::string_view text)
{
    std::string_view longest;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && static_cast<unsigned char>(text[end]) < 0x80 && text[end] != '"' && text[end] != '\\')
            ++end;
        // The letter before a mark may be one with it.
        const std::size_t last = end < text.size() && end > at ? end - 1 : end;
        if (last - at > longest.size())
            longest = text.substr(at, last - at);
        at = end + 1;
    }
    return toLowerAscii(longest);
}

} // namespace sallyport::retention
