#include "backend/base/port_check.h"

#include "backend/base/descriptor.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <netinet/in.h>
#include <sys/socket.h>

namespace tst_port_check {

using namespace sallyport;

class TstPortCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void portThatSomebodyListensAt_isTaken_andFreeAfterwards()
    {
        Descriptor listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_in place{};
        place.sin_family = AF_INET;
        place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof place;
        QCOMPARE(bind(listener.get(), reinterpret_cast<const sockaddr*>(&place), length), 0);
        QCOMPARE(listen(listener.get(), 1), 0);
        QCOMPARE(getsockname(listener.get(), reinterpret_cast<sockaddr*>(&place), &length), 0);
        const std::uint16_t port = ntohs(place.sin_port);
        QCOMPARE(checkPort("127.0.0.1", port).state, PortCheck::State::Taken);
        QVERIFY(!checkPort("127.0.0.1", port).reason.empty());
        QCOMPARE(checkPort("0.0.0.0", port).state, PortCheck::State::Taken);
        listener.close();
        QCOMPARE(checkPort("127.0.0.1", port).state, PortCheck::State::Free);
    }

    void noAddress_orNotThisMachines_isSaid()
    {
        QCOMPARE(checkPort("nonsense", 8443).state, PortCheck::State::NoAddress);
        QCOMPARE(checkPort("203.0.113.47", 0).state, PortCheck::State::NoAddress); // documentation's, RFC 5737
        QCOMPARE(checkPort("127.0.0.1", 0).state, PortCheck::State::Free);
    }
};

SALLYPORT_GUILESS_TEST(TstPortCheck)

} // namespace tst_port_check
#include "tst_port_check.moc"
