#pragma once

#include "ui/settings/setting_inputs.h"

#include <QList>

class QCheckBox;

namespace sallyport::ui {

class Console;
class FlowLayout;

/// Some of the vault's roles, as boxes to tick. Names that no role has any more stay until they are taken out.
class RolesInput final : public SettingInput {
    Q_OBJECT

public:
    RolesInput(Console& console, const QString& objectName, QWidget* parent = nullptr);
    QString value() const override;
    void setValue(const QString& value) override;
    void setReadOnly(bool readOnly) override;
    QWidget* editor() const override;
    /// Asks for the vault's roles again.
    void load();

private:
    void showBoxes();

    Console& m_console;
    QString m_name;
    FlowLayout* m_flow;
    QStringList m_known; ///< the vault's roles, in their order
    QStringList m_chosen;
    QList<QCheckBox*> m_boxes;
    bool m_readOnly = false;
};

} // namespace sallyport::ui
