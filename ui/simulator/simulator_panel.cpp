#include "ui/simulator/simulator_panel.h"

#include "ui/console/permit.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/parts/lines_list.h"
#include "ui/simulator/batch_model.h"
#include "ui/simulator/question_form.h"
#include "ui/simulator/trace_view.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/toast.h"
#include "ui/words/access_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;

namespace {

constexpr int askWait = 120; // ms after the last edit
constexpr int traceWidth = 536;

enum Tab { BatchTab, WhatTab, WhoTab };

} // namespace

SimulatorPanel::SimulatorPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_header(new PageHeader(this)), m_toast(new Toast(this)),
      m_copy(makeButton(ButtonKind::Ghost, u"simulator.copy"_s, m_header, Icon::Copy)),
      m_test(makeButton(ButtonKind::Secondary, u"simulator.test"_s, m_header, Icon::Flask)),
      m_form(new QuestionForm(console, u"simulator.question"_s, QuestionForm::Lies::Across, this)), m_batch(new BatchModel(this))
{
    setObjectName(u"simulator"_s);
    m_header->addAction(m_copy);
    m_header->addAction(m_test);
    setButtonOpensMenu(m_test, true);
    auto* question = new Surface(Token::Surface, this);
    question->setHairlines(Qt::BottomEdge);
    auto* row = new QVBoxLayout(question);
    row->setContentsMargins(0, 0, 0, 1);
    row->addWidget(m_form);
    m_trace = new TraceView(u"simulator.trace"_s, this);
    m_trace->setMinimumWidth(scaled(320, this));
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(u"simulator.splitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_trace);
    m_splitter->addWidget(makeTabs());
    m_splitter->setSizes({traceWidth, traceWidth});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(question);
    column->addWidget(m_splitter, 1);
    m_wait.setSingleShot(true);
    m_wait.setInterval(askWait);
    connectParts();
    refreshAfter({"policy.", "role."});
    onRetranslate(this, [this] { setTexts(); });
}

SimulatorPanel::~SimulatorPanel() = default;

QWidget* SimulatorPanel::makeTabs()
{
    auto* side = new Surface(Token::Surface, this);
    auto* head = new Surface(Token::Surface, side);
    head->setHairlines(Qt::BottomEdge);
    head->setFixedHeight(scaled(40, this));
    m_tabs = new PaneTabs(head);
    m_tabs->setObjectName(u"simulator.tabs"_s);
    for (int tab = 0; tab < 3; ++tab)
        m_tabs->addTab({});
    auto* heads = new QHBoxLayout(head);
    setLeadingMargins(head, {4, 0, 16, 0});
    heads->addWidget(m_tabs, 1, Qt::AlignBottom); // all the room: a tab bar with less stands tight (gapOf)
    m_pages = new QStackedWidget(side);
    const auto page = [this](QLabel*& title, QWidget* content, QLabel** foot) {
        auto* one = new QWidget(m_pages);
        title = makeLabel(TextStyle::Small, Tone::Muted, one);
        title->setWordWrap(true);
        auto* column = new QVBoxLayout(one);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        auto* said = new QHBoxLayout;
        said->setContentsMargins(leadingMargins(20, 12, 16, 12));
        said->addWidget(title);
        column->addLayout(said);
        column->addWidget(content, 1);
        if (foot != nullptr) {
            *foot = makeLabel(TextStyle::Small, Tone::Muted, one);
            column->addWidget(makeSeparator(Qt::Horizontal, Token::Border, one));
            auto* below = new QHBoxLayout;
            below->setContentsMargins(leadingMargins(20, 10, 16, 10));
            below->addWidget(*foot);
            column->addLayout(below);
        }
        m_pages->addWidget(one);
    };
    m_table = new DataTable(u"simulator.batch"_s, m_pages);
    m_table->setColumns(BatchModel::columns());
    m_table->setModel(m_batch);
    page(m_batchTitle, m_table, &m_batchFoot);
    const auto lines = [this](LinesList*& list, const QString& name) {
        auto* content = new QWidget(m_pages);
        list = new LinesList(name, content);
        auto* column = new QVBoxLayout(content);
        column->setContentsMargins(leadingMargins(20, 0, 16, 12));
        column->addWidget(list);
        column->addStretch(1);
        return makeScrollArea(content, m_pages, name + u".scroll"_s);
    };
    page(m_whatTitle, lines(m_what, u"simulator.what"_s), nullptr);
    page(m_whoTitle, lines(m_who, u"simulator.who_may"_s), nullptr);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_pages, 1);
    side->setMinimumWidth(scaled(320, this));
    return side;
}

