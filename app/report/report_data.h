#pragma once

#include "app/report/kind_titles.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace sallyport::report {

inline constexpr std::array outcomeWords{"success", "failure", "refused", "blocked"};

/// The first line of the input.
struct Header {
    QString title, language, vault, operatorName;
    QString zone; ///< of all times: `UTC`, `Europe/Berlin`
    QDateTime generated, since, until;
    bool filtered = false;
    qint64 total = 0;
    std::array<qint64, 4> outcomes{};   ///< in the order of outcomeWords
    std::array<qint64, 4> severities{}; ///< info, notice, warning, critical
    struct Day {
        QDate date;
        std::array<qint64, 4> outcomes{};
        qint64 total() const { return outcomes[0] + outcomes[1] + outcomes[2] + outcomes[3]; }
    };
    std::vector<Day> days;
    struct Kind {
        QString title;
        qint64 count = 0;
    };
    std::vector<Kind> kinds;
    struct Chain {
        bool intact = false;
        qint64 checked = 0, sequence = 0, firstBad = 0;
        QString hash, problem;
        QDateTime time;
        qint64 accepted = 0; ///< damages that were accepted; the rest is about the latest
        QDateTime acceptedAt;
        QString acceptedBy, acceptedWhy;
        qint64 acceptedFirst = 0, acceptedLast = 0;
    } chain;
};

/// What a row of the table shows of an event.
struct Row {
    qint64 sequence = 0;
    QString time, event, object, who, address;
    int outcome = 0;  ///< index into outcomeWords
    int severity = 0; ///< 0..3
};

/// Nothing if the line isn't a header.
std::optional<Header> parseHeader(const QByteArray& line);
/// Nothing if the line isn't an event.
std::optional<Row> parseRow(const QByteArray& line, const KindTitles& titles);

/// How far the clock of this time is ahead of UTC: `UTC`, `UTC+01:00`.
QString offsetText(const QDateTime& time);
/// As `shownText` has it: a name must not move the text around.
QString visible(const QString& text);

} // namespace sallyport::report
