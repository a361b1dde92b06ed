#include "backend/protection/detection/pattern.h"

#include "backend/protection/detection/bytes.h"

#include <algorithm>

namespace sallyport::protection::detection {

namespace {

constexpr std::size_t longestRun = 200;
constexpr std::size_t nearby = 64;

void addByte(std::bitset<256>& set, char c)
{
    set.set(static_cast<unsigned char>(c));
    if (isLetter(c))
        set.set(static_cast<unsigned char>(c) ^ 0x20U);
}

void addKind(std::bitset<256>& set, char kind)
{
    for (unsigned i = 0; i < 256; ++i) {
        const char c = static_cast<char>(i);
        const bool in = kind == 's' ? isSpace(c) : kind == 'd' ? isDigit(c) : kind == 'w' ? isWordByte(c) : !isWordByte(c);
        if (in)
            set.set(i);
    }
}

char escaped(char c)
{
    return c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c == '0' ? '\0' : c;
}

bool isKind(char c)
{
    return c == 's' || c == 'd' || c == 'w' || c == 'W';
}

/// Reads `[...]` behind its opening bracket; false if it doesn't end.
bool readSet(std::string_view source, std::size_t& at, std::bitset<256>& set)
{
    const bool negated = at < source.size() && source[at] == '^';
    if (negated)
        ++at;
    for (; at < source.size() && source[at] != ']'; ++at) {
        char c = source[at];
        if (c == '\\' && at + 1 < source.size()) {
            c = source[++at];
            if (isKind(c)) {
                addKind(set, c);
                continue;
            }
            c = escaped(c);
        }
        if (at + 2 < source.size() && source[at + 1] == '-' && source[at + 2] != ']') {
            for (unsigned i = static_cast<unsigned char>(c); i <= static_cast<unsigned char>(source[at + 2]); ++i)
                addByte(set, static_cast<char>(i));
            at += 2;
            continue;
        }
        addByte(set, c);
    }
    if (at >= source.size())
        return false;
    if (negated)
        set.flip();
    return true;
}

} // namespace

Result<Pattern> Pattern::parse(std::string_view source)
{
    Pattern pattern;
    for (std::size_t at = 0; at < source.size(); ++at) {
        Item item;
        const char c = source[at];
        if (c == '$') {
            item.kind = Item::Kind::End;
        } else if (c == '.') {
            item.set.set();
        } else if (c == '[') {
            if (!readSet(source, ++at, item.set))
                return makeError(ErrorCode::InvalidArgument, "A set has no end.");
        } else if (c == '(' || ((c == '~' || c == '!') && at + 1 < source.size() && source[at + 1] == '(')) {
            item.kind = c == '(' ? Item::Kind::Words : c == '~' ? Item::Kind::Somewhere : Item::Kind::Without;
            at += c == '(' ? 0 : 1;
            std::string word;
            for (++at; at < source.size() && source[at] != ')'; ++at) {
                if (source[at] == '|') {
                    item.words.push_back(std::move(word));
                    word.clear();
                    continue;
                }
                if (source[at] == '\\' && at + 1 < source.size())
                    ++at;
                word.push_back(lowered(source[at]));
            }
            if (at >= source.size())
                return makeError(ErrorCode::InvalidArgument, "A group has no end.");
            item.words.push_back(std::move(word));
            item.mayBeMissing = std::erase(item.words, std::string()) > 0;
            std::ranges::stable_sort(item.words, {}, [](const std::string& known) { return known.front(); });
            for (const auto& known : item.words)
                addByte(item.set, known.front());
        } else if (c == '\\' && at + 1 < source.size()) {
            const char next = source[++at];
            if (next == 'b')
                item.kind = Item::Kind::Boundary;
            else if (isKind(next))
                addKind(item.set, next);
            else
                addByte(item.set, escaped(next));
        } else {
            addByte(item.set, c);
        }
        if (at + 1 < source.size()) {
            const char behind = source[at + 1];
            if (behind == '?' || behind == '*' || behind == '+') {
                item.least = behind == '+' ? 1 : 0;
                item.most = behind == '?' ? 1 : longestRun;
                ++at;
            }
        }
        pattern.m_items.push_back(std::move(item));
    }
    // What a match may begin with: items that may be missing, up to the first that may not.
    for (const auto& item : pattern.m_items) {
        if (item.kind == Item::Kind::Set || item.kind == Item::Kind::Words)
            pattern.m_first |= item.set;
        else
            pattern.m_first.set();
        if (item.least > 0 || item.kind != Item::Kind::Set)
            break;
    }
    if (std::ranges::all_of(pattern.m_items, [](const Item& item) { return item.least == 0; }) ||
        std::ranges::any_of(pattern.m_items,
                            [](const Item& item) { return item.kind == Item::Kind::Words && item.mayBeMissing; }))
        pattern.m_mayBeEmpty = true;
    pattern.m_anyFirst = pattern.m_first.all();
    return pattern;
}

std::size_t Pattern::Item::wordAt(std::string_view text, std::size_t at) const noexcept
{
    if (at >= text.size() || !set[static_cast<unsigned char>(text[at])])
        return 0;
    const char first = lowered(text[at]);
    const char second = at + 1 < text.size() ? lowered(text[at + 1]) : '\0';
    for (const std::string& word : words) {
        if (word.front() == first && (word.size() < 2 || word[1] == second) && startsFolded(text.substr(at), word))
            return word.size();
    }
    return 0;
}

std::optional<std::size_t> Pattern::match(std::string_view text, std::size_t at) const noexcept
{
    if (!mayBegin(text, at))
        return std::nullopt;
    for (const auto& item : m_items) {
        switch (item.kind) {
        case Item::Kind::End:
            if (at != text.size())
                return std::nullopt;
            break;
        case Item::Kind::Boundary:
            if (at < text.size() && isWordByte(text[at]))
                return std::nullopt;
            break;
        case Item::Kind::Set: {
            std::size_t count = 0;
            while (count < item.most && at < text.size() && item.set[static_cast<unsigned char>(text[at])]) {
                ++at;
                ++count;
            }
            if (count < item.least)
                return std::nullopt;
            break;
        }
        case Item::Kind::Somewhere: {
            const std::size_t last = std::min(text.size(), at + nearby);
            std::size_t behind = 0;
            for (; at < last && behind == 0; ++at) {
                if (!item.set[static_cast<unsigned char>(text[at])])
                    continue;
                if (const std::size_t length = item.wordAt(text, at); length > 0)
                    behind = at + length;
            }
            if (behind == 0)
                return std::nullopt;
            at = behind;
            break;
        }
        case Item::Kind::Without:
            if (item.wordAt(text, at) > 0)
                return std::nullopt;
            break;
        case Item::Kind::Words: {
            std::size_t count = 0;
            for (; count < item.most; ++count) {
                const std::size_t length = item.wordAt(text, at);
                if (length == 0)
                    break;
                at += length;
            }
            if (count < item.least)
                return std::nullopt;
            break;
        }
        }
    }
    return at;
}

} // namespace sallyport::protection::detection
