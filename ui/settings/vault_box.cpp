#include "ui/settings/vault_box.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/settings/passphrase_dialog.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/toast.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

VaultBox::VaultBox(Console& console, Toast* toast, QWidget* parent) : QWidget(parent), m_console(console), m_toast(toast)
{
    setObjectName(u"settings.vault"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(20);
    m_product = addLine(u"product"_s);
    m_cipher = addLine(u"cipher"_s);
    m_file = addLine(u"file"_s);
    m_schema = addLine(u"schema"_s);
    m_change = makeButton(ButtonKind::Secondary, u"settings.passphrase"_s, this, Icon::Key);
    m_passphrase = makeLabel(TextStyle::Small, Tone::Muted, this);
    m_passphrase->setWordWrap(true);
    auto* passphrase = new QVBoxLayout;
    passphrase->setSpacing(8);
    passphrase->addWidget(m_change, 0, Qt::AlignLeading);
    passphrase->addWidget(m_passphrase);
    column->addLayout(passphrase);
    connect(m_change, &QPushButton::clicked, this, [this] {
        auto* dialog = new PassphraseDialog(m_console, this);
        connect(dialog, &PassphraseDialog::changed, this,
                [this] { m_toast->say(Tone::Success, tr("The passphrase was changed.")); });
        dialog->open();
    });
    onRetranslate(this, [this] { setTexts(); });
}

VaultBox::Line VaultBox::addLine(const QString& name)
{
    auto* text = new ElideLabel(TextStyle::Body, Tone::Normal, this);
    text->setObjectName(u"settings.vault."_s + name);
    text->setElideMode(Qt::ElideMiddle);
    auto* field = new Field(text, this);
    layout()->addWidget(field);
    return {text, field};
}

void VaultBox::setTexts()
{
    m_product.field->setLabel(tr("Kept by"));
    m_cipher.field->setLabel(tr("Encryption"));
    m_file.field->setLabel(tr("File"));
    m_schema.field->setLabel(tr("Schema"));
    m_change->setText(tr("Change passphrase…"));
    m_passphrase->setText(tr("The passphrase opens this vault. The recovery key stays the same."));
    showAbout();
}

void VaultBox::load()
{
    allow(m_change, lacks(m_console, access::Permission::SettingsUpdate));
    m_console.readAbout(this, [this](const Result<VaultAbout>& about) { take(about); });
}

void VaultBox::take(const Result<VaultAbout>& about)
{
    m_about = about ? std::optional(*about) : std::nullopt;
    m_failed = about ? QString() : errorLine(about.error());
    showAbout();
}

void VaultBox::showAbout()
{
    for (const Line& line : {m_cipher, m_file, m_schema})
        line.field->setVisible(m_about.has_value());
    if (!m_about) {
        m_product.text->setText(m_failed.isEmpty() ? tr("Reading…") : m_failed);
        return;
    }
    const auto text = [](const std::string& from) { return QString::fromStdString(from); };
    const QString product = text(m_about->product) + u' ' + text(m_about->version);
    //: %1: a program with its version, %2: another one, which it stands on
    m_product.text->setText(m_about->engine.empty() ? product : tr("%1 on %2").arg(product, text(m_about->engine)));
    //: %1: names of ciphers
    m_cipher.text->setText(tr("%1 in pages of %L2 bytes").arg(text(m_about->cipher), QLocale().toString(m_about->pageBytes)));
    const QString size = m_about->bytes > 0 ? u" ("_s + QLocale().formattedDataSize(m_about->bytes) + u')' : QString();
    m_file.text->setText(text(m_about->place) + size);
    m_schema.text->setText(QString::number(m_about->schema));
}

} // namespace sallyport::ui
