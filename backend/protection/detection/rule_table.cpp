#include "backend/protection/detection/rule_table.h"

#include "backend/protection/detection/rule_file.h"

#include <algorithm>

namespace sallyport::protection::detection {

void Findings::add(std::uint16_t rule, std::size_t points, std::size_t offset, std::size_t length)
{
    if (m_tokens != nullptr) {
        for (; m_namedTokens < m_tokens->size(); ++m_namedTokens)
            (*m_tokens)[m_namedTokens].rule = rule;
    }
    for (std::size_t i = 0; i < m_count; ++i) {
        auto& found = m_found[i];
        if (found.rule != rule)
            continue;
        if (found.points < points)
            found = {rule, static_cast<std::uint16_t>(points), offset, length};
        return;
    }
    if (m_count < most)
        m_found[m_count++] = {rule, static_cast<std::uint16_t>(points), offset, length};
}

const RuleTable& RuleTable::builtIn()
{
    static const std::unique_ptr<const RuleTable> table = [] {
        auto parsed = parse(ruleFile);
        return std::move(parsed.value()); // a test reads the same file: a faulty one never leaves the house
    }();
    return *table;
}

void RuleTable::search(Text& text, Findings& findings) const
{
    m_literals->search(text.bytes, [&](std::uint16_t literal, std::size_t end) {
        // Most of what is found has nothing behind it that any rule would have.
        if (end < text.bytes.size() && !m_behind[literal][static_cast<unsigned char>(text.bytes[end])])
            return;
        for (const auto& use : m_uses[literal]) {
            if (use.strictness <= text.strictness)
                found(use, end, text, findings);
        }
    });
}

void RuleTable::found(const LiteralUse& use, std::size_t end, Text& text, Findings& findings) const
{
    const std::size_t begin = end - use.length;
    const auto bytes = text.bytes;
    if (use.pattern != LiteralUse::noPattern && !m_patterns[use.pattern].mayBegin(bytes, end))
        return;
    if ((use.places & Place::inside) == 0) {
        if (begin > 0 && isWordByte(bytes[begin]) && isWordByte(bytes[begin - 1]))
            return;
        if (use.pattern == LiteralUse::noPattern && end < bytes.size() && isWordByte(bytes[end - 1]) && isWordByte(bytes[end]))
            return;
    }
    if (use.gate != 0) {
        text.gates |= use.gate;
        return;
    }
    const bool header = text.part == PartKind::Header;
    if (text.inName) {
        if ((use.places & Place::name) == 0)
            return;
    } else if (header) {
        const bool agent = equalsFolded(text.name, "user-agent");
        if ((use.places & Place::header) == 0 && !(agent && (use.places & Place::agent) != 0))
            return;
    } else if ((use.places & Place::value) == 0 && !(text.part == PartKind::Path && (use.places & Place::path) != 0)) {
        return;
    }
    if ((use.places & Place::closing) != 0 && begin > 0 && bytes[begin - 1] == '(')
        return;
    if ((use.places & Place::solid) != 0 && !text.solid())
        return;
    if ((use.places & Place::mailed) != 0 && (text.part == PartKind::Json || text.part == PartKind::Text))
        return;
    if ((use.places & Place::start) != 0) {
        // Once a text: what stands in front may be long, and the literal come again and again behind it.
        if (text.lead == std::string_view::npos)
            text.lead = std::min(bytes.find_first_not_of(" \t\r\n'\"`(="), bytes.size());
        if (text.lead != begin)
            return;
    }
    if (findings.has(use.rule, use.points) && !findings.wantsTokens())
        return;
    std::size_t stop = end;
    if (use.pattern != LiteralUse::noPattern) {
        const auto matched = m_patterns[use.pattern].match(bytes, end);
        if (!matched)
            return;
        stop = *matched;
    }
    if ((use.places & Place::whole) != 0 && skipSpace(bytes, stop) < bytes.size())
        return;
    findings.token(begin, stop - begin, TokenRole::Keyword, use.points);
    findings.add(use.rule, use.points, begin, std::max<std::size_t>(1, stop - begin));
}

std::span<const Rule> builtInRules()
{
    return RuleTable::builtIn().rules();
}

const Rule* builtInRule(std::string_view id)
{
    for (const auto& rule : builtInRules()) {
        if (rule.id == id)
            return &rule;
    }
    return nullptr;
}

std::uint32_t rulesVersion()
{
    return RuleTable::builtIn().version();
}

} // namespace sallyport::protection::detection
