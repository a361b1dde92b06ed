#pragma once

#include "ui/parts/subject_pane.h"

#include <optional>
#include <vector>

#include "backend/base/error.h"
#include "backend/identity/core/api_key.h"

class QPushButton;

namespace sallyport::ui {

class Banner;
class ChipList;
class ElideLabel;
class KeyValueGrid;
class PaneSection;

/// What an operator may do to a key: their own ones with keys:own, others with the permission.
bool mayOnKey(const Console& console, const identity::ApiKey& key, access::Permission permission);

/// Everything about one API key beside the list, but never its text.
class KeyPane final : public SubjectPane {
    Q_OBJECT

public:
    explicit KeyPane(Console& console, QWidget* parent = nullptr);

    /// Shows another key, or the same one anew.
    void setKey(const identity::ApiKey& key);
    void refresh() override;
    bool hasKey() const { return m_key.has_value(); }
    const identity::ApiKey& key() const { return *m_key; }

Q_SIGNALS:
    void editRequested();
    void rotateRequested();
    void revokeRequested();
    /// Take away what its owner doesn't hold.
    void narrowRequested();
    void ownerRequested();

private:
    struct Background {
        identity::ApiKey key;
        Events events;
    };
    void buildFacts();
    void buildSections();
    void buildFooter();
    void setTexts();
    void showKey();
    void showEnd();

    std::optional<identity::ApiKey> m_key;
    int m_page;
    QWidget* m_beyondBox = nullptr; ///< with the room below the banner
    Banner* m_beyond = nullptr;
    QPushButton* m_narrow = nullptr;
    KeyValueGrid* m_facts = nullptr;
    ElideLabel* m_owner = nullptr;
    QPushButton* m_openOwner = nullptr;
    ElideLabel* m_addresses = nullptr;
    ElideLabel* m_limit = nullptr;
    ElideLabel* m_publicKey = nullptr;
    ElideLabel* m_signing = nullptr;
    ElideLabel* m_lastUsed = nullptr;
    ElideLabel* m_uses = nullptr;
    ElideLabel* m_expires = nullptr;
    ElideLabel* m_previous = nullptr;
    ElideLabel* m_created = nullptr;
    ElideLabel* m_revoked = nullptr;
    PaneSection* m_scopesSection = nullptr;
    ChipList* m_scopes = nullptr;
    PaneSection* m_eventsSection = nullptr;
    QPushButton* m_showAll = nullptr;
    LinesList* m_events = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_rotate = nullptr;
    QPushButton* m_revoke = nullptr;
};

} // namespace sallyport::ui
