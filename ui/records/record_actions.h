#pragma once

#include <QObject>

#include <vector>

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/records/record.h"

class QMenu;
class QWidget;

namespace sallyport::ui {

class Console;
class Toast;

/// What an operator can do to records: asks first where it cannot be undone, does it and says what was done. The panel's
/// commands; it owns no list.
class RecordActions final : public QObject {
    Q_OBJECT

public:
    RecordActions(Console& console, QWidget* panel, Toast* toast);

    void add();
    /// Reads it first: a list has no texts.
    void edit(const records::Record& record);
    void remove(const std::vector<records::Record>& records);
    /// Adds every action that is possible, as the list's context menu and the pane's have them.
    void fillMenu(QMenu* menu, const std::vector<records::Record>& records);
    void say(const Error& error, const QString& name);

Q_SIGNALS:
    /// Records were changed: the list and the pane read anew.
    void changed();
    void saved(const sallyport::records::Record& record);
    void removed(const std::vector<sallyport::records::RecordId>& ids);
    void eventsRequested(const sallyport::records::RecordId& id);

private:
    void openDialog(std::optional<records::Record> record);
    void startRemoving(const std::vector<records::Record>& records);

    Console& m_console;
    QWidget* m_panel;
    Toast* m_toast;
};

} // namespace sallyport::ui
