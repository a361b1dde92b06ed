#pragma once

#include "ui/widgets/filter_bar.h"

#include <QWidget>

#include <string>
#include <vector>

#include "backend/access/permission.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QCheckBox;
class QGridLayout;
class QHBoxLayout;
class QLabel;

namespace sallyport::ui {

/// What a key may do, as check boxes in groups that scroll and can be searched: what its owner holds and the operator may give. A
/// scope that a key has beyond that is shown too, so that it can be taken away. Buttons tick what is often wanted together.
class ScopeChecks final : public QWidget {
    Q_OBJECT

public:
    explicit ScopeChecks(const QString& objectName, QWidget* parent = nullptr);

    /// What can be ticked. Ticks that are still possible stay.
    void setOffered(const access::PermissionSet& offered);
    void setChosen(const std::vector<std::string>& scopes);
    std::vector<std::string> chosen() const;

Q_SIGNALS:
    void changed();

private:
    struct Group {
        std::string name; ///< `users` of `users:read`
        QLabel* head = nullptr;
        std::vector<QCheckBox*> boxes;
    };

    QHBoxLayout* makeTools();
    void setTexts();
    void build();
    QCheckBox* makeBox(const access::PermissionInfo& info);
    /// Puts what the search leaves where it belongs.
    void arrange();
    /// Ticks what is offered and fits, and takes the rest away.
    void choose(const std::function<bool(std::string_view word)>& wanted);
    void showCount();
    /// What is ticked now, before the boxes are made anew.
    void keepTicks();

    FilterField* m_search;
    QPushButton* m_readOnly;
    QPushButton* m_records;
    QPushButton* m_none;
    QLabel* m_count;
    QWidget* m_list;
    QGridLayout* m_grid;
    QLabel* m_nothing;
    access::PermissionSet m_offered;
    access::PermissionSet m_chosen;
    access::PermissionSet m_had; ///< by the key that is changed
    std::vector<Group> m_groups;
    std::vector<std::pair<access::Permission, QCheckBox*>> m_boxes;
};

} // namespace sallyport::ui
