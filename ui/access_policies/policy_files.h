#pragma once

#include <QObject>

class QMenu;
class QWidget;

namespace sallyport::ui {

class Console;
class Toast;

/// Policies into a file and out of one: asks for the file, and does it behind the window.
class PolicyFiles final : public QObject {
    Q_OBJECT

public:
    PolicyFiles(Console& console, QWidget* panel, Toast* toast);

    /// Both as entries of a menu.
    void fill(QMenu* menu);
    void importFrom(const QString& file);
    void exportTo(const QString& file);

Q_SIGNALS:
    void changed();

private:
    void chooseImport();
    void chooseExport();

    Console& m_console;
    QWidget* m_panel;
    Toast* m_toast;
};

} // namespace sallyport::ui
