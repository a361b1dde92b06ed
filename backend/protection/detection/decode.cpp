#include "backend/protection/detection/decode.h"

#include "backend/base/utf8.h"
#include "backend/protection/detection/bytes.h"
#include "backend/protection/detection/entities.h"

#include <algorithm>
#include <array>

namespace sallyport::protection::detection {

namespace {

/// Copies a text while pieces of it are replaced, and keeps where each byte came from.
class Rewriter {
public:
    Rewriter(std::string_view in, const std::vector<std::uint32_t>* from, bool withOrigin)
        : m_in(in), m_from(from), m_withOrigin(withOrigin)
    {
        m_out.text.reserve(in.size());
    }
    std::string_view in() const { return m_in; }
    void keep(std::size_t at)
    {
        m_out.text.push_back(m_in[at]);
        if (m_withOrigin)
            m_out.origin.push_back(originOf(at));
    }
    /// Keeps what stands from `at` on before the next `c`; where that is, or the end.
    std::size_t keepUntil(char c, std::size_t at)
    {
        const std::size_t end = std::min(m_in.find(c, at), m_in.size());
        m_out.text.append(m_in.substr(std::min(at, end), end - std::min(at, end)));
        for (; m_withOrigin && at < end; ++at)
            m_out.origin.push_back(originOf(at));
        return end;
    }
    void put(char c, std::size_t at)
    {
        m_out.text.push_back(c);
        m_changed = true;
        if (m_withOrigin)
            m_out.origin.push_back(originOf(at));
    }
    void drop() { m_changed = true; }
    void putCodePoint(std::uint32_t point, std::size_t at)
    {
        if (point < 0x80) {
            put(static_cast<char>(point), at);
        } else if (point < 0x800) {
            put(static_cast<char>(0xC0U | point >> 6U), at);
            put(static_cast<char>(0x80U | (point & 0x3FU)), at);
        } else if (point < 0x10000) {
            put(static_cast<char>(0xE0U | point >> 12U), at);
            put(static_cast<char>(0x80U | (point >> 6U & 0x3FU)), at);
            put(static_cast<char>(0x80U | (point & 0x3FU)), at);
        } else if (point < 0x110000) {
            put(static_cast<char>(0xF0U | point >> 18U), at);
            put(static_cast<char>(0x80U | (point >> 12U & 0x3FU)), at);
            put(static_cast<char>(0x80U | (point >> 6U & 0x3FU)), at);
            put(static_cast<char>(0x80U | (point & 0x3FU)), at);
        }
    }
    bool changed() const { return m_changed; }
    Decoded take() { return std::move(m_out); }

private:
    std::uint32_t originOf(std::size_t at) const
    {
        return m_from != nullptr && at < m_from->size() ? (*m_from)[at] : static_cast<std::uint32_t>(at);
    }
    std::string_view m_in;
    const std::vector<std::uint32_t>* m_from;
    bool m_withOrigin;
    bool m_changed = false;
    Decoded m_out;
};

/// `count` hex digits at `at`, or -1.
std::int32_t hexNumber(std::string_view text, std::size_t at, std::size_t count)
{
    if (at + count > text.size())
        return -1;
    std::int32_t number = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const int digit = hexDigit(text[at + i]);
        if (digit < 0)
            return -1;
        number = number * 16 + digit;
    }
    return number;
}

void percent(Rewriter& rewriter)
{
    const auto in = rewriter.in();
    for (std::size_t i = rewriter.keepUntil('%', 0); i < in.size(); i = rewriter.keepUntil('%', i + 1)) {
        if (i + 1 < in.size() && lowered(in[i + 1]) == 'u') {
            if (const auto point = hexNumber(in, i + 2, 4); point >= 0) {
                rewriter.putCodePoint(static_cast<std::uint32_t>(point), i);
                i += 5;
                continue;
            }
        }
        if (const auto byte = hexNumber(in, i + 1, 2); byte >= 0) {
            rewriter.put(static_cast<char>(byte), i);
            i += 2;
            continue;
        }
        rewriter.keep(i);
    }
}

void plusSigns(Rewriter& rewriter)
{
    const auto in = rewriter.in();
    for (std::size_t i = rewriter.keepUntil('+', 0); i < in.size(); i = rewriter.keepUntil('+', i + 1))
        rewriter.put(' ', i);
}

/// `\uXXXX`, two of them where they are a pair; how many bytes it took, or 0.
std::size_t unicodeEscape(Rewriter& rewriter, std::size_t at)
{
    const auto in = rewriter.in();
    if (at + 2 < in.size() && in[at + 2] == '{') {
        std::uint32_t point = 0;
        std::size_t i = at + 3;
        for (; i < in.size() && i < at + 11 && hexDigit(in[i]) >= 0; ++i)
            point = point * 16 + static_cast<std::uint32_t>(hexDigit(in[i]));
        if (i == at + 3 || i >= in.size() || in[i] != '}')
            return 0;
        rewriter.putCodePoint(point, at);
        return i + 1 - at;
    }
    const auto high = hexNumber(in, at + 2, 4);
    if (high < 0)
        return 0;
    if (high >= 0xD800 && high < 0xDC00 && at + 7 < in.size() && in[at + 6] == '\\' && in[at + 7] == 'u') {
        const auto low = hexNumber(in, at + 8, 4);
        if (low >= 0xDC00 && low < 0xE000) {
            rewriter.putCodePoint(0x10000U + ((static_cast<std::uint32_t>(high) - 0xD800U) << 10U) +
                                      (static_cast<std::uint32_t>(low) - 0xDC00U),
                                  at);
            return 12;
        }
    }
    rewriter.putCodePoint(static_cast<std::uint32_t>(high), at);
    return 6;
}

void jsonEscapes(Rewriter& rewriter)
{
    const auto in = rewriter.in();
    for (std::size_t i = rewriter.keepUntil('\\', 0); i < in.size(); i = rewriter.keepUntil('\\', i + 1)) {
        if (i + 1 >= in.size()) {
            rewriter.keep(i);
            continue;
        }
        const char next = in[i + 1];
        if (next == 'u') {
            if (const auto taken = unicodeEscape(rewriter, i); taken != 0) {
                i += taken - 1;
                continue;
            }
        }
        constexpr std::string_view letters = "nrtbf\"\\/";
        constexpr std::string_view bytes = "\n\r\t\b\f\"\\/";
        const auto which = letters.find(next);
        if (which == std::string_view::npos) {
            rewriter.keep(i);
            continue;
        }
        rewriter.put(bytes[which], i);
        ++i;
    }
}

void backslashEscapes(Rewriter& rewriter)
{
    const auto in = rewriter.in();
    for (std::size_t i = rewriter.keepUntil('\\', 0); i < in.size(); i = rewriter.keepUntil('\\', i + 1)) {
        if (i + 1 < in.size()) {
            if (in[i + 1] == 'u') {
                if (const auto taken = unicodeEscape(rewriter, i); taken != 0) {
                    i += taken - 1;
                    continue;
                }
            }
            if (const auto byte = in[i + 1] == 'x' ? hexNumber(in, i + 2, 2) : -1; byte > 0) {
                rewriter.put(static_cast<char>(byte), i);
                i += 3;
                continue;
            }
        }
        rewriter.keep(i);
    }
}

void entities(Rewriter& rewriter)
{
    const auto in = rewriter.in();
    for (std::size_t i = rewriter.keepUntil('&', 0); i < in.size(); i = rewriter.keepUntil('&', i + 1)) {
        if (const auto entity = readEntity(in.substr(i)); entity.bytes != 0) {
            rewriter.putCodePoint(entity.point, i);
            i += entity.bytes - 1;
            continue;
        }
        rewriter.keep(i);
    }
}

void unicodeForms(Rewriter& rewriter)
{
    const auto in = rewriter.in();
    for (std::size_t i = 0; i < in.size(); ++i) {
        if (!isBeyondAscii(in[i])) {
            rewriter.keep(i);
            continue;
        }
        const auto form = readForm(in.substr(i));
        if (form.bytes == 0) {
            rewriter.keep(i);
            continue;
        }
        if (form.point != 0)
            rewriter.put(static_cast<char>(form.point), i);
        else
            rewriter.drop();
        i += form.bytes - 1;
    }
}

/// One step; true if it changed something, which then stands in `state`.
template <typename Step>
bool apply(Step step, StageKind kind, std::string_view text, bool withOrigin, Decoded& state, StageListener* listener)
{
    Rewriter rewriter(text, state.origin.empty() ? nullptr : &state.origin, withOrigin);
    step(rewriter);
    if (!rewriter.changed())
        return false;
    state = rewriter.take();
    if (listener != nullptr)
        listener->changed(kind, state);
    return true;
}

} // namespace

