#include "ui/reports/reports_panel.h"

#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/reports/chain_card.h"
#include "ui/reports/kept_reports.h"
#include "ui/reports/recent_reports.h"
#include "ui/reports/report_cards.h"
#include "ui/reports/report_form.h"
#include "ui/reports/report_plans.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/widgets/page_header.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

namespace sallyport::ui {
namespace {

constexpr int sideWidth = 360;
constexpr int listWidth = 560;

} // namespace

ReportHost ReportHost::desktop()
{
    ReportHost host;
    host.chooseFile = [](QWidget* parent, const QString& suggested, const QString& nameFilter,
                         std::function<void(const QString&)> chosen) {
        auto* dialog = new QFileDialog(parent, QString(), suggested, nameFilter);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->selectFile(suggested);
        QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
        dialog->open();
    };
    host.open = [](const QString& path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); };
    return host;
}

ReportsPanel::ReportsPanel(Console& console, ReportHost host, QWidget* parent)
    : Panel(console, parent), m_header(new PageHeader(this)), m_form(new ReportForm(console, host, this)),
      m_chain(new ChainCard(console, this)), m_recent(new RecentReports(console, this)),
      m_kept(new KeptReports(console, std::move(host), this)), m_plans(new ReportPlans(
                                                                   console, [this] { return m_form->draft(); }, this))
{
    setObjectName(QStringLiteral("reports"));
    auto* page = new Surface(Token::Surface, this);
    auto* pageColumn = new QVBoxLayout(page);
    pageColumn->setContentsMargins(24, 20, 24, 24);
    pageColumn->setSpacing(24);
    pageColumn->addWidget(m_form);
    for (QWidget* list : std::initializer_list<QWidget*>{m_plans, m_kept}) {
        list->setMaximumWidth(scaled(listWidth, this));
        pageColumn->addWidget(list);
    }
    pageColumn->addStretch(1);
    auto* area = makeScrollArea(page, this, QStringLiteral("reports.page"));

    auto* side = new Surface(Token::Surface, this);
    side->setHairlines(Qt::LeftEdge);
    side->setFixedWidth(scaled(sideWidth, this));
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(leadingMargins(1, 0, 0, 0));
    sideColumn->setSpacing(0);
    sideColumn->addWidget(m_chain);
    sideColumn->addWidget(makeSeparator(Qt::Horizontal, Token::Border, side));
    sideColumn->addWidget(m_recent, 1);

    auto* pageWithFoot = new QVBoxLayout;
    pageWithFoot->setSpacing(0);
    pageWithFoot->addWidget(area, 1);
    pageWithFoot->addWidget(m_form->doing());
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addLayout(pageWithFoot, 1);
    row->addWidget(side);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(row, 1);

    connect(m_form, &ReportForm::reported, m_recent, &RecentReports::refresh);
    connect(m_form, &ReportForm::kept, m_kept, &KeptReports::refresh);
    connect(m_kept, &KeptReports::changed, m_recent, &RecentReports::refresh);
    const auto count = [this] { m_form->cards()->setCounts(m_plans->plans(), m_kept->kept()); };
    connect(m_kept, &KeptReports::loaded, this, count);
    connect(m_plans, &ReportPlans::loaded, this, count);
    connect(m_chain, &ChainCard::openEvents, this,
            [this](const QString& filter) { Q_EMIT navigate(QStringLiteral("events"), filter); });
    onRetranslate(this, [this] { m_header->setTitle(tr("Reports")); });
}

void ReportsPanel::activate(const QString& argument)
{
    if (!argument.isEmpty())
        m_form->setFilter(argument);
    refresh();
}

void ReportsPanel::refresh()
{
    m_form->refresh();
    m_chain->refresh();
    m_recent->refresh();
    m_kept->refresh();
    m_plans->refresh();
}

} // namespace sallyport::ui
