#include "backend/audit/filter_tokens.h"

#include "backend/base/utf8.h"

namespace sallyport::audit {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isKeyCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// The length of `key` in `key:` at the front, or 0.
std::size_t keyLength(std::string_view text)
{
    std::size_t length = 0;
    while (length < text.size() && isKeyCharacter(text[length]))
        ++length;
    if (length == 0 || length >= text.size() || text[length] != ':' || text.substr(length).starts_with("://"))
        return 0;
    return length;
}

/// Reads what stands between quotation marks, the first of which is at `at`; gives back where it ends.
std::size_t readQuoted(std::string_view text, std::size_t at, std::string& value, RawToken& raw)
{
    raw.quoted = true;
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == '"' || text[at + 1] == '\\'))
            ++at;
        value += text[at];
    }
    raw.unterminated = at >= text.size();
    return raw.unterminated ? at : at + 1;
}

/// Reads a value that starts at `at`, of a key with its alternatives; gives back where it ends.
std::size_t readValue(std::string_view text, std::size_t at, RawToken& raw)
{
    raw.valuePosition = at;
    const bool alternatives = !raw.token.key.empty();
    for (;;) {
        std::string& value = raw.token.values.emplace_back();
        if (at < text.size() && text[at] == '"') {
            at = readQuoted(text, at, value, raw);
        } else {
            const std::size_t start = at;
            while (at < text.size() && !isSpace(text[at]) && !(alternatives && text[at] == ','))
                ++at;
            value = text.substr(start, at - start);
        }
        if (!alternatives || at >= text.size() || text[at] != ',')
            break;
        ++at;
    }
    for (bool first = true; const std::string& value : raw.token.values) {
        raw.token.value += (first ? "" : ",") + value;
        first = false;
    }
    return at;
}

/// True if it reads back as one value of `key` as it is.
bool readsBack(std::string_view key, std::string_view value)
{
    std::string term(key);
    term.append(key.empty() ? "" : ":").append(value);
    const std::vector<RawToken> tokens = rawTokens(term);
    return tokens.size() == 1 && !tokens.front().quoted && !tokens.front().token.negated && tokens.front().token.key == key &&
           tokens.front().token.values == std::vector<std::string>{std::string(value)};
}

} // namespace

std::string filterTerm(std::string_view key, std::string_view value)
{
    std::string term(key);
    if (!key.empty())
        term += ':';
    if (!value.empty() && readsBack(key, value))
        return term.append(value);
    term += '"';
    for (const char c : value) {
        if (c == '"' || c == '\\')
            term += '\\';
        term += c;
    }
    return term + '"';
}

std::vector<RawToken> rawTokens(std::string_view text)
{
    std::vector<RawToken> tokens;
    for (std::size_t at = 0; at < text.size();) {
        if (isSpace(text[at])) {
            ++at;
            continue;
        }
        RawToken raw;
        raw.token.position = at;
        if (text[at] == '-' && at + 1 < text.size() && !isSpace(text[at + 1])) {
            raw.token.negated = true;
            ++at;
        }
        if (const std::size_t length = keyLength(text.substr(at))) {
            raw.token.key = toLowerAscii(text.substr(at, length));
            at += length + 1;
        }
        at = readValue(text, at, raw);
        raw.token.length = at - raw.token.position;
        tokens.push_back(std::move(raw));
    }
    return tokens;
}

std::vector<FilterToken> tokenizeFilter(std::string_view text)
{
    std::vector<FilterToken> tokens;
    for (RawToken& raw : rawTokens(text))
        tokens.push_back(std::move(raw.token));
    return tokens;
}

} // namespace sallyport::audit
