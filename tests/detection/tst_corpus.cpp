#include "tests/detection/corpus.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <map>

namespace tst_corpus {

namespace corpus = sallyport::test::corpus;
using namespace sallyport::protection::detection;

/// What the detector is to reach, on a corpus of the project's own: requests that nobody sends in good faith, and others that
/// look like them.
class TstCorpus : public QObject {
    Q_OBJECT

    static std::string file(const char* name) { return std::string(SALLYPORT_CORPUS) + "/" + name; }
    static std::string told(const std::vector<std::string>& ids)
    {
        std::string text;
        for (const auto& id : ids)
            text += " " + id;
        return text;
    }

private Q_SLOTS:
    void attacks_96OfHundredAndNinetyOfEachHundredByClass()
    {
        const Detector detector;
        const Options options;
        std::map<std::string, std::pair<std::size_t, std::size_t>> classes;
        std::size_t all = 0;
        std::vector<std::string> missed;
        for (const auto& line : corpus::readLines(file("attacks.jsonl"))) {
            const auto request = corpus::requestOf(line);
            const bool blocked = detector.inspect(request.parts(), options).blocked;
            ++all;
            auto& [count, found] = classes[line.attackClass];
            ++count;
            found += blocked ? 1 : 0;
            if (!blocked)
                missed.push_back(line.id);
        }
        QVERIFY(all >= 400);
        QVERIFY2(static_cast<double>(missed.size()) <= 0.04 * static_cast<double>(all), told(missed).c_str());
        double macro = 0;
        for (const auto& [name, counts] : classes)
            macro += static_cast<double>(counts.second) / static_cast<double>(counts.first);
        QVERIFY(classes.size() >= 16);
        QVERIFY(macro / static_cast<double>(classes.size()) >= 0.9);
    }

    void harmless_halfOfHundredAtMost_lookAlikesThree()
    {
        const Detector detector;
        const Options options;
        std::map<bool, std::size_t> all;
        std::map<bool, std::vector<std::string>> blocked;
        for (const auto& line : corpus::readLines(file("benign.jsonl"))) {
            const auto request = corpus::requestOf(line);
            ++all[line.hard];
            if (detector.inspect(request.parts(), options).blocked)
                blocked[line.hard].push_back(line.id);
        }
        QVERIFY(all[false] + all[true] >= 200);
        QVERIFY2(static_cast<double>(blocked[false].size()) <= 0.005 * static_cast<double>(all[false]),
                 told(blocked[false]).c_str());
        QVERIFY2(static_cast<double>(blocked[true].size()) <= 0.03 * static_cast<double>(all[true]), told(blocked[true]).c_str());
    }
    /// What is asked for more strictly finds no less, and the two lowest levels stop nothing harmless that they let through
    /// before there were rules for the higher ones.
    void strictness_eachLevelFindsAtLeastWhatTheOneBelowFinds()
    {
        const Detector detector;
        std::size_t attacks = 0, harmless = 0;
        for (const std::uint8_t level : {1, 2, 3, 4}) {
            Options options;
            options.strictness = level;
            std::size_t found = 0, wrong = 0, all = 0;
            for (const auto& line : corpus::readLines(file("attacks.jsonl")))
                found += detector.inspect(corpus::requestOf(line).parts(), options).blocked ? 1U : 0U;
            for (const auto& line : corpus::readLines(file("benign.jsonl"))) {
                const auto verdict = detector.inspect(corpus::requestOf(line).parts(), options);
                ++all;
                wrong += verdict.blocked ? 1U : 0U;
                for (const Hit& hit : verdict.hits)
                    if (const auto* rule = builtInRule(hit.rule))
                        QVERIFY2(rule->strictness <= level, line.id.c_str());
            }
            qInfo("level %d: %zu attacks found, %zu of %zu harmless requests blocked", level, found, wrong, all);
            QVERIFY(found >= attacks && wrong >= harmless);
            attacks = found;
            harmless = wrong;
            if (level == 1)
                QVERIFY(static_cast<double>(wrong) <= 0.005 * static_cast<double>(all));
        }
    }
};

SALLYPORT_TEST(TstCorpus)

} // namespace tst_corpus

#include "tst_corpus.moc"
