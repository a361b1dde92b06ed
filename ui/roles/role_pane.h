#pragma once

#include "ui/look/surface.h"

#include <optional>
#include <vector>

#include "backend/access/role.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/identity/core/user.h"
#include "backend/identity/roles/role_impact.h"

class QPushButton;
class QScrollArea;

namespace sallyport::ui {

class Avatar;
class Console;
class ElideLabel;
class FlowLayout;
class IconLabel;
class LinesList;
class PaneSection;
class RoleDraft;
class RoleImpactView;

/// One role beside the matrix: what it is for, what it inherits, who has it and until when; and while something isn't saved, what
/// that would change.
class RolePane final : public Surface {
    Q_OBJECT

public:
    RolePane(Console& console, RoleDraft* draft, QWidget* parent = nullptr);

    /// Shows the draft's role; `all` for the names of others.
    void setRole(const access::Role& role, const std::vector<access::Role>& all);
    void setMembers(const identity::UserPage& page);
    void setMembersError(const Error& error);
    void setImpact(const identity::RoleImpact& impact);
    void setImpactError(const Error& error);
    void setSaving(bool saving);
    /// What can be done, by the operator's rights and what isn't saved.
    void updateState();
    /// Why the role can't be changed here; empty: it can.
    QString reasonAgainst() const;

Q_SIGNALS:
    void closeRequested();
    void editRequested();
    void duplicateRequested();
    void deleteRequested();
    void addMemberRequested();
    void memberRequested(const sallyport::identity::User& user);
    void inheritMenuRequested(QWidget* anchor);
    void discardRequested();
    void saveRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    /// What would change has another number of lines.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeFacts();
    QWidget* makeFooter();
    void setTexts();
    void showFacts();
    void showInherited();
    void fitImpact();
    void showMembers();
    QString endOf(const identity::User& user) const;

    Console& m_console;
    RoleDraft* m_draft;
    std::optional<access::Role> m_role;
    std::vector<access::Role> m_all;
    std::optional<identity::UserPage> m_members;

    ElideLabel* m_title = nullptr;
    ElideLabel* m_subtitle = nullptr;
    QPushButton* m_close = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_duplicate = nullptr;
    QPushButton* m_delete = nullptr;
    ElideLabel* m_description = nullptr;
    ElideLabel* m_why = nullptr;
    ElideLabel* m_inheritsName = nullptr;
    QWidget* m_inheritsBox = nullptr;
    FlowLayout* m_inherits = nullptr;
    QPushButton* m_inherit = nullptr;
    ElideLabel* m_permissionsName = nullptr;
    ElideLabel* m_permissions = nullptr;
    PaneSection* m_membersSection = nullptr;
    QPushButton* m_addMember = nullptr;
    LinesList* m_memberList = nullptr;
    RoleImpactView* m_impact = nullptr;
    QScrollArea* m_impactArea = nullptr;
    Surface* m_footer = nullptr;
    ElideLabel* m_count = nullptr;
    QPushButton* m_discard = nullptr;
    QPushButton* m_save = nullptr;
    bool m_saving = false;
};

} // namespace sallyport::ui
