#pragma once

#include "ui/look/surface.h"

#include <QListView>
#include <QStandardItemModel>

class QLabel;

namespace sallyport::ui {

/// The groups of a settings page at its leading edge: how many of each one's settings differ from the default, and a dot where
/// something is not applied yet.
class SettingsIndex final : public Surface {
    Q_OBJECT

public:
    explicit SettingsIndex(const QString& objectName, QWidget* parent = nullptr);

    void addGroup(const QString& id);
    /// Of the group with that number: its title, how many of its settings differ, whether something is not applied.
    void setGroup(int row, const QString& title, int changed, bool pending);
    void setGroupVisible(int row, bool visible);
    int current() const;
    /// Without saying that it was chosen.
    void setCurrent(int row);
    QListView* list() const { return m_list; }

Q_SIGNALS:
    void chosen(int row);

private:
    QLabel* m_group;
    QLabel* m_changed;
    QListView* m_list;
    QStandardItemModel m_model;
    bool m_following = false;
};

} // namespace sallyport::ui