bool decodeAsServer(PartKind kind, std::string_view raw, std::uint32_t kinds, bool withOrigin, Decoded& out,
                    StageListener* listener)
{
    bool changed = false;
    const auto text = [&] { return changed ? std::string_view(out.text) : raw; };
    switch (kind) {
    case PartKind::Query:
    case PartKind::Form:
        if ((kinds & Has::plus) != 0)
            changed = apply(plusSigns, StageKind::PlusSign, raw, withOrigin, out, listener);
        [[fallthrough]];
    case PartKind::Path:
    case PartKind::Cookie:
        if ((kinds & Has::percent) != 0)
            changed = apply(percent, StageKind::Percent, std::string(text()), withOrigin, out, listener) || changed;
        break;
    case PartKind::Json:
        if ((kinds & Has::backslash) != 0)
            changed = apply(jsonEscapes, StageKind::JsonEscape, raw, withOrigin, out, listener);
        break;
    default: break;
    }
    return changed;
}

bool decodeFields(std::string_view csv, char separator, bool withOrigin, Decoded& out)
{
    const auto commas = [separator](Rewriter& rewriter) {
        bool quoted = false;
        for (std::size_t i = 0; i < rewriter.in().size(); ++i) {
            const char c = rewriter.in()[i];
            quoted = quoted != (c == '"');
            if (c == separator && !quoted)
                rewriter.put(',', i);
            else
                rewriter.keep(i);
        }
    };
    return apply(commas, StageKind::Received, csv, withOrigin, out, nullptr);
}

