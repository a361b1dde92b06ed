#include "backend/records/upload/form_words.h"

#include "backend/base/encoding.h"
#include "backend/base/utf8.h"

#include <algorithm>

namespace sallyport::records {

namespace {

bool isTokenCharacter(char c) noexcept
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c != '\0' && std::string_view("!#$%&'*+-.^_`|~/").find(c) != std::string_view::npos);
}

std::string_view token(std::string_view& text) noexcept
{
    const auto end = std::find_if_not(text.begin(), text.end(), isTokenCharacter);
    const std::string_view word = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(word.size());
    return word;
}

void skipBlanks(std::string_view& text) noexcept
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
}

std::optional<std::string> quoted(std::string_view& text)
{
    text.remove_prefix(1);
    std::string value;
    while (!text.empty()) {
        const char c = text.front();
        text.remove_prefix(1);
        if (c == '"')
            return value;
        if (c == '\\' && !text.empty() && (text.front() == '"' || text.front() == '\\')) {
            value += text.front();
            text.remove_prefix(1);
        } else {
            value += c;
        }
    }
    return std::nullopt;
}

} // namespace

const std::string* ParameterList::find(std::string_view name) const noexcept
{
    const auto found = std::find_if(parameters.begin(), parameters.end(), [&](const auto& one) { return one.first == name; });
    return found == parameters.end() ? nullptr : &found->second;
}

std::optional<ParameterList> readParameters(std::string_view value)
{
    ParameterList list;
    skipBlanks(value);
    list.word = toLowerAscii(token(value));
    if (list.word.empty())
        return std::nullopt;
    while (true) {
        skipBlanks(value);
        if (value.empty())
            return list;
        if (value.front() != ';')
            return std::nullopt;
        value.remove_prefix(1);
        skipBlanks(value);
        if (value.empty())
            return list; // some clients end with one
        const std::string name = toLowerAscii(token(value));
        skipBlanks(value);
        if (name.empty() || value.empty() || value.front() != '=' || list.find(name) || list.parameters.size() == 8)
            return std::nullopt;
        value.remove_prefix(1);
        skipBlanks(value);
        if (!value.empty() && value.front() == '"') {
            std::optional<std::string> text = quoted(value);
            if (!text)
                return std::nullopt;
            list.parameters.emplace_back(name, std::move(*text));
        } else {
            const std::string_view word = token(value);
            if (word.empty())
                return std::nullopt;
            list.parameters.emplace_back(name, word);
        }
    }
}

std::optional<std::string> readExtendedValue(std::string_view value)
{
    const std::size_t first = value.find('\'');
    const std::size_t second = first == std::string_view::npos ? first : value.find('\'', first + 1);
    if (second == std::string_view::npos || toLowerAscii(value.substr(0, first)) != "utf-8")
        return std::nullopt;
    std::string text;
    for (std::size_t i = second + 1; i < value.size(); ++i) {
        if (value[i] != '%') {
            text += value[i];
            continue;
        }
        const auto byte = fromHex(value.substr(i + 1, 2));
        if (!byte || byte->size() != 1)
            return std::nullopt;
        text += static_cast<char>(byte->front());
        i += 2;
    }
    return codePointCount(text) ? std::optional(text) : std::nullopt;
}

std::string withoutFormEscapes(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string escape = text[i] == '%' ? toLowerAscii(text.substr(i, 3)) : std::string();
        if (escape != "%22" && escape != "%0d" && escape != "%0a") {
            plain += text[i];
            continue;
        }
        plain += escape == "%22" ? '"' : escape == "%0d" ? '\r' : '\n';
        i += 2;
    }
    return plain;
}

} // namespace sallyport::records
