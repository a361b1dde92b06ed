#include "ui/settings/certificate_box.h"

#include "backend/services/server_control.h"
#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/settings/certificate_text.h"
#include "ui/settings/import_certificate_dialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/toast.h"
#include "ui/words/relative_time.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int fingerprintWidth = 744;

QString namesText(const std::vector<std::string>& names)
{
    QStringList all;
    for (const std::string& name : names)
        all << QString::fromStdString(name);
    return all.join(u", "_s);
}

} // namespace

CertificateBox::CertificateBox(Console& console, Toast* toast, QWidget* parent)
    : QWidget(parent), m_console(console), m_toast(toast), m_missing(new Banner(u"settings.certificate.missing"_s, this)),
      m_import(makeButton(ButtonKind::Secondary, u"settings.certificate.import"_s, this, Icon::Import)),
      m_undo(makeButton(ButtonKind::Secondary, u"settings.certificate.undo"_s, this, Icon::History)),
      m_own(makeButton(ButtonKind::Secondary, u"settings.certificate.own"_s, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(20);
    m_source = addLine(u"source"_s);
    m_names = addLine(u"names"_s);
    m_issuer = addLine(u"issuer"_s);
    m_expiry = addLine(u"expiry"_s);
    makeFingerprint();
    m_missing->setTone(Tone::Warning, Icon::Warning);
    column->addWidget(m_missing);
    auto* buttons = new QWidget(this);
    auto* row = new FlowLayout(buttons);
    for (QPushButton* button : {m_import, m_undo, m_own})
        row->addWidget(button);
    column->addWidget(buttons);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_fingerprint->text()); });
    connect(m_import, &QPushButton::clicked, this, &CertificateBox::importOne);
    connect(m_undo, &QPushButton::clicked, this,
            [this] { change(m_undo, &CertificateImports::goBack, tr("The certificate before is shown again.")); });
    connect(m_own, &QPushButton::clicked, this, &CertificateBox::askOwn);
    onRetranslate(this, [this] { setTexts(); });
}

CertificateBox::Line CertificateBox::addLine(const QString& name)
{
    auto* text = makeLabel(TextStyle::Body, Tone::Normal, this);
    text->setObjectName(u"settings.certificate."_s + name);
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    auto* field = new Field(text, this);
    layout()->addWidget(field);
    return {text, field};
}

void CertificateBox::makeFingerprint()
{
    auto* line = new QWidget(this);
    line->setObjectName(u"settings.certificate"_s);
    line->setMaximumWidth(scaled(fingerprintWidth, this)); // the button stands by what it copies
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_fingerprint = new ElideLabel(TextStyle::Mono, Tone::Normal, line);
    m_fingerprint->setObjectName(u"settings.certificate.fingerprint"_s);
    m_fingerprint->setElideMode(Qt::ElideMiddle);
    m_copy = makeIconButton(Icon::Copy, u"settings.certificate.copy"_s, line);
    row->addWidget(m_fingerprint, 1);
    row->addWidget(m_copy);
    m_fingerprintField = new Field(line, this);
    layout()->addWidget(m_fingerprintField);
}

void CertificateBox::setTexts()
{
    m_source.field->setLabel(tr("Certificate"));
    m_names.field->setLabel(tr("Certificate made for"));
    m_issuer.field->setLabel(tr("Certificate issued by"));
    m_expiry.field->setLabel(tr("Certificate valid until"));
    m_fingerprintField->setLabel(tr("Certificate, SHA-256"));
    setIconButtonText(m_copy, tr("Copy fingerprint"));
    m_missing->setTitle(tr("Clients refuse it at some of the server’s names"));
    m_import->setText(tr("Import certificate…"));
    m_undo->setText(tr("Put the one before back"));
    m_own->setText(tr("Use own certificate…"));
    showPresented();
}

