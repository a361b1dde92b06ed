#include "ui/widgets/details_pane.h"

#include "ui/look/margins.h"
#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/widgets/actions_layout.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/overlay_scroll.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int paneLeading = 20;
constexpr int paneTrailing = 20;
} // namespace

// ChipList

ChipList::ChipList(QWidget* parent) : QWidget(parent), m_flow(new FlowLayout(this, 8))
{
    m_flow->setContentsMargins(0, 4, 0, 0);
}

void ChipList::setTexts(const QStringList& texts, int most, const std::function<QString(int)>& moreText)
{
    m_flow->clear();
    const bool cut = texts.size() > most;
    const qsizetype shown = cut ? most - 1 : texts.size();
    for (qsizetype i = 0; i < shown; ++i)
        m_flow->addWidget(new Chip(texts.at(i), Tone::Normal, this));
    if (cut)
        m_flow->addWidget(new Chip(moreText(static_cast<int>(texts.size() - shown)), Tone::Muted, this));
    for (int i = 0; i < m_flow->count(); ++i)
        m_flow->itemAt(i)->widget()->show();
    updateGeometry();
}

// DetailsPane

DetailsPane::DetailsPane(const QString& objectName, QWidget* parent)
    : Surface(Token::Surface, parent), m_avatar(new Avatar(40, this)),
      m_title(new ElideLabel(TextStyle::PaneTitle, Tone::Normal, this)),
      m_subtitle(new ElideLabel(TextStyle::Body, Tone::Muted, this)), m_pill(new Pill(this)), m_tabs(new PaneTabs(this)),
      m_pages(new QStackedWidget(this)), m_footer(new Surface(Token::Surface, this)), m_footerRow(new ActionsLayout(m_footer))
{
    setObjectName(objectName);
    m_tabs->setObjectName(objectName + u".tabs"_s);
    m_pill->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    column->addWidget(m_footer);

    m_tabs->hide();
    m_footer->hide();
    m_footer->setHairlines(Qt::TopEdge);
    m_footerRow->setContentsMargins(paneLeading, 13, paneTrailing, 11);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
}

QWidget* DetailsPane::makeHead()
{
    auto* head = new QWidget(this);
    auto* close = makeIconButton(Icon::Close, objectName() + u".close"_s, head);
    onRetranslate(close, [close] { setIconButtonText(close, DetailsPane::tr("Close details")); });
    connect(close, &QPushButton::clicked, this, &DetailsPane::closeRequested);

    // The name comes first: without room for both the pill goes below it.
    m_titleRow = new FlowLayout(nullptr, 8);
    m_titleRow->setWide(); // also where no subtitle does
    m_titleRow->addWidget(m_title);
    m_titleRow->addWidget(m_pill);
    m_subtitleRow = new QHBoxLayout;
    m_subtitleRow->setSpacing(6);
    m_subtitleRow->addWidget(m_subtitle, 1);
    auto* texts = new QVBoxLayout;
    texts->setContentsMargins(0, 4, 0, 2);
    texts->setSpacing(2);
    texts->addLayout(m_titleRow);
    texts->addLayout(m_subtitleRow);
    auto* row = new QHBoxLayout(head);
    setLeadingMargins(head, {paneLeading, 12, 12, 12});
    row->setSpacing(12);
    row->addWidget(m_avatar, 0, Qt::AlignVCenter);
    row->addLayout(texts, 1);
    m_headTools = new QHBoxLayout;
    m_headTools->setSpacing(0);
    m_headTools->addWidget(close);
    row->addLayout(m_headTools);
    row->setAlignment(m_headTools, Qt::AlignTop);
    return head;
}

void DetailsPane::setTitle(const QString& title)
{
    m_title->setText(title);
}

void DetailsPane::setSubtitle(const QString& subtitle)
{
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void DetailsPane::setCodeTitle()
{
    m_title->setStyle(TextStyle::MonoTitle);
    m_titleRow->removeWidget(m_pill);
    m_subtitleRow->insertWidget(0, m_pill);
}

void DetailsPane::setAvatarVisible(bool visible)
{
    m_avatar->setVisible(visible);
}

int DetailsPane::addPage(const QString& tabObjectName)
{
    auto* page = new Surface(Token::Surface);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addStretch(1);
    m_pages->addWidget(makeScrollArea(page, m_pages, tabObjectName));
    m_columns.append(column);
    m_tabs->addTab(QString());
    m_tabs->setVisible(m_tabs->count() > 1);
    return m_tabs->count() - 1;
}

PaneSection* DetailsPane::addSection(int page)
{
    QVBoxLayout* column = m_columns.at(page);
    auto* section = new PaneSection(column->parentWidget());
    section->setLineAbove(column->count() > 1);
    column->insertWidget(column->count() - 1, section);
    return section;
}

void DetailsPane::setPageTitle(int page, const QString& title)
{
    m_tabs->setTabText(page, title);
}

void DetailsPane::addHeadAction(QPushButton* button)
{
    m_headTools->insertWidget(m_headTools->count() - 1, button);
}

void DetailsPane::addFooterAction(QPushButton* button)
{
    m_footerRow->addWidget(button);
    m_footer->show();
}

void DetailsPane::addFooterDanger(QPushButton* button)
{
    m_footerRow->addDanger(button);
    m_footer->show();
}

} // namespace sallyport::ui
