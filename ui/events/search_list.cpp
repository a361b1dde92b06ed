#include "ui/events/search_list.h"

#include "ui/console/console.h"

#include <algorithm>

namespace sallyport::ui {

SearchList::SearchList(Console& console, QObject* parent) : QObject(parent), m_console(console) {}

void SearchList::reload()
{
    m_console.run(
        this, [](Services& services, const access::Actor& actor) { return services.savedSearches.list(actor); },
        [this](Result<std::vector<journal::SavedSearch>> searches) {
            if (!searches)
                return; // what was read before stays
            m_searches = std::move(*searches);
            Q_EMIT changed();
        });
}

const journal::SavedSearch* SearchList::find(const std::string& id) const
{
    const auto found =
        std::ranges::find_if(m_searches, [&](const journal::SavedSearch& search) { return search.id.text() == id; });
    return found == m_searches.end() ? nullptr : &*found;
}

} // namespace sallyport::ui
