#include "backend/protection/detection/split.h"

#include "backend/base/utf8.h"
#include "backend/protection/detection/bytes.h"
#include "backend/protection/detection/decode.h"

namespace sallyport::protection::detection {

namespace {

void give(ValueTaker& taker, PartKind kind, std::string_view whole, std::string_view raw, std::string_view name, bool inName,
          char separator = ',')
{
    if (raw.empty())
        return;
    Value value;
    value.part = kind;
    value.raw = raw;
    value.offset = static_cast<std::size_t>(raw.data() - whole.data());
    value.name = name;
    value.inName = inName;
    value.kinds = kindsOf(raw);
    value.separator = separator;
    taker.take(value);
}

void splitPairs(PartKind kind, std::string_view whole, char separator, ValueTaker& taker)
{
    std::size_t at = 0;
    while (at <= whole.size()) {
        std::size_t end = whole.find(separator, at);
        if (end == std::string_view::npos)
            end = whole.size();
        auto pair = whole.substr(at, end - at);
        while (separator == ';' && !pair.empty() && pair.front() == ' ')
            pair.remove_prefix(1);
        const auto equals = pair.find('=');
        if (equals == std::string_view::npos) {
            give(taker, kind, whole, pair, pair, true);
        } else {
            const auto name = pair.substr(0, equals);
            give(taker, kind, whole, name, name, true);
            give(taker, kind, whole, pair.substr(equals + 1), name, false);
        }
        at = end + 1;
    }
}

void splitPath(std::string_view whole, ValueTaker& taker)
{
    give(taker, PartKind::Path, whole, whole, {}, false);
    constexpr std::uint32_t plain = Has::letter | Has::digit | Has::dash | Has::dot | Has::other;
    std::size_t at = 0;
    while (at < whole.size()) {
        std::size_t end = whole.find('/', at);
        if (end == std::string_view::npos)
            end = whole.size();
        const auto segment = whole.substr(at, end - at);
        const auto kinds = kindsOf(segment);
        // What is long may be Base64.
        constexpr std::size_t longWord = 16;
        if (segment.size() < whole.size() && ((kinds & ~plain) != 0 || segment.size() >= longWord)) {
            Value value;
            value.part = PartKind::Path;
            value.raw = segment;
            value.offset = at;
            value.segment = true;
            value.kinds = kinds;
            taker.take(value);
        }
        at = end + 1;
    }
}

/// Reads a document without judging its form: validation does that. Strings are values or, before a colon, names.
class JsonSplitter {
public:
    JsonSplitter(std::string_view whole, ValueTaker& taker) : m_whole(whole), m_taker(taker) {}

    void run()
    {
        const auto first = skipSpace(m_whole, 0);
        if (first >= m_whole.size())
            return;
        if (m_whole[first] != '{' && m_whole[first] != '[' && m_whole[first] != '"') {
            give(m_taker, PartKind::Text, m_whole, m_whole, {}, false);
            return;
        }
        for (std::size_t at = first; at < m_whole.size();) {
            const char c = m_whole[at];
            if (c == '"') {
                at = readString(at + 1);
                continue;
            }
            if (c == '{' || c == '[')
                open();
            else if (c == '}' || c == ']')
                close();
            else if (!isSpace(c) && c != ',' && c != ':' && !isWordByte(c) && c != '-' && c != '+' && c != '.')
                m_odd = true;
            ++at;
        }
        // Not JSON after all: whoever reads it more generously than we do sees one text.
        if (m_odd)
            give(m_taker, PartKind::Text, m_whole, m_whole, {}, false);
    }

private:
    void open()
    {
        ++m_depth;
        if (m_depth < MemberPath::most) {
            m_path.names[m_depth] = {};
            m_path.depth = m_depth + 1;
        }
    }
    void close()
    {
        if (m_depth > 0)
            --m_depth;
        if (m_depth < MemberPath::most)
            m_path.depth = m_depth + 1;
    }
    std::size_t readString(std::size_t at)
    {
        Value value;
        value.part = PartKind::Json;
        value.offset = at;
        // A quote ends the string unless an odd number of backslashes stands before it.
        std::size_t end = m_whole.find('"', at);
        while (end != std::string_view::npos) {
            std::size_t slashes = 0;
            while (end - slashes > at && m_whole[end - slashes - 1] == '\\')
                ++slashes;
            if (slashes % 2 == 0)
                break;
            end = m_whole.find('"', end + 1);
        }
        end = end < m_whole.size() ? end : m_whole.size();
        value.raw = m_whole.substr(at, end - at);
        value.kinds = kindsOf(value.raw);
        const auto behind = skipSpace(m_whole, end + 1);
        value.inName = behind < m_whole.size() && m_whole[behind] == ':';
        if (value.inName && m_depth < MemberPath::most)
            m_path.names[m_depth] = value.raw;
        value.path = &m_path;
        value.name = m_depth < MemberPath::most ? m_path.names[m_depth] : std::string_view{};
        if (!value.raw.empty())
            m_taker.take(value);
        return end + 1;
    }

    std::string_view m_whole;
    ValueTaker& m_taker;
    MemberPath m_path;
    std::size_t m_depth = 0;
    bool m_odd = false;
};

} // namespace

std::string Value::member() const
{
    constexpr std::size_t longest = 200;
    std::string text;
    if (path == nullptr) {
        text.assign(name.substr(0, longest));
        // As it is meant, not as it came: `q%5b%24ne%5d` is `q[$ne]`. What can't be shown stays as it came.
        if (Decoded decoded; decodeAsServer(part, text, kindsOf(text), false, decoded, nullptr)) {
            constexpr std::uint32_t unseen = Has::control | Has::lineEnd;
            if ((kindsOf(decoded.text) & unseen) == 0 && codePointCount(decoded.text))
                text = std::move(decoded.text);
        }
        return text;
    }
    for (std::size_t i = 0; i < path->depth && i < MemberPath::most; ++i) {
        if (path->names[i].empty())
            continue;
        if (!text.empty())
            text.push_back('.');
        text.append(path->names[i].substr(0, longest));
        if (text.size() > longest)
            break;
    }
    text.resize(std::min(text.size(), longest));
    return text;
}

void split(const Part& part, ValueTaker& taker)
{
    switch (part.kind) {
    case PartKind::Query:
    case PartKind::Form: splitPairs(part.kind, part.bytes, '&', taker); break;
    case PartKind::Cookie: splitPairs(part.kind, part.bytes, ';', taker); break;
    case PartKind::Path: splitPath(part.bytes, taker); break;
    case PartKind::Json: JsonSplitter(part.bytes, taker).run(); break;
    default: give(taker, part.kind, part.bytes, part.bytes, part.name, false, part.separator); break;
    }
}

} // namespace sallyport::protection::detection
