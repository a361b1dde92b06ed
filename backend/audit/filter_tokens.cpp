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

/// Reads a value that starts at `at`; gives back where it ends.
std::size_t readValue(std::string_view text, std::size_t at, RawToken& raw)
{
    raw.valuePosition = at;
    if (at >= text.size() || text[at] != '"') {
        const std::size_t start = at;
        while (at < text.size() && !isSpace(text[at]))
            ++at;
        raw.token.value = text.substr(start, at - start);
        return at;
    }
    raw.quoted = true;
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == '"' || text[at + 1] == '\\'))
            ++at;
        raw.token.value += text[at];
    }
    raw.unterminated = at >= text.size();
    return raw.unterminated ? at : at + 1;
}

} // namespace

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
