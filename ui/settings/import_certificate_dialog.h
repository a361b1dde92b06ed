#pragma once

#include "backend/base/result.h"
#include "backend/services/certificate_imports.h"
#include "ui/widgets/dialog_frame.h"

class QLineEdit;

namespace sallyport::ui {

class Console;
class Field;
class PasswordField;

/// Brings the server another certificate: a file of certificates, one with the key if it isn't among them, and the passphrase,
/// which is asked for when it turns out that there is one.
class ImportCertificateDialog final : public DialogFrame {
    Q_OBJECT

public:
    explicit ImportCertificateDialog(Console& console, QWidget* parent);
    ~ImportCertificateDialog() override;

Q_SIGNALS:
    void imported(const sallyport::PresentedCertificate& presented);

private:
    struct File {
        QLineEdit* path;
        QPushButton* choose;
        Field* field;
    };

    File addFile(const QString& name);
    void setTexts();
    void choose(const File& file, const QString& objectName, const QString& title, const QString& names);
    void check();
    void takeIn();
    void takeAnswer(const Result<PresentedCertificate>& answer);
    void showError(const Error& error);

    Console& m_console;
    File m_certificates, m_key;
    PasswordField* m_passphrase;
    Field* m_passphraseField;
    QPushButton* m_cancel;
    QPushButton* m_import;
    bool m_busy = false;
};

} // namespace sallyport::ui
