#include "ui/signing/lab_result.h"

#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/signing/lab_text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/text_helpers.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

namespace {

using identity::LabCheck;
using identity::LabOutcome;

constexpr int canonicalHeight = 140;
constexpr std::size_t shownLines = 40; ///< of a comparison; a signature base has a few

QLabel* wrapped(QLabel* label)
{
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// Takes the place of what was there before.
void replace(QVBoxLayout* column, QWidget*& old, QWidget* fresh)
{
    if (old != nullptr) {
        delete column->replaceWidget(old, fresh);
        old->hide();
        old->deleteLater();
    }
    old = fresh;
}

} // namespace

LabResult::LabResult(QWidget* parent)
    : QWidget(parent), m_verdict(new Banner(QStringLiteral("signing.verdict"), this)),
      m_caption(makeLabel(TextStyle::SmallStrong, Tone::Muted, this)),
      m_copy(makeButton(ButtonKind::Ghost, QStringLiteral("signing.copyText"), this, Icon::Copy, ButtonSize::Tool)),
      m_canonical(new QPlainTextEdit(this)), m_linesCaption(makeLabel(TextStyle::SmallStrong, Tone::Muted, this))
{
    setObjectName(QStringLiteral("signing.result"));
    m_checks = new QWidget(this);
    m_lines = new QWidget(this);
    m_canonical->setObjectName(QStringLiteral("signing.canonical"));
    m_canonical->setReadOnly(true);
    m_canonical->setTabChangesFocus(true);
    m_canonical->setFont(textFont(TextStyle::Mono));
    m_canonical->setFixedHeight(scaled(canonicalHeight, this));
    auto* captionRow = new QHBoxLayout;
    captionRow->addWidget(m_caption);
    captionRow->addStretch(1);
    captionRow->addWidget(m_copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_verdict);
    column->addWidget(m_checks);
    column->addLayout(captionRow);
    column->addWidget(m_canonical);
    column->addWidget(m_linesCaption);
    column->addWidget(m_lines);
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyRequested(m_canonical->toPlainText()); });
    onRetranslate(this, [this] { setTexts(); });
}

void LabResult::setReport(const identity::LabReport& report)
{
    m_report = report;
    setTexts();
}

void LabResult::setTexts()
{
    m_caption->setText(tr("What the server signs"));
    m_canonical->setAccessibleName(m_caption->text());
    m_copy->setText(tr("Copy"));
    m_linesCaption->setText(tr("Line by line: server, then client"));
    setVisible(m_report.has_value());
    if (!m_report)
        return;
    showVerdict();
    showChecks();
    const QString canonical = toQString(m_report->canonical);
    m_canonical->setPlainText(canonical);
    for (QWidget* part : std::initializer_list<QWidget*>{m_caption, m_copy, m_canonical})
        part->setVisible(!canonical.isEmpty());
    showLines();
}

void LabResult::showVerdict()
{
    const auto failed = std::ranges::find(m_report->checks, LabOutcome::Failed, &LabCheck::outcome);
    QStringList sentences;
    for (const std::string& word : m_report->mistakes)
        sentences << labMistakeText(toQString(word));
    if (failed == m_report->checks.end()) {
        m_verdict->setTone(Tone::Success, Icon::CheckCircle);
        m_verdict->setTitle(tr("This request would be accepted"));
        m_verdict->setText(
            tr("If its nonce was not used before: the lab doesn’t ask for that, nor from which address it comes."));
        return;
    }
    m_verdict->setTone(Tone::Danger, Icon::Error);
    m_verdict->setTitle(sentences.isEmpty()
                            ? tr("%1: %2").arg(labStepTitle(failed->step), labCheckText(*failed, m_report->scheme))
                            : sentences.join(u' '));
    m_verdict->setText(sentences.isEmpty() ? QString()
                                           : tr("With this mistake the signature fits: that is what the client signed."));
}

void LabResult::showChecks()
{
    auto* fresh = new QWidget(this);
    fresh->setObjectName(QStringLiteral("signing.checks"));
    auto* grid = new QGridLayout(fresh);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const LabCheck& check : m_report->checks) {
        const bool passed = check.outcome == LabOutcome::Passed, failed = check.outcome == LabOutcome::Failed;
        const Tone tone = failed ? Tone::Danger : passed ? Tone::Success : Tone::Muted;
        grid->addWidget(new IconLabel(failed ? Icon::Cross : passed ? Icon::Check : Icon::Dash, tone, 16, fresh), row, 0);
        grid->addWidget(makeLabel(labStepTitle(check.step), TextStyle::BodyStrong, Tone::Normal, fresh), row, 1);
        auto* text = wrapped(
            makeLabel(labCheckText(check, m_report->scheme), TextStyle::Body, failed ? Tone::Danger : Tone::Muted, fresh));
        text->setObjectName(QStringLiteral("signing.check.") + toQString(identity::labStepWord(check.step)));
        grid->addWidget(text, row++, 2);
    }
    if (!m_report->keyPrefix.empty()) {
        auto* key = wrapped(makeLabel(tr("Key “%1”, %2").arg(toQString(m_report->keyName), toQString(m_report->keyPrefix)),
                                      TextStyle::Small, Tone::Muted, fresh));
        key->setObjectName(QStringLiteral("signing.key"));
        grid->addWidget(key, row, 1, 1, 2);
    }
    replace(qobject_cast<QVBoxLayout*>(layout()), m_checks, fresh);
}

void LabResult::showLines()
{
    auto* fresh = new QWidget(this);
    fresh->setObjectName(QStringLiteral("signing.lines"));
    auto* grid = new QGridLayout(fresh);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    const std::size_t count = std::min(m_report->lines.size(), shownLines);
    for (std::size_t i = 0; i < count; ++i) {
        const identity::LabLine& line = m_report->lines[i];
        const int row = static_cast<int>(i) * 2;
        grid->addWidget(
            new IconLabel(line.differs ? Icon::Cross : Icon::Check, line.differs ? Tone::Danger : Tone::Success, 16, fresh), row,
            0);
        grid->addWidget(wrapped(makeLabel(line.server.empty() ? tr("(empty)") : toQString(line.server), TextStyle::Mono,
                                          line.server.empty() ? Tone::Muted : Tone::Normal, fresh)),
                        row, 1);
        if (!line.differs)
            continue;
        auto* client = wrapped(
            makeLabel(line.client.empty() ? tr("(empty)") : toQString(line.client), TextStyle::Mono, Tone::Danger, fresh));
        client->setObjectName(QStringLiteral("signing.line.%1").arg(i));
        grid->addWidget(client, row + 1, 1);
    }
    m_linesCaption->setVisible(count > 0);
    fresh->setVisible(count > 0);
    replace(qobject_cast<QVBoxLayout*>(layout()), m_lines, fresh);
}

} // namespace sallyport::ui
