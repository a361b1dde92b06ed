#include "ui/parts/once_dialog.h"

#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/words/relative_time.h"
#include "ui/words/user_text.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int textHeight = 244;

} // namespace

OnceDialog::OnceDialog(Kind kind, const QString& userName, identity::OneTimeLink link, Server server, QWidget* parent)
    : DialogFrame(u"once"_s, parent, 600), m_kind(kind), m_userName(userName), m_link(std::move(link)),
      m_server(std::move(server)), m_what(makeLabel(TextStyle::Body, Tone::Normal, this)),
      m_code(makeLabel(TextStyle::Mono, Tone::Normal, this)), m_how(makeLabel(TextStyle::Small, Tone::Muted, this)),
      m_text(new QPlainTextEdit(this)), m_copyText(makeButton(ButtonKind::Secondary, u"once.copy_text"_s, this, Icon::Copy)),
      m_copy(makeButton(ButtonKind::Secondary, u"once.copy"_s, this, Icon::Copy, ButtonSize::Tool)),
      m_done(makeButton(ButtonKind::Primary, u"once.done"_s, this)), m_kept(new QCheckBox(this))
{
    m_what->setWordWrap(true);
    m_how->setWordWrap(true);
    m_code->setObjectName(u"once.code"_s);
    m_code->setText(QString::fromUtf8(m_link.token.view().data(), static_cast<qsizetype>(m_link.token.size())));
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* box = new Surface(Token::Raised, this);
    box->setHairlines(Qt::TopEdge | Qt::BottomEdge | Qt::LeftEdge | Qt::RightEdge);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(leadingMargins(12, 8, 8, 8));
    row->addWidget(m_code, 1);
    row->addWidget(m_copy);
    body()->addWidget(m_what);
    body()->addWidget(box);
    m_text->setObjectName(u"once.text"_s);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(scaled(textHeight, this));
    body()->addWidget(m_text);
    body()->addWidget(m_how);
    m_kept->setObjectName(u"once.kept"_s);
    body()->addWidget(m_kept);
    addButton(m_copyText);
    addButton(m_done);
    for (QPushButton* button : {m_copy, m_copyText})
        button->setAutoDefault(true); // Enter does what has the focus
    allowDone(false);
    m_copyText->setFocus(Qt::OtherFocusReason);
    connect(m_kept, &QCheckBox::toggled, this, [this](bool kept) { allowDone(kept || m_copied); });
    connect(m_done, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_copy, &QPushButton::clicked, this, [this] { copy(m_copy, m_code->text()); });
    connect(m_copyText, &QPushButton::clicked, this, [this] { copy(m_copyText, handOver()); });
    connect(&m_clipboard, &ClipboardGuard::expired, this, [this] { setTexts(); });
    onRetranslate(this, [this] { setTexts(); });
}

void OnceDialog::setTexts()
{
    const auto until = zonedTime(m_link.expiresAt);
    if (m_kind == Kind::Invitation) {
        setTitle(tr("Invitation for %1").arg(m_userName));
        m_what->setText(tr("Give this code to %1. With it they choose their password, once, until %2.").arg(m_userName, until));
    } else {
        setTitle(tr("New password for %1").arg(m_userName));
        m_what->setText(tr("Give this code to %1. With it they choose a new password, once, until %2. They are signed "
                           "out everywhere; the old password works until then.")
                            .arg(m_userName, until));
    }
    m_text->setPlainText(handOver());
    m_text->setAccessibleName(tr("Text to hand over"));
    m_how->setText(tr("It is shown only now. What is copied is cleared after 30 s."));
    m_copy->setText(tr("Copy code"));
    m_copyText->setText(tr("Copy text"));
    m_kept->setText(tr("I have handed the code over or written it down"));
    m_done->setText(tr("Done"));
}

void OnceDialog::allowDone(bool allowed)
{
    enableOr(m_done, allowed ? QString() : tr("Hand it over or write it down first"));
    m_done->setDefault(allowed);
    m_copyText->setDefault(!allowed);
}

void OnceDialog::copy(QPushButton* button, const QString& text)
{
    setTexts();
    m_clipboard.copySecret(text);
    button->setText(tr("Copied"));
    m_copied = true;
    allowDone(true);
}

QString OnceDialog::handOver() const
{
    const auto until = zonedTime(m_link.expiresAt);
    QStringList lines;
    lines << (m_kind == Kind::Invitation
                  ? tr("Hello %1, you have an account at “%2”.").arg(m_userName, m_server.vault)
                  : tr("Hello %1, you can choose a new password at “%2”.").arg(m_userName, m_server.vault));
    lines << QString();
    if (!m_server.url.isEmpty())
        lines << tr("Server: %1").arg(m_server.url);
    else
        lines << tr("Server: not running at the moment; its address comes from whoever sent you this");
    if (!m_server.fingerprint.isEmpty())
        lines << tr("Fingerprint of its certificate (SHA-256): %1").arg(m_server.fingerprint);
    lines << tr("Code: %1").arg(m_code->text());
    lines << tr("It works once, until %1.").arg(until);
    lines << QString();
    lines << tr("Open the app that you use with this server, choose “%1” and enter the code and a password of your own.")
                 .arg(m_kind == Kind::Invitation ? tr("I have an invitation") : tr("I have a code"));
    const QString address = m_server.url.isEmpty() ? QString() : m_server.url;
    lines << tr("An app sends them as “token” and “new_password” in a POST to %1.").arg(address + u"/api/auth/password/reset"_s);
    return lines.join(u'\n');
}

} // namespace sallyport::ui
