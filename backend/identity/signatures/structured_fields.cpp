#include "backend/identity/signatures/structured_fields.h"

#include <algorithm>

namespace sallyport::identity::sf {

namespace {

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isLetter(char c)
{
    return isLower(c) || (c >= 'A' && c <= 'Z');
}
bool isKeyPart(char c)
{
    return isLower(c) || isDigit(c) || c == '_' || c == '-' || c == '.' || c == '*';
}
/// RFC 9110 §5.6.2 tchar, and ":" "/" which a Token may also hold.
bool isTokenPart(char c)
{
    return isLetter(c) || isDigit(c) || std::string_view("!#$%&'*+-.^_`|~:/").find(c) != std::string_view::npos;
}

Error malformed(std::string_view what)
{
    return makeError(ErrorCode::BadRequest, "not a structured field: " + std::string(what));
}

class Reader {
public:
    explicit Reader(std::string_view text) : m_rest(text) {}

    Result<Dictionary> dictionary()
    {
        Dictionary members;
        skipSpaces();
        while (!m_rest.empty()) {
            SALLYPORT_ASSIGN(Member next, member());
            if (find(members, next.key) != nullptr)
                return malformed("a key comes twice");
            if (members.size() == memberLimit)
                return malformed("too many members");
            members.push_back(std::move(next));
            skipWhite();
            if (m_rest.empty())
                break;
            if (!take(','))
                return malformed("a comma is missing");
            skipWhite();
            if (m_rest.empty())
                return malformed("it ends with a comma");
        }
        return members;
    }

private:
    bool at(char c) const { return !m_rest.empty() && m_rest.front() == c; }
    bool take(char c)
    {
        if (!at(c))
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    void skipSpaces()
    {
        while (take(' ')) {
        }
    }
    void skipWhite()
    {
        while (take(' ') || take('\t')) {
        }
    }
    template <typename Predicate>
    std::string_view takeWhile(Predicate predicate)
    {
        const auto end = std::find_if_not(m_rest.begin(), m_rest.end(), predicate);
        const auto taken = m_rest.substr(0, static_cast<std::size_t>(end - m_rest.begin()));
        m_rest.remove_prefix(taken.size());
        return taken;
    }

    Result<std::string> key()
    {
        if (m_rest.empty() || !(isLower(m_rest.front()) || m_rest.front() == '*'))
            return malformed("a key begins badly");
        return std::string(takeWhile(isKeyPart));
    }

    Result<Member> member()
    {
        SALLYPORT_ASSIGN(std::string name, key());
        if (take('=')) {
            if (at('(')) {
                SALLYPORT_ASSIGN(InnerList list, innerList());
                return Member{std::move(name), std::move(list)};
            }
            SALLYPORT_ASSIGN(Item value, item());
            return Member{std::move(name), std::move(value)};
        }
        SALLYPORT_ASSIGN(Parameters rest, parameters());
        return Member{std::move(name), Item{true, std::move(rest)}};
    }

    Result<InnerList> innerList()
    {
        InnerList list;
        take('(');
        for (;;) {
            skipSpaces();
            if (take(')'))
                break;
            if (list.items.size() == memberLimit)
                return malformed("too many items");
            SALLYPORT_ASSIGN(Item next, item());
            list.items.push_back(std::move(next));
            if (!at(' ') && !at(')'))
                return malformed("an inner list does not end");
        }
        SALLYPORT_ASSIGN(list.parameters, parameters());
        return list;
    }

    Result<Item> item()
    {
        Item result;
        SALLYPORT_ASSIGN(result.value, bareItem());
        SALLYPORT_ASSIGN(result.parameters, parameters());
        return result;
    }

    Result<Parameters> parameters()
    {
        Parameters found;
        while (take(';')) {
            skipSpaces();
            SALLYPORT_ASSIGN(std::string name, key());
            if (find(found, name) != nullptr)
                return malformed("a parameter comes twice");
            if (found.size() == memberLimit)
                return malformed("too many parameters");
            BareItem value = true;
            if (take('=')) {
                SALLYPORT_ASSIGN(value, bareItem());
            }
            found.push_back({std::move(name), std::move(value)});
        }
        return found;
    }

    Result<BareItem> bareItem()
    {
        if (m_rest.empty())
            return malformed("a value is missing");
        const char first = m_rest.front();
        if (first == '-' || isDigit(first))
            return number();
        if (first == '"')
            return string();
        if (first == ':')
            return bytes();
        if (first == '?')
            return boolean();
        if (first == '*' || isLetter(first))
            return BareItem(Token{std::string(takeWhile(isTokenPart))});
        return malformed("a value of an unknown kind");
    }

    /// RFC 9651 §4.2.4: at most 15 digits, or 12 before and 3 after the point.
    Result<BareItem> number()
    {
        const std::int64_t sign = take('-') ? -1 : 1;
        const std::string_view whole = takeWhile(isDigit);
        if (whole.empty() || whole.size() > 15)
            return malformed("a number's length");
        std::int64_t value = 0;
        for (const char digit : whole)
            value = value * 10 + (digit - '0');
        if (!take('.'))
            return BareItem(sign * value);
        const std::string_view fraction = takeWhile(isDigit);
        if (whole.size() > 12 || fraction.empty() || fraction.size() > 3)
            return malformed("a decimal's length");
        for (std::size_t i = 0; i < 3; ++i)
            value = value * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
        return BareItem(Decimal{sign * value});
    }

    Result<BareItem> string()
    {
        take('"');
        std::string text;
        for (;;) {
            if (m_rest.empty())
                return malformed("a string does not end");
            char c = m_rest.front();
            m_rest.remove_prefix(1);
            if (c == '"')
                return BareItem(std::move(text));
            if (c == '\\') {
                if (!at('"') && !at('\\'))
                    return malformed("a bad escape");
                c = m_rest.front();
                m_rest.remove_prefix(1);
            } else if (c < 0x20 || c > 0x7e) {
                return malformed("a character that a string cannot hold");
            }
            text += c;
        }
    }

    Result<BareItem> bytes()
    {
        take(':');
        const std::size_t end = m_rest.find(':');
        if (end == m_rest.npos)
            return malformed("a byte sequence does not end");
        auto decoded = fromBase64(m_rest.substr(0, end));
        if (!decoded)
            return malformed("a byte sequence is not base64");
        m_rest.remove_prefix(end + 1);
        return BareItem(std::move(*decoded));
    }

    Result<BareItem> boolean()
    {
        take('?');
        if (take('1'))
            return BareItem(true);
        if (take('0'))
            return BareItem(false);
        return malformed("a boolean is ?0 or ?1");
    }

    std::string_view m_rest;
};

std::string decimalText(std::int64_t thousandths)
{
    const std::int64_t size = thousandths < 0 ? -thousandths : thousandths;
    std::string fraction = std::to_string(1000 + size % 1000).substr(1);
    while (fraction.size() > 1 && fraction.back() == '0')
        fraction.pop_back();
    return (thousandths < 0 ? "-" : "") + std::to_string(size / 1000) + "." + fraction;
}

void append(std::string& to, const BareItem& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        to += std::to_string(*number);
    } else if (const auto* decimal = std::get_if<Decimal>(&value)) {
        to += decimalText(decimal->thousandths);
    } else if (const auto* token = std::get_if<Token>(&value)) {
        to += token->text;
    } else if (const auto* bytes = std::get_if<Bytes>(&value)) {
        to.append(":").append(toBase64(*bytes)).append(":");
    } else if (const auto* truth = std::get_if<bool>(&value)) {
        to += *truth ? "?1" : "?0";
    } else {
        to += '"';
        for (const char c : std::get<std::string>(value)) {
            if (c == '"' || c == '\\')
                to += '\\';
            to += c;
        }
        to += '"';
    }
}

void append(std::string& to, const Parameters& parameters)
{
    for (const Parameter& parameter : parameters) {
        to.append(";").append(parameter.key);
        if (parameter.value != BareItem(true)) {
            to += '=';
            append(to, parameter.value);
        }
    }
}

void append(std::string& to, const Item& item)
{
    append(to, item.value);
    append(to, item.parameters);
}

void append(std::string& to, const InnerList& list)
{
    to += '(';
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        if (i > 0)
            to += ' ';
        append(to, list.items[i]);
    }
    to += ')';
    append(to, list.parameters);
}

} // namespace

