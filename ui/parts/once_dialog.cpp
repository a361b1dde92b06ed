#include "ui/parts/once_dialog.h"

#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/words/relative_time.h"
#include "ui/words/user_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

OnceDialog::OnceDialog(Kind kind, const QString& userName, identity::OneTimeLink link, QWidget* parent)
    : DialogFrame(u"once"_s, parent, 520), m_kind(kind), m_userName(userName), m_link(std::move(link)),
      m_what(makeLabel(TextStyle::Body, Tone::Normal, this)), m_code(makeLabel(TextStyle::Mono, Tone::Normal, this)),
      m_how(makeLabel(TextStyle::Small, Tone::Muted, this)),
      m_copy(makeButton(ButtonKind::Secondary, u"once.copy"_s, this, Icon::Copy, ButtonSize::Tool)),
      m_done(makeButton(ButtonKind::Primary, u"once.done"_s, this))
{
    m_what->setWordWrap(true);
    m_how->setWordWrap(true);
    m_code->setObjectName(u"once.code"_s);
    m_code->setText(QString::fromUtf8(m_link.token.view().data(), static_cast<qsizetype>(m_link.token.size())));
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* box = new Surface(Token::Raised, this);
    box->setHairlines(Qt::TopEdge | Qt::BottomEdge | Qt::LeftEdge | Qt::RightEdge);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(12, 8, 8, 8);
    row->addWidget(m_code, 1);
    row->addWidget(m_copy);
    body()->addWidget(m_what);
    body()->addWidget(box);
    body()->addWidget(m_how);
    addButton(m_done);
    connect(m_done, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_copy, &QPushButton::clicked, this, [this] { m_clipboard.copySecret(m_code->text()); });
    connect(&m_clipboard, &ClipboardGuard::copied, this, [this] { m_copy->setText(tr("Copied")); });
    connect(&m_clipboard, &ClipboardGuard::expired, this, [this] { m_copy->setText(tr("Copy")); });
    onRetranslate(this, [this] { setTexts(); });
}

void OnceDialog::setTexts()
{
    const auto until = exactTime(localTime(m_link.expiresAt));
    if (m_kind == Kind::Invitation) {
        setTitle(tr("Invitation for %1").arg(m_userName));
        m_what->setText(tr("Give this code to %1. With it they choose their password, once, until %2.").arg(m_userName, until));
    } else {
        setTitle(tr("New password for %1").arg(m_userName));
        m_what->setText(tr("Give this code to %1. With it they choose a new password, once, until %2. The old one "
                           "works until then.")
                            .arg(m_userName, until));
    }
    m_how->setText(tr("It is shown only now. Apps send it with the new password to POST /api/auth/password/reset. "
                      "Copied text is cleared after 30 s."));
    m_copy->setText(tr("Copy"));
    m_done->setText(tr("Done"));
}

} // namespace sallyport::ui
