#include "backend/identity/signatures/signature_base.h"

#include "backend/base/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace sallyport::identity {

namespace {

constexpr std::string_view defaultPort = ":443";

Error unusable(std::string_view component, std::string_view why)
{
    return makeError(ErrorCode::BadRequest, "covered component \"" + std::string(component) + "\" " + std::string(why));
}

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '*' || c == '-' || c == '.' ||
           c == '_';
}

/// The URL standard's application/x-www-form-urlencoded parser, for one part.
std::string formDecoded(std::string_view text)
{
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned value = 0;
        if (text[i] == '%' && i + 2 < text.size() &&
            std::from_chars(&text[i + 1], &text[i + 1] + 2, value, 16).ptr == &text[i + 1] + 2) {
            decoded += static_cast<char>(value);
            i += 2;
        } else {
            decoded += text[i] == '+' ? ' ' : text[i];
        }
    }
    return decoded;
}

/// The URL standard's percent-encoding with the component set, which RFC 9421 §2.2.8 asks for.
std::string percentEncoded(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        if (isUnreserved(c) || c == '~' || c == '!' || c == '\'' || c == '(' || c == ')') {
            encoded += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            encoded.append("%").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
        }
    }
    return encoded;
}

/// RFC 9421 §2.2.8: the parameter must be there once.
Result<std::string> queryParameter(std::string_view query, std::string_view encodedName)
{
    std::optional<std::string> found;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        const std::size_t equals = std::min(pair.find('='), pair.size());
        if (pair.empty() || percentEncoded(formDecoded(pair.substr(0, equals))) != encodedName)
            continue;
        if (found)
            return unusable("@query-param", "names a parameter that is there more than once");
        found = percentEncoded(formDecoded(equals < pair.size() ? pair.substr(equals + 1) : std::string_view()));
    }
    if (!found)
        return unusable("@query-param", "names a parameter that is not there");
    return *std::move(found);
}

std::string normalAuthority(std::string_view authority)
{
    std::string text = toLowerAscii(authority);
    if (text.ends_with(defaultPort))
        text.resize(text.size() - defaultPort.size());
    return text;
}

Result<std::string> derived(const SignedMessage& message, std::string_view name, const sf::Parameters& parameters)
{
    if (name == "@query-param") {
        const sf::BareItem* which = sf::find(parameters, "name");
        const auto* text = which == nullptr ? nullptr : std::get_if<std::string>(which);
        if (parameters.size() != 1 || text == nullptr)
            return unusable(name, "needs the parameter 'name' and no other");
        return queryParameter(message.query, *text);
    }
    if (!parameters.empty())
        return unusable(name, "has a parameter that is not supported");
    if (name == "@method")
        return std::string(message.method);
    if (name == "@authority")
        return normalAuthority(message.authority);
    if (name == "@scheme")
        return std::string("https");
    if (name == "@request-target")
        return std::string(message.target);
    if (name == "@target-uri")
        return "https://" + normalAuthority(message.authority) + std::string(message.pathAndQuery());
    if (name == "@path")
        return message.path.empty() ? std::string("/") : std::string(message.path);
    if (name == "@query")
        return "?" + std::string(message.query);
    return unusable(name, "is not known for a request");
}

bool isFieldName(std::string_view name)
{
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
    });
}

} // namespace

Result<std::string> componentValue(const SignedMessage& message, const sf::Item& component)
{
    const auto* name = std::get_if<std::string>(&component.value);
    if (name == nullptr)
        return makeError(ErrorCode::BadRequest, "a covered component is a string");
    if (name->starts_with('@'))
        return derived(message, *name, component.parameters);
    if (!isFieldName(*name))
        return unusable("?", "is no lower-case field name");
    if (!component.parameters.empty())
        return unusable(*name, "has a parameter that is not supported");
    auto value = message.field(*name);
    if (!value)
        return unusable(*name, "was not sent");
    return *std::move(value);
}

Result<std::string> signatureBase(const SignedMessage& message, const sf::InnerList& covered)
{
    std::string base;
    std::vector<std::string> seen;
    for (const sf::Item& component : covered.items) {
        std::string identifier = sf::serialize(component);
        if (std::ranges::find(seen, identifier) != seen.end())
            return makeError(ErrorCode::BadRequest, "a component is covered twice");
        SALLYPORT_ASSIGN(const std::string value, componentValue(message, component));
        base.append(identifier).append(": ").append(value).append("\n");
        seen.push_back(std::move(identifier));
    }
    return base.append("\"@signature-params\": ").append(sf::serialize(covered));
}

} // namespace sallyport::identity
