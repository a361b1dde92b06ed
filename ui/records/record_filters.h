#pragma once

#include <QWidget>

#include <functional>

#include "backend/records/record.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QHBoxLayout;
class QMenu;
class QPushButton;

namespace sallyport::ui {

class Console;
class RecordsModel;

/// The filters in force as chips in words, each with a cross that takes it away, and a button that adds one: a department, a
/// classification, an owner, how lately it was changed. It changes the model's question only through `changed`.
class RecordFilters final : public QWidget {
    Q_OBJECT

public:
    using Edit = std::function<void(records::RecordQuery&)>;

    RecordFilters(Console& console, RecordsModel* model, QWidget* parent);

    /// Shows what the model is asked for now.
    void showQuery();
    /// Adds what can be filtered by; opened by the button.
    void fillMenu(QMenu* menu);

Q_SIGNALS:
    /// The operator wants another question.
    void changed(const sallyport::ui::RecordFilters::Edit& edit);

private:
    void setTexts();
    void addChip(const QString& name, const QString& text, Edit takeAway);
    void addDepartments(QMenu* menu);
    void addOwners(QMenu* menu);
    void askDepartment();
    void askOwner();

    Console& m_console;
    RecordsModel* m_model;
    QHBoxLayout* m_row;
    QWidget* m_chips;
    QHBoxLayout* m_chipsRow;
    QPushButton* m_add;
};

} // namespace sallyport::ui
