#include "backend/audit/pseudonyms/pseudonyms.h"

#include "backend/audit/event_limits.h"
#include "backend/base/encoding.h"
#include "backend/base/ip_address.h"
#include "backend/base/strict_json.h"
#include "backend/base/utf8.h"

#include <openssl/rand.h>

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace sallyport::audit {
namespace {

constexpr std::size_t idLength = 20; ///< a segment of a path that is as long names something, not a kind of things
constexpr std::size_t nameCharacters = 8, idCharacters = 16;

/// Members of details whose texts are words of the product.
constexpr std::string_view plainMembers[] = {"field", "stage",      "result", "fact", "rule",
                                             "class", "permission", "format", "kinds"};

/// The value without what people wrote; false: nothing of it is left.
bool keepFigures(boost::json::value& value, std::string_view member)
{
    if (value.is_string())
        return std::ranges::find(plainMembers, member) != std::end(plainMembers);
    if (value.is_array()) {
        boost::json::array kept;
        for (boost::json::value& element : value.get_array())
            if (keepFigures(element, member))
                kept.push_back(std::move(element));
        value = std::move(kept);
        return true;
    }
    if (value.is_object()) {
        boost::json::object kept;
        for (auto& one : value.get_object())
            if (keepFigures(one.value(), one.key()))
                kept[one.key()] = std::move(one.value());
        value = std::move(kept);
    }
    return true;
}

std::string figuresOf(const std::string& details)
{
    if (details.empty())
        return {};
    auto parsed = parseStrictJson(details, detailsLimit);
    if (!parsed || !parsed->is_object())
        return {};
    keepFigures(*parsed, {});
    return boost::json::serialize(*parsed);
}

} // namespace

Result<Pseudonyms> Pseudonyms::make()
{
    Bytes key(32);
    if (RAND_priv_bytes(reinterpret_cast<unsigned char*>(key.data()), static_cast<int>(key.size())) != 1)
        return makeError(ErrorCode::CryptoFailure, "There is no randomness for pseudonyms.");
    SALLYPORT_ASSIGN(auto keyed, Chain::make(SecretBytes(std::move(key))));
    return Pseudonyms(std::move(keyed));
}

Result<std::string> Pseudonyms::word(std::string_view prefix, std::string_view of, std::size_t characters) const
{
    SALLYPORT_ASSIGN(const ChainHash hash, m_keyed->seal(of));
    return std::string(prefix) + hexOf(hash).substr(0, characters);
}

/// By the e-mail where there is one: a sign-in that failed knows nothing else of somebody.
Result<void> Pseudonyms::hidePerson(std::string& id, std::string& name, std::string& email) const
{
    const std::string& by = !email.empty() || name.find('@') == std::string::npos ? email : name;
    const std::string known = !by.empty() ? "mail " + toLowerAscii(by) : !id.empty() ? "id " + id : "name " + toLowerAscii(name);
    if (!name.empty() || !email.empty()) {
        SALLYPORT_ASSIGN(name, word("Person ", known, nameCharacters));
    }
    if (!id.empty()) {
        SALLYPORT_ASSIGN(id, word({}, "id " + id, idCharacters));
    }
    email.clear();
    return {};
}

/// One of the unique local addresses (RFC 4193), so that whoever reads the report as a program finds an address.
Result<std::string> Pseudonyms::hiddenAddress(const std::string& address) const
{
    if (address.empty())
        return std::string();
    SALLYPORT_ASSIGN(const ChainHash hash, m_keyed->seal("address " + address));
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(hash[i]);
    bytes[0] = 0xfd;
    return IpAddress::v6(bytes).text();
}

Result<std::string> Pseudonyms::hiddenPath(const std::string& path) const
{
    std::string hidden;
    std::string_view left = std::string_view(path).substr(0, path.find('?'));
    while (!left.empty()) {
        const std::size_t slash = left.find('/');
        const std::string_view segment = left.substr(0, slash);
        if (segment.size() >= idLength || segment.find_first_of("@%") != std::string_view::npos) {
            SALLYPORT_ASSIGN(const std::string id, word({}, "id " + std::string(segment), idCharacters));
            hidden += id;
        } else {
            hidden += segment;
        }
        if (slash == std::string_view::npos)
            break;
        hidden += '/';
        left.remove_prefix(slash + 1);
    }
    return hidden;
}

Result<void> Pseudonyms::apply(Event& event) const
{
    if (event.actor.kind != "system")
        SALLYPORT_TRY(hidePerson(event.actor.id, event.actor.name, event.actor.email));
    const bool person = event.object.kind == "user" || event.object.kind == "operator" || event.object.kind == "session" ||
                        !event.object.email.empty() || event.object.name.find('@') != std::string::npos;
    if (person)
        SALLYPORT_TRY(hidePerson(event.object.id, event.object.name, event.object.email));
    SALLYPORT_ASSIGN(event.address, hiddenAddress(event.address));
    SALLYPORT_ASSIGN(event.path, hiddenPath(event.path));
    event.userAgent.clear();
    if (event.reason.find_first_of(" @") != std::string::npos)
        event.reason.clear();
    event.detailsJson = figuresOf(event.detailsJson);
    return {};
}

} // namespace sallyport::audit
