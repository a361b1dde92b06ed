#include "ui/threats/threshold_strip.h"

#include "ui/console/permit.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/parts/runs_label.h"
#include "ui/widgets/buttons.h"
#include "ui/words/event_text.h"
#include "ui/words/user_text.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using protection::ThreatPreview;

namespace {

constexpr std::size_t peaksShown = 3;

/// `text` with what stands between the stars in 600.
QList<Run> starred(const QString& text)
{
    QList<Run> runs;
    const QStringList parts = text.split(u'*');
    for (qsizetype at = 0; at < parts.size(); ++at)
        if (!parts.at(at).isEmpty())
            runs << Run{parts.at(at), at % 2 == 1 ? TextStyle::Heading : TextStyle::Body, Tone::Normal};
    return runs;
}

} // namespace

ThresholdStrip::ThresholdStrip(QWidget* parent)
    : Surface(Token::Raised, parent), m_text(new RunsLabel(u"threats.strip.text"_s, this)),
      m_addresses(new RunsLabel(u"threats.strip.addresses"_s, this)),
      m_keep(makeButton(ButtonKind::Secondary, u"threats.strip.keep"_s, this)),
      m_save(makeButton(ButtonKind::Primary, u"threats.strip.save"_s, this))
{
    setObjectName(u"threats.strip"_s);
    setHairlines(Qt::BottomEdge);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addStretch(1);
    texts->addWidget(m_text);
    texts->addWidget(m_addresses);
    texts->addStretch(1);
    auto* row = new QHBoxLayout(this);
    setLeadingMargins(this, {24, 6, 16, 6});
    row->setSpacing(8);
    row->addLayout(texts, 1);
    row->addWidget(m_keep);
    row->addWidget(m_save);
    setMinimumHeight(scaled(56, this));
    connect(m_keep, &QPushButton::clicked, this, &ThresholdStrip::keepRequested);
    connect(m_save, &QPushButton::clicked, this, &ThresholdStrip::saveRequested);
    onRetranslate(this, [this] { showWords(); });
}

void ThresholdStrip::setThresholds(int wanted, int inForce)
{
    m_wanted = wanted;
    m_inForce = inForce;
    showWords();
}

void ThresholdStrip::setPreview(const ThreatPreview& preview)
{
    m_preview = preview;
    m_notice.clear();
    showWords();
}

void ThresholdStrip::setNotice(const QString& text)
{
    m_preview.reset();
    m_notice = text;
    showWords();
}

void ThresholdStrip::setAgainst(const QString& reason, bool saving)
{
    setButtonBusy(m_save, saving);
    enableOr(m_keep, saving ? waitReason() : QString());
    allow(m_save, reason, !saving);
}

void ThresholdStrip::showWords()
{
    const QLocale locale;
    m_keep->setText(tr("Keep %1").arg(locale.toString(m_inForce)));
    m_save->setText(tr("Save %1").arg(locale.toString(m_wanted)));
    const QString at = locale.toString(m_wanted);
    const bool known = m_preview && static_cast<int>(m_preview->threshold) == m_wanted;
    m_addresses->setVisible(known && !m_preview->banned.empty());
    if (!m_notice.isEmpty())
        return m_text->setRuns({{m_notice, TextStyle::Body, Tone::Muted}});
    if (!known)
        return m_text->setRuns(starred(tr("At %1: looking at yesterday…").arg(at)));
    const int total = static_cast<int>(m_preview->total), before = static_cast<int>(m_preview->totalInForce);
    QString told = total == 0 ? tr("At %1 *nobody* would have been banned yesterday").arg(at)
                              : tr("At %1: *these %Ln addresses* would have been banned yesterday", nullptr, total).arg(at);
    if (before == 0)
        told += tr("; at %1, nobody").arg(locale.toString(m_inForce));
    else if (before < total)
        told += tr("; at %1, %Ln of them", nullptr, before).arg(locale.toString(m_inForce));
    else
        told += tr("; at %1, %Ln addresses", nullptr, before).arg(locale.toString(m_inForce));
    m_text->setRuns(starred(told));
    QList<Run> peaks;
    for (std::size_t i = 0; i < m_preview->banned.size() && i < peaksShown; ++i) {
        const protection::ThreatPeak& peak = m_preview->banned[i];
        const QString score = locale.toString(peak.peak);
        peaks << Run{(peaks.isEmpty() ? QString() : u"  "_s) + text(peak.text), TextStyle::Mono, Tone::Normal}
              << Run{u' ' + (i == 0 ? tr("peaked at %1").arg(score) : tr("at %1", "a score").arg(score)), TextStyle::Small,
                     Tone::Muted};
    }
    if (total > static_cast<int>(peaksShown))
        peaks << Run{u"  "_s + tr("%Ln more", nullptr, total - static_cast<int>(peaksShown)), TextStyle::Small, Tone::Muted};
    m_addresses->setRuns(peaks);
}

} // namespace sallyport::ui
