#pragma once

#include "app/report/pages.h"
#include "app/report/report_data.h"

namespace sallyport::report {

/// Title, period, who and when, figures, charts, and in one line whether the chain is intact.
void drawTitlePage(Pages& pages, const Header& header);

/// The chain's head and what its verification found, on a page of its own.
void drawChainPage(Pages& pages, const Header& header);

/// The table: a head on each page, one line an event.
class EventTable {
public:
    static qint64 pagesFor(qint64 events);
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
