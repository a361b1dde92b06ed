#include "backend/audit/tree/pack_format.h"

#include "backend/base/encoding.h"
#include "backend/base/strict_json.h"
#include "backend/base/time_format.h"
#include "backend/crypto/digest.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cstdio>
#include <limits>

namespace sallyport::audit {
namespace {

namespace json = boost::json;

constexpr std::string_view endLabel = "sallyport evidence 1\n";
constexpr std::string_view proofBegin = "{\"proof\":\"";
constexpr std::int64_t packVersion = 1;

constexpr std::string_view sumBegin = ",\"sum\":\"";
constexpr std::string_view sumEnd = "\"}";
constexpr std::string_view endBegin = "{\"signature\":\"";

/// What must be escaped is, everything else stays.
void addText(std::string& to, std::string_view text)
{
    to += '"';
    for (const char c : text) {
        switch (c) {
        case '"': to += "\\\""; break;
        case '\\': to += "\\\\"; break;
        case '\n': to += "\\n"; break;
        case '\r': to += "\\r"; break;
        case '\t': to += "\\t"; break;
        case '\b': to += "\\b"; break;
        case '\f': to += "\\f"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                char escape[8];
                (void) std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(static_cast<unsigned char>(c)));
                to += escape;
            } else {
                to += c;
            }
        }
    }
    to += '"';
}

/// Puts an object together, member by member.
class PackObject {
public:
    PackObject& text(std::string_view name, std::string_view value)
    {
        key(name);
        addText(m_text, value);
        return *this;
    }
    PackObject& number(std::string_view name, std::int64_t value)
    {
        key(name);
        m_text += std::to_string(value);
        return *this;
    }
    PackObject& raw(std::string_view name, std::string_view value)
    {
        key(name);
        m_text += value;
        return *this;
    }
    std::string done() const { return m_text + '}'; }

private:
    void key(std::string_view name)
    {
        m_text += m_text.empty() ? "{" : ",";
        addText(m_text, name);
        m_text += ':';
    }
    std::string m_text;
};

/// RFC 3339 with all six digits.
std::string exactTime(UtcTime time)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    char digits[16];
    (void) std::snprintf(digits, sizeof digits, ".%06dZ", static_cast<int>((time - seconds).count()));
    return toRfc3339(seconds).substr(0, 19) + digits;
}

std::string timeOrNull(const std::optional<UtcTime>& time)
{
    return time ? '"' + exactTime(*time) + '"' : "null";
}

/// Takes members by name; whatever is missing or of another type is told by ok().
class PackMembers {
public:
    explicit PackMembers(const json::object& object) : m_object(object) {}

    std::string text(std::string_view name)
    {
        const json::value* const value = find(name, json::kind::string);
        return value != nullptr ? std::string(value->get_string()) : std::string();
    }
    std::int64_t number(std::string_view name)
    {
        const json::value* const value = find(name, json::kind::int64);
        return value != nullptr ? value->get_int64() : 0;
    }
    UtcTime time(std::string_view name)
    {
        const auto parsed = fromRfc3339(text(name));
        m_good = m_good && parsed.has_value();
        return parsed ? *parsed : UtcTime{};
    }
    std::optional<UtcTime> timeOrNone(std::string_view name)
    {
        const json::value* const value = m_object.if_contains(name);
        return value != nullptr && value->is_null() ? std::optional<UtcTime>() : std::optional(time(name));
    }
    template <std::size_t size>
    void hex(std::string_view name, std::array<std::byte, size>& to)
    {
        const auto bytes = fromHex(text(name));
        m_good = m_good && bytes.has_value() && bytes->size() == size;
        if (m_good)
            std::ranges::copy(*bytes, to.begin());
    }
    template <typename Enum, typename Find>
    Enum word(std::string_view name, Find&& findWord)
    {
        const auto found = findWord(text(name));
        m_good = m_good && found.has_value();
        return found.value_or(Enum{});
    }
    PackMembers object(std::string_view name)
    {
        static const json::object none;
        const json::value* const value = find(name, json::kind::object);
        return PackMembers(value != nullptr ? value->get_object() : none);
    }
    /// A list of pairs, ascending and apart.
    std::vector<EventRange> ranges(std::string_view name)
    {
        std::vector<EventRange> found;
        const json::value* const value = find(name, json::kind::array);
        require(value != nullptr && !value->get_array().empty() && value->get_array().size() <= damagedRangesLimit);
        for (std::size_t i = 0; m_good && i < value->get_array().size(); ++i) {
            const json::array* const pair = value->get_array()[i].if_array();
            require(pair != nullptr && pair->size() == 2 && (*pair)[0].is_int64() && (*pair)[1].is_int64());
            if (!m_good)
                break;
            const EventRange range{(*pair)[0].get_int64(), (*pair)[1].get_int64()};
            require(range.first <= range.last && (found.empty() || range.first > found.back().last));
            found.push_back(range);
        }
        return found;
    }
    bool has(std::string_view name) const { return m_object.contains(name); }
    void require(bool good) { m_good = m_good && good; }
    bool ok() const { return m_good; }

private:
    const json::value* find(std::string_view name, json::kind kind)
    {
        const json::value* const value = m_object.if_contains(name);
        m_good = m_good && value != nullptr && value->kind() == kind;
        return m_good ? value : nullptr;
    }
    const json::object& m_object;
    bool m_good = true;
};