void SimulatorPanel::connectParts()
{
    connect(m_form, &QuestionForm::edited, this, &SimulatorPanel::askSoon);
    connect(&m_wait, &QTimer::timeout, this, &SimulatorPanel::ask);
    connect(m_tabs, &QTabBar::currentChanged, this, &SimulatorPanel::showTab);
    connect(m_trace, &TraceView::policyRequested, this, [this](const QString& id) { Q_EMIT navigate(u"policies"_s, id); });
    connect(m_trace, &TraceView::tryRequested, this, &SimulatorPanel::tryWay);
    connect(m_copy, &QPushButton::clicked, this, &SimulatorPanel::copyCommand);
    connect(m_test, &QPushButton::clicked, this, &SimulatorPanel::fillTestMenu);
    const auto explain = [this](int row, int column) {
        if (row < 0 || row >= m_batch->rowCount())
            return;
        const BatchModel::Person& person = m_batch->people()[static_cast<std::size_t>(row)];
        QuestionDraft question = m_form->question();
        question.setSubject(person.id, person.name);
        if (const std::string action = m_batch->actionAt(column); !action.empty())
            question.setAction(action);
        m_form->setQuestion(question);
        ask();
    };
    connect(m_table, &DataTable::rowActivated, this, [explain](int row) { explain(row, 0); });
    connect(m_table, &QAbstractItemView::clicked, this,
            [explain](const QModelIndex& index) { explain(index.row(), index.column()); });
}

void SimulatorPanel::setTexts()
{
    m_header->setTitle(tr("Simulator"));
    m_header->setNote(Icon::Zap, tr("Answers as you edit"), Tone::Muted);
    m_copy->setText(tr("Copy as command"));
    m_test->setText(tr("Save as test"));
    allow(m_test, lacks(console(), Permission::PoliciesUpdate));
    m_table->setAccessibleName(tr("People and what they may do"));
    m_trace->setPoliciesOpen(mayOpenPanel(console(), u"policies"_s));
    // The answers of all actions beside each other, in languages with longer words, too.
    const int side = std::max(traceWidth, m_table->leastWidth());
    m_splitter->setSizes({2 * traceWidth - side, side});
    showBatchTexts();
    ask();
}

void SimulatorPanel::showBatchTexts()
{
    const QString who = m_form->question().subjectName();
    m_tabs->setTabText(BatchTab, tr("Batch"));
    m_tabs->setTabText(WhatTab, tr("What can %1 do").arg(who.isEmpty() ? tr("nobody") : who.section(u' ', 0, 0)));
    m_tabs->setTabText(WhoTab, tr("Who can do this"));
    if (!m_hasBatch) { // no count of what is not known
        m_batchTitle->setText({});
        return m_batchFoot->setText({});
    }
    const QString thing = m_form->question().objectTitle();
    m_batchTitle->setText(thing.isEmpty()
                              ? tr("%Ln people, same time and address", nullptr, m_batch->rowCount())
                              : tr("%Ln people on %1, same time and address", nullptr, m_batch->rowCount()).arg(thing));
    m_batchFoot->setText(tr("%1 allowed, %2 refused").arg(m_batch->allowed()).arg(m_batch->refused()));
}

void SimulatorPanel::activate(const QString& argument)
{
    if (argument.isEmpty())
        m_form->focusFirst();
    else
        takeFrom(argument.toStdString());
}

void SimulatorPanel::refresh()
{
    ask();
}

void SimulatorPanel::askSoon()
{
    m_wait.start();
}

void SimulatorPanel::showTab(int tab)
{
    m_pages->setCurrentIndex(tab);
    if (tab == BatchTab)
        askBatch();
    else if (tab == WhatTab)
        askWhat();
    else
        askWho();
}

} // namespace sallyport::ui
