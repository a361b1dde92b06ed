#include "ui/keys/rotate_dialog.h"

#include "ui/console/console.h"
#include "ui/keys/public_key_field.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/segmented_control.h"
#include "ui/words/key_text.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Choice {
    const char* name;
    std::chrono::seconds overlap;
};
constexpr std::array<Choice, 4> choices{{{"none", 0s}, {"hour", 3600s}, {"day", 86'400s}, {"week", 604'800s}}};
constexpr int usualChoice = 2;

} // namespace

RotateDialog::RotateDialog(Console& console, identity::ApiKey key, QWidget* parent)
    : DialogFrame(u"rotate_key"_s, parent, 520), m_console(console), m_key(std::move(key)),
      m_what(makeLabel(TextStyle::Body, Tone::Normal, this)), m_failure(new Banner(u"rotate_key.failure"_s, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"rotate_key.cancel"_s, this)),
      m_rotate(makeButton(ButtonKind::Primary, u"rotate_key.confirm"_s, this))
{
    m_what->setWordWrap(true);
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    auto* box = new QWidget(this);
    box->setObjectName(u"rotate_key.overlap_box"_s);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    m_overlap = new SegmentedControl(u"rotate_key.overlap"_s, box);
    for (const auto& choice : choices)
        m_overlap->addSegment(QLatin1StringView(choice.name));
    m_overlap->setCurrent(usualChoice);
    row->addWidget(m_overlap);
    row->addStretch(1);
    m_overlapField = new Field(box, this);
    body()->addWidget(m_failure);
    body()->addWidget(m_what);
    if (!m_key.publicKey.empty()) {
        m_publicKey = new PublicKeyField(u"rotate_key.public_key"_s, this);
        body()->addWidget(m_publicKey);
        enableOr(m_rotate, incompleteReason());
        connect(m_publicKey, &PublicKeyField::changed, this,
                [this] { enableOr(m_rotate, m_publicKey->key().empty() ? incompleteReason() : QString()); });
    }
    body()->addWidget(m_overlapField);
    addButton(m_cancel);
    addButton(m_rotate);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_rotate, &QPushButton::clicked, this, &RotateDialog::submit);
    onRetranslate(this, [this] { setTexts(); });
    m_rotate->setFocus();
}

void RotateDialog::setTexts()
{
    setTitle(tr("Rotate %1?").arg(text(m_key.name)));
    m_what->setText(m_key.previousUntil
                        ? tr("A new key takes its place, shown once. The one of the rotation before stops at once.")
                        : tr("A new key takes its place, shown once. Name, scopes and limits stay."));
    m_overlapField->setLabel(tr("The old key works on for"));
    if (m_publicKey) {
        m_what->setText(
            m_key.previousUntil
                ? tr("From now on requests are signed with another key pair. The pair of the rotation before stops at once.")
                : tr("From now on requests are signed with another key pair. Name, scopes and limits stay."));
        m_publicKey->setLabel(tr("Next public key"));
        m_overlapField->setLabel(tr("The old key pair works on for"));
    }
    m_overlapField->setHint(tr("Never longer than it would have: until %1").arg(dayText(m_key.expiresAt)));
    m_overlap->setSegmentText(0, tr("Not at all"));
    m_overlap->setSegmentText(1, tr("1 hour"));
    m_overlap->setSegmentText(2, tr("24 hours"));
    m_overlap->setSegmentText(3, tr("7 days"));
    m_cancel->setText(tr("Cancel"));
    m_rotate->setText(tr("Rotate key"));
}

void RotateDialog::submit()
{
    const auto overlap = choices.at(static_cast<std::size_t>(m_overlap->current())).overlap;
    m_failure->hide();
    setButtonBusy(m_rotate, true);
    m_console.run(
        this,
        [id = m_key.id, overlap, next = m_publicKey ? m_publicKey->key() : std::string()](
            Services& services, const access::Actor& actor) { return services.apiKeys.rotate(actor, id, overlap, next); },
        [this](Result<identity::IssuedKey> issued) {
            setButtonBusy(m_rotate, false);
            if (!issued) {
                const Error error = issued.error();
                if (m_publicKey && std::ranges::find(error.fields, "public_key", &FieldError::field) != error.fields.end())
                    return m_publicKey->refuse();
                return m_failure->showError(error);
            }
            accept();
            Q_EMIT rotated(*issued);
        });
}

} // namespace sallyport::ui
