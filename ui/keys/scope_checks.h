#pragma once

#include <QWidget>

#include <string>
#include <vector>

#include "backend/access/permission.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QCheckBox;
class QGridLayout;
class QLabel;

namespace sallyport::ui {

/// What a key may do, as check boxes in two columns that scroll: what its owner holds and the operator may give. A scope
/// that a key has beyond that is shown too, so that it can be taken away.
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
    void build();
    /// What is ticked now, before the boxes are made anew.
    void keepTicks();

    QWidget* m_list;
    QGridLayout* m_grid;
    QLabel* m_none;
    access::PermissionSet m_offered;
    access::PermissionSet m_chosen;
    access::PermissionSet m_had; ///< by the key that is changed
    std::vector<std::pair<access::Permission, QCheckBox*>> m_boxes;
};

} // namespace sallyport::ui
