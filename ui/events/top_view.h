#pragma once

#include "backend/journal/events.h"
#include "ui/look/surface.h"

#include <array>

class QLabel;

namespace sallyport::ui {

class Console;
class LinesList;

/// What comes most among the events of the filter: kinds, users, addresses, paths. A click takes one into the filter.
class TopView final : public Surface {
    Q_OBJECT

public:
    explicit TopView(Console& console, QWidget* parent = nullptr);

    /// Reads them for this query.
    void setQuery(const audit::EventQuery& query);
    const journal::TopLists& lists() const { return m_lists; }

    QSize sizeHint() const override;

Q_SIGNALS:
    /// `user`, `Jonas Weber`: this shall be in the filter.
    void termChosen(const QString& key, const QString& value);
    void closeRequested();

private:
    struct Section {
        QLabel* head = nullptr;
        LinesList* lines = nullptr;
    };
    QWidget* makeHead();
    void setTexts();
    void showLists();
    const std::vector<journal::TopValue>& values(std::size_t section) const;

    Console& m_console;
    QLabel* m_title = nullptr;
    QLabel* m_note = nullptr;
    std::array<Section, 4> m_sections;
    journal::TopLists m_lists;
    bool m_read = false;
    std::uint64_t m_generation = 0;
};

} // namespace sallyport::ui
