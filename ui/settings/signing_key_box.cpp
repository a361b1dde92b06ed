#include "ui/settings/signing_key_box.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"
#include "ui/words/relative_time.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

SigningKeyBox::SigningKeyBox(Console& console, Toast* toast, QWidget* parent)
    : QWidget(parent), m_console(console), m_toast(toast), m_title(makeLabel(TextStyle::SmallStrong, Tone::Normal, this)),
      m_state(makeLabel(TextStyle::Small, Tone::Muted, this)),
      m_rotate(makeButton(ButtonKind::Secondary, u"settings.signing_key.rotate"_s, this, Icon::Refresh))
{
    setObjectName(u"settings.signing_key"_s);
    m_state->setObjectName(u"settings.signing_key.state"_s);
    m_state->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_rotate, 0, Qt::AlignLeading);
    column->addWidget(m_state);
    connect(m_rotate, &QPushButton::clicked, this, &SigningKeyBox::rotate);
    onRetranslate(this, [this] { setTexts(); });
}

void SigningKeyBox::setTexts()
{
    m_title->setText(tr("Key that signs access tokens"));
    m_rotate->setText(tr("New signing key…"));
    load();
}

void SigningKeyBox::load()
{
    allow(m_rotate, lacks(m_console, access::Permission::SettingsUpdate));
    m_console.run(
        this, [](Services& services, const access::Actor& actor) { return services.issuedTokens.signingKeys(actor); },
        [this](const Result<std::vector<identity::SigningKeyInfo>>& keys) {
            if (!keys || keys->empty()) {
                m_state->setText(keys ? QString() : errorLine(keys.error()));
                return;
            }
            const auto* clock = m_console.clock();
            const QDateTime now = localTime(clock ? clock->now() : UtcTime{});
            QString text =
                tr("%1, made: %2. A new one is made every 90 days.")
                    .arg(QString::fromStdString(keys->front().algorithm), relativeTime(localTime(keys->front().createdAt), now));
            if (const int retired = static_cast<int>(keys->size()) - 1; retired > 0)
                text += u' ' + tr("%Ln retired keys still verify older tokens.", nullptr, retired);
            m_state->setText(text);
        });
}

void SigningKeyBox::rotate()
{
    Confirmation words;
    words.title = tr("Make a new signing key?");
    words.text = tr("It signs from now on. Tokens of the old key stay good until they are over; programs that check tokens "
                    "themselves fetch the new key by its id.");
    words.verb = tr("Make new key");
    askConfirmation(this, u"rotate_signing_key"_s, words, [this] {
        m_console.run(
            this, [](Services& services, const access::Actor& actor) { return services.issuedTokens.rotateSigningKey(actor); },
            [this](const Result<identity::SigningKeyInfo>& made) {
                if (made)
                    m_toast->say(Tone::Success, tr("A new key signs access tokens."));
                else
                    m_toast->say(Tone::Danger, errorLine(made.error()));
                load();
            });
    });
}

} // namespace sallyport::ui
