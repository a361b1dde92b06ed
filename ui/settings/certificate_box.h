#pragma once

#include <QWidget>

#include <optional>

#include "backend/base/result.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/services/certificate_imports.h"

class QLabel;
class QPushButton;

namespace sallyport {
struct ServerStatus;
}

namespace sallyport::ui {

class Banner;
class Console;
class ElideLabel;
class Field;
class Toast;

/// The certificate that the server shows: where it comes from, for whom it is, who issued it, until when it is valid and its
/// fingerprint, to be compared; and the ways to another one.
class CertificateBox final : public QWidget {
    Q_OBJECT

public:
    CertificateBox(Console& console, Toast* toast, QWidget* parent = nullptr);

    void showStatus(const ServerStatus& status);
    /// Reads what is presented, and who may change it.
    void load();
    /// What a link to the certificate leads to.
    QWidget* fingerprint() const;

private:
    struct Line {
        QLabel* text;
        Field* field;
    };

    Line addLine(const QString& name);
    void makeFingerprint();
    void setTexts();
    void take(const Result<PresentedCertificate>& presented);
    void showPresented();
    void importOne();
    void askOwn();
    using Change = Result<PresentedCertificate> (CertificateImports::*)(const access::Actor&);
    void change(QPushButton* button, Change how, const QString& done);
    void say(const PresentedCertificate& presented, const QString& done);

    Console& m_console;
    Toast* m_toast;
    std::optional<PresentedCertificate> m_presented;
    QString m_failed;
    std::string m_shown; ///< fingerprint by the server's status
    ElideLabel* m_fingerprint = nullptr;
    QPushButton* m_copy = nullptr;
    Field* m_fingerprintField = nullptr;
    Line m_source, m_names, m_issuer, m_expiry;
    Banner* m_missing;
    QPushButton* m_import;
    QPushButton* m_undo;
    QPushButton* m_own;
};

} // namespace sallyport::ui
