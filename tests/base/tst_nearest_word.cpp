#include "backend/base/nearest_word.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <array>

namespace tst_nearest_word {

using namespace sallyport;

/// What somebody has meant who wrote a word that there isn't.
class NearestWordTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void distance_countsLetters()
    {
        QCOMPARE(wordDistance("", ""), std::size_t{0});
        QCOMPARE(wordDistance("limit", ""), std::size_t{5});
        QCOMPARE(wordDistance("limit", "limits"), std::size_t{1});
        QCOMPARE(wordDistance("limit", "linit"), std::size_t{1});
        QCOMPARE(wordDistance("kitten", "sitting"), std::size_t{3});
        QCOMPARE(wordDistance("cvs", "csv"), std::size_t{1});
        QCOMPARE(wordDistance("ab", "bca"), std::size_t{3}); // a swap is of neighbours
    }

    void nearest_isWhatWasMeant_data()
    {
        QTest::addColumn<std::string>("word");
        QTest::addColumn<std::string>("meant");
        QTest::newRow("without the line") << std::string("dryrun") << std::string("dry_run");
        QTest::newRow("camel case") << std::string("dryRun") << std::string("dry_run");
        QTest::newRow("hyphen") << std::string("dry-run") << std::string("dry_run");
        QTest::newRow("another letter") << std::string("sinse") << std::string("since");
        QTest::newRow("letter too many") << std::string("limits") << std::string("limit");
        QTest::newRow("beginning") << std::string("lim") << std::string("limit");
        QTest::newRow("longer") << std::string("cursor_id") << std::string("cursor");
        QTest::newRow("longer than two") << std::string("cursor_kindX") << std::string("cursor_kind");
        QTest::newRow("another word") << std::string("page") << std::string();
        QTest::newRow("one letter") << std::string("x") << std::string();
        QTest::newRow("nothing") << std::string() << std::string();
        QTest::newRow("very long") << std::string(65, 'l') << std::string();
    }

    void nearest_isWhatWasMeant()
    {
        QFETCH(std::string, word);
        QFETCH(std::string, meant);
        constexpr std::array<std::string_view, 7> known{"limit", "cursor", "cursor_kind", "since", "until", "dry_run", "q"};
        const auto found = nearestWord(word, known);
        QCOMPARE(found.value_or(std::string_view()), std::string_view(meant));
        QVERIFY(!nearestWord(word, {}));
    }
};

SALLYPORT_TEST(NearestWordTest)

} // namespace tst_nearest_word
#include "tst_nearest_word.moc"
