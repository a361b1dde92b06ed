#include "backend/protection/detection/rule_table.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace sallyport::protection::detection {

namespace {

constexpr std::array<std::string_view, grammarRuleCount> grammarRuleIds{
    "sql.always-true",
    "sql.breakout",
    "sql.condition",
    "sql.union",
    "sql.statement",
    "sql.stacked",
    "sql.order-by",
    "sql.cut",
    "sql.quoted-operator",
    "script.tag",
    "script.handler",
    "script.address",
    "script.dangerous-tag",
    "script.call",
    "traversal.climb",
    "traversal.system-file",
    "traversal.overlong",
    "traversal.nul",
    "traversal.remote-script",
    "commands.chained",
    "commands.substitution",
    "commands.alone",
    "commands.obfuscated",
    "templates.expression",
    "ssrf.inside",
    "ssrf.disguised",
    "ssrf.unqualified",
    "ldap.filter",
    "splitting.header",
    "log4shell.lookup",
    "prototype.name",
};

struct Named {
    std::string_view word;
    std::uint32_t value;
};

constexpr std::array<Named, 11> places{{
    {"name", Place::name},
    {"value", Place::value},
    {"header", Place::header},
    {"agent", Place::agent},
    {"start", Place::start},
    {"solid", Place::solid},
    {"inside", Place::inside},
    {"mailed", Place::mailed},
    {"whole", Place::whole},
    {"path", Place::path},
    {"closing", Place::closing},
}};

constexpr std::array<Named, 13> gates{{
    {"sql", Gate::sql},
    {"logic", Gate::logic},
    {"comment", Gate::comment},
    {"tag", Gate::tag},
    {"handler", Gate::handler},
    {"scheme", Gate::scheme},
    {"call", Gate::call},
    {"climb", Gate::climb},
    {"file", Gate::file},
    {"command", Gate::command},
    {"brace", Gate::brace},
    {"address", Gate::address},
    {"lookup", Gate::lookup},
}};

/// `\n`, `\x7c` and the like.
std::string unescaped(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 >= text.size()) {
            out.push_back(text[i]);
            continue;
        }
        const char c = text[++i];
        if (c == 'x' && i + 2 < text.size()) {
            out.push_back(static_cast<char>(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2])));
            i += 2;
        } else {
            out.push_back(c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c);
        }
    }
    return out;
}

std::string_view takeWord(std::string_view& line)
{
    const auto end = std::min(line.find(' '), line.size());
    const auto word = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    return word;
}

template <typename Number>
bool readNumber(std::string_view text, Number& number)
{
    return std::from_chars(text.data(), text.data() + text.size(), number).ptr == text.data() + text.size() && !text.empty();
}

} // namespace

/// Reads the file line by line: `rule`, then what belongs to it.
class RuleFileReader {
public:
    Result<std::unique_ptr<const RuleTable>> read(std::string_view file)
    {
        std::size_t number = 0;
        while (!file.empty()) {
            ++number;
            const auto end = std::min(file.find('\n'), file.size());
            const auto line = file.substr(0, end);
            file.remove_prefix(std::min(end + 1, file.size()));
            if (line.empty() || line.front() == '#')
                continue;
            if (auto done = readLine(line); !done)
                return makeError(ErrorCode::InvalidArgument, "Line " + std::to_string(number) + ": " + done.error().detail);
        }
        return finish();
    }

private:
    using Done = Result<void>;
    static Error wrong(std::string what) { return makeError(ErrorCode::InvalidArgument, std::move(what)); }

    Done readLine(std::string_view line)
    {
        const auto key = takeWord(line);
        if (key == "table")
            return readNumber(line, m_table->m_version) ? Done{} : wrong("no version");
        if (key == "gate")
            return readGate(line);
        if (key == "rule")
            return readRule(line);
        if (m_table->m_rules.empty())
            return wrong("no rule yet");
        auto& rule = m_table->m_rules.back();
        if (key == "title")
            rule.title = line;
        else if (key == "match")
            return readMatch(line);
        else if (key == "hit" || key == "miss")
            return readCheck(line, key == "hit");
        else
            return wrong("what is " + std::string(key));
        return {};
    }

    /// `rule sql.union critical 5 1 1`: id, severity, points, strictness, version.
    Done readRule(std::string_view line)
    {
        Rule rule;
        rule.id = takeWord(line);
        const auto dot = rule.id.find('.');
        const auto attackClass = classOf(std::string_view(rule.id).substr(0, dot));
        if (dot == std::string::npos || !attackClass)
            return wrong("no class");
        rule.attackClass = *attackClass;
        const auto severity = takeWord(line);
        bool known = false;
        for (const auto candidate : {Severity::Low, Severity::Medium, Severity::High, Severity::Critical}) {
            if (severityWord(candidate) == severity) {
                rule.severity = candidate;
                known = true;
            }
        }
        if (!known || !readNumber(takeWord(line), rule.points) || !readNumber(takeWord(line), rule.strictness) ||
            !readNumber(takeWord(line), rule.version) || rule.strictness < 1 || rule.strictness > 4)
            return wrong("severity, points, strictness and version");
        if (std::ranges::any_of(m_table->m_rules, [&](const Rule& other) { return other.id == rule.id; }))
            return wrong("the id is taken");
        m_table->m_rules.push_back(std::move(rule));
        return {};
    }

