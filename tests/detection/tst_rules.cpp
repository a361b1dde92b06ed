#include "backend/protection/detection/pattern.h"
#include "backend/protection/detection/rule_file.h"
#include "backend/protection/detection/rule_table.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <boost/json.hpp>
#include <map>
#include <set>

namespace tst_rules {

using namespace sallyport::protection::detection;

class TstRules : public QObject {
    Q_OBJECT

    /// A text of rules.txt as the part that its line names, encoded as a client would.
    static Verdict inspected(const RuleCheck& check, const Options& options)
    {
        static const Detector detector;
        std::string bytes = check.text;
        Part part{check.part, "User-Agent", bytes};
        if (check.part == PartKind::Query) {
            bytes = "q=";
            for (const char c : check.text) {
                constexpr const char* digits = "0123456789ABCDEF";
                const auto byte = static_cast<unsigned char>(c);
                bytes += {'%', digits[byte >> 4U], digits[byte & 15U]};
            }
        } else if (check.part == PartKind::Json && check.text.front() != '{') {
            bytes = boost::json::serialize(boost::json::object{{"note", check.text}});
        }
        part.bytes = bytes;
        return detector.inspect(std::span(&part, 1), options);
    }

private Q_SLOTS:
    void file_isRead_eachRuleHasWhatItNeeds()
    {
        const auto table = RuleTable::parse(ruleFile);
        if (!table)
            QFAIL(table.error().detail.c_str());
        std::set<std::string> ids;
        for (const auto& rule : builtInRules()) {
            QVERIFY2(ids.insert(rule.id).second, rule.id.c_str());
            QVERIFY2(!rule.title.empty() && rule.version >= 1 && rule.points >= 5, rule.id.c_str());
            QCOMPARE(rule.id.substr(0, rule.id.find('.')), std::string(classWord(rule.attackClass)));
        }
        QVERIFY(rulesVersion() >= 1);
        for (std::size_t i = 0; i + 1 < classCount; ++i) {
            const auto attackClass = static_cast<AttackClass>(i);
            QVERIFY2(std::ranges::any_of(builtInRules(), [&](const Rule& rule) { return rule.attackClass == attackClass; }),
                     classWord(attackClass).data());
        }
    }

    void everyRule_findsItsHits_leavesItsMisses()
    {
        std::set<std::uint16_t> shown;
        QStringList wrong;
        Options options;
        for (const auto& check : RuleTable::builtIn().checks()) {
            const auto& rule = builtInRules()[check.rule];
            options.strictness = std::max<std::uint8_t>(2, rule.strictness);
            const auto verdict = inspected(check, options);
            const bool hit = std::ranges::any_of(verdict.hits, [&](const Hit& found) { return found.rule == rule.id; });
            if (check.hits ? !hit : verdict.blocked)
                wrong.append(QString::fromStdString(rule.id + ": " + check.text));
            if (check.hits)
                shown.insert(check.rule);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
        QCOMPARE(shown.size(), builtInRules().size());
    }

    /// Each level has rules of its own, and they say nothing below it.
    void strictRules_areSilentBelowTheirLevel()
    {
        std::map<std::uint8_t, int> rules;
        for (const auto& rule : builtInRules())
            ++rules[rule.strictness];
        for (const std::uint8_t level : {1, 2, 3, 4})
            QVERIFY2(rules[level] >= 5, std::to_string(level).c_str());
        for (const auto& check : RuleTable::builtIn().checks()) {
            const auto& rule = builtInRules()[check.rule];
            for (std::uint8_t level = 1; level < rule.strictness; ++level) {
                Options options;
                options.strictness = level;
                const auto verdict = inspected(check, options);
                QVERIFY2(std::ranges::none_of(verdict.hits, [&](const Hit& found) { return found.rule == rule.id; }),
                         (rule.id + ": " + check.text).c_str());
            }
        }
    }

    void pattern_itemsTakeAllAndGiveNothingBack()
    {
        const auto match = [](std::string_view pattern, std::string_view text) {
            auto parsed = Pattern::parse(pattern);
            return parsed && parsed->match(text, 0).has_value();
        };
        QVERIFY(match("\\s*\\d+\\)", "  42)"));
        QVERIFY(!match("\\d*\\d", "42")); // nothing left for the second
        QVERIFY(match("(one|two)$", "TWO"));
        QVERIFY(match("~(end)", "and this is the end"));
        QVERIFY(!match("~(end)", std::string(100, 'x') + "end"));
        QVERIFY(match("[^a-c]x\\b", "dx"));
        QVERIFY(!match("x\\b", "xy"));
        QVERIFY(match("a?b?", ""));
        QVERIFY(!Pattern::parse("[abc"));
        QVERIFY(!Pattern::parse("(abc"));
    }

    void file_faultsAreToldWithTheirLine()
    {
        const auto faulty = RuleTable::parse("table 1\nrule nosuch.rule high 5 1 1\n");
        QVERIFY(!faulty);
        QVERIFY(faulty.error().detail.starts_with("Line 2"));
        QVERIFY(!RuleTable::parse("table 1\nmatch 5 value x\n"));
        QVERIFY(!RuleTable::parse("table 1\n"));
    }
};

SALLYPORT_TEST(TstRules)

} // namespace tst_rules

#include "tst_rules.moc"
