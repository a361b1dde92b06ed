#include "backend/protection/detection/detector.h"
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
};

SALLYPORT_TEST(TstWorstBytes)

} // namespace tst_worst_bytes

#include "tst_worst_bytes.moc"
