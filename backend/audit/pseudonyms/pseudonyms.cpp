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
#include <span>

namespace sallyport::audit {
namespace {

constexpr std::size_t nameCharacters = 8, idCharacters = 16;

/// Members of details whose texts are words of the product. `rule` is one where a detector or a schema has it; elsewhere a
/// person may have named it.
constexpr std::string_view plainMembers[] = {"field", "stage",      "result", "fact", "rule",
                                             "class", "permission", "format", "kinds"};
constexpr std::string_view eventsOfRules[] = {"detection.", "request."};
/// What is named by the product, id and all.
constexpr std::string_view ownKinds[] = {"clock", "duty",    "journal",     "record_key", "retention",
                                         "route", "setting", "signing_key", "thread",     "threat_weights"};

/// What the product is called where it does something by itself.
constexpr std::string_view ownActors[] = {"Sallyport", "Command line", "Drill"};
/// Behind it stands what somebody has called a rule; a provider's title stands alone.
constexpr std::string_view ruleActor = "Alert rule ";

/// Any other is one that somebody typed.
constexpr std::string_view usualMethods[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};

bool isOneOf(std::span<const std::string_view> words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

/// An address or a network.
bool isAddress(std::string_view text)
{
    return Cidr::parse(text).has_value();
}

/// Looks like a word of the product: small letters and what stands between them.
bool isWord(std::string_view text)
{
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    };
    return std::ranges::all_of(text, plain) && !isAddress(text);
}

/// Several of them, as lists of kinds are written.
bool areWords(std::string_view text)
{
    constexpr std::string_view between = " ,=*/[]";
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(between);
        if (!isWord(text.substr(0, end)))
            return false;
        if (end == text.npos)
            return true;
        text.remove_prefix(end + 1);
    }
    return true;
}

/// A member that the product doesn't know is one that somebody has named.
bool namesUnknown(const boost::json::object& fault)
{
    const auto* rule = fault.if_contains("rule");
    return rule != nullptr && rule->is_string() &&
           (rule->get_string() == "unknown" || rule->get_string() == "additionalProperties");
}

/// What people wrote goes, figures stay.
class Figures {
public:
    explicit Figures(std::string_view kind)
        : m_rules(std::ranges::any_of(eventsOfRules, [&](std::string_view prefix) { return kind.starts_with(prefix); }))
    {
    }

    /// False: nothing of it is left.
    bool keep(boost::json::value& value, std::string_view member, bool inFields = false) const
    {
        if (value.is_string())
            return isOneOf(plainMembers, member) && areWords(value.get_string()) && (member != "rule" || m_rules || inFields);
        const bool fields = inFields || member == "fields";
        if (value.is_array()) {
            boost::json::array kept;
            for (boost::json::value& element : value.get_array())
                if (keep(element, member, fields))
                    kept.push_back(std::move(element));
            value = std::move(kept);
            return true;
        }
        if (value.is_object()) {
            boost::json::object kept;
            const bool unknown = namesUnknown(value.get_object());
            for (auto& one : value.get_object())
                if (isWord(one.key()) && !(unknown && one.key() == "field") && keep(one.value(), one.key(), fields))
                    kept[one.key()] = std::move(one.value());
            value = std::move(kept);
        }
        return true;
    }

private:
    const bool m_rules;
};

std::string figuresOf(const Event& event)
{
    if (event.detailsJson.empty())
        return {};
    auto parsed = parseStrictJson(event.detailsJson, detailsLimit);
    if (!parsed || !parsed->is_object())
        return {};
    Figures(event.kind).keep(*parsed, {});
    return boost::json::serialize(*parsed);
}

/// Whose id it is: a key's or a session's is its own, not the person's.
std::string ownId(std::string_view kind, const std::string& id)
{
    return kind == "api_key" || kind == "session" ? std::string() : id;
}

} // namespace

Result<Pseudonyms> Pseudonyms::make(WhoseEmail whose, KnownPaths paths)
{
    Bytes key(32);
    if (RAND_priv_bytes(reinterpret_cast<unsigned char*>(key.data()), static_cast<int>(key.size())) != 1)
        return makeError(ErrorCode::CryptoFailure, "There is no randomness for pseudonyms.");
    SALLYPORT_ASSIGN(auto keyed, Chain::make(SecretBytes(std::move(key))));
    return Pseudonyms(std::move(keyed), std::move(whose), std::move(paths));
}

Result<std::string> Pseudonyms::word(std::string_view prefix, std::string_view of, std::size_t characters) const
{
    SALLYPORT_ASSIGN(const ChainHash hash, m_keyed->seal(of));
    return std::string(prefix) + hexOf(hash).substr(0, characters);
}

/// By the id; else by whose the e-mail is. A sign-in that failed knows nothing but that, or has it in the place of the name.
Result<std::string> Pseudonyms::personOf(const std::string& ownId, const std::string& name, const std::string& email) const
{
    if (!ownId.empty())
        return "id " + ownId;
    const std::string mail = toLowerAscii(!email.empty() || name.find('@') == std::string::npos ? email : name);
    if (mail.empty())
        return "name " + toLowerAscii(name);
    std::string owner;
    if (m_whose) {
        SALLYPORT_ASSIGN(owner, m_whose(mail));
    }
    return owner.empty() ? "mail " + mail : "id " + owner;
}

