#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace sallyport::test {

/// A message of syslog, taken apart by RFC 5424 to the letter.
struct SyslogMessage {
    QStringList header; ///< PRI, time, host, application, process, id
    QMap<QString, QString> data;
    QString message;
};

/// Nothing if it is none.
std::optional<SyslogMessage> readSyslog(const QByteArray& line);

} // namespace sallyport::test
