#pragma once

#include "backend/base/error.h"

#include <QString>
#include <QWidget>

class QCheckBox;
class QLabel;
class QPrinter;

namespace sallyport::ui {

class Banner;
class ClipboardGuard;

/// The recovery key, shown once: copy, save or print it, and say that it is stored.
class RecoverySheet final : public QWidget {
    Q_OBJECT

public:
    explicit RecoverySheet(const QString& objectName, QWidget* parent = nullptr);

    void setKey(const QString& vaultName, const QString& key);
    /// Copying a secret needs the guard that takes it away again.
    void setClipboard(ClipboardGuard* clipboard) { m_clipboard = clipboard; }
    bool isStored() const;
    void wipe();

    /// Draws the sheet of paper.
    void paintSheet(QPrinter* printer) const;
    /// Writes the key to a file that only its owner can read. False if it could not be written.
    bool saveTo(const QString& path) const;

Q_SIGNALS:
    void storedChanged(bool stored);

private:
    void save();
    void print();
    void note(bool good, const QString& text);
    QString sheetText() const;

    QLabel* m_keyLabel;
    QCheckBox* m_stored;
    Banner* m_note;
    ClipboardGuard* m_clipboard = nullptr;
    QString m_vault;
    QString m_key;
};

} // namespace sallyport::ui
