#pragma once

#include "app/report/pages.h"
#include "app/report/report_data.h"

namespace sallyport::report {

/// One line of the contents; `level` 1 stands below the one before.
struct ContentsLine {
    QString title;
    qint64 page = 0;
    int level = 0;
};
/// What stands on which page: the overview, the events by day, month or year, as many as there is room for, and the chain.
std::vector<ContentsLine> contentsOf(const Pages& pages, const Header& header);

/// Title, period, who and when, the contents, and in one line whether the chain is intact.
void drawCover(Pages& pages, const Header& header, const std::vector<ContentsLine>& contents);

/// Figures and charts, on a page of their own.
void drawOverview(Pages& pages, const Header& header);

/// The chain's head and what its verification found, on a page of its own.
void drawChainPage(Pages& pages, const Header& header);

/// The table: a head on each page, one line an event.
class EventTable {
public:
    static qint64 pagesFor(qint64 events);
    /// On which of the table's pages (from 0) the event of this place (from 0) stands.
    static qint64 pageOf(qint64 place);
    EventTable(Pages& pages, QString zone) : m_pages(pages), m_zone(std::move(zone)) {}
    /// False if no more can be written.
    bool add(const Row& row);

private:
    void drawHead();
    void drawRow(const Row& row, double y);
    Pages& m_pages;
    const QString m_zone; ///< of its times
    int m_onPage = -1;
};

} // namespace sallyport::report
