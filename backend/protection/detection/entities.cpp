#include "backend/protection/detection/entities.h"

#include "backend/protection/detection/bytes.h"

#include <array>

namespace sallyport::protection::detection {

namespace {

struct NamedEntity {
    std::string_view name;
    char byte;
};

constexpr std::array<NamedEntity, 37> namedEntities{{
    {"lt", '<'},
    {"gt", '>'},
    {"quot", '"'},
    {"apos", '\''},
    {"amp", '&'},
    {"colon", ':'},
    {"lpar", '('},
    {"rpar", ')'},
    {"tab", '\t'},
    {"newline", '\n'},
    {"sol", '/'},
    {"bsol", '\\'},
    {"lcub", '{'},
    {"lbrace", '{'},
    {"rcub", '}'},
    {"rbrace", '}'},
    {"lsqb", '['},
    {"lbrack", '['},
    {"rsqb", ']'},
    {"rbrack", ']'},
    {"equals", '='},
    {"num", '#'},
    {"semi", ';'},
    {"comma", ','},
    {"period", '.'},
    {"excl", '!'},
    {"dollar", '$'},
    {"grave", '`'},
    {"nbsp", ' '},
    {"percnt", '%'},
    {"plus", '+'},
    {"ast", '*'},
    {"commat", '@'},
    {"quest", '?'},
    {"vert", '|'},
    {"lowbar", '_'},
    {"diacriticalgrave", '`'},
}};

unsigned byteAt(std::string_view text, std::size_t at)
{
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

/// A code point that looks like or becomes an ASCII character: full width, circled, another slash, stop or space.
std::uint32_t asciiOf(std::uint32_t point)
{
    if (point >= 0xFF01 && point <= 0xFF5E)
        return point - 0xFF01 + 0x21;
    if (point >= 0x24D0 && point <= 0x24E9)
        return point - 0x24D0 + 'a';
    if (point >= 0x24B6 && point <= 0x24CF)
        return point - 0x24B6 + 'a';
    if (point >= 0x2460 && point <= 0x2468)
        return point - 0x2460 + '1';
    if (point >= 0x2000 && point <= 0x200A)
        return ' ';
    switch (point) {
    case 0x00A0:
    case 0x202F:
    case 0x205F:
    case 0x3000: return ' ';
    case 0x24EA: return '0';
    case 0x2215:
    case 0x2044: return '/';
    case 0x2216: return '\\';
    case 0x3002:
    case 0xFF61:
    case 0x2024: return '.';
    case 0x017F: return 's';
    case 0x212A: return 'k';
    default: return 0;
    }
}

bool isUnseen(std::uint32_t point)
{
    return (point >= 0x200B && point <= 0x200D) || point == 0x2060 || point == 0xFEFF || point == 0x00AD;
}

} // namespace

CodedPoint readEntity(std::string_view text) noexcept
{
    constexpr std::size_t longest = 24;
    if (text.size() < 3 || text[0] != '&')
        return {};
    if (text[1] == '#') {
        const bool hex = lowered(text[2]) == 'x';
        std::size_t at = hex ? 3 : 2;
        const std::size_t first = at;
        std::uint32_t point = 0;
        for (; at < text.size() && at < longest; ++at) {
            const int digit = hexDigit(text[at]);
            if (digit < 0 || (!hex && digit > 9))
                break;
            point = point * (hex ? 16U : 10U) + static_cast<std::uint32_t>(digit);
            if (point > 0x10FFFF)
                return {};
        }
        if (at == first || point == 0)
            return {};
        if (at < text.size() && text[at] == ';')
            ++at;
        return {point, at};
    }
    std::size_t at = 1;
    while (at < text.size() && at < longest && isLetter(text[at]))
        ++at;
    const auto name = text.substr(1, at - 1);
    if (name.size() < 2)
        return {}; // none is shorter
    const bool ended = at < text.size() && text[at] == ';';
    for (const auto& entity : namedEntities) {
        if (!equalsFolded(name, entity.name))
            continue;
        // Browsers take these without their end too, the others not.
        const bool old = entity.name == "lt" || entity.name == "gt" || entity.name == "quot" || entity.name == "amp";
        if (!ended && !old)
            return {};
        return {static_cast<unsigned char>(entity.byte), at + (ended ? 1U : 0U)};
    }
    return {};
}

CodedPoint readForm(std::string_view text) noexcept
{
    const unsigned first = byteAt(text, 0);
    const unsigned second = byteAt(text, 1);
    const auto continues = [](unsigned byte) { return byte >= 0x80 && byte < 0xC0; };
    if (first == 0xC0 || first == 0xC1) {
        if (continues(second))
            return {(first & 1U) << 6U | (second & 0x3FU), 2};
        if (first == 0xC0 && (second == '.' || second == '/' || second == '\\'))
            return {second, 2};
        return {};
    }
    if (first == 0xE0 && second >= 0x80 && second < 0xA0 && continues(byteAt(text, 2))) {
        const std::uint32_t point = (second & 0x3FU) << 6U | (byteAt(text, 2) & 0x3FU);
        return point > 0 && point < 0x80 ? CodedPoint{point, 3} : CodedPoint{};
    }
    if (first >= 0xC2 && first < 0xE0 && continues(second)) {
        const std::uint32_t point = (first & 0x1FU) << 6U | (second & 0x3FU);
        if (isUnseen(point))
            return {0, 2};
        const auto ascii = asciiOf(point);
        return ascii != 0 ? CodedPoint{ascii, 2} : CodedPoint{};
    }
    if (first >= 0xE1 && first < 0xF0 && continues(second) && continues(byteAt(text, 2))) {
        const std::uint32_t point = (first & 0x0FU) << 12U | (second & 0x3FU) << 6U | (byteAt(text, 2) & 0x3FU);
        if (isUnseen(point))
            return {0, 3};
        const auto ascii = asciiOf(point);
        return ascii != 0 ? CodedPoint{ascii, 3} : CodedPoint{};
    }
    return {};
}

} // namespace sallyport::protection::detection