Result<void> Pseudonyms::hidePerson(const std::string& known, std::string& id, std::string& name, std::string& email) const
{
    if (!name.empty() || !email.empty()) {
        SALLYPORT_ASSIGN(name, word("Person ", known, nameCharacters));
    }
    SALLYPORT_ASSIGN(id, hiddenId(id));
    email.clear();
    return {};
}

Result<std::string> Pseudonyms::hiddenId(const std::string& id) const
{
    return id.empty() ? Result<std::string>(std::string()) : word({}, "id " + id, idCharacters);
}

Result<std::string> Pseudonyms::hiddenName(const std::string& kind, const std::string& id, const std::string& name) const
{
    if (name.empty() || isOneOf(ownKinds, kind))
        return name;
    if (isAddress(name))
        return hiddenAddress(name);
    return word("Name ", kind + ' ' + (id.empty() ? name : id), nameCharacters);
}

Result<void> Pseudonyms::hideThing(EventObject& object) const
{
    if (isOneOf(ownKinds, object.kind))
        return {};
    SALLYPORT_ASSIGN(object.name, hiddenName(object.kind, object.id, object.name));
    SALLYPORT_ASSIGN(object.id, hiddenId(object.id));
    return {};
}

/// One of the unique local addresses (RFC 4193), so that whoever reads the report as a program finds an address.
Result<std::string> Pseudonyms::hiddenAddress(const std::string& address) const
{
    if (address.empty())
        return std::string();
    const auto one = IpAddress::parse(address);
    SALLYPORT_ASSIGN(const ChainHash hash, m_keyed->seal("address " + (one ? one->text() : address)));
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(hash[i]);
    bytes[0] = 0xfd;
    return IpAddress::v6(bytes).text();
}

/// What the product does by itself may be done for something that people have named.
Result<void> Pseudonyms::hideSystem(EventActor& actor) const
{
    if (!isOneOf(ownActors, actor.name)) {
        const bool rule = actor.name.starts_with(ruleActor);
        SALLYPORT_ASSIGN(const std::string hidden,
                         hiddenName(rule ? "alert_rule" : "system", {}, rule ? actor.name.substr(ruleActor.size()) : actor.name));
        actor.name = rule ? std::string(ruleActor) + hidden : hidden;
    }
    SALLYPORT_ASSIGN(actor.id, hiddenId(actor.id));
    actor.email.clear();
    return {};
}

/// What no route has at its place names somebody, or may.
Result<std::string> Pseudonyms::hiddenSegment(std::string_view segment, bool word) const
{
    if (word)
        return std::string(segment);
    return isAddress(segment) ? hiddenAddress(std::string(segment)) : hiddenId(std::string(segment));
}

Result<std::string> Pseudonyms::hiddenPath(const std::string& path) const
{
    std::string hidden;
    std::string_view left = std::string_view(path).substr(0, path.find('?'));
    if (left.starts_with('/')) {
        hidden = "/";
        left.remove_prefix(1);
    }
    KnownPaths::Walk walk(m_paths);
    while (!left.empty()) {
        const std::size_t slash = left.find('/');
        const std::string_view segment = left.substr(0, slash);
        SALLYPORT_ASSIGN(const std::string shown, hiddenSegment(segment, walk.isWord(segment)));
        hidden += shown;
        if (slash == std::string_view::npos)
            break;
        hidden += '/';
        left.remove_prefix(slash + 1);
    }
    return hidden;
}

Result<void> Pseudonyms::apply(Event& event) const
{
    EventActor& actor = event.actor;
    EventObject& object = event.object;
    SALLYPORT_ASSIGN(const std::string acting, personOf(ownId(actor.kind, actor.id), actor.name, actor.email));
    const bool person = object.kind == "user" || object.kind == "operator" || object.kind == "session" ||
                        object.kind == "service_account" || !object.email.empty();
    if (person) {
        const bool sameName = object.kind == "session" && object.email.empty() && object.name == actor.name;
        std::string known = acting;
        if (!sameName) {
            SALLYPORT_ASSIGN(known, personOf(ownId(object.kind, object.id), object.name, object.email));
        }
        SALLYPORT_TRY(hidePerson(known, object.id, object.name, object.email));
    } else {
        SALLYPORT_TRY(hideThing(object));
    }
    if (actor.kind == "system")
        SALLYPORT_TRY(hideSystem(actor));
    else
        SALLYPORT_TRY(hidePerson(acting, actor.id, actor.name, actor.email));
    SALLYPORT_ASSIGN(event.address, hiddenAddress(event.address));
    SALLYPORT_ASSIGN(event.path, hiddenPath(event.path));
    if (!isOneOf(usualMethods, event.method))
        event.method.clear();
    event.userAgent.clear();
    if (!isWord(event.reason))
        event.reason.clear();
    event.detailsJson = figuresOf(event);
    return {};
}

} // namespace sallyport::audit
