#pragma once

#include "ui/parts/subject_pane.h"

#include <optional>
#include <vector>

#include "backend/base/error.h"
#include "backend/identity/providers/identity_providers.h"

class QPushButton;

namespace sallyport::ui {

class ElideLabel;
class KeyValueGrid;
class PaneSection;

/// One identity provider beside the list: facts, who is linked, what happened lately.
class ProviderPane final : public SubjectPane {
    Q_OBJECT

public:
    explicit ProviderPane(Console& console, QWidget* parent = nullptr);

    void setProvider(const identity::IdentityProvider& provider);
    void refresh() override;
    bool hasProvider() const { return m_provider.has_value(); }
    const identity::IdentityProvider& provider() const { return *m_provider; }

Q_SIGNALS:
    void editRequested();
    void testRequested();
    void linkRequested();
    void unlinkRequested(const sallyport::identity::OutsideLink& link);
    /// Disable, or enable if disabled.
    void toggleRequested();
    void removeRequested();

private:
    struct Background {
        identity::IdentityProvider provider;
        identity::OutsideLinkPage links;
        Events events;
        std::optional<Error> linksError;
    };
    void build();
    void setTexts();
    void showProvider();
    void showLinks(const Background& found);

    std::optional<identity::IdentityProvider> m_provider;
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
