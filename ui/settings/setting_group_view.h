#pragma once

#include "ui/settings/setting_groups.h"

#include <QList>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace sallyport::ui {

class SettingField;

/// One group of a settings page: its title, a sentence, its settings in one column or two, and what belongs to them.
class SettingGroupView final : public QWidget {
    Q_OBJECT

public:
    explicit SettingGroupView(const SettingGroup& group, QWidget* parent = nullptr);

    void addFields(const QList<SettingField*>& fields);
    /// Something else that belongs here, after the settings, over the whole width.
    void addExtra(QWidget* extra);
    void setTexts(const SettingGroup& group);
    void setColumns(int columns);
    const QList<SettingField*>& fields() const { return m_fields; }
    QString title() const;
    /// Shows the fields for which it says so; the rest of the group with all of them. True if anything is left.
    bool showOnly(const std::function<bool(const SettingField&)>& wanted, bool whole);

private:
    void arrange();

    QLabel* m_title;
    QLabel* m_sentence;
    QGridLayout* m_grid;
    QList<SettingField*> m_fields;
    QList<QWidget*> m_extras;
    int m_columns = 1;
};

} // namespace sallyport::ui
