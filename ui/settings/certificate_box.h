#pragma once

#include <QWidget>

class QPushButton;

namespace sallyport {
struct ServerStatus;
}

namespace sallyport::ui {

class ElideLabel;
class Field;

/// The certificate that the server shows: its fingerprint, to be compared, and until when it is valid.
class CertificateBox final : public QWidget {
    Q_OBJECT

public:
    explicit CertificateBox(QWidget* parent = nullptr);

    void showStatus(const ServerStatus& status);
    /// What a link to the certificate leads to.
    QWidget* fingerprint() const;

private:
    void setTexts();

    ElideLabel* m_fingerprint;
    ElideLabel* m_expiry;
    QPushButton* m_copy;
    Field* m_fingerprintField;
    Field* m_expiryField;
};

} // namespace sallyport::ui
