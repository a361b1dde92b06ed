#include "tests/outputs/support/syslog_message.h"

#include <QRegularExpression>

namespace sallyport::test {

using namespace Qt::StringLiterals;

namespace {

/// PRI, version, time, host, application, process, id, structured data, message.
const QRegularExpression grammar(
    uR"(^<(\d{1,3})>1 (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z) ([!-~]{1,255}) ([!-~]{1,48}) ([!-~]{1,128}) ([!-~]{1,32}) )"
    uR"((-|(?:\[[!#-<>-\\^-~]{1,32}(?: [!#-<>-\\^-~]{1,32}="(?:[^"\\\]]|\\["\\\]])*")*\])+)(?: (.*))?$)"_s,
    QRegularExpression::DotMatchesEverythingOption);
const QRegularExpression parameter(uR"re((\w+)="((?:[^"\\\]]|\\["\\\]])*)")re"_s);

} // namespace

std::optional<SyslogMessage> readSyslog(const QByteArray& line)
{
    const auto match = grammar.match(QString::fromUtf8(line));
    if (!match.hasMatch())
        return std::nullopt;
    SyslogMessage read{match.capturedTexts().mid(1, 6), {}, match.captured(8)};
    auto parameters = parameter.globalMatch(match.captured(7));
    while (parameters.hasNext()) {
        const auto one = parameters.next();
        QString value = one.captured(2);
        value.replace(QRegularExpression(uR"(\\(["\\\]]))"_s), u"\\1"_s);
        read.data.insert(one.captured(1), value);
    }
    return read;
}

} // namespace sallyport::test
