#pragma once

#include "ui/widgets/dialog_frame.h"

class QListWidget;
class QSpinBox;

namespace sallyport::ui {

class DataTable;
class Field;

/// Which columns a table has, in which order, how wide. The keyboard's way to what the mouse does at the heads.
class ColumnsDialog final : public DialogFrame {
    Q_OBJECT

public:
    /// `table` outlives it.
    ColumnsDialog(DataTable& table, QWidget* parent);

protected:
    std::size_t entered() const override;

private:
    void setTexts();
    void fill(const QStringList& order, const QStringList& chosen, const QString& widths);
    void move(int by);
    void takeWidth(int width);
    void showWidth();
    void apply();

    DataTable& m_table;
    QListWidget* m_list;
    QSpinBox* m_width;
    Field* m_widthField;
    QPushButton* m_up;
    QPushButton* m_down;
    QPushButton* m_usual;
    QPushButton* m_cancel;
    QPushButton* m_apply;
};

} // namespace sallyport::ui
