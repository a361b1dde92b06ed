#include "ui/settings/certificate_box.h"

#include "backend/services/server_control.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/small_parts.h"
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

constexpr int lineWidth = 744;

} // namespace

CertificateBox::CertificateBox(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(20);
    auto* line = new QWidget(this);
    line->setObjectName(u"settings.certificate"_s);
    line->setMaximumWidth(scaled(lineWidth, this)); // the button stands by what it copies
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
    m_expiry = new ElideLabel(TextStyle::Body, Tone::Normal, this);
    m_expiry->setObjectName(u"settings.certificate.expiry"_s);
    m_expiryField = new Field(m_expiry, this);
    column->addWidget(m_fingerprintField);
    column->addWidget(m_expiryField);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_fingerprint->text()); });
    onRetranslate(this, [this] { setTexts(); });
}

void CertificateBox::setTexts()
{
    m_fingerprintField->setLabel(tr("Certificate, SHA-256"));
    m_expiryField->setLabel(tr("Certificate valid until"));
    setIconButtonText(m_copy, tr("Copy fingerprint"));
}

void CertificateBox::showStatus(const ServerStatus& status)
{
    const bool known = !status.fingerprint.empty();
    m_fingerprint->setText(known ? QString::fromStdString(status.fingerprint) : tr("Made when the server first starts"));
    m_copy->setVisible(known);
    m_expiryField->setVisible(known);
    if (known)
        m_expiry->setText(shortDate(localTime(status.certificateExpiresAt).date()));
}

QWidget* CertificateBox::fingerprint() const
{
    return m_fingerprintField;
}

} // namespace sallyport::ui
