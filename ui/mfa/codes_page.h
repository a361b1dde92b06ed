#pragma once

#include "backend/base/secret_bytes.h"
#include "ui/widgets/clipboard_guard.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace sallyport::ui {

/// Second step: the recovery codes, once, to copy, print or save.
class CodesPage final : public QWidget {
    Q_OBJECT

public:
    /// `userName` and `email` head the printed or saved sheet.
    CodesPage(QString userName, QString email, QWidget* parent = nullptr);

    void show(const std::vector<SecretBytes>& codes);
    void wipe();
    /// True once the operator has said so: a habitual Enter must not throw the codes away.
    bool isStored() const;
    /// What takes the focus first.
    QWidget* firstField() const;

Q_SIGNALS:
    void copied();
    void storedChanged(bool stored);

private:
    void setTexts();
    QString sheet() const;
    void print();
    void save();
    void write(const QString& file);

    QString m_userName, m_email;
    QStringList m_codes;
    ClipboardGuard m_clipboard;
    QLabel* m_title;
    QLabel* m_why;
    QWidget* m_box;
    QGridLayout* m_grid;
    QPushButton* m_copy;
    QPushButton* m_print;
    QPushButton* m_save;
    QCheckBox* m_stored;
    QLabel* m_line;
};

} // namespace sallyport::ui
