#pragma once

#include "backend/journal/saved_searches.h"

#include <QObject>

#include <vector>

namespace sallyport::ui {

class Console;

/// The searches that the operator has: their own and those that are shared. GUI thread.
class SearchList final : public QObject {
    Q_OBJECT

public:
    explicit SearchList(Console& console, QObject* parent = nullptr);

    const std::vector<journal::SavedSearch>& searches() const { return m_searches; }
    /// Reads them anew; `changed` follows if that went well.
    void reload();
    /// The one with this id, or null.
    const journal::SavedSearch* find(const std::string& id) const;

Q_SIGNALS:
    void changed();

private:
    Console& m_console;
    std::vector<journal::SavedSearch> m_searches;
};

} // namespace sallyport::ui
