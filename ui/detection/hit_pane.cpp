#include "ui/detection/hit_pane.h"

#include "ui/charts/column_chart.h"
#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/detection/allow_card.h"
#include "ui/detection/detection_words.h"
#include "ui/detection/hits_model.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/state_stack.h"
#include "ui/words/relative_time.h"
#include "ui/words/text_helpers.h"
#include "ui/words/user_text.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using protection::DetectionHit;
using protection::HitDay;

namespace {

/// What is kept, in pieces: the tone of what matched, muted dots for what isn't.
QList<QPair<QString, Tone>> excerptPieces(const DetectionHit& hit)
{
    const QString dots = u"•••••"_s;
    QList<QPair<QString, Tone>> pieces;
    const auto add = [&pieces](const QString& text, Tone tone) {
        if (!text.isEmpty())
            pieces.emplaceBack(text, tone);
    };
    add(hit.cutBefore ? dots : QString(), Tone::Muted);
    add(toQString(hit.before), Tone::Normal);
    add(toQString(hit.matched), Tone::Danger);
    add(toQString(hit.after), Tone::Normal);
    add(hit.cutAfter ? dots : QString(), Tone::Muted);
    return pieces;
}

} // namespace

HitPane::HitPane(Console& console, QWidget* parent)
    : Surface(Token::Surface, parent), m_console(console), m_model(new HitsModel(console, this)), m_head(new QWidget(this)),
      m_title(new ElideLabel(TextStyle::PaneTitle)), m_subtitle(new ElideLabel(TextStyle::Small, Tone::Muted)),
      m_pill(new Pill(this)), m_close(makeIconButton(Icon::Close, u"detection.hit.close"_s, this)),
      m_place(makeLabel(TextStyle::Small, Tone::Muted, this)), m_excerpt(new QWidget(this)),
      m_excerptFlow(new FlowLayout(m_excerpt, 6)), m_card(new AllowCard(console, this)),
      m_weekTitle(makeLabel(TextStyle::Heading, Tone::Normal, this)), m_weekCount(makeLabel(TextStyle::Small, Tone::Muted, this)),
      m_chart(new ColumnChart(u"detection.days"_s, this)), m_table(new DataTable(u"detection.hits"_s, this)),
      m_allowHere(makeButton(ButtonKind::Secondary, u"detection.allow_here"_s, this, Icon::Check)),
      m_event(makeButton(ButtonKind::Secondary, u"detection.open_event"_s, this)),
      m_exclusions(makeButton(ButtonKind::Secondary, u"detection.exclusions"_s, this))
{
    setObjectName(u"detection.details"_s);
    build();
    connectParts();
    onRetranslate(this, [this] { setTexts(); });
    m_model->reload();
}

