#pragma once

#include "backend/protection/detection/decode.h"
#include "backend/protection/detection/findings.h"
#include "backend/protection/detection/own_rules.h"
#include "backend/protection/detection/rule_table.h"
#include "backend/protection/detection/split.h"

#include <vector>

namespace sallyport::protection::detection {

/// Which form of a value a rule found something in.
enum class Level : std::uint8_t { Server, Deeper, Base64 };

/// One inspection: takes the values of a request, looks at each in all its forms, adds up.
class Inspection : public ValueTaker {
public:
    Inspection(const RuleTable& table, const OwnRules& own, const Options& options, Explanation* explanation);
    void part(const Part& part);
    void take(const Value& value) override;
    Verdict finish();

private:
    struct Found {
        Finding finding;
        Level level = Level::Server;
    };
    const Rule* builtIn(std::uint16_t rule) const;
    void look(std::string_view bytes, std::uint32_t kinds, const Value& value, Level level);
    void lookForOwn(const Text& text, Findings& findings) const;
    bool holds(const Finding& finding, const Value& value) const;
    static bool decode(const Value& value, bool withOrigin, Decoded& out, StageListener* listener);
    static bool isOf(const Exclusion& exclusion, const Value& value);
    void conclude(const Value& value);
    Hit hitOf(const Found& found, const Value& value, std::string_view member) const;
    std::string_view textOf(Level level, const Value& value) const;
    void explainTokens(std::string_view text, const std::vector<Hit>& hits, ValueExplanation& explained) const;
    void explain(const Value& value, std::vector<Hit> hits, std::uint32_t score);

    const RuleTable& m_table;
    const OwnRules& m_own;
    const Options& m_options;
    Explanation* m_explanation;
    std::uint8_t m_strictest; ///< of all classes
    Verdict m_verdict;
    bool m_logsOnly = false; ///< of the part only what a log or a shell would run counts

    // Of the value that is looked at.
    Findings m_findings;
    std::vector<Found> m_found;
    Decoded m_server;
    Decoded m_deeper;
    std::string m_base64;
    bool m_serverChanged = false;
    bool m_deeperChanged = false;
    std::vector<FoundToken> m_tokens;
    std::vector<std::vector<FoundToken>> m_levelTokens;
};

} // namespace sallyport::protection::detection
