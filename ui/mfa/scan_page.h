#pragma once

#include "ui/widgets/clipboard_guard.h"

#include <QWidget>

class QLabel;

namespace sallyport::identity {
struct MfaEnrolment;
}

namespace sallyport::ui {

class DigitField;
class ElideLabel;
class IconLabel;
class KeyBox;
class QrView;

/// First step: what the app will call this vault, the QR code, the same key to type, and six boxes for the code that proves it.
class ScanPage final : public QWidget {
    Q_OBJECT

public:
    explicit ScanPage(QWidget* parent = nullptr);

    void show(const identity::MfaEnrolment& enrolment);
    /// Takes QR code, key and digits off the screen.
    void wipe();
    /// The line under the boxes: when the next code comes.
    void setNextCodeIn(std::chrono::seconds seconds);
    /// The line under the boxes: what was wrong. Empties the boxes.
    void setWrong(const QString& text);
    void setBusy(bool busy);
    DigitField* digits() const { return m_digits; }

private:
    void setTexts();

    QrView* m_qr;
    QLabel* m_qrCaption;
    QLabel* m_entry; ///< what the app will call it
    QLabel* m_keyTitle;
    KeyBox* m_key;
    QLabel* m_keyNote;
    QLabel* m_digitsTitle;
    DigitField* m_digits;
    IconLabel* m_lineIcon;
    QLabel* m_line;
    QString m_issuer, m_account;
    ClipboardGuard m_clipboard;
    std::chrono::seconds m_nextCodeIn{30};
    bool m_wrong = false;
};

} // namespace sallyport::ui
