#include "tests/access/cel/cel_case.h"
#include "tests/support/test_main.h"

#include <QTest>

namespace tst_library {

using namespace sallyport::test;

/// Functions of the language and its extensions, beyond what the official cases have.
class LibraryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void call_gives_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("wanted");
        const auto row = [](const char* source, const char* wanted = "true") {
            QTest::newRow(source) << QByteArray(source) << QByteArray(wanted);
        };
        // Conversions
        row("int('-5') == -5 && int('+5') == 5 && uint('5') == 5u");
        row("int('5.0') == 5", "invalid_text");
        row("int('') == 0", "invalid_text");
        row("int('9223372036854775808') == 0", "invalid_text");
        row("uint('-1') == 0u", "invalid_text");
        row("int(9223372036854775808.0) == 0", "overflow");
        row("int(9223372036854774784.0) == 9223372036854774784");
        row("int(double('NaN')) == 0", "overflow");
        row("uint(-0.5) == 0u", "overflow");
        row("double('1e400') == 0.0", "invalid_text");
        row("double('1e-400') == 0.0");
        row("double('0x10') == 16.0", "invalid_text");
        row("double('+inf') > 1.0 && double('-Infinity') < 1.0");
        row("double('--1') == 1.0", "invalid_text");
        row("bool('yes')", "invalid_text");
        row("string(true) + string(1u) + string(1.5) == 'true11.5'");
        row("string(null) == ''", "no_such_overload");
        row("string([1]) == ''", "no_such_overload");
        row("string(b'\\xff') == ''", "invalid_text");
        row("string(timestamp(1.5)) == ''", "no_such_overload");
        row("string(timestamp('2026-01-01T01:00:00.120+01:00')) == '2026-01-01T00:00:00.12Z'");
        row("timestamp(timestamp(5)) == timestamp(5) && duration(duration('1s')) == duration('1s')");
        row("bytes('é') == b'\\303\\251'");
        row("dyn([1])[0] == 1");
        // Texts are code points
        row("size('a😀é') == 3 && 'a😀é'.size() == 3");
        row("'a😀é'.charAt(1) == '😀' && 'a😀é'.charAt(3) == ''");
        row("'abc'.charAt(4) == ''", "index_range");
        row("'a😀é😀'.indexOf('😀', 2) == 3 && 'a😀é'.indexOf('x') == -1");
        row("''.indexOf('') == 0 && 'ab'.indexOf('', 2) == 2");
        row("'ab'.indexOf('a', 3) == 0", "index_range");
        row("'😀a😀'.lastIndexOf('😀') == 2 && '😀a😀'.lastIndexOf('😀', 1) == 0");
        row("'a'.lastIndexOf('abc') == -1");
        row("'😀aé'.substring(1) == 'aé' && '😀aé'.substring(0, 1) == '😀' && 'ab'.substring(2) == ''");
        row("'ab'.substring(1, 0) == ''", "index_range");
        row("'ab'.substring(0, 3) == ''", "index_range");
        row("'aXbX'.replace('X', '😀') == 'a😀b😀' && 'aXbX'.replace('X', '-', 1) == 'a-bX'");
        row("'ab'.replace('', '.') == '.a.b.' && ''.replace('', '.') == '.' && 'ab'.replace('', '.', 1) == '.ab'");
        row("'a,b,,c'.split(',') == ['a', 'b', '', 'c'] && 'é😀'.split('') == ['é', '😀']");
        row("''.split(',') == [''] && ''.split('') == [] && 'a,b'.split(',', -1) == ['a', 'b']");
        row("'abc'.split('', 2) == ['a', 'bc'] && 'a,b,c'.split(',', 1) == ['a,b,c']");
        row("['a', 'b'].join('é') == 'aéb' && [].join() == ''");
        row("['a', 1].join('') == ''", "no_such_overload");
        row("'\\u2003\\u00a0 a b\\u3000'.trim() == 'a b' && ' '.trim() == ''");
        row("'aÉz'.upperAscii() == 'AÉZ' && 'AÉZ'.lowerAscii() == 'aÉz'");
        row("'a😀é'.reverse() == 'é😀a'");
        row("strings.quote('a\"b\\\\\\n\\u0001') == '\"a\\\\\"b\\\\\\\\\\\\n\\u0001\"'");
        row("'héllo'.matches('^h.llo$') && !'abc'.matches('^b') && matches('abc', 'b')");
        row("'a'.matches('(' + 'a') == true", "invalid_text");
        row("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('(a*)*$') == true");
        // format()
        row("'%s|%d|%x|%X|%o|%b|%%'.format(['é', -5, 255, 255u, 8, 5]) == 'é|-5|ff|FF|10|101|%'");
        row("'%.2f %.0f %.1e %f'.format([2.675, 2.5, 12345, 1u]) == '2.67 2 1.2e+04 1.000000'");
        row("'%s'.format([[1, 'a', null, 1.5, {'k': b'x\\xff\\xfe'}]]) == '[1, a, null, 1.5, {k: x\\ufffd}]'");
        row("'%x %b'.format(['é', false]) == 'c3a9 0'");
        row("'%s'.format([int]) == 'int' && '%s'.format([ip('::1')]) == '::1'");
        row("'%'.format([1]) == ''", "invalid_text");
        row("'%.s'.format([1]) == ''", "invalid_text");
        row("'%.101f'.format([1.0]) == ''", "invalid_text");
        row("'%q'.format([1]) == ''", "invalid_text");
        row("'%s'.format([]) == ''", "index_range");
        row("'%d'.format(['1']) == ''", "no_such_overload");
        // Times in zones, over the changes of the clocks
        row("timestamp('2026-01-15T08:30:00Z').getHours('Europe/Berlin') == 9");
        row("timestamp('2026-07-15T08:30:00Z').getHours('Europe/Berlin') == 10");
        row("timestamp('2026-03-29T00:59:59Z').getHours('Europe/Berlin') == 1 && "
            "timestamp('2026-03-29T01:00:00Z').getHours('Europe/Berlin') == 3");
        row("timestamp('2026-12-31T23:30:00Z').getFullYear('Asia/Tokyo') == 2027 && "
            "timestamp('2026-12-31T23:30:00Z').getDayOfYear() == 364");
        row("timestamp('2026-11-29T12:00:00Z').getDayOfWeek() == 0 && timestamp('2026-11-28T23:30:00Z').getDayOfWeek('+01:00') "
            "== 0");
        row("timestamp('2024-02-29T12:00:00Z').getDate() == 29 && timestamp('2024-02-29T12:00:00Z').getDayOfMonth() == 28");
        row("timestamp('1969-12-31T23:59:59.999Z').getMilliseconds() == 999 && "
            "timestamp('1969-12-31T23:59:59.999Z').getSeconds() == 59");
        row("timestamp(0).getHours('Nowhere/Land') == 0", "invalid_text");
        row("timestamp(0).getHours('sys' + 'tem') == 0", "invalid_text");
        row("timestamp(0).getHours('Europe/' + 'Berlin') == 1");
        row("duration('-90m').getHours() == -1 && duration('-90m').getMinutes() == -90 && duration('1.5s').getMilliseconds() == "
            "500");
        row("duration('1h').getHours('UTC') == 1", "no_such_overload");
        row("duration('1h').getFullYear() == 1", "no_such_overload");
        // Networks
        row("isIP('::1') && isCIDR('::/0') && !isCIDR('::1') && !isIP('::ffff:1.2.3.4')");
        row("ip('::ffff:c0a8:1').family() == 4 && string(ip('::ffff:c0a8:1')) == '192.168.0.1'");
        row("cidr('192.168.0.0/16').containsIP(ip('::ffff:c0a8:1'))");
        row("ip.isCanonical('2001:db8::1') && !ip.isCanonical('2001:0db8::1')");
        row("ip('127.9.9.9').isLoopback() && ip('224.0.0.5').isLinkLocalMulticast() && !ip('224.0.0.5').isGlobalUnicast()");
        row("!ip('0.0.0.0').isGlobalUnicast() && ip('fc00::1').isGlobalUnicast() && !ip('ff02::1').isGlobalUnicast()");
        row("cidr('10.1.2.3/8').ip() == ip('10.1.2.3') && cidr('10.1.2.3/8').masked().ip() == ip('10.0.0.0')");
        row("cidr('10.0.0.0/8').containsIP('nowhere')", "invalid_text");
        row("cidr('10.0.0.0/8').containsCIDR('10.0.0.0')", "invalid_text");
        row("cidr('10.0.0.0/8').containsIP(1)", "no_such_overload");
        row("ip('1.2.3.4') == '1.2.3.4'", "false");
        row("ip('1.2.3.4') < ip('1.2.3.5')", "no_such_overload");
        row("ip('1.2.3.4').masked() == ip('1.2.3.4')", "no_such_overload");
    }
    void call_gives()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const QByteArray, wanted);
        QCOMPARE(QByteArray::fromStdString(celHolds(source.toStdString())), wanted);
    }
};

SALLYPORT_TEST(LibraryTest)

} // namespace tst_library
#include "tst_library.moc"
