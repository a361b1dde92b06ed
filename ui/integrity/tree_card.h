#pragma once

#include "ui/console/console.h"

#include <QWidget>

#include "backend/journal/evidence.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace sallyport::ui {

class ElideLabel;
class LinesList;
class StateStack;

/// The journal's tree: its size and root, the fingerprint of the key that signs, and the newest signed heads.
class TreeCard final : public QWidget {
    Q_OBJECT

public:
    static constexpr std::uint32_t headsShown = 6;

    explicit TreeCard(Console& console, QWidget* parent = nullptr);
    void refresh();

private:
    struct Shown {
        journal::TreeState state;
        std::vector<journal::TreeHead> heads;
    };
    void build();
    void setTexts();
    void sign();
    void copy();
    void showShown();

    Console& m_console;
    QLabel* m_title;
    QWidget* m_content;
    StateStack* m_states = nullptr;
    ElideLabel *m_size, *m_root, *m_fingerprint;
    QLabel *m_rootLabel, *m_fingerprintLabel, *m_headsLabel;
    LinesList* m_heads;
    QPushButton *m_copy, *m_sign;
    ElideLabel* m_failure;
    std::optional<Shown> m_shown;
    bool m_signing = false;
};

} // namespace sallyport::ui
