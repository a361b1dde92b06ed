#pragma once

#include "backend/identity/core/api_key.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace sallyport::ui {

class ChipList;
class Console;
class DetailsPane;

/// Stands in the place of a key's pane while several are highlighted: how many and which, how many of them still open, and what
/// can be done to all.
class KeysSeveralPane final : public QWidget {
    Q_OBJECT

public:
    explicit KeysSeveralPane(Console& console, QWidget* parent = nullptr);

    /// Of `count` rows those that are loaded.
    void setKeys(std::vector<identity::ApiKey> keys, qsizetype count);

Q_SIGNALS:
    void revokeRequested();
    void clearRequested();

private:
    void show();

    Console& m_console;
    DetailsPane* m_pane;
    ChipList* m_names;
    QLabel* m_usable;
    QPushButton* m_revoke;
    std::vector<identity::ApiKey> m_keys;
    qsizetype m_count = 0;
};

} // namespace sallyport::ui