Result<Dictionary> parseDictionary(std::string_view text)
{
    if (text.size() > textLimit)
        return malformed("too long");
    // Spaces at the end are allowed, tabs are not (§4.2 step 6).
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return Reader(text).dictionary();
}

std::string serialize(const Dictionary& dictionary)
{
    std::string text;
    for (const Member& member : dictionary) {
        if (!text.empty())
            text += ", ";
        text += member.key;
        const Item* item = std::get_if<Item>(&member.value);
        if (item != nullptr && item->value == BareItem(true)) {
            append(text, item->parameters);
            continue;
        }
        text += '=';
        if (item != nullptr)
            append(text, *item);
        else
            append(text, std::get<InnerList>(member.value));
    }
    return text;
}

std::string serialize(const InnerList& list)
{
    std::string text;
    append(text, list);
    return text;
}

std::string serialize(const Item& item)
{
    std::string text;
    append(text, item);
    return text;
}

const BareItem* find(const Parameters& parameters, std::string_view key) noexcept
{
    const auto found = std::ranges::find(parameters, key, &Parameter::key);
    return found == parameters.end() ? nullptr : &found->value;
}

const Member* find(const Dictionary& dictionary, std::string_view key) noexcept
{
    const auto found = std::ranges::find(dictionary, key, &Member::key);
    return found == dictionary.end() ? nullptr : &*found;
}

} // namespace sallyport::identity::sf
