#include "ui/mfa/scan_page.h"

#include "backend/identity/factors/mfa.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/mfa/key_box.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/digit_field.h"
#include "ui/widgets/qr_view.h"
#include "ui/widgets/small_parts.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int groupsPerLine = 4;
constexpr int qrSide = 196;

/// `JBQX 2UKZ 4MTW 7H3N` over the rest.
QString inLines(std::string_view groups)
{
    const auto words = QString::fromUtf8(groups.data(), static_cast<qsizetype>(groups.size())).split(u' ');
    QStringList lines;
    for (qsizetype at = 0; at < words.size(); at += groupsPerLine)
        lines << words.mid(at, groupsPerLine).join(u' ');
    return lines.join(u'\n');
}

} // namespace

ScanPage::ScanPage(QWidget* parent)
    : QWidget(parent), m_qr(new QrView(u"mfa.qr"_s, this)), m_qrCaption(makeLabel(TextStyle::Small, Tone::Muted, this)),
      m_entry(makeLabel(TextStyle::Body, Tone::Normal, this)), m_keyTitle(makeLabel(TextStyle::SmallStrong, Tone::Normal, this)),
      m_key(new KeyBox(u"mfa.key"_s, this)), m_keyNote(makeLabel(TextStyle::Small, Tone::Muted, this)),
      m_digitsTitle(makeLabel(TextStyle::SmallStrong, Tone::Normal, this)), m_digits(new DigitField(u"mfa.code"_s, this)),
      m_lineIcon(new IconLabel(Icon::Clock, Tone::Muted, 14, this)), m_line(makeLabel(TextStyle::Small, Tone::Muted, this))
{
    m_qr->setFixedSize(scaled(qrSide, this), scaled(qrSide, this));
    m_qrCaption->setAlignment(Qt::AlignHCenter);
    m_line->setObjectName(u"mfa.message"_s);
    m_digitsTitle->setBuddy(m_digits);

    auto* left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_qr);
    left->addWidget(m_qrCaption);
    left->addStretch(1);
    auto* line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_lineIcon);
    line->addWidget(m_line, 1);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addSpacing(2);
    right->addWidget(m_keyTitle);
    right->addSpacing(10);
    right->addWidget(m_key);
    right->addSpacing(6);
    right->addWidget(m_keyNote);
    right->addSpacing(22);
    right->addWidget(m_digitsTitle);
    right->addSpacing(10);
    // Digits run from left to right everywhere; where they stand follows the window.
    auto* digitsRow = new QHBoxLayout;
    digitsRow->addWidget(m_digits);
    digitsRow->addStretch(1);
    right->addLayout(digitsRow);
    right->addSpacing(8);
    right->addLayout(line);
    right->addStretch(1);
    m_entry->setObjectName(u"mfa.entry"_s);
    m_entry->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_entry);
    auto* row = new QHBoxLayout;
    row->setSpacing(32);
    row->addLayout(left);
    row->addLayout(right, 1);
    column->addLayout(row, 1);

    connect(m_key->copyButton(), &QPushButton::clicked, this,
            [this] { m_clipboard.copySecret(m_key->text().remove(u'\n').remove(u' ')); });
    connect(&m_clipboard, &ClipboardGuard::copied, this, [this] { m_key->copyButton()->setText(tr("Copied")); });
    connect(&m_clipboard, &ClipboardGuard::expired, this, [this] { m_key->copyButton()->setText(tr("Copy")); });
    connect(m_digits, &QLineEdit::textEdited, this, [this](const QString& typed) {
        if (!typed.isEmpty() && std::exchange(m_wrong, false))
            setNextCodeIn(m_nextCodeIn);
    });
    onRetranslate(this, [this] { setTexts(); });
}

void ScanPage::setTexts()
{
    m_entry->setText(tr("The app will list this as “%1”, for %2.").arg(m_issuer, m_account));
    m_qrCaption->setText(tr("Scan with any authenticator app"));
    m_qr->setAccessibleName(tr("QR code for the authenticator app"));
    m_keyTitle->setText(tr("Can’t scan? Type this key"));
    m_key->copyButton()->setText(tr("Copy"));
    m_key->copyButton()->setAccessibleName(tr("Copy the key"));
    m_keyNote->setText(tr("Time-based, 6 digits, every 30 s. Copied text is cleared after 30 s."));
    m_digitsTitle->setText(tr("Enter the 6 digits that the app shows"));
    setNextCodeIn(m_nextCodeIn);
}

void ScanPage::show(const identity::MfaEnrolment& enrolment)
{
    m_qr->setMatrix(enrolment.qr.dark, enrolment.qr.size);
    m_key->setLines(inLines(enrolment.manualKey.view()));
    m_issuer = QString::fromStdString(enrolment.issuer);
    m_account = QString::fromStdString(enrolment.account);
    setTexts();
    m_digits->clear();
    m_digits->setFocus();
}

void ScanPage::wipe()
{
    m_qr->clear();
    m_key->clear();
    m_digits->clear();
}

void ScanPage::setNextCodeIn(std::chrono::seconds seconds)
{
    m_nextCodeIn = seconds;
    if (m_wrong)
        return;
    m_lineIcon->setIcon(Icon::Clock, Tone::Muted);
    setLabelTone(m_line, Tone::Muted);
    m_line->setText(tr("The app’s next code comes in %1 s").arg(seconds.count()));
}

void ScanPage::setWrong(const QString& text)
{
    m_wrong = true;
    m_lineIcon->setIcon(Icon::Error, Tone::Danger);
    setLabelTone(m_line, Tone::Danger);
    m_line->setText(text);
    m_digits->clear();
    m_digits->setInvalid(true);
    m_digits->setAccessibleDescription(text);
    m_digits->setFocus();
}

void ScanPage::setBusy(bool busy)
{
    m_digits->setReadOnly(busy);
}

} // namespace sallyport::ui
