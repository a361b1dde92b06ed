#pragma once

#include <QObject>

#include "backend/identity/core/user.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QMimeData;
class QWidget;

namespace sallyport::ui {

class Console;
class Toast;

/// Users into a file and out of one: asks for the file, or takes one that is dropped on the panel, and does it behind the window.
class UserFiles final : public QObject {
    Q_OBJECT

public:
    UserFiles(Console& console, QWidget* panel, Toast* toast);

    void chooseImport();
    void importFrom(const QString& file);
    /// The users that `query` takes in; CSV, or JSON if the chosen name ends so.
    void chooseExport(const identity::UserQuery& query);
    void exportTo(const QString& file, const identity::UserQuery& query, bool byteOrderMark = false);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// The one file of a drag that may be imported, or nothing.
    QString importable(const QMimeData* data) const;

    Console& m_console;
    QWidget* m_panel;
    Toast* m_toast;
};

} // namespace sallyport::ui
