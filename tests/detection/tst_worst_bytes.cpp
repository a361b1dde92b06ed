#include "backend/protection/detection/detector.h"
#include "backend/protection/detection/rule_file.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <ctime>

namespace tst_worst_bytes {

using namespace sallyport::protection::detection;

/// Time is linear in the bytes, whatever they are: eight times as many take no more than some times eight as long. Measured in
/// the time that this process had, and only where there is enough of it to measure; a square would be 64 times.
class TstWorstBytes : public QObject {
    Q_OBJECT

    static double seconds(const Detector& detector, PartKind kind, const std::string& bytes)
    {
        double best = 1e9;
        for (int i = 0; i < 2; ++i) {
            const std::clock_t begin = std::clock();
            const Part part{kind, {}, bytes};
            (void) detector.inspect(std::span(&part, 1), {});
            best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
        }
        return best;
    }

    /// Every literal of rules.txt.
    static std::vector<std::string> knownLiterals()
    {
        std::vector<std::string> known;
        std::size_t at = 0;
        while (at < ruleFile.size()) {
            const std::size_t end = std::min(ruleFile.find('\n', at), ruleFile.size());
            std::string_view line = ruleFile.substr(at, end - at);
            at = end + 1;
            const bool gate = line.starts_with("gate ");
            if (!gate && !line.starts_with("match "))
                continue;
            line = line.substr(0, line.find(" -> "));
            for (int word = 0; word < (gate ? 2 : 3); ++word)
                line.remove_prefix(std::min(line.find(' ') + 1, line.size()));
            while (!line.empty()) {
                const std::size_t bar = std::min(line.find('|'), line.size());
                std::string literal;
                for (std::size_t i = 0; i < bar; ++i) {
                    if (line[i] == '\\' && i + 3 < bar && line[i + 1] == 'x') {
                        literal += static_cast<char>(std::stoi(std::string(line.substr(i + 2, 2)), nullptr, 16));
                        i += 3;
                    } else {
                        literal += line[i];
                    }
                }
                if (!literal.empty())
                    known.push_back(std::move(literal));
                line.remove_prefix(std::min(bar + 1, line.size()));
            }
        }
        return known;
    }

private Q_SLOTS:
    void eightTimesTheBytes_notASquareOfTheTime()
    {
        const Detector detector;
        for (const std::string_view piece :
             {"'",         "\"",          "(",       ")(",        "' or 1=1 ", "'/*",  "/*",        "<a ",           "<a x='",
              " onload=a", "javascript:", "alert(",  "../",       "%25",       "&lt;", ";ls ",      "`id`",          "$(",
              "${",        "{{",          "{{a.b",   "http://a@", "(a=",       "&(",   "select ",   "union select ", "and 1",
              "\r\n",      "/etc/",       "concat(", "' and ' ",  "\xC0\xAE",  "a=b&", "{\"$ne\":", "<!--#"}) {
            std::string small;
            while (small.size() < 16'000)
                small += piece;
            std::string large;
            for (int i = 0; i < 8; ++i)
                large += small;
            const double first = seconds(detector, PartKind::Text, small);
            const double second = seconds(detector, PartKind::Text, large);
            QVERIFY2(second < 0.05 || second < 30 * std::max(first, 0.001), std::string(piece).c_str());
        }
    }

    /// The same of everything that a rule knows, alone and behind as many bytes that mean nothing: whoever reads the text from
    /// its beginning for each that it finds needs the square of the time.
    void asvs_1_3_12_whatEachRuleKnows_alone_andBehindSpacesAndQuotes()
    {
        const Detector detector;
        const std::vector<std::string> known = knownLiterals();
        QVERIFY(known.size() > 500);
        const auto textOf = [](const std::string& literal, char filler, std::size_t bytes) {
            std::string text(filler == '\0' ? 0 : bytes / 2, filler);
            while (text.size() < bytes)
                text += literal;
            return text;
        };
        for (const std::string& literal : known) {
            for (const char filler : {'\0', ' ', '\''}) {
                // Four times the bytes: a square would be sixteen times.
                const double large = seconds(detector, PartKind::Text, textOf(literal, filler, 1 << 16));
                if (large < 0.01)
                    continue; // a megabyte in a sixth of a second, on the slowest machine
                const double small = seconds(detector, PartKind::Text, textOf(literal, filler, 1 << 14));
                QVERIFY2(large < 9 * std::max(small, 0.001), (literal + " behind " + filler).c_str());
            }
        }
    }

    /// A megabyte of what every token of has to be looked at costs some times what prose does, and no more: it was 150 times
    /// where each tag was searched for the same words again.
    void megabyte_ofTagsAndTokens_costsLittle()
    {
        const Detector detector;
        const auto filled = [](std::string_view piece) {
            std::string text;
            while (text.size() < 1'000'000)
                text += piece;
            return text;
        };
        const double prose = seconds(detector, PartKind::Text, filled("The committee met on Tuesday and agreed to the plan. "));
        for (const std::string_view piece :
             {"<style>",      "</style ", "</style %2541", "<style>%2541", "<style a=\"", "<meta http-equiv=",
              "<a href=java", "<a b=\"",  "<a href=a",     "<a style=a",   "{{{{",        "{%",
              "'||'",         "(&(a=*",   "\nget /",       ";for a",       "onload =",    "count(/",
              "..\\",         "$('<",     "|sh ;",         "\r\n",         "(&(a=",       ";ls;",
              ";a=b;$a",      "ls -l;ls;"}) {
            const double took = seconds(detector, PartKind::Text, filled(piece));
            QVERIFY2(took < 0.05 || took < 50 * prose, std::string(piece).c_str());
        }
        // As many values of a document, each with something to find.
        for (const std::string_view piece : {"\"<style>\",", "\"' or 1=1\",", "\";ls\",", "\"/etc/a\","}) {
            const double took = seconds(detector, PartKind::Json, "[" + filled(piece) + "1]");
            QVERIFY2(took < 0.05 || took < 50 * prose, std::string(piece).c_str());
        }
    }

    /// What an exclusion leaves out wholly isn't searched, and everything else is.
    void valuesThatAreLeftOut_costNothing()
    {
        const Detector detector;
        std::string body = "{\"note\":\"";
        while (body.size() < 1'000'000)
            body += "' or 1=1 ";
        body += "\"}";
        Exclusion exclusion;
        exclusion.everyClass = true;
        exclusion.kind = PartKind::Json;
        exclusion.member = "note";
        Options options;
        options.exclusions = std::span(&exclusion, 1);
        const Part part{PartKind::Json, {}, body};
        const std::clock_t begin = std::clock();
        const Verdict verdict = detector.inspect(std::span(&part, 1), options);
        const double left = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        QVERIFY(verdict.hits.empty());
        QVERIFY(left < 0.005 || left < seconds(detector, PartKind::Json, body) / 3);
        exclusion.member = "title";
        QVERIFY(detector.inspect(std::span(&part, 1), options).blocked);
    }

    /// Plain texts of own rules as well, whatever they are.
    void ownLiteral_thatNearlyMatchesEverywhere()
    {
        OwnRule rule;
        rule.id = "own.long";
        rule.title = "Long";
        rule.pattern = std::string(999, 'a') + 'b';
        const auto detector = Detector::make({rule});
        QVERIFY(detector);
        const std::string text(1'000'000, 'A');
        QVERIFY(seconds(**detector, PartKind::Text, text) < 1.0); // a square would be a billion comparisons
        const std::string found = std::string(5'000, 'A') + 'B';
        const Part part{PartKind::Text, {}, found};
        const Verdict verdict = detector.value()->inspect(std::span(&part, 1), {});
        QCOMPARE(verdict.hits.size(), std::size_t(1));
        QCOMPARE(verdict.hits[0].offset, std::size_t(4'001));
        QCOMPARE(verdict.hits[0].length, std::size_t(1'000));
    }
};

SALLYPORT_TEST(TstWorstBytes)

} // namespace tst_worst_bytes

#include "tst_worst_bytes.moc"
