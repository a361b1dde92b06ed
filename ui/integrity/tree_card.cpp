#include "ui/integrity/tree_card.h"

#include "ui/look/retranslate.h"
#include "ui/parts/lines_list.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/state_stack.h"
#include "ui/words/relative_time.h"
#include "ui/words/text_helpers.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

TreeCard::TreeCard(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_title(makeLabel(TextStyle::Heading, Tone::Normal, this)),
      m_content(new QWidget(this)), m_size(new ElideLabel(TextStyle::BodyStrong, Tone::Normal, m_content)),
      m_root(new ElideLabel(TextStyle::Mono, Tone::Normal, m_content)),
      m_fingerprint(new ElideLabel(TextStyle::Mono, Tone::Normal, m_content)),
      m_rootLabel(makeLabel(TextStyle::Small, Tone::Muted, m_content)),
      m_fingerprintLabel(makeLabel(TextStyle::Small, Tone::Muted, m_content)),
      m_headsLabel(makeLabel(TextStyle::Small, Tone::Muted, m_content)), m_heads(new LinesList(u"integrity.heads"_s, m_content)),
      m_copy(makeIconButton(Icon::Copy, u"integrity.copy"_s, m_content)),
      m_sign(makeButton(ButtonKind::Secondary, u"integrity.sign"_s, m_content)),
      m_failure(new ElideLabel(TextStyle::Small, Tone::Danger, m_content))
{
    setObjectName(u"integrity.tree"_s);
    build();
    connect(m_copy, &QPushButton::clicked, this, &TreeCard::copy);
    connect(m_sign, &QPushButton::clicked, this, &TreeCard::sign);
    connect(m_states->error(), &ErrorState::retryRequested, this, &TreeCard::refresh);
    onRetranslate(this, [this] { setTexts(); });
}

void TreeCard::build()
{
    m_size->setObjectName(u"integrity.size"_s);
    m_root->setObjectName(u"integrity.root"_s);
    m_fingerprint->setObjectName(u"integrity.fingerprint"_s);
    m_failure->setWraps(true);
    m_failure->hide();
    auto* key = new QHBoxLayout;
    key->setSpacing(8);
    key->addWidget(m_fingerprint, 1);
    key->addWidget(m_copy);
    auto* inside = new QVBoxLayout(m_content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(4);
    inside->addWidget(m_size);
    inside->addSpacing(4);
    inside->addWidget(m_rootLabel);
    inside->addWidget(m_root);
    inside->addSpacing(4);
    inside->addWidget(m_fingerprintLabel);
    inside->addLayout(key);
    inside->addSpacing(4);
    inside->addWidget(m_headsLabel);
    inside->addWidget(m_heads);
    inside->addWidget(m_failure);
    inside->addSpacing(4);
    inside->addWidget(m_sign, 0, Qt::AlignLeading);
    inside->addStretch(1);
    m_states = new StateStack(u"integrity.tree.state"_s, m_content, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_states, 1);
}

void TreeCard::setTexts()
{
    m_title->setText(tr("Tree"));
    m_rootLabel->setText(tr("Root"));
    m_fingerprintLabel->setText(tr("Fingerprint of the signing key"));
    m_headsLabel->setText(tr("Signed heads"));
    setIconButtonText(m_copy, tr("Copy the fingerprint"));
    m_sign->setText(tr("Sign a head now"));
    m_states->loading()->setText(tr("Reading the tree"));
    showShown();
}

void TreeCard::refresh()
{
    allow(m_sign, lacks(m_console, access::Permission::EventsVerify), !m_signing);
    if (!m_shown)
        m_states->showLoading();
    m_console.run(
        this,
        [](Services& services, const access::Actor& actor) -> Result<Shown> {
            Shown shown;
            SALLYPORT_ASSIGN(shown.state, services.evidence.state(actor));
            SALLYPORT_ASSIGN(shown.heads, services.evidence.heads(actor, 0, headsShown));
            return shown;
        },
        [this](const Result<Shown>& shown) {
            if (!shown)
                return m_states->showError(shown.error());
            m_shown = *shown;
            showShown();
            m_states->showContent();
        });
}

void TreeCard::showShown()
{
    if (!m_shown)
        return;
    const QLocale locale;
    m_size->setText(tr("%1 events").arg(locale.toString(static_cast<qlonglong>(m_shown->state.size))));
    m_root->setText(toQString(m_shown->state.root));
    m_fingerprint->setText(toQString(m_shown->state.fingerprint));
    if (m_shown->heads.empty())
        return m_heads->setNotice(tr("None yet; one is signed each hour in which something happens."));
    QList<LinesList::Line> lines;
    const UtcTime now = m_console.clock() ? m_console.clock()->now() : m_shown->heads.front().time;
    for (const journal::TreeHead& head : m_shown->heads) {
        LinesList::Line line;
        line.icon = Icon::CheckCircle;
        line.text = tr("%1 events").arg(locale.toString(static_cast<qlonglong>(head.size)));
        line.trailing = relativeTime(localTime(head.time), localTime(now));
        line.toolTip = zonedTime(head.time) + u'\n' + toQString(head.root);
        lines.append(line);
    }
    m_heads->setLines(lines);
}

void TreeCard::sign()
{
    m_signing = true;
    m_failure->hide();
    setButtonBusy(m_sign, true);
    m_console.run(
        this, [](Services& services, const access::Actor& actor) { return services.evidence.head(actor); },
        [this](const Result<journal::TreeHead>& head) {
            m_signing = false;
            setButtonBusy(m_sign, false);
            m_failure->setVisible(!head);
            if (!head)
                m_failure->setText(errorLine(head.error()));
            refresh();
        });
}

void TreeCard::copy()
{
    if (m_shown)
        QGuiApplication::clipboard()->setText(toQString(m_shown->state.fingerprint));
}

} // namespace sallyport::ui
