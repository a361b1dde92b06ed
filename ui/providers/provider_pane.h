#pragma once

#include <QWidget>

#include <optional>
#include <vector>

#include "backend/audit/event.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/base/error.h"
#include "backend/identity/providers/identity_providers.h"

class QPushButton;

namespace sallyport::ui {

class Console;
class DetailsPane;
class ElideLabel;
class KeyValueGrid;
class LinesList;
class PaneSection;

/// One identity provider beside the list: facts, who is linked, what happened lately.
class ProviderPane final : public QWidget {
    Q_OBJECT

public:
    explicit ProviderPane(Console& console, QWidget* parent = nullptr);

    void setProvider(const identity::IdentityProvider& provider);
    void refresh();
    bool hasProvider() const { return m_provider.has_value(); }
    const identity::IdentityProvider& provider() const { return *m_provider; }

Q_SIGNALS:
    void closeRequested();
    void editRequested();
    void testRequested();
    void linkRequested();
    void unlinkRequested(const sallyport::identity::OutsideLink& link);
    /// Disable, or enable if disabled.
    void toggleRequested();
    void removeRequested();
    void eventsRequested();
    void vanished();

private:
    struct Background {
        identity::IdentityProvider provider;
        identity::OutsideLinkPage links;
        std::vector<audit::Event> events;
        std::optional<Error> linksError, eventsError;
    };
    void build();
    void setTexts();
    void showProvider();
    void showLinks(const Background& found);
    UtcTime now() const;

    Console& m_console;
    std::optional<identity::IdentityProvider> m_provider;
    DetailsPane* m_pane;
    int m_page;
    KeyValueGrid* m_facts = nullptr;
    ElideLabel* m_issuer = nullptr;
    ElideLabel* m_client = nullptr;
    ElideLabel* m_redirect = nullptr;
    QPushButton* m_copy = nullptr;
    ElideLabel* m_first = nullptr;
    ElideLabel* m_roles = nullptr;
    ElideLabel* m_factor = nullptr;
    ElideLabel* m_lastUsed = nullptr;
    ElideLabel* m_added = nullptr;
    PaneSection* m_linksSection = nullptr;
    QPushButton* m_link = nullptr;
    LinesList* m_links = nullptr;
    PaneSection* m_eventsSection = nullptr;
    QPushButton* m_allEvents = nullptr;
    LinesList* m_events = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_toggle = nullptr;
};

} // namespace sallyport::ui
