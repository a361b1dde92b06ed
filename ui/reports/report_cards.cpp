#include "ui/reports/report_cards.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/words/report_text.h"

#include <QButtonGroup>
#include <QFontMetrics>
#include <QGridLayout>
#include <QPainter>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 200, padding = 12, iconSide = 16, iconGap = 8, lineGap = 4, cardGap = 12, textLines = 1000;

Icon iconOf(reports::Template report)
{
    switch (report) {
    case reports::Template::Activity: return Icon::Activity;
    case reports::Template::AccessReview: return Icon::UserCircle;
    case reports::Template::Authentication: return Icon::ShieldCheck;
    case reports::Template::ApiKeys: return Icon::Key;
    case reports::Template::Configuration: return Icon::History;
    case reports::Template::Detection: return Icon::ScanSearch;
    case reports::Template::Compliance: return Icon::CheckCircle;
    }
    return Icon::Report;
}

int heightOf(const QString& text, const QFont& font, int width)
{
    return QFontMetrics(font).boundingRect(0, 0, width, textLines, Qt::TextWordWrap, text).height();
}

} // namespace

// ReportCard

ReportCard::ReportCard(reports::Template report, QWidget* parent) : QAbstractButton(parent), m_report(report)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::ClickFocus); // Tab reaches the chosen one, arrows the others
    connect(this, &QAbstractButton::toggled, this, [this](bool on) { setFocusPolicy(on ? Qt::StrongFocus : Qt::ClickFocus); });
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setObjectName(u"reports.card."_s + QString::fromUtf8(reports::info(report).word));
}

void ReportCard::setCounts(int plans, int kept)
{
    m_plans = plans;
    m_kept = kept;
    retranslate();
}

void ReportCard::setAgainst(const QString& reason)
{
    m_against = reason;
    retranslate();
}

QStringList ReportCard::facts() const
{
    const reports::TemplateInfo& about = reports::info(m_report);
    QStringList lines;
    if (!m_against.isEmpty())
        lines << m_against;
    else
        lines << (about.hasFilter ? tr("Period and filter") : about.hasPeriod ? tr("Period") : tr("As of now"));
    QStringList formats{u"PDF"_s, u"HTML"_s, u"CSV"_s, u"JSON Lines"_s};
    if (m_report == reports::Template::Activity)
        formats << u"CEF"_s << u"OCSF"_s;
    lines << formats.join(u", "_s);
    QStringList counts;
    if (m_plans > 0)
        counts << tr("%Ln plans", nullptr, m_plans);
    if (m_kept > 0)
        counts << tr("%Ln kept", "reports", m_kept);
    if (!counts.isEmpty())
        lines << counts.join(u", "_s);
    return lines;
}

void ReportCard::retranslate()
{
    setText(templateTitle(m_report));
    setAccessibleName(text());
    QStringList said{templateAbout(m_report)};
    said << facts();
    setAccessibleDescription(said.join(u". "_s));
    setToolTip(m_against);
    updateGeometry();
    update();
}

int ReportCard::heightForWidth(int width) const
{
    const int inner = std::max(40, width - 2 * padding);
    const int beside = inner - iconSide - iconGap;
    int height = 2 * padding + std::max(lineHeight(TextStyle::Body), heightOf(text(), textFont(TextStyle::BodyStrong), beside));
    height += lineGap + heightOf(templateAbout(m_report), textFont(TextStyle::Small), inner) + 2 * lineGap;
    for (const QString& line : facts())
        height += std::max(lineHeight(TextStyle::Caption), heightOf(line, textFont(TextStyle::Caption), inner));
    return height;
}

QSize ReportCard::sizeHint() const
{
    const int width = scaled(cardWidth, this);
    return {width, heightForWidth(width)};
}

void ReportCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    const bool chosen = isChecked(), possible = m_against.isEmpty();
    const QColor fill = color(chosen ? Token::Selection : underMouse() ? Token::Hover : Token::Surface);
    drawBox(&painter, rect(), fill, color(chosen ? Token::Accent : Token::Border), boxRadius, chosen ? 2 : 1);
    QRect rest = rect().adjusted(padding, padding, -padding, -padding);
    const QColor ink = color(possible ? Token::Text : Token::TextMuted), muted = color(Token::TextMuted);
    const bool rtl = isRightToLeft();
    const QRect icon(rtl ? rest.right() - iconSide + 1 : rest.left(), rest.top() + 2, iconSide, iconSide);
    drawIcon(&painter, iconOf(m_report), icon, color(chosen ? Token::Accent : Token::TextMuted), iconSide);
    const auto put = [&](const QString& words, TextStyle style, const QColor& colour, const QRect& area) {
        painter.setFont(textFont(style));
        painter.setPen(colour);
        painter.drawText(area, int(Qt::TextWordWrap | (rtl ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop), words);
        return std::max(lineHeight(style), heightOf(words, textFont(style), area.width()));
    };
    const QRect beside = rtl ? rest.adjusted(0, 0, -iconSide - iconGap, 0) : rest.adjusted(iconSide + iconGap, 0, 0, 0);
    rest.setTop(rest.top() + put(text(), TextStyle::BodyStrong, ink, beside) + lineGap);
    put(templateAbout(m_report), TextStyle::Small, muted, rest);
    // The facts stand at the foot, so that they are level in a row of cards.
    const QStringList lines = facts();
    int bottom = rest.bottom() + 1;
    for (const QString& line : lines)
        bottom -= std::max(lineHeight(TextStyle::Caption), heightOf(line, textFont(TextStyle::Caption), rest.width()));
    rest.setTop(bottom);
    for (const QString& line : lines)
        rest.setTop(rest.top() + put(line, TextStyle::Caption, muted, rest));
    if (hasFocus())
        drawRing(&painter, rect(), boxRadius);
}

// ReportCards

ReportCards::ReportCards(Console& console, QWidget* parent) : QWidget(parent), m_console(console), m_grid(new QGridLayout(this))
{
    setObjectName(u"reports.cards"_s);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(cardGap);
    auto* group = new QButtonGroup(this);
    for (std::size_t i = 0; i < reports::templateCount; ++i) {
        auto* card = new ReportCard(static_cast<reports::Template>(i), this);
        group->addButton(card);
        m_cards << card;
    }
    m_cards.front()->setChecked(true);
    connect(group, &QButtonGroup::buttonToggled, this, [this](QAbstractButton*, bool on) {
        if (on)
            Q_EMIT chosenChanged();
    });
    retranslate();
    arrange();
}

reports::Template ReportCards::chosen() const
{
    for (const ReportCard* card : m_cards)
        if (card->isChecked())
            return card->report();
    return reports::Template::Activity;
}

void ReportCards::choose(reports::Template report)
{
    m_cards[static_cast<int>(report)]->setChecked(true);
}

void ReportCards::setCounts(const std::vector<reports::Plan>& plans, const std::vector<reports::MadeReport>& kept)
{
    for (ReportCard* card : std::as_const(m_cards)) {
        const auto report = card->report();
        card->setCounts(static_cast<int>(std::ranges::count(plans, report, [](const auto& plan) { return plan.fields.report; })),
                        static_cast<int>(std::ranges::count(kept, report, &reports::MadeReport::report)));
    }
}

void ReportCards::retranslate()
{
    setAccessibleName(tr("Kind of report"));
    for (ReportCard* card : std::as_const(m_cards)) {
        QString reason = lacks(m_console, access::Permission::EventsExport);
        for (const access::Permission needed : reports::info(card->report()).needs)
            if (reason.isEmpty())
                reason = lacks(m_console, needed);
        card->setAgainst(reason);
    }
}

void ReportCards::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ReportCards::arrange()
{
    const int fit = (width() + cardGap) / (scaled(cardWidth, this) + cardGap);
    const int columns = std::clamp(fit, 1, 4);
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < m_cards.size(); ++i)
        m_grid->addWidget(m_cards[i], i / columns, i % columns);
    for (int column = 0; column < 4; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

} // namespace sallyport::ui
