#pragma once

#include "ui/parts/subject_pane.h"

#include <optional>
#include <vector>

#include "backend/base/error.h"
#include "backend/identity/api_keys/service_accounts.h"
#include "backend/identity/core/api_key.h"

class QPushButton;

namespace sallyport::ui {

class ElideLabel;
class KeyValueGrid;
class PaneSection;

/// One service account beside the list: facts, its keys, what happened lately.
class AccountPane final : public SubjectPane {
    Q_OBJECT

public:
    explicit AccountPane(Console& console, QWidget* parent = nullptr);

    void setAccount(const identity::ServiceAccount& account);
    void refresh() override;
    bool hasAccount() const { return m_account.has_value(); }
    const identity::ServiceAccount& account() const { return *m_account; }

Q_SIGNALS:
    void editRequested();
    /// Disable, or enable if disabled.
    void toggleRequested();
    void removeRequested();
    void newKeyRequested();
    void keyRequested(const sallyport::KeyId& id);
    void keysRequested();

private:
    struct Background {
        identity::ServiceAccount account;
        std::vector<identity::ApiKey> keys;
        Events events;
        std::optional<Error> keysError;
    };
    void build();
    void setTexts();
    void showAccount();
    void showKeys(const Background& found);

    std::optional<identity::ServiceAccount> m_account;
    int m_page;
    KeyValueGrid* m_facts = nullptr;
    ElideLabel* m_description = nullptr;
    ElideLabel* m_roles = nullptr;
    ElideLabel* m_lastUsed = nullptr;
    ElideLabel* m_added = nullptr;
    PaneSection* m_keysSection = nullptr;
    QPushButton* m_allKeys = nullptr;
    LinesList* m_keys = nullptr;
    PaneSection* m_eventsSection = nullptr;
    QPushButton* m_allEvents = nullptr;
    LinesList* m_events = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_newKey = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_toggle = nullptr;
};

} // namespace sallyport::ui
