#pragma once

#include <QWidget>

#include <optional>

#include "backend/base/result.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/services/vault_about.h"

class QLabel;
class QPushButton;

namespace sallyport::ui {

class Console;
class ElideLabel;
class Field;
class Toast;

/// The vault itself: what keeps and encrypts its data and where, and the button that changes its passphrase.
class VaultBox final : public QWidget {
    Q_OBJECT

public:
    VaultBox(Console& console, Toast* toast, QWidget* parent = nullptr);

    /// Reads again what keeps the data, and who may change the passphrase.
    void load();

private:
    struct Line {
        ElideLabel* text;
        Field* field;
    };

    Line addLine(const QString& name);
    void setTexts();
    void take(const Result<VaultAbout>& about);
    void showAbout();

    Console& m_console;
    Toast* m_toast;
    Line m_product, m_cipher, m_file, m_schema;
    QPushButton* m_change;
    QLabel* m_passphrase;
    std::optional<VaultAbout> m_about;
    QString m_failed;
};

} // namespace sallyport::ui
