#include "backend/protection/inspection/excerpt.h"

#include "backend/base/name_text.h"
#include "backend/base/utf8.h"
#include "backend/protection/detection/bytes.h"
#include "backend/protection/inspection/unseen_members.h"

#include <algorithm>

namespace sallyport::protection {
namespace {

constexpr std::size_t matchedMost = 80; // bytes
constexpr std::size_t wordMost = 12;    // bytes of a word beside it
constexpr std::size_t numberMost = 4;   // digits in a row that may be read: cards, telephones and accounts have more
constexpr std::string_view dots = "\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2";

bool isWordOrSpace(char c) noexcept
{
    return detection::isLetter(c) || c == ' ' || c == '+' || detection::isBeyondAscii(c);
}

/// Where another value begins, or what isn't text.
bool endsValue(char c) noexcept
{
    return c == '"' || c == '&' || c == '=' || c == ';' || c == '\n' || c == '\r' || c == ',';
}

std::string readable(std::string_view raw)
{
    std::string text(raw);
    std::ranges::replace(text, '+', ' ');
    if (!codePointCount(text) || !isPrintableText(text))
        return {};
    const std::string_view seen = trimAscii(text);
    return seen.size() > wordMost || seen.find("  ") != std::string_view::npos ? std::string() : std::string(seen);
}

/// Control characters become spaces, numbers that are longer than anybody needs to know their last digits go.
std::string masked(std::string_view matched)
{
    std::string text;
    std::size_t digits = 0;
    for (const char c : truncateUtf8(matched, matchedMost)) {
        digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        if (digits > numberMost)
            text += "\xE2\x80\xA2";
        else
            text += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    }
    return text;
}

} // namespace

void putExcerpt(DetectionHit& hit, const detection::Hit& found, std::string_view bytes)
{
    hit.part = found.part;
    hit.member = truncateCharacters(found.member, 200);
    hit.inName = found.inName;
    hit.place = static_cast<std::uint32_t>(std::min<std::size_t>(found.offset, UINT32_MAX));
    hit.cutBefore = found.offset > 0;
    if (isSealedMember(found.member)) {
        hit.cutBefore = hit.cutAfter = true;
        return;
    }
    hit.matched = masked(found.matched);
    const std::size_t begin = std::min(found.partOffset, bytes.size());
    const std::size_t end = std::min(begin + found.length, bytes.size());
    std::size_t first = begin, last = end;
    while (first > begin - std::min(found.offset, begin) && begin - first <= wordMost && isWordOrSpace(bytes[first - 1]))
        --first;
    while (last < bytes.size() && last - end <= wordMost && isWordOrSpace(bytes[last]))
        ++last;
    hit.before = readable(bytes.substr(first, begin - first));
    hit.after = readable(bytes.substr(end, last - end));
    hit.cutBefore = found.offset > (hit.before.empty() ? 0 : begin - first);
    const std::size_t next = hit.after.empty() ? end : last;
    hit.cutAfter = next < bytes.size() && !endsValue(bytes[next]);
}

std::string excerptText(const DetectionHit& hit)
{
    std::string text;
    const auto add = [&text](std::string_view word) {
        if (!word.empty())
            text.append(text.empty() ? "" : " ").append(word);
    };
    if (hit.cutBefore)
        add(dots);
    add(hit.before);
    add(hit.matched);
    add(hit.after);
    if (hit.cutAfter)
        add(dots);
    return text;
}

} // namespace sallyport::protection
