#pragma once

#include "backend/identity/users/bulk_action.h"

#include <QMap>
#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace sallyport::ui {

class ChipList;
class Console;
class DetailsPane;
class PaneSection;
class ProgressRow;
class RoleChoices;

/// Stands in the place of a user's pane while several are highlighted: how many and who, what can be done to all of them, their
/// roles too, and, while it is being done, how far it is.
class BulkPane final : public QWidget {
    Q_OBJECT

public:
    /// Whom it is about.
    struct Selection {
        int count = 0;
        QStringList names;           ///< of those that are loaded
        QMap<QString, int> withRole; ///< how many of those have a role, by its name
        bool complete = true;        ///< all of them are loaded: the numbers above are theirs
    };

    explicit BulkPane(Console& console, QWidget* parent = nullptr);

    void setSelected(Selection selection);
    void showProgress(const QString& what, quint64 done, quint64 total);
    /// Back to the actions.
    void endProgress();
    bool isRunning() const;

Q_SIGNALS:
    void actionRequested(const sallyport::identity::BulkAction& action);
    void clearRequested();
    void cancelRequested();

private:
    struct RoleRow {
        std::string role;
        QLabel* title;
        QLabel* count;
        QPushButton* give;
        QPushButton* take;
    };

    void addActions(PaneSection* section);
    void fillRoles();
    void setRoleTexts();
    void setTexts();
    void showSelection();

    Console& m_console;
    DetailsPane* m_pane;
    PaneSection* m_working;
    PaneSection* m_doing;
    PaneSection* m_rolesSection;
    RoleChoices* m_choices;
    QWidget* m_rolesBox;
    QWidget* m_rows = nullptr; ///< of the roles, in the box
    ChipList* m_names;
    QMap<int, QPushButton*> m_actions;
    std::vector<RoleRow> m_roles;
    ProgressRow* m_progress;
    Selection m_selection;
};

} // namespace sallyport::ui
