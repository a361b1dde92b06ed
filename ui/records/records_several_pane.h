#pragma once

#include <QWidget>

#include <vector>

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/records/record.h"

class QLabel;
class QPushButton;

namespace sallyport::ui {

class ChipList;
class Console;
class DetailsPane;

/// Stands in the place of a record's pane while several are highlighted: which, and what can be done to all of them.
class RecordsSeveralPane final : public QWidget {
    Q_OBJECT

public:
    explicit RecordsSeveralPane(Console& console, QWidget* parent = nullptr);

    /// Those that are loaded, of `count` that are highlighted.
    void setRecords(std::vector<records::Record> records, qsizetype count);

Q_SIGNALS:
    void removeRequested();
    void clearRequested();

private:
    void showRecords();

    Console& m_console;
    DetailsPane* m_pane;
    ChipList* m_titles;
    QLabel* m_note;
    QPushButton* m_remove;
    std::vector<records::Record> m_records;
    qsizetype m_count = 0;
};

} // namespace sallyport::ui