void HitPane::build()
{
    m_excerpt->setObjectName(u"detection.hit.excerpt"_s);
    m_excerpt->setLayoutDirection(Qt::LeftToRight);
    for (ElideLabel* words : {m_title, m_subtitle}) // of the product, and longer in other languages
        words->setWraps(true);
    m_place->setWordWrap(true);
    auto* box = new Surface(Token::Raised, m_head);
    box->setHairlines(Qt::TopEdge | Qt::BottomEdge | Qt::LeftEdge | Qt::RightEdge);
    auto* inBox = new QVBoxLayout(box);
    inBox->setContentsMargins(12, 6, 12, 6);
    inBox->setSpacing(2);
    inBox->addWidget(m_place);
    inBox->addWidget(m_excerpt);
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_title, 1);
    top->addWidget(m_pill);
    top->addWidget(m_close);
    auto* head = new QVBoxLayout(m_head);
    head->setContentsMargins(16, 12, 16, 12);
    head->setSpacing(6);
    head->addLayout(top);
    head->addWidget(m_subtitle);
    head->addWidget(box);
    m_head->hide();
    m_card->hide();
    m_chart->setWhole(true);
    m_chart->setFixedHeight(scaled(120, this));

    auto* week = new QHBoxLayout;
    week->setContentsMargins(16, 10, 16, 4);
    week->setSpacing(8);
    week->addWidget(m_weekTitle);
    week->addWidget(m_weekCount);
    week->addStretch(1);
    m_table->setModel(m_model);
    m_table->setColumns(HitsModel::columns());
    m_table->setCompact(true);
    m_table->setFixedSort(-1, Qt::AscendingOrder);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_states = new StateStack(u"detection.hits.list"_s, m_table, this);
    m_states->empty()->setIcon(Icon::ShieldCheck);

    auto* foot = new Surface(Token::Raised, this);
    foot->setHairlines(Qt::TopEdge);
    auto* buttons = new QHBoxLayout(foot);
    buttons->setContentsMargins(16, 10, 16, 10);
    buttons->setSpacing(8);
    buttons->addWidget(m_allowHere);
    buttons->addWidget(m_event);
    buttons->addStretch(1);
    buttons->addWidget(m_exclusions);

    auto* chart = new QHBoxLayout;
    chart->setContentsMargins(16, 0, 16, 8);
    chart->addWidget(m_chart);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_card);
    column->addWidget(makeSeparator(Qt::Horizontal));
    column->addLayout(week);
    column->addLayout(chart);
    column->addWidget(m_states, 1);
    column->addWidget(foot);
}

void HitPane::connectParts()
{
    connect(m_table, &DataTable::currentRowChanged, this, [this](int row) {
        if (const DetectionHit* hit = m_model->rowAt(row)) {
            m_hit = *hit;
            closeCard();
            showHit();
        }
    });
    connect(m_model, &PagedModel::totalChanged, this,
            [this](int total) { total == 0 ? m_states->showEmpty() : m_states->showContent(); });
    connect(m_model, &PagedModel::failed, this, [this](const Error& error) { m_states->showError(error); });
    connect(m_close, &QPushButton::clicked, this, &HitPane::closeHit);
    connect(m_allowHere, &QPushButton::clicked, this, [this] {
        if (!m_hit)
            return;
        m_chart->hide(); // the card needs the room, and says itself what the week has
        m_card->open(*m_hit);
    });
    connect(m_card, &AllowCard::cancelled, this, [this] {
        closeCard();
        m_allowHere->setFocus();
    });
    connect(m_card, &AllowCard::allowed, this, [this](const QString& what) {
        closeCard();
        Q_EMIT allowed(what);
    });
    connect(m_event, &QPushButton::clicked, this, [this] {
        if (m_hit)
            Q_EMIT eventsRequested(toQString(m_hit->requestId));
    });
    connect(m_exclusions, &QPushButton::clicked, this, &HitPane::exclusionsRequested);
}

void HitPane::setTexts()
{
    setIconButtonText(m_close, tr("Close"));
    m_weekTitle->setText(tr("Hits of the last week"));
    m_chart->setAccessibleName(tr("Hits by day"));
    m_table->setAccessibleName(tr("Hits"));
    m_allowHere->setText(tr("Allow here"));
    m_event->setText(tr("Show event"));
    m_chart->setSeries({{tr("Blocked"), Token::ChartBlocked}, {tr("Observed"), Token::ChartNormal}});
    m_states->empty()->setTexts(
        tr("Nothing was hit yet"),
        tr("Requests that look like an attack stand here, with the place and what matched. Values are never kept."));
    setExclusions(m_exclusionCount);
    showDays();
    showHit();
}

void HitPane::setExclusions(qint64 count)
{
    m_exclusionCount = count;
    m_exclusions->setText(count < 0 ? tr("Exclusions") : tr("%Ln exclusions", nullptr, static_cast<int>(count)));
}

