#pragma once

#include "ui/events/colour_rules.h"
#include "ui/widgets/dialog_frame.h"

class QComboBox;
class QLineEdit;
class QListWidget;

namespace sallyport::ui {

class Field;

/// The operator's colour rules: which events have their title in which colour, with which icon.
class ColoursDialog final : public DialogFrame {
    Q_OBJECT

public:
    /// `rules` outlives it.
    ColoursDialog(ColourRules& rules, QWidget* parent);

protected:
    std::size_t entered() const override;

private:
    void build();
    void setTexts();
    void showRules(int row);
    void showCurrent();
    void takeCurrent();
    void move(int by);
    void updateButtons();
    void apply();

    ColourRules& m_kept;
    std::vector<ColourRule> m_rules;
    QListWidget* m_list;
    QLineEdit* m_filter;
    QComboBox* m_tone;
    QComboBox* m_icon;
    Field* m_filterField = nullptr;
    Field* m_toneField = nullptr;
    Field* m_iconField = nullptr;
    QPushButton* m_add;
    QPushButton* m_remove;
    QPushButton* m_up;
    QPushButton* m_down;
    QPushButton* m_usual;
    QPushButton* m_cancel;
    QPushButton* m_apply;
    bool m_showing = false;
};

} // namespace sallyport::ui
