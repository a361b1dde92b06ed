#pragma once

#include "backend/settings/settings.h"
#include "ui/settings/settings_draft.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace sallyport::ui {

class Field;
class SettingInput;
class FlowLayout;

/// One setting on a page: label, input, a line of help below and, when the value isn't the product's own, that one and the way
/// back to it. What is typed and not applied has a bar at its leading edge; what waits for a restart says so at its label.
class SettingField final : public QWidget {
    Q_OBJECT

public:
    /// Takes the input. `name`: of the parts.
    SettingField(const settings::Definition& definition, SettingInput* input, const QString& name, QWidget* parent = nullptr);

    const settings::Definition& definition() const { return m_definition; }
    SettingInput* input() const { return m_input; }
    Field* field() const { return m_field; }
    /// True if there isn't room for it beside another.
    bool isWide() const;
    /// True if its title, help or key contains the text; everything contains an empty one.
    bool matches(const QString& text) const;
    void setTexts();
    /// Shows what the draft makes of it.
    void showDraft(const SettingsDraft& draft, bool mayChange);

Q_SIGNALS:
    void resetRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitHelp();

    const settings::Definition& m_definition;
    SettingInput* m_input;
    Field* m_field;
    QWidget* m_below;
    QLabel* m_help;
    QLabel* m_default;
    QPushButton* m_reset;
    bool m_changed = false;
    bool m_needsRestart = false;
};

/// Room at a field's leading edge, in which its bar stands.
inline constexpr int settingFieldInset = 16;

} // namespace sallyport::ui