bool decodeDeeper(std::string_view text, std::uint32_t kinds, bool withOrigin, Decoded& inOut, StageListener* listener)
{
    constexpr std::uint32_t coded = Has::percent | Has::backslash | Has::ampersand | Has::high;
    bool changed = false;
    for (int round = 0; round < decodeRounds && (kinds & coded) != 0; ++round) {
        bool again = false;
        const auto run = [&](auto step, StageKind kind) {
            const std::string now(changed ? std::string_view(inOut.text) : text);
            if (apply(step, kind, now, withOrigin, inOut, listener)) {
                changed = true;
                again = true;
            }
        };
        if ((kinds & Has::percent) != 0)
            run(percent, StageKind::Percent);
        if ((kinds & Has::backslash) != 0)
            run(backslashEscapes, StageKind::BackslashEscape);
        if ((kinds & Has::ampersand) != 0)
            run(entities, StageKind::Entities);
        if ((kinds & Has::high) != 0)
            run(unicodeForms, StageKind::Unicode);
        if (!again)
            break;
        kinds = kindsOf(inOut.text);
    }
    return changed;
}

namespace {

constexpr std::uint8_t noBase64 = 0xFF;

/// Both alphabets.
constexpr std::array<std::uint8_t, 256> makeBase64Values()
{
    std::array<std::uint8_t, 256> values{};
    values.fill(noBase64);
    for (std::uint8_t i = 0; i < 26; ++i) {
        values[static_cast<std::size_t>('A' + i)] = i;
        values[static_cast<std::size_t>('a' + i)] = static_cast<std::uint8_t>(26 + i);
    }
    for (std::uint8_t i = 0; i < 10; ++i)
        values[static_cast<std::size_t>('0' + i)] = static_cast<std::uint8_t>(52 + i);
    values['+'] = values['-'] = 62;
    values['/'] = values['_'] = 63;
    return values;
}
constexpr std::array<std::uint8_t, 256> base64Values = makeBase64Values();

} // namespace

bool decodeBase64(std::string_view text, std::uint32_t kinds, std::string& out)
{
    constexpr std::size_t least = 8;
    constexpr std::size_t word = 12; // below it most are words: what is Base64 there has its padding, or needs none
    constexpr std::size_t most = 65536;
    constexpr std::uint32_t alphabet = Has::letter | Has::digit | Has::plus | Has::slash | Has::dash | Has::compare | Has::other;
    if (text.size() < least || text.size() > most || (text.size() < word && text.size() % 4 != 0) || (kinds & ~alphabet) != 0 ||
        (kinds & Has::letter) == 0)
        return false;
    const std::size_t padded = text.size();
    while (!text.empty() && text.back() == '=')
        text.remove_suffix(1);
    out.clear();
    std::uint32_t bits = 0;
    int count = 0;
    std::size_t letters = 0;
    bool high = false;
    int continued = 0; // bytes of a character of UTF-8 that have to follow
    for (const char c : text) {
        const auto value = base64Values[static_cast<unsigned char>(c)];
        if (value == noBase64)
            return false;
        bits = bits << 6U | value;
        count += 6;
        if (count < 8)
            continue;
        count -= 8;
        const auto byte = static_cast<unsigned char>(bits >> static_cast<unsigned>(count) & 0xFFU);
        // A text that can be read has no control byte and is UTF-8: what is none mostly shows it within some bytes.
        if (byte >= 0x80) {
            high = true;
            if ((byte < 0xC0) != (continued > 0))
                return false;
            continued = byte < 0xC0 ? continued - 1 : byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
        } else {
            if (continued > 0 || byte == 0x7F || (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t'))
                return false;
            if (isLetter(static_cast<char>(byte)) || byte == ' ')
                ++letters;
        }
        out.push_back(static_cast<char>(byte));
    }
    if (padded < word && (bits & ((1U << static_cast<unsigned>(count)) - 1U)) != 0)
        return false; // whoever writes Base64 leaves no bits behind the last byte
    return (letters > 0 || out.find('{') != std::string::npos) && (!high || codePointCount(out).has_value());
}

bool hasOverlong(std::string_view text) noexcept
{
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const auto first = static_cast<unsigned char>(text[i]);
        if (first != 0xC0 && first != 0xC1)
            continue;
        const auto second = static_cast<unsigned char>(text[i + 1]);
        if ((second >= 0x80 && second < 0xC0) || second == '.' || second == '/' || second == '\\')
            return true;
    }
    return false;
}

} // namespace sallyport::protection::detection