void CertificateBox::showStatus(const ServerStatus& status)
{
    if (status.fingerprint == m_shown)
        return;
    m_shown = status.fingerprint;
    load();
}

void CertificateBox::load()
{
    const QString lacking = lacks(m_console, access::Permission::ServerControl);
    for (QPushButton* button : {m_import, m_undo, m_own})
        allow(button, lacking);
    m_console.run(
        this, [](Services& services, const access::Actor& actor) { return services.certificateImports.presented(actor); },
        [this](const Result<PresentedCertificate>& presented) { take(presented); });
}

void CertificateBox::take(const Result<PresentedCertificate>& presented)
{
    m_presented = presented ? std::optional(*presented) : std::nullopt;
    const bool none = !presented && presented.error().code == ErrorCode::NotFound;
    m_failed = presented ? QString() : none ? tr("Made when the server first starts") : certificateProblem(presented.error());
    showPresented();
}

void CertificateBox::showPresented()
{
    const bool known = m_presented.has_value();
    for (Field* field : {m_names.field, m_issuer.field, m_expiry.field, m_fingerprintField})
        field->setVisible(known);
    m_missing->setVisible(known && !m_presented->namesMissing.empty());
    m_undo->setVisible(known && m_presented->canGoBack);
    m_own->setVisible(known && m_presented->source == PresentedCertificate::Source::Imported);
    if (!known) {
        m_source.text->setText(m_failed.isEmpty() ? tr("Reading…") : m_failed);
        return;
    }
    m_source.text->setText(certificateSource(m_presented->source));
    m_names.text->setText(m_presented->names.empty() ? QString::fromStdString(m_presented->subject)
                                                     : namesText(m_presented->names));
    m_issuer.text->setText(m_presented->issuer == m_presented->subject ? tr("Itself: clients have to be told to trust it")
                                                                       : QString::fromStdString(m_presented->issuer));
    m_expiry.text->setText(shortDate(localTime(m_presented->expiresAt).date()));
    m_fingerprint->setText(QString::fromStdString(m_presented->fingerprint));
    //: %1: host names and addresses
    m_missing->setText(tr("It isn’t made for: %1").arg(namesText(m_presented->namesMissing)));
}

void CertificateBox::importOne()
{
    auto* dialog = new ImportCertificateDialog(m_console, this);
    connect(dialog, &ImportCertificateDialog::imported, this,
            [this](const PresentedCertificate& presented) { say(presented, tr("The server shows the new certificate.")); });
    dialog->open();
}

void CertificateBox::askOwn()
{
    Confirmation words;
    words.title = tr("Stop showing the imported certificate?");
    words.text = tr("New connections get what lies in the folder tls, or a certificate that Sallyport makes itself. Open "
                    "connections stay. The imported one is kept and can be put back.");
    words.verb = tr("Use own certificate");
    askConfirmation(this, u"settings.certificate.ask_own"_s, words,
                    [this] { change(m_own, &CertificateImports::useOwn, tr("The server shows its own certificate.")); });
}

void CertificateBox::change(QPushButton* button, Change how, const QString& done)
{
    if (isButtonBusy(button))
        return;
    setButtonBusy(button, true);
    m_console.run(
        this, [how](Services& services, const access::Actor& actor) { return (services.certificateImports.*how)(actor); },
        [this, button, done](const Result<PresentedCertificate>& presented) {
            setButtonBusy(button, false);
            if (presented)
                return say(*presented, done);
            m_toast->say(Tone::Danger, certificateProblem(presented.error()));
            load();
        });
}

void CertificateBox::say(const PresentedCertificate& presented, const QString& done)
{
    take(presented);
    m_toast->say(Tone::Success, done);
    m_console.refreshServerStatus();
}

QWidget* CertificateBox::fingerprint() const
{
    return m_fingerprintField->isHidden() ? static_cast<QWidget*>(m_source.field) : m_fingerprintField;
}

} // namespace sallyport::ui
