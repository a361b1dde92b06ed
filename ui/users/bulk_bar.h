#pragma once

#include "backend/identity/users/users.h"
#include "ui/look/surface.h"

#include <QMap>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace sallyport::ui {

class Console;
class ProgressRow;

/// Stands in the filter bar's place while several rows are selected: how many, what can be done with all of them, and,
/// while it is being done, how far it is.
class BulkBar final : public Surface {
    Q_OBJECT

public:
    explicit BulkBar(Console& console, QWidget* parent = nullptr);

    void setSelected(int count);
    void showProgress(const QString& what, quint64 done, quint64 total);
    /// Back to the actions.
    void endProgress();
    bool isRunning() const;

Q_SIGNALS:
    void actionRequested(sallyport::identity::UserAction action);
    void clearRequested();
    void cancelRequested();

private:
    QPushButton* addAction(identity::UserAction action, const QString& name, access::Permission permission);
    void setTexts();

    Console& m_console;
    QStackedWidget* m_pages;
    QWidget* m_actionsPage;
    QLabel* m_count;
    QMap<int, QPushButton*> m_actions;
    QPushButton* m_clear;
    ProgressRow* m_progress;
    int m_selected = 0;
};

} // namespace sallyport::ui
