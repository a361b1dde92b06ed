#include "backend/protection/detection/inspection.h"

#include "backend/base/utf8.h"
#include "backend/protection/detection/written_document.h"

#include <algorithm>
#include <optional>

namespace sallyport::protection::detection {

namespace {

/// Headers whose value is ours or the connection's to read, and no text. Servers log them as others: what a log would run of them
/// is looked for.
constexpr auto skippedHeaders = std::to_array<std::string_view>(
    {"authorization", "content-length", "connection", "host", "accept-encoding", "transfer-encoding", "upgrade", "content-digest",
     "signature", "signature-input", "if-modified-since", "if-unmodified-since", "date", "cookie", "proxy-authorization",
     "x-api-key", "te", "expect"});

/// Longer texts are looked at, too, but what is only a hint doesn't add up across them.
constexpr std::size_t shortText = 256;

/// Below this many points something is a hint.
constexpr unsigned certainPoints = 5;

/// What is only mentioned is worth, so that a page about several things isn't blocked for their sum; from this strictness on it
/// counts as everything else.
constexpr std::uint16_t mentionedPoints = 1;
constexpr std::uint8_t mentionsCount = 3;

/// Whether a value came with dots or slashes coded that no client codes.
bool hasCodedDots(std::string_view raw, PartKind part)
{
    for (std::size_t i = 0; i + 2 < raw.size(); ++i) {
        if (raw[i] != '%')
            continue;
        const char first = raw[i + 1];
        const char second = lowered(raw[i + 2]);
        if ((first == '2' && (second == 'e' || (second == '5' && i + 3 < raw.size()))) || lowered(first) == 'u' || first == '%' ||
            (lowered(first) == 'c' && (second == '0' || second == '1')))
            return true;
        if (part == PartKind::Path && ((first == '2' && second == 'f') || (first == '5' && second == 'c')))
            return true;
    }
    return false;
}

/// Whether a text may be a path from the root, or an address of something to include.
bool mayBeRooted(const Text& text)
{
    if (text.part == PartKind::Path)
        return !text.segment;
    if (text.part == PartKind::Header)
        return false;
    const auto first = text.bytes.find_first_not_of(" \t\r\n\"'(");
    if (first == std::string_view::npos)
        return false;
    const char c = text.bytes[first];
    return c == '/' || c == '\\' || c == '.' || lowered(c) == 'f' || lowered(c) == 'h' ||
           (first + 1 < text.bytes.size() && (text.bytes[first + 1] == ':' || text.bytes[first + 1] == '|'));
}

} // namespace

Inspection::Inspection(const RuleTable& table, const OwnRules& own, const Options& options, Explanation* explanation)
    : m_table(table), m_own(own), m_options(options), m_explanation(explanation),
      m_strictest(std::max(options.strictness, std::ranges::max(options.classStrictness))), m_findings(table.grammarRules())
{
}

void Inspection::part(const Part& part)
{
    if (part.bytes.empty())
        return;
    m_logsOnly = part.kind == PartKind::Header &&
                 std::ranges::any_of(skippedHeaders, [&](auto name) { return equalsFolded(part.name, name); });
    if (m_logsOnly && part.bytes.find('{') == std::string_view::npos)
        return;
    split(part, *this);
}

const Rule* Inspection::builtIn(std::uint16_t rule) const
{
    return rule < m_table.rules().size() ? &m_table.rules()[rule] : nullptr;
}

bool Inspection::decode(const Value& value, bool withOrigin, Decoded& out, StageListener* listener)
{
    return value.separator != ',' ? decodeFields(value.raw, value.separator, withOrigin, out)
                                  : decodeAsServer(value.part, value.raw, value.kinds, withOrigin, out, listener);
}

/// Whether an exclusion is of a value's place.
bool Inspection::isOf(const Exclusion& exclusion, const Value& value)
{
    if (exclusion.everyKind)
        return true;
    if (exclusion.kind != value.part)
        return false;
    // Names of members are put together only where the last one is the same.
    return exclusion.member.empty() ||
           ((value.path == nullptr || exclusion.member.ends_with(value.name)) && exclusion.member == value.member());
}

void Inspection::take(const Value& value)
{
    if (m_explanation == nullptr && std::ranges::any_of(m_options.exclusions, [&](const Exclusion& exclusion) {
            return exclusion.everyClass && isOf(exclusion, value);
        }))
        return;
    // Short words are nothing that any rule knows; names are checked for what JavaScript calls its prototypes from their length
    // on.
    constexpr std::uint32_t plain = Has::letter | Has::digit | Has::dash;
    constexpr std::size_t shortWord = 8;
    if ((value.kinds & ~plain) == 0 && value.raw.size() <= shortWord && value.part != PartKind::Header && m_own.rules().empty() &&
        m_explanation == nullptr)
        return;
    m_serverChanged = false;
    m_deeperChanged = false;
    constexpr std::uint32_t coded = Has::percent | Has::plus | Has::backslash | Has::ampersand | Has::high;
    std::string_view bytes = value.raw;
    std::uint32_t kinds = value.kinds;
    if ((kinds & coded) != 0 || value.separator != ',') {
        m_server.text.clear();
        m_server.origin.clear();
        m_serverChanged = decode(value, false, m_server, nullptr);
        if (m_serverChanged) {
            bytes = m_server.text;
            kinds = kindsOf(bytes);
        }
    }
    look(bytes, kinds, value, Level::Server);
    std::uint32_t lastKinds = kinds;
    if ((kinds & (coded & ~Has::plus)) != 0) {
        m_deeper.text.clear();
        m_deeper.origin.clear();
        m_deeperChanged = decodeDeeper(bytes, kinds, false, m_deeper, nullptr);
        if (m_deeperChanged) {
            lastKinds = kindsOf(m_deeper.text);
            look(m_deeper.text, lastKinds, value, Level::Deeper);
        }
    }
    const auto last = m_deeperChanged ? std::string_view(m_deeper.text) : bytes;
    if (!value.inName && (kinds & (Has::space | Has::dot)) == 0 && decodeBase64(last, lastKinds, m_base64)) {
        look(m_base64, kindsOf(m_base64), value, Level::Base64);
        if (std::string twice; decodeBase64(m_base64, kindsOf(m_base64), twice)) {
            m_base64 = std::move(twice);
            look(m_base64, kindsOf(m_base64), value, Level::Base64);
        }
        Decoded inner;
        if (decodeDeeper(m_base64, kindsOf(m_base64), false, inner, nullptr)) {
            m_base64 = std::move(inner.text);
            look(m_base64, kindsOf(m_base64), value, Level::Base64);
        }
    }
    if (!m_found.empty() || m_explanation != nullptr)
        conclude(value);
}

void Inspection::look(std::string_view bytes, std::uint32_t kinds, const Value& value, Level level)
{
    Text text;
    text.bytes = bytes;
    text.kinds = kinds;
    text.part = value.part;
    text.name = value.name;
    text.inName = value.inName;
    text.segment = value.segment;
    text.strictness = m_strictest;
    Findings& findings = m_findings;
    findings.clear();
    if (m_explanation != nullptr) {
        m_tokens.clear();
        findings.keepTokens(&m_tokens);
    }
    m_table.search(text, findings);
    const bool header = value.part == PartKind::Header;
    const bool quoted = text.has(Has::quote);
    if (text.gate(Gate::sql) ||
        (text.gate(Gate::logic) && ((quoted && bytes.size() <= shortText) || text.has(Has::compare | Has::angle))) ||
        (quoted &&
         (text.has(Has::compare | Has::bar | Has::ampersand | Has::dollar) || text.gate(Gate::comment) || bytes.size() <= 24)) ||
        (text.gate(Gate::comment) && (text.has(Has::open) || text.gate(Gate::logic))) ||
        (text.has(Has::bar | Has::ampersand) && text.has(Has::compare) &&
         (bytes.size() <= shortText || bytes.find("||") != std::string_view::npos || bytes.find("&&") != std::string_view::npos)))
        lookForSql(text, findings);
    if (text.has(Has::angle) || (text.gate(Gate::handler) && text.has(Has::compare)) || text.gate(Gate::scheme | Gate::call))
        lookForScript(text, findings);
    if (text.gate(Gate::climb) || text.has(Has::control | Has::high) ||
        ((text.has(Has::slash | Has::backslash)) && mayBeRooted(text))) {
        text.rawDots = text.gate(Gate::climb) && (value.kinds & Has::percent) != 0 && hasCodedDots(value.raw, value.part);
        lookForTraversal(text, findings);
    }
    if (text.has(Has::bar | Has::semicolon | Has::ampersand | Has::dollar | Has::quote | Has::lineEnd) ||
        (text.has(Has::space) && text.has(Has::slash | Has::dash | Has::colon | Has::dot | Has::backslash)) ||
        (text.has(Has::angle | Has::compare) && text.has(Has::open)) ||
        (text.has(Has::slash) && text.has(Has::hole) && !header) ||
        (text.has(Has::other) && bytes.size() <= shortText && bytes.find('^') != std::string_view::npos))
        lookForCommands(text, findings);
    if (text.gate(Gate::brace) || (text.has(Has::brace) && isBracketedProduct(text)))
        lookForTemplates(text, findings);
    if (text.gate(Gate::address) &&
        (header ? equalsFolded(value.name, "user-agent") : value.part != PartKind::Path || value.segment))
        lookForAddresses(text, findings);
    if (text.has(Has::open) && text.has(Has::compare))
        lookForFilters(text, findings);
    if (text.gate(Gate::lookup))
        lookForLookups(text, findings);
    if (value.inName && value.path != nullptr && value.path->depth > 1 && bytes == "prototype" &&
        value.path->names[value.path->depth - 2] == "constructor")
        findings.add(GrammarRule::PrototypeName, 6, 0, bytes.size());
    if (!m_own.rules().empty())
        lookForOwn(text, findings);
    std::optional<Written> written;
    for (const auto& finding : findings) {
        if (!holds(finding, value))
            continue;
        const auto same = std::ranges::find_if(m_found, [&](const Found& found) { return found.finding.rule == finding.rule; });
        const auto* rule = builtIn(finding.rule);
        const auto& classStrictness =
            m_options.classStrictness[static_cast<std::size_t>(rule != nullptr ? rule->attackClass : AttackClass::Own)];
        const auto strictness = classStrictness != 0 ? classStrictness : m_options.strictness;
        Finding counted = finding;
        if (rule != nullptr && strictness < mentionsCount && level != Level::Base64) {
            if (!written)
                written = writtenAs(text);
            if (isOnlyMentioned(rule->attackClass, rule->id, finding, bytes, *written))
                counted.points = std::min(counted.points, mentionedPoints);
        }
        if (strictness >= 4 && counted.points < certainPoints)
            counted.points = static_cast<std::uint16_t>(counted.points + 2);
        else if (strictness < 3 && counted.points < certainPoints && bytes.size() > shortText)
            continue;
        if (same == m_found.end())
            m_found.push_back({counted, level});
        else if (same->finding.points < counted.points)
            *same = {counted, level};
    }
    if (m_explanation != nullptr) {
        m_levelTokens.resize(3);
        m_levelTokens[static_cast<std::size_t>(level)] = m_tokens;
    }
}

void Inspection::lookForOwn(const Text& text, Findings& findings) const
{
    for (std::size_t i = 0; i < m_own.rules().size(); ++i) {
        const auto& rule = m_own.rules()[i];
        if (text.part == PartKind::Header && !rule.headersToo)
            continue;
        if (const auto match = m_own.find(i, text.bytes); match)
            findings.add(static_cast<std::uint16_t>(m_table.rules().size() + i), rule.points, match->offset, match->length);
    }
}

bool Inspection::holds(const Finding& finding, const Value& value) const
{
    const auto* rule = builtIn(finding.rule);
    const auto* own = rule == nullptr ? &m_own.rules()[finding.rule - m_table.rules().size()] : nullptr;
    const auto attackClass = rule != nullptr ? rule->attackClass : AttackClass::Own;
    const auto index = static_cast<std::size_t>(attackClass);
    if (m_options.modes[index] == ClassMode::Off ||
        (m_logsOnly && attackClass != AttackClass::Log4Shell && attackClass != AttackClass::Shellshock))
        return false;
    const auto wanted = rule != nullptr ? rule->strictness : own->strictness;
    if (wanted > (m_options.classStrictness[index] != 0 ? m_options.classStrictness[index] : m_options.strictness))
        return false;
    const std::string_view id = rule != nullptr ? rule->id : own->id;
    if (std::ranges::find(m_options.disabledRules, id) != m_options.disabledRules.end())
        return false;
    return std::ranges::none_of(m_options.exclusions, [&](const Exclusion& exclusion) {
        const bool said =
            exclusion.everyClass || (exclusion.rule.empty() ? exclusion.attackClass == attackClass : exclusion.rule == id);
        return said && isOf(exclusion, value);
    });
}

std::string_view Inspection::textOf(Level level, const Value& value) const
{
    if (level == Level::Base64)
        return m_base64;
    if (level == Level::Deeper && m_deeperChanged)
        return m_deeper.text;
    return m_serverChanged ? std::string_view(m_server.text) : value.raw;
}

Hit Inspection::hitOf(const Found& found, const Value& value, std::string_view member) const
{
    constexpr std::size_t longestMatched = 120;
    Hit hit;
    if (const auto* rule = builtIn(found.finding.rule); rule != nullptr) {
        hit.rule = rule->id;
        hit.title = rule->title;
        hit.attackClass = rule->attackClass;
        hit.severity = rule->severity;
    } else {
        const auto& own = m_own.rules()[found.finding.rule - m_table.rules().size()];
        hit.rule = own.id;
        hit.title = own.title;
        hit.attackClass = AttackClass::Own;
        hit.severity = own.severity;
    }
    hit.points = found.finding.points;
    hit.observed = m_options.modes[static_cast<std::size_t>(hit.attackClass)] == ClassMode::Observe;
    hit.part = value.part;
    hit.member = member;
    hit.inName = value.inName;
    const auto text = textOf(found.level, value);
    hit.matched = truncateUtf8(text.substr(std::min(found.finding.offset, text.size()), found.finding.length), longestMatched);
    hit.offset = 0;
    hit.length = value.raw.size();
    if (found.level == Level::Server && !m_serverChanged) {
        hit.offset = found.finding.offset;
        hit.length = found.finding.length;
    } else if (found.level != Level::Base64) {
        // Once more with the origin of each byte: only who finds something pays for it.
        Decoded decoded;
        const bool server = decode(value, true, decoded, nullptr);
        if (found.level == Level::Deeper) {
            const std::string before = server ? decoded.text : std::string(value.raw);
            decodeDeeper(before, kindsOf(before), true, decoded, nullptr);
        }
        const auto& origin = decoded.origin;
        if (found.finding.offset < origin.size()) {
            hit.offset = origin[found.finding.offset];
            const auto end = found.finding.offset + found.finding.length;
            const std::size_t stop = end < origin.size() ? origin[end] : value.raw.size();
            hit.length = std::max<std::size_t>(1, stop > hit.offset ? stop - hit.offset : 1);
        }
    }
    hit.offset = std::min(hit.offset, value.raw.size() - 1);
    hit.length = std::min(std::max<std::size_t>(1, hit.length), value.raw.size() - hit.offset);
    hit.partOffset = value.offset + hit.offset;
    return hit;
}

void Inspection::conclude(const Value& value)
{
    std::uint32_t score = 0;
    std::uint32_t observed = 0;
    std::vector<Hit> hits;
    if (!m_found.empty()) {
        std::ranges::stable_sort(m_found, std::ranges::greater{}, [](const Found& found) { return found.finding.points; });
        // What is found beyond is counted, not told: of a document of such values each would cost its texts.
        const bool told = m_explanation != nullptr || m_verdict.hits.size() < m_options.maxHits;
        const auto member = told ? truncateUtf8(value.member(), 200) : std::string();
        for (const auto& found : m_found) {
            const auto* rule = builtIn(found.finding.rule);
            const auto attackClass = static_cast<std::size_t>(rule != nullptr ? rule->attackClass : AttackClass::Own);
            (m_options.modes[attackClass] == ClassMode::Observe ? observed : score) += found.finding.points;
            m_verdict.classes |= 1U << attackClass;
            if (told)
                hits.push_back(hitOf(found, value, member));
        }
        m_verdict.score = std::max(m_verdict.score, score);
        m_verdict.observedScore = std::max(m_verdict.observedScore, observed);
        m_verdict.wouldBlock = m_verdict.wouldBlock || score + observed >= std::max(1U, m_options.threshold);
        for (const auto& hit : hits) {
            if (m_verdict.hits.size() < m_options.maxHits)
                m_verdict.hits.push_back(hit);
        }
    }
    if (m_explanation != nullptr)
        explain(value, std::move(hits), score + observed);
    m_found.clear();
}

Verdict Inspection::finish()
{
    m_verdict.blocked = m_verdict.score >= std::max(1U, m_options.threshold);
    std::ranges::stable_sort(m_verdict.hits, std::ranges::greater{}, &Hit::points);
    return std::move(m_verdict);
}

} // namespace sallyport::protection::detection
