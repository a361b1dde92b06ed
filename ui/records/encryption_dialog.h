#pragma once

#include "ui/console/watched_work.h"
#include "ui/widgets/dialog_frame.h"

#include <optional>

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/records/record.h"

class QLabel;

namespace sallyport::ui {

class Banner;
class Console;
class ElideLabel;
class KeyValueGrid;
class ProgressRow;

/// How sensitive values are encrypted: which key seals, how much of what it may it has done, what earlier keys have sealed. Makes
/// another key, and seals anew what waits; closed, that goes on in the background.
class EncryptionDialog final : public DialogFrame {
    Q_OBJECT

public:
    EncryptionDialog(Console& console, QWidget* parent);

private:
    void build();
    void setTexts();
    void load();
    void rotate();
    void sealAnew();
    void take(const Result<records::EncryptionState>& state);
    void showState();
    void showProgress();

    Console& m_console;
    QLabel* m_what;
    KeyValueGrid* m_facts;
    ElideLabel* m_key;
    ElideLabel* m_uses;
    ElideLabel* m_members;
    ElideLabel* m_waiting;
    ProgressRow* m_progress;
    Banner* m_failure;
    QPushButton* m_close;
    QPushButton* m_seal;
    QPushButton* m_rotate;
    std::optional<records::EncryptionState> m_state;
    WatchedWork m_work;
    bool m_busy = false;
};

} // namespace sallyport::ui