    /// `match 5 value,solid one|two -> pattern`
    Done readMatch(std::string_view line)
    {
        LiteralUse use;
        use.rule = static_cast<std::uint16_t>(m_table->m_rules.size() - 1);
        if (!readNumber(takeWord(line), use.points))
            return wrong("points");
        auto where = takeWord(line);
        while (!where.empty()) {
            const auto end = std::min(where.find(','), where.size());
            const auto word = where.substr(0, end);
            const auto* place = std::ranges::find(places, word, &Named::word);
            if (place == places.end())
                return wrong("place " + std::string(word));
            use.places |= static_cast<std::uint16_t>(place->value);
            where.remove_prefix(std::min(end + 1, where.size()));
        }
        use.strictness = m_table->m_rules.back().strictness;
        use.pattern = LiteralUse::noPattern;
        if (const auto arrow = line.find(" -> "); arrow != std::string_view::npos) {
            auto pattern = Pattern::parse(line.substr(arrow + 4));
            if (!pattern)
                return pattern.error();
            use.pattern = static_cast<std::uint16_t>(m_table->m_patterns.size());
            m_table->m_patterns.push_back(std::move(*pattern));
            line = line.substr(0, arrow);
        }
        return addLiterals(line, use);
    }

    /// `gate sql union|select`; behind the name `!` for literals inside of words.
    Done readGate(std::string_view line)
    {
        LiteralUse use;
        auto name = takeWord(line);
        if (!name.empty() && name.back() == '!') {
            use.places = Place::inside;
            name.remove_suffix(1);
        }
        const auto* gate = std::ranges::find(gates, name, &Named::word);
        if (gate == gates.end())
            return wrong("gate " + std::string(name));
        use.gate = gate->value;
        use.pattern = LiteralUse::noPattern;
        return addLiterals(line, use);
    }

    Done addLiterals(std::string_view literals, LiteralUse use)
    {
        if (literals.empty())
            return wrong("no literal");
        while (!literals.empty()) {
            const auto end = std::min(literals.find('|'), literals.size());
            auto literal = unescaped(literals.substr(0, end));
            literals.remove_prefix(std::min(end + 1, literals.size()));
            if (literal.empty() || std::ranges::any_of(literal, [](char c) { return lowered(c) != c; }))
                return wrong("literals are lower case and not empty");
            use.length = static_cast<std::uint16_t>(literal.size());
            m_uses[literal].push_back(use);
        }
        return {};
    }

    /// `hit json text`
    Done readCheck(std::string_view line, bool hits)
    {
        const auto word = takeWord(line);
        RuleCheck check;
        check.rule = static_cast<std::uint16_t>(m_table->m_rules.size() - 1);
        check.hits = hits;
        check.text = unescaped(line);
        for (std::size_t i = 0; i < static_cast<std::size_t>(PartKind::Count_); ++i) {
            check.part = static_cast<PartKind>(i);
            if (partWord(check.part) == word) {
                m_table->m_checks.push_back(std::move(check));
                return {};
            }
        }
        return wrong("part " + std::string(word));
    }

    Result<std::unique_ptr<const RuleTable>> finish()
    {
        for (std::size_t i = 0; i < grammarRuleCount; ++i) {
            const auto found = std::ranges::find(m_table->m_rules, grammarRuleIds[i], &Rule::id);
            if (found == m_table->m_rules.end())
                return wrong("no rule " + std::string(grammarRuleIds[i]));
            m_table->m_grammarRules[i] = static_cast<std::uint16_t>(found - m_table->m_rules.begin());
        }
        std::vector<std::string> literals;
        for (auto& [literal, uses] : m_uses) {
            literals.push_back(literal);
            auto& behind = m_table->m_behind.emplace_back();
            for (const LiteralUse& use : uses)
                behind |=
                    use.pattern == LiteralUse::noPattern ? std::bitset<256>().set() : m_table->m_patterns[use.pattern].first();
            m_table->m_uses.push_back(std::move(uses));
        }
        m_table->m_literals = std::make_unique<const LiteralSet>(literals);
        return std::unique_ptr<const RuleTable>(std::move(m_table));
    }

    std::unique_ptr<RuleTable> m_table = std::make_unique<RuleTable>();
    std::map<std::string, std::vector<LiteralUse>> m_uses;
};

Result<std::unique_ptr<const RuleTable>> RuleTable::parse(std::string_view file)
{
    return RuleFileReader().read(file);
}

} // namespace sallyport::protection::detection
