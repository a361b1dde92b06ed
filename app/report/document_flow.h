#pragma once

#include "app/report/document_items.h"

namespace sallyport::report {

/// Puts the items of a document one below the other onto pages. The same code measures and draws, so that the contents know on
/// which page a section begins before it is there.
class DocumentFlow {
public:
    /// Measures only until draw() is called. `page` is the one before the first of the flow.
    DocumentFlow(Pages& pages, qint64 page) : m_pages(pages), m_page(page) {}
    void draw() { m_draws = true; }

    /// What belongs to the item and, of a section, isn't parted from what follows. False if no more can be written.
    bool put(const DocumentItem& item);
    /// One row of a long sheet: each is as high as the other, so that the pages are known before the rows.
    bool row(const QStringList& cells);

    struct Mark {
        QString title;
        qint64 page = 0;
    };
    const std::vector<Mark>& sections() const { return m_sections; }
    /// The last page, once `rows` of the long sheet have come that was begun last.
    qint64 lastPage(qint64 rows) const;

private:
    bool room(double height);
    bool turn();
    bool figures(const DocumentItem& item);
    bool sheet(const Sheet& sheet);
    bool sheetHead(const Sheet& sheet);
    double headHeight(const Sheet& sheet) const;
    double rowHeight(const Sheet& sheet, const QStringList& cells) const;
    void sheetRow(const Sheet& sheet, const QStringList& cells, double height);

    Pages& m_pages;
    qint64 m_page;
    double m_y = Pages::bottom + 1; ///< full: the first item turns the page
    bool m_draws = false;
    std::vector<Mark> m_sections;
    Sheet m_long; ///< without rows
};

} // namespace sallyport::report
