#pragma once

#include "backend/access/permission.h"
#include "backend/audit/event.h"
#include "backend/identity/core/api_key.h"
#include "backend/identity/core/user.h"
#include "backend/identity/passkeys/passkeys.h"
#include "backend/identity/sessions/sessions.h"
#include "backend/identity/users/users.h"
#include "ui/look/icons.h"
#include "ui/parts/subject_pane.h"

#include <optional>
#include <vector>

class QPushButton;

namespace sallyport::ui {

class Banner;
class ChipList;
class ElideLabel;
class IconLabel;
class KeyValueGrid;
class PaneSection;

/// Everything about one user beside the list: facts, permissions, recent events, sessions; actions at the foot. It
/// shows what the list knows at once and reads the rest behind it.
class UserPane final : public SubjectPane {
    Q_OBJECT

public:
    explicit UserPane(Console& console, QWidget* parent = nullptr);

    /// Shows another user, or the same one anew.
    void setUser(const identity::User& user);
    void refresh() override;
    void clear();
    bool hasUser() const { return m_user.has_value(); }
    const identity::User& user() const { return *m_user; }

Q_SIGNALS:
    void editRequested();
    void rolesRequested();
    /// Reset the second factor, or set one up if there is none.
    void mfaRequested();
    /// Disable, or enable if disabled.
    void toggleRequested();
    void unlockRequested();
    void moreRequested(QPushButton* anchor);
    void endSessionRequested(const sallyport::SessionId& id, const QString& title);
    void endSessionsRequested();
    void removePasskeyRequested(const sallyport::PasskeyId& id, const QString& name);
    void keyRequested(const sallyport::KeyId& id);
    void keysRequested();

private:
    struct Background {
        identity::User user;
        access::PermissionSet permissions;
        std::vector<identity::HeldPermission> held;
        Events events;
        std::vector<identity::Session> sessions;
        std::vector<identity::Passkey> passkeys;
        std::vector<identity::ApiKey> keys;
        std::int64_t keysInAll = 0;
        std::optional<Error> sessionsError, keysError;
    };
    void buildOverview();
    void buildSessions();
    void buildKeys();
    void buildEvents();
    void buildFooter();
    void setTexts();
    void showUser();
    void showPermissions(const access::PermissionSet& permissions, const std::vector<identity::HeldPermission>& held);
    void showPasskeys(const std::vector<identity::Passkey>& passkeys);
    void showKeys(const Background& found);
    void showSessions(const std::vector<identity::Session>& sessions, const std::optional<Error>& error);

    std::optional<identity::User> m_user;
    Banner* m_locked = nullptr;
    QPushButton* m_unlock = nullptr;
    KeyValueGrid* m_facts = nullptr;
    ElideLabel* m_roles = nullptr;
    ElideLabel* m_department = nullptr;
    IconLabel* m_mfaIcon = nullptr;
    ElideLabel* m_mfa = nullptr;
    ElideLabel* m_codesLeft = nullptr;
    ElideLabel* m_password = nullptr;
    ElideLabel* m_lastSignIn = nullptr;
    ElideLabel* m_lastAddress = nullptr;
    ElideLabel* m_added = nullptr;
    QPushButton* m_changeRoles = nullptr;
    PaneSection* m_passkeysSection = nullptr;
    LinesList* m_passkeys = nullptr;
    PaneSection* m_permissionsSection = nullptr;
    ChipList* m_permissions = nullptr;
    PaneSection* m_eventsSection = nullptr;
    QPushButton* m_showAll = nullptr;
    LinesList* m_recentEvents = nullptr;
    LinesList* m_sessions = nullptr;
    QPushButton* m_endAll = nullptr;
    LinesList* m_keys = nullptr; ///< null: whoever may read no keys has no such tab
    QPushButton* m_openKeys = nullptr;
    LinesList* m_events = nullptr;
    QPushButton* m_openEvents = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_resetMfa = nullptr;
    QPushButton* m_more = nullptr;
    QPushButton* m_toggle = nullptr;
    int m_keysPage = -1, m_eventsPage = -1;
};

} // namespace sallyport::ui
