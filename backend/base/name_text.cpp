#include "backend/base/name_text.h"

#include "backend/base/code_point.h"
#include "backend/base/shown_text.h"
#include "backend/base/utf8.h"

#include <unictype.h>
#include <unigbrk.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <vector>

namespace sallyport {
namespace {

/// Shown as an empty place, though not by its category.
constexpr char32_t blankBraille = 0x2800;

bool isBlank(char32_t c) noexcept
{
    return uc_is_property_white_space(c) || c == blankBraille;
}

bool isControl(char32_t c) noexcept
{
    return (c < 0x20 || (c >= 0x7F && c <= 0x9F)) && !uc_is_property_white_space(c);
}

bool isMark(char32_t c) noexcept
{
    return c >= 0x300 && uc_is_general_category(c, UC_MARK);
}

/// What a text looks like.
struct Look {
    std::size_t begin = 0, end = 0; ///< of what can be seen; the same if nothing can
    std::size_t length = 0;         ///< code points in between
    bool wellFormed = true;
    bool letters = false;          ///< more than marks, which need something to stand on
    std::optional<char32_t> wrong; ///< the first control, or what is unseen between
};

/// The code points of a text, each with whether it is unseen.
template <typename Each>
void eachCodePoint(std::string_view text, Each each)
{
    UnseenPlaces places(text);
    Unseen unseen = places.next();
    for (std::size_t at = 0; at < text.size();) {
        if (at == unseen.at) {
            each(at, CodePoint{unseen.value, unseen.length}, &unseen);
            at += unseen.length;
            unseen = places.next();
            continue;
        }
        const CodePoint point = firstCodePoint(text.substr(at));
        each(at, point, nullptr);
        at += point.length;
    }
}

Look lookOf(std::string_view text)
{
    Look look;
    std::size_t points = 0, first = 0;
    std::optional<char32_t> between; // unseen behind the last that can be seen: wrong once something follows
    eachCodePoint(text, [&](std::size_t at, const CodePoint& point, const Unseen* unseen) {
        ++points;
        if (unseen != nullptr) {
            look.wellFormed = look.wellFormed && unseen->wellFormed;
            if (isControl(point.value) && !look.wrong)
                look.wrong = point.value;
            if (look.end > look.begin && !between)
                between = point.value;
            return;
        }
        if (isBlank(point.value))
            return;
        if (look.end == look.begin) {
            look.begin = at;
            first = points;
        } else if (between && !look.wrong) {
            look.wrong = between;
        }
        between.reset();
        look.end = at + point.length;
        look.length = points - first + 1;
        look.letters = look.letters || !isMark(point.value);
    });
    if (!look.letters)
        look.end = look.begin;
    return look;
}

std::string codePointText(char32_t c)
{
    std::array<char, 16> text{};
    (void) std::snprintf(text.data(), text.size(), "U+%04X", static_cast<unsigned>(c));
    return text.data();
}

} // namespace

std::string_view visibleName(std::string_view name) noexcept
{
    const Look look = lookOf(name);
    return name.substr(look.begin, look.end - look.begin);
}

void tidyName(std::string_view field, std::string& name, std::size_t minimum, std::size_t maximum,
              std::vector<FieldError>& errors)
{
    const auto wrong = [&](std::string message, std::string_view rule) {
        errors.push_back({std::string(field), std::move(message), std::string(rule)});
    };
    const Look look = lookOf(name);
    if (!look.wellFormed)
        return wrong("Not well-formed UTF-8.", "format");
    if (look.wrong && isControl(*look.wrong))
        return wrong("Control characters are not allowed (" + codePointText(*look.wrong) + ").", "printable");
    if (look.end == look.begin && minimum > 0)
        return name.empty() ? wrong("Must not be empty.", "minLength")
                            : wrong("Consists only of characters that cannot be seen.", "visible");
    if (look.length > maximum && look.end > look.begin)
        return wrong("At most " + std::to_string(maximum) + " characters.", "maxLength");
    if (look.wrong && look.end > look.begin)
        return wrong("Contains a character that cannot be seen (" + codePointText(*look.wrong) + ").", "printable");
    name = name.substr(look.begin, look.end - look.begin);
}

std::string nameFromOutside(std::string_view text, std::size_t maximum)
{
    std::string name;
    bool space = false;                        // line ends and tabs part words, too
    const std::size_t most = maximum * 4 + 64; // what is cut off must be seen whole to know where a character ends
    std::size_t length = 0;
    eachCodePoint(text, [&](std::size_t at, const CodePoint& point, const Unseen* unseen) {
        if (unseen != nullptr) {
            space = space || (unseen->wellFormed && uc_is_property_white_space(point.value));
            return;
        }
        if (length >= most)
            return;
        if (space && !name.empty() && !isBlank(point.value)) {
            name += ' ';
            ++length;
        }
        space = false;
        name += text.substr(at, point.length);
        ++length;
    });
    return std::string(visibleName(truncateCharacters(visibleName(name), maximum)));
}

std::string truncateCharacters(std::string_view text, std::size_t codePoints)
{
    std::string result;
    const auto take = [&] {
        const CodePoint point = firstCodePoint(text);
        result += point.length == 0 ? std::string_view("?") : text.substr(0, point.length);
        text.remove_prefix(std::max<std::size_t>(point.length, 1));
    };
    for (std::size_t count = 0; count < codePoints && !text.empty(); ++count)
        take();
    if (text.empty() || result.empty())
        return result;
    // What comes next decides whether the last character ends here.
    const std::size_t size = result.size();
    take();
    std::vector<char> breaks(result.size());
    u8_grapheme_breaks(reinterpret_cast<const std::uint8_t*>(result.data()), result.size(), breaks.data());
    std::size_t end = size;
    while (end > 0 && breaks[end] == 0)
        --end;
    result.resize(end > 0 ? end : size);
    return result;
}

} // namespace sallyport