void HitPane::showHit()
{
    m_head->setVisible(m_hit.has_value());
    allow(m_allowHere, lacks(m_console, access::Permission::ProtectionUpdate), m_hit.has_value(), {}, tr("Choose a hit first"));
    m_event->setVisible(mayOpenPanel(m_console, u"events"_s));
    enableOr(m_event, m_hit ? QString() : tr("Choose a hit first"));
    if (!m_hit)
        return;
    const DetectionHit& hit = *m_hit;
    const QLocale locale;
    m_title->setText(detectionRuleTitle(hit.rule));
    if (hit.blocked)
        m_pill->setContent(Tone::Danger, Icon::Ban, tr("Blocked"));
    else
        m_pill->setContent(Tone::Info, Icon::Eye, tr("Observed"));
    const UtcTime now = m_console.clock() ? m_console.clock()->now() : hit.time;
    //: %1: who sent it, %2: when, as in “today 13:08”
    m_subtitle->setText(
        tr("%1, %2, score %3 of %4")
            .arg(hitSender(hit), whenText(hit.time, now), locale.toString(hit.score), locale.toString(hit.threshold)));
    m_place->setText(hit.inName
                         ? tr("The name “%1” itself").arg(hitPlace(hit.part, hit.member))
                         : tr("%1, from character %2").arg(hitPlace(hit.part, hit.member), locale.toString(hit.place + 1)));
    m_excerptFlow->clear();
    const auto pieces = hit.matched.empty() ? QList<QPair<QString, Tone>>{{tr("Sealed: nothing of it is kept"), Tone::Muted}}
                                            : excerptPieces(hit);
    QStringList said;
    for (const auto& [words, tone] : pieces) {
        auto* piece = makeLabel(words, hit.matched.empty() ? TextStyle::Small : TextStyle::Mono, tone, m_excerpt);
        m_excerptFlow->addWidget(piece);
        piece->show();
        said << words;
    }
    m_excerpt->setAccessibleName(said.join(u' '));
}

void HitPane::closeCard()
{
    m_card->hide();
    m_chart->show();
}

void HitPane::closeHit()
{
    m_hit.reset();
    closeCard();
    m_table->clearSelection();
    showHit();
    m_table->setFocus();
}

void HitPane::showClass(std::optional<protection::detection::AttackClass> attackClass)
{
    if (attackClass == m_class && !m_days.empty())
        return;
    m_class = attackClass;
    if (m_hit && attackClass && m_hit->attackClass != *attackClass) {
        m_hit.reset();
        closeCard();
        showHit();
    }
    m_model->showClass(attackClass);
    loadDays();
}

void HitPane::loadDays()
{
    m_console.run(
        this,
        [attackClass = m_class](Services& services, const access::Actor& actor) {
            return services.detectionRules.days(actor, attackClass);
        },
        [this, mine = ++m_asked](const Result<std::vector<HitDay>>& days) {
            if (mine != m_asked || !days)
                return;
            m_days = *days;
            showDays();
        });
}

void HitPane::showDays()
{
    QList<ChartColumn> columns;
    QList<QPair<int, QString>> labels;
    qint64 total = 0;
    for (const HitDay& day : m_days) {
        const QString name = QLocale().toString(localTime(day.start).date(), u"ddd"_s);
        labels << QPair<int, QString>(static_cast<int>(columns.size()), name);
        columns << ChartColumn{name, {static_cast<double>(day.blocked), static_cast<double>(day.observed)}};
        total += day.blocked + day.observed;
    }
    m_chart->setColumns(columns);
    m_chart->setAxisLabels(labels);
    m_weekCount->setText(m_days.empty() ? QString() : QLocale().toString(total));
}

void HitPane::refresh()
{
    m_model->refresh();
    loadDays();
}

void HitPane::reveal(const std::string& id)
{
    m_console.run(
        this, [id](Services& services, const access::Actor& actor) { return services.detectionRules.hit(actor, id); },
        [this](const Result<DetectionHit>& found) {
            if (!found)
                return;
            m_hit = *found;
            showHit();
        });
}

} // namespace sallyport::ui
