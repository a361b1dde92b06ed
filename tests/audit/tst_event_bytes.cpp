#include "backend/audit/chain/chain.h"
#include "backend/audit/tree/leaf.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_event_bytes {

using namespace sallyport;
using namespace sallyport::audit;
using test::sampleEvent;
using test::TestJournal;

class TestEventBytes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Chains and trees that others keep depend on these bytes.
    void canonicalBytes_areNumbersAndTextsAfterTheirLength()
    {
        Event event;
        event.sequence = 0x0102030405060708;
        event.time = UtcTime(std::chrono::microseconds(-2));
        event.status = 404;
        event.kind = "k";
        event.detailsJson = "{}";
        std::string expected("before\x01\x02\x03\x04\x05\x06\x07\x08\xff\xff\xff\xff\xff\xff\xff\xfe", 22);
        const auto number = [&expected](unsigned value) {
            expected.append(6, '\0').append(1, static_cast<char>(value >> 8)).append(1, static_cast<char>(value & 0xff));
        };
        number(static_cast<unsigned>(event.severity));
        number(static_cast<unsigned>(event.outcome));
        number(404);
        number(1);
        expected += 'k';
        for (int empty = 0; empty < 14; ++empty)
            number(0);
        number(2);
        expected += "{}";
        std::string canonical = "before";
        appendCanonical(canonical, event);
        QVERIFY(canonical == expected);
    }

    void hashesOfCanonicalBytes_areThoseOfTheEvent()
    {
        const auto chain = *Chain::make(TestJournal::key());
        ChainHash previous{};
        previous[31] = std::byte{7};
        for (const std::string& details : {std::string(), std::string("{\"a\":1}"), std::string(5000, 'x')}) {
            Event event = sampleEvent();
            event.detailsJson = details;
            std::string canonical;
            appendCanonical(canonical, event);
            QVERIFY(*chain->next(previous, event) == *chain->next(previous, canonical));
            QVERIFY(leafOf(event, previous) == leafOf(canonical, previous));
        }
    }
};

SALLYPORT_TEST(TestEventBytes)

} // namespace tst_event_bytes

#include "tst_event_bytes.moc"
