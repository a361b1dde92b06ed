#pragma once

#include "ui/widgets/dialog_frame.h"

#include <vector>

#include "backend/access/policies/policy.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QListWidget;

namespace sallyport::ui {

class Banner;
class Console;
class DifferencesView;

/// What a policy was after each change, what each changed, and the way back to it.
class HistoryDialog final : public DialogFrame {
    Q_OBJECT

public:
    HistoryDialog(Console& console, const access::Policy& policy, QWidget* parent);

Q_SIGNALS:
    /// An earlier version is in force again, as a new one.
    void broughtBack(const sallyport::access::Policy& policy);

private:
    void setTexts();
    void load();
    void showVersions();
    void showChosen();
    void bringBack();

    Console& m_console;
    access::Policy m_policy;
    std::vector<access::Policy> m_versions; ///< the newest first
    Banner* m_failure;
    QListWidget* m_list;
    DifferencesView* m_differences;
    QPushButton* m_close;
    QPushButton* m_bringBack;
};

} // namespace sallyport::ui
