#pragma once

#include "ui/parts/query_model.h"

#include "backend/identity/core/user.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/identity/users/bulk_action.h"

#include <QObject>

namespace sallyport::ui {

class BulkJob;
class BulkPane;
class ListPanel;
class UserActions;

/// What happens when several users of a list are highlighted: tells the pane who they are, has done to them what is chosen there,
/// and shows how far it is. For every list of users.
class BulkConduct final : public QObject {
    Q_OBJECT

public:
    using Model = QueryModel<identity::User, identity::UserQuery>;

    /// All of them belong to one panel and live as long.
    BulkConduct(ListPanel* list, Model* model, BulkPane* pane, UserActions* actions, QObject* parent);

    /// Asks, and does it to all that are highlighted.
    void run(const identity::BulkAction& action);

private:
    void tell(int count);
    void watch(BulkJob* job);

    ListPanel* m_list;
    Model* m_model;
    BulkPane* m_pane;
    UserActions* m_actions;
};

} // namespace sallyport::ui