/// Reads all members with `read`.
template <typename Part, typename Read>
Result<Part> readPart(std::string_view line, Read&& read)
{
    const auto parsed = parseStrictJson(line, packLineLimit);
    if (!parsed || !parsed->is_object())
        return makeError(ErrorCode::InvalidArgument, "is no JSON object");
    PackMembers members(parsed->get_object());
    Part part = read(members);
    if (!members.ok())
        return makeError(ErrorCode::InvalidArgument, "has not the members that it should have");
    return part;
}

std::string rangesJson(std::span<const EventRange> ranges)
{
    std::string text = "[";
    for (const EventRange& range : ranges) {
        text += text.size() > 1 ? ",[" : "[";
        text += std::to_string(range.first) + ',' + std::to_string(range.last) + ']';
    }
    return text + ']';
}

template <typename Party>
std::string partyJson(const Party& party)
{
    return PackObject().text("kind", party.kind).text("id", party.id).text("name", party.name).text("email", party.email).done();
}

template <typename Party>
bool readParty(PackMembers members, Party& party)
{
    party.kind = members.text("kind");
    party.id = members.text("id");
    party.name = members.text("name");
    party.email = members.text("email");
    return members.ok();
}

} // namespace

std::string packLine(const PackManifest& manifest)
{
    const SignedHead& head = manifest.head;
    const std::string headText = PackObject()
                                     .number("size", head.size)
                                     .text("root", toHex(head.root))
                                     .text("time", toRfc3339(head.time))
                                     .text("signature", toHex(head.signature))
                                     .done();
    PackObject object;
    object.number("sallyport_evidence", packVersion)
        .text("id", manifest.id)
        .text("created", toRfc3339(manifest.created))
        .text("vault", manifest.vault)
        .text("by", manifest.by)
        .raw("since", timeOrNull(manifest.since))
        .raw("until", timeOrNull(manifest.until))
        .text("q", manifest.filter)
        .number("records", manifest.records)
        .raw("head", headText)
        .text("public_key", manifest.publicKey);
    if (!manifest.damage.empty())
        object.text("damage", manifest.damage);
    if (!manifest.damaged.empty())
        object.raw("damaged", rangesJson(manifest.damaged));
    return object.done();
}

std::string packLine(const PackRecord& record)
{
    const Event& event = record.event;
    return PackObject()
        .number("position", record.position)
        .text("leaf", toHex(record.leaf))
        .number("sequence", event.sequence)
        .text("time", exactTime(event.time))
        .text("kind", event.kind)
        .text("severity", severityWord(event.severity))
        .text("outcome", outcomeWord(event.outcome))
        .raw("actor", partyJson(event.actor))
        .raw("object", partyJson(event.object))
        .text("address", event.address)
        .text("user_agent", event.userAgent)
        .text("request_id", event.requestId)
        .text("method", event.method)
        .text("path", event.path)
        .number("status", event.status)
        .text("reason", event.reason)
        .text("details", event.detailsJson)
        .text("hash", event.hash)
        .done();
}

std::string packLine(const TreeHash& proof)
{
    return std::string(proofBegin) + toHex(proof) + "\"}";
}

std::string packEndLine(const crypto::Ed25519Signature& signature)
{
    return std::string(endBegin) + toHex(signature) + "\"}\n";
}

std::string packEndText(const TreeHash& sum)
{
    return std::string(endLabel) + toHex(sum) + '\n';
}

TreeHash PackSum::add(std::string_view line) const
{
    crypto::Sha256 hash;
    hash.update(m_sum);
    hash.update(asBytes(line));
    return hash.finish();
}

std::string PackSum::close(std::string line)
{
    line.pop_back(); // the brace comes behind the sum
    m_sum = add(line);
    return line.append(sumBegin).append(toHex(m_sum)).append(sumEnd) + '\n';
}

