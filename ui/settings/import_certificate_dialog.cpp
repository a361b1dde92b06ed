#include "ui/settings/import_certificate_dialog.h"

#include "ui/console/console.h"
#include "ui/console/local_file.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/settings/certificate_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/password_field.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 64 * 1024; // as the server takes

/// InvalidArgument, with `field` and a rule that says what is wrong with the file.
Error notRead(const char* field, const char* rule)
{
    Error error(ErrorCode::InvalidArgument, "the file cannot be read");
    error.fields.push_back({field, error.detail, rule});
    return error;
}

Result<QByteArray> contentsOf(const QString& path, const char* field)
{
    QFile file;
    if (!openLocalFile(file, path, QIODevice::ReadOnly))
        return notRead(field, "no_file");
    QByteArray bytes = file.read(mostBytes + 1);
    if (bytes.size() > mostBytes) {
        bytes.fill('\0');
        return notRead(field, "too_large");
    }
    return bytes;
}

SecretBytes secretOf(QByteArray bytes)
{
    SecretBytes secret(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
    bytes.fill('\0');
    return secret;
}

} // namespace

ImportCertificateDialog::ImportCertificateDialog(Console& console, QWidget* parent)
    : DialogFrame(u"settings.importCertificate"_s, parent, 560), m_console(console),
      m_passphrase(new PasswordField(u"settings.importCertificate.passphrase"_s, this)),
      m_passphraseField(new Field(m_passphrase, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"settings.importCertificate.cancel"_s, this)),
      m_import(makeButton(ButtonKind::Primary, u"settings.importCertificate.import"_s, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    body()->setSpacing(16);
    m_certificates = addFile(u"certificates"_s);
    m_key = addFile(u"key"_s);
    body()->addWidget(m_passphraseField);
    m_passphraseField->hide();
    addButton(m_cancel);
    addButton(m_import);
    connect(m_certificates.choose, &QPushButton::clicked, this, [this] {
        choose(m_certificates, u"settings.importCertificate.certificates_file"_s, tr("Choose a certificate"),
               tr("Certificates (*.pem *.crt *.cer *.p12 *.pfx)"));
    });
    connect(m_key.choose, &QPushButton::clicked, this,
            [this] { choose(m_key, u"settings.importCertificate.key_file"_s, tr("Choose the key"), tr("Keys (*.pem *.key)")); });
    connect(m_passphrase, &QLineEdit::textEdited, this, &ImportCertificateDialog::check);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_import, &QPushButton::clicked, this, &ImportCertificateDialog::takeIn);
    onRetranslate(this, [this] { setTexts(); });
    check();
}

ImportCertificateDialog::~ImportCertificateDialog()
{
    m_passphrase->wipe();
}

ImportCertificateDialog::File ImportCertificateDialog::addFile(const QString& name)
{
    const QString objectName = u"settings.importCertificate."_s + name;
    auto* box = new QWidget(this);
    auto* path = new QLineEdit(box);
    path->setObjectName(objectName);
    auto* button = makeButton(ButtonKind::Secondary, objectName + u".choose"_s, box);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(path, 1);
    row->addWidget(button);
    box->setFocusProxy(path);
    auto* field = new Field(box, this);
    body()->addWidget(field);
    connect(path, &QLineEdit::textChanged, this, &ImportCertificateDialog::check);
    return {path, button, field};
}

void ImportCertificateDialog::setTexts()
{
    setTitle(tr("Import certificate"));
    m_certificates.field->setLabel(tr("Certificates"));
    m_certificates.field->setHint(tr("PEM: the server’s own and those that issued it, in any order. Or PKCS#12 (.p12, .pfx)."));
    m_certificates.path->setAccessibleName(tr("Certificates"));
    m_key.field->setLabel(tr("Key, if it isn’t in the same file"));
    m_key.field->setHint(tr("PEM. It is kept encrypted in the vault; the file stays as it is."));
    m_key.path->setAccessibleName(tr("Key, if it isn’t in the same file"));
    m_passphraseField->setLabel(tr("Passphrase of the key"));
    for (const File& file : {m_certificates, m_key})
        file.choose->setText(tr("Choose…"));
    m_certificates.choose->setAccessibleName(tr("Choose the certificates"));
    m_key.choose->setAccessibleName(tr("Choose the key"));
    setFootNote(Icon::Info, tr("New connections get it at once, open ones stay."));
    m_cancel->setText(tr("Cancel"));
    m_import->setText(tr("Import"));
}

void ImportCertificateDialog::choose(const File& file, const QString& objectName, const QString& title, const QString& names)
{
    auto* dialog = new QFileDialog(this, title);
    dialog->setObjectName(objectName);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({names, tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, file.path, &QLineEdit::setText);
    dialog->open();
}

void ImportCertificateDialog::check()
{
    m_certificates.field->setError({});
    m_key.field->setError({});
    m_passphraseField->setError({});
    enableOr(m_import, m_busy ? waitReason() : m_certificates.path->text().trimmed().isEmpty() ? incompleteReason() : QString());
}

void ImportCertificateDialog::takeIn()
{
    m_busy = true;
    setButtonBusy(m_import, true);
    setClosable(false);
    enableOr(m_cancel, waitReason());
    m_console.run(
        this,
        [file = m_certificates.path->text().trimmed(), key = m_key.path->text().trimmed(),
         passphrase = secretOf(m_passphrase->text().toUtf8())](
            Services& services, const access::Actor& actor) mutable -> Result<PresentedCertificate> {
            BroughtCertificate brought;
            SALLYPORT_ASSIGN(QByteArray certificates, contentsOf(file, "file"));
            brought.certificates.assign(certificates.constData(), static_cast<std::size_t>(certificates.size()));
            certificates.fill('\0'); // the key may be among them
            if (!key.isEmpty()) {
                SALLYPORT_ASSIGN(QByteArray bytes, contentsOf(key, "key_file"));
                brought.key = secretOf(std::move(bytes));
            }
            brought.passphrase = std::move(passphrase);
            return services.certificateImports.importCertificate(actor, std::move(brought));
        },
        [this](const Result<PresentedCertificate>& answer) { takeAnswer(answer); });
}

void ImportCertificateDialog::takeAnswer(const Result<PresentedCertificate>& answer)
{
    m_busy = false;
    setButtonBusy(m_import, false);
    setClosable(true);
    enableOr(m_cancel, {});
    check();
    if (!answer)
        return showError(answer.error());
    Q_EMIT imported(*answer);
    accept();
}

void ImportCertificateDialog::showError(const Error& error)
{
    const FieldError failed = error.fields.empty() ? FieldError() : error.fields.front();
    const bool ofFile = failed.rule == "no_file";
    const QString text = ofFile ? tr("The file can’t be read.") : certificateProblem(error);
    if (failed.rule == "passphrase_needed" || failed.rule == "wrong_passphrase") {
        m_passphraseField->show();
        m_passphraseField->setError(text);
        m_passphrase->selectAll();
        m_passphrase->setFocus(Qt::OtherFocusReason);
        return;
    }
    const bool ofKey = failed.field == "key_file" || failed.rule == "no_key" || failed.rule == "other_key";
    (ofKey ? m_key : m_certificates).field->setError(text);
    (ofKey ? m_key : m_certificates).path->setFocus(Qt::OtherFocusReason);
}

} // namespace sallyport::ui
