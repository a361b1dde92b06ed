#include "backend/records/upload/byte_range.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_byte_range {

using namespace sallyport::records;

/// What part of a file of 1000 bytes is asked for.
class TestByteRange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ranges_data()
    {
        QTest::addColumn<std::string>("value");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* value, const char* expected) {
            QTest::newRow(value) << std::string(value) << std::string(expected);
        };
        row("bytes=0-99", "0..100");
        row("Bytes=0-0", "0..1");
        row("bytes=100-", "100..1000");
        row("bytes=999-2000", "999..1000");
        row("bytes=0-99999999999999999999999", "0..1000");
        row("bytes=-100", "900..1000");
        row("bytes=-5000", "0..1000");
        row("bytes= 0-1 ", "0..2");
        row("bytes=1000-", "416");
        row("bytes=99999999999999999999999-", "416");
        row("bytes=-0", "416");
        row("", "whole");
        row("bytes", "whole");
        row("bytes=", "whole");
        row("bytes=-", "whole");
        row("bytes=a-b", "whole");
        row("bytes=5-4", "whole");
        row("bytes=+1-2", "whole");
        row("bytes=0-1,5-6", "whole");
        row("lines=0-1", "whole");
    }
    void ranges()
    {
        QFETCH(std::string, value);
        QFETCH(std::string, expected);
        ByteRange range;
        const RangeAnswer answer = readRange(value, 1000, range);
        const std::string got = answer == RangeAnswer::Whole ? "whole"
                                : answer == RangeAnswer::NotSatisfiable
                                    ? "416"
                                    : std::to_string(range.from) + ".." + std::to_string(range.to);
        QCOMPARE(got, expected);
    }
    void empty_fileHasNoPart()
    {
        ByteRange range;
        QVERIFY(readRange("bytes=0-", 0, range) == RangeAnswer::NotSatisfiable);
        QVERIFY(readRange("bytes=-1", 0, range) == RangeAnswer::NotSatisfiable);
    }
};

SALLYPORT_TEST(TestByteRange)

} // namespace tst_byte_range
#include "tst_byte_range.moc"
