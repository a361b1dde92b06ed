#pragma once

#include "backend/journal/saved_searches.h"
#include "ui/widgets/dialog_frame.h"

class QStandardItemModel;

namespace sallyport::ui {

class Banner;
class Console;
class DataTable;
class SearchList;

/// All searches that the operator has: show one, change or delete it.
class SearchesDialog final : public DialogFrame {
    Q_OBJECT

public:
    SearchesDialog(Console& console, SearchList& list, QWidget* parent);

Q_SIGNALS:
    /// The reader wants to see what this one finds.
    void chosen(const QString& id);

private:
    void setTexts();
    void showRows();
    void updateButtons();
    const journal::SavedSearch* current() const;
    void showChosen();
    void change();
    void remove();

    Console& m_console;
    SearchList& m_list;
    Banner* m_failure;
    DataTable* m_table;
    QStandardItemModel* m_model;
    QPushButton* m_delete;
    QPushButton* m_change;
    QPushButton* m_show;
};

} // namespace sallyport::ui