std::optional<std::string> PackSum::open(std::string_view line)
{
    constexpr std::size_t behind = sumBegin.size() + 2 * sizeof(TreeHash) + sumEnd.size();
    if (line.size() < behind)
        return std::nullopt;
    const std::string_view before = line.substr(0, line.size() - behind);
    const TreeHash sum = add(before);
    if (line.substr(before.size()) != std::string(sumBegin).append(toHex(sum)).append(sumEnd))
        return std::nullopt;
    m_sum = sum;
    return std::string(before) + '}';
}

Result<PackManifest> readPackManifest(std::string_view line)
{
    return readPart<PackManifest>(line, [](PackMembers& members) {
        PackManifest manifest;
        members.require(members.number("sallyport_evidence") == packVersion);
        manifest.id = members.text("id");
        manifest.created = members.time("created");
        manifest.vault = members.text("vault");
        manifest.by = members.text("by");
        manifest.since = members.timeOrNone("since");
        manifest.until = members.timeOrNone("until");
        manifest.filter = members.text("q");
        manifest.records = members.number("records");
        PackMembers head = members.object("head");
        manifest.head.size = head.number("size");
        head.hex("root", manifest.head.root);
        manifest.head.time = head.time("time");
        head.hex("signature", manifest.head.signature);
        members.require(head.ok());
        manifest.publicKey = members.text("public_key");
        if (members.has("damage")) {
            manifest.damage = members.text("damage");
            members.require(!manifest.damage.empty());
        }
        if (members.has("damaged")) {
            manifest.damaged = members.ranges("damaged");
            members.require(!manifest.damage.empty());
        }
        return manifest;
    });
}

Result<PackRecord> readPackRecord(std::string_view line)
{
    return readPart<PackRecord>(line, [](PackMembers& members) {
        PackRecord record;
        Event& event = record.event;
        record.position = members.number("position");
        members.hex("leaf", record.leaf);
        event.sequence = members.number("sequence");
        event.time = members.time("time");
        event.kind = members.text("kind");
        event.severity = members.word<Severity>("severity", findSeverity);
        event.outcome = members.word<Outcome>("outcome", findOutcome);
        members.require(readParty(members.object("actor"), event.actor) && readParty(members.object("object"), event.object));
        event.address = members.text("address");
        event.userAgent = members.text("user_agent");
        event.requestId = members.text("request_id");
        event.method = members.text("method");
        event.path = members.text("path");
        const std::int64_t status = members.number("status");
        members.require(status >= 0 && status <= std::numeric_limits<int>::max());
        event.status = members.ok() ? static_cast<int>(status) : 0;
        event.reason = members.text("reason");
        event.detailsJson = members.text("details");
        event.hash = members.text("hash");
        return record;
    });
}

Result<TreeHash> readPackProof(std::string_view line)
{
    return readPart<TreeHash>(line, [](PackMembers& members) {
        TreeHash hash{};
        members.hex("proof", hash);
        return hash;
    });
}

Result<crypto::Ed25519Signature> readPackEnd(std::string_view line)
{
    crypto::Ed25519Signature signature{};
    const auto bytes = line.size() == endBegin.size() + 2 * signature.size() + 2
                           ? fromHex(line.substr(endBegin.size(), 2 * signature.size()))
                           : Result<Bytes>(makeError(ErrorCode::InvalidArgument, {}));
    if (bytes)
        std::ranges::copy(*bytes, signature.begin());
    const std::string again = packEndLine(signature);
    if (!bytes || std::string_view(again).substr(0, again.size() - 1) != line)
        return makeError(ErrorCode::InvalidArgument, "is not the end of a pack");
    return signature;
}

Result<PackManifest> packManifest(std::string_view front)
{
    return readPackManifest(front.substr(0, front.find('\n')));
}

bool isAmong(std::span<const EventRange> ranges, std::int64_t sequence)
{
    const auto range = std::ranges::lower_bound(ranges, sequence, {}, &EventRange::last);
    return range != ranges.end() && range->first <= sequence;
}

std::string eventRangesText(std::span<const EventRange> ranges, std::size_t most)
{
    std::string text;
    for (const EventRange& range : ranges.first(std::min(ranges.size(), most))) {
        text += (text.empty() ? "" : ", ") + std::to_string(range.first);
        if (range.last > range.first)
            text += '-' + std::to_string(range.last);
    }
    return ranges.size() > most ? text + " and " + std::to_string(ranges.size() - most) + " more" : text;
}

bool isPackProof(std::string_view line)
{
    return line.starts_with(proofBegin);
}

} // namespace sallyport::audit
