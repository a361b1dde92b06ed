#pragma once

#include "app/report/kind_titles.h"
#include "app/report/pages.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace sallyport::report {

/// The first line of an access review.
struct AccessHeader {
    QString title, language, vault, operatorName, filter, zone;
    QDateTime generated;
    qint64 total = 0, userRoles = 0, accountRoles = 0, keys = 0;
    bool withKeys = true, withAccounts = true;
};

/// What a row of the table shows.
struct AccessRow {
    QString holder, email, status, has, by;
    bool service = false, key = false;
    QDateTime since, until, active;
    bool activeKnown = true;
};

/// Nothing if the line isn't such a header, or no such row.
std::optional<AccessHeader> parseAccessHeader(const QByteArray& line);
std::optional<AccessRow> parseAccessRow(const QByteArray& line, const KindTitles& titles);

/// An access review: a first page that says what was asked and how much there is, then the table, one line for each thing that
/// somebody has. Memory doesn't grow with the rows.
class AccessPages {
public:
    AccessPages(QIODevice& output, const AccessHeader& header);
    /// False if no more can be written.
    bool add(const AccessRow& row);
    bool finish();

private:
    void drawFirst(const AccessHeader& header);
    void drawHead();
    void drawRow(const AccessRow& row, double y);
    QString day(const QDateTime& time, const QString& otherwise) const;

    Pages m_pages;
    int m_onPage = -1;
    bool m_good = true;
};

} // namespace sallyport::report
