#include "ui/headers/headers_panel.h"

#include "backend/settings/browser_settings.h"
#include "ui/headers/headers_model.h"
#include "ui/headers/live_check.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/settings/setting_field.h"
#include "ui/settings/setting_inputs.h"
#include "ui/settings/settings_form.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/toast.h"
#include "ui/words/user_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int editorWidth = 400;

QLabel* makeValue(const QString& name, QWidget* parent)
{
    QLabel* label = makeLabel(TextStyle::Mono, Tone::Normal, parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

HeadersPanel::HeadersPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_header(new PageHeader(this)),
      m_check(makeButton(ButtonKind::Primary, u"headers.check"_s, m_header, Icon::Refresh)),
      m_form(new SettingsForm(console, u"headers"_s, this)), m_model(new HeadersModel(this)), m_live(new LiveCheck(this)),
      m_toast(new Toast(this))
{
    setObjectName(u"headers"_s);
    m_header->addAction(m_check);
    m_form->setSave(access::Permission::ProtectionUpdate, settings::changeBrowserSettings);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(makeEditor());
    m_states = new StateStack(u"headers.state"_s, makeResult(), this);
    m_start = makeButton(ButtonKind::Primary, u"headers.start"_s, m_states->empty(), Icon::ServerPlay);
    m_states->empty()->addAction(m_start);
    row->addWidget(m_states, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(row, 1);
    column->addWidget(m_form->bar());
    connectParts();
    onRetranslate(this, [this] { setTexts(); });
    m_form->load();
    followServer();
}

HeadersPanel::~HeadersPanel() = default;

QWidget* HeadersPanel::makeEditor()
{
    auto* page = new Surface(Token::Surface);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(leadingMargins(8, 16, 16, 24));
    column->setSpacing(20);
    const auto addHead = [&] {
        QLabel* head = makeLabel(TextStyle::PaneTitle, Tone::Normal, page);
        auto* row = new QHBoxLayout; // as the fields, which keep room for their mark
        row->setSpacing(0);
        row->addSpacing(settingFieldInset);
        row->addWidget(head, 1);
        column->addLayout(row);
        return head;
    };
    m_fieldsHead = addHead();
    for (const char* const key : {"headers.hsts_max_age", "headers.hsts_subdomains", "headers.content_security_policy"})
        column->addWidget(m_form->add(key, page));
    m_pagesHead = addHead();
    for (const char* const key : {"cors.origins", "cors.methods", "cors.headers", "cors.credentials", "cors.max_age"})
        column->addWidget(m_form->add(key, page));
    column->addStretch(1);
    auto* side = new Surface(Token::Surface, this);
    side->setHairlines(Qt::RightEdge);
    side->setFixedWidth(scaled(editorWidth, this));
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 1, 0);
    m_area = makeScrollArea(page, side, u"headers.editor"_s);
    sideColumn->addWidget(m_area);
    return side;
}

QWidget* HeadersPanel::makeResult()
{
    auto* page = new QWidget(this);
    auto* bannerRoom = new QWidget(page);
    auto* bannerRow = new QVBoxLayout(bannerRoom);
    m_banner = new Banner(u"headers.banner"_s, bannerRoom);
    bannerRow->addWidget(m_banner);
    setLeadingMargins(bannerRoom, {16, 12, 16, 12});
    m_table = new DataTable(u"headers.table"_s, page);
    m_table->setModel(m_model);
    m_table->setColumns(HeadersModel::columns());
    m_table->setFixedSort(HeadersModel::Grade, Qt::DescendingOrder);

    auto* details = new Surface(Token::Surface, page);
    details->setObjectName(u"headers.details"_s);
    details->setHairlines(Qt::TopEdge);
    m_title = makeLabel(TextStyle::Heading, Tone::Normal, details);
    m_title->setWordWrap(true);
    m_expectedHead = makeLabel(TextStyle::SmallStrong, Tone::Muted, details);
    m_expected = makeValue(u"headers.expected"_s, details);
    m_seenHead = makeLabel(TextStyle::SmallStrong, Tone::Muted, details);
    m_seen = makeValue(u"headers.seen"_s, details);
    m_advice = makeLabel(TextStyle::Body, Tone::Normal, details);
    m_advice->setObjectName(u"headers.advice"_s);
    m_advice->setWordWrap(true);
    m_toSetting = makeButton(ButtonKind::Link, u"headers.to_setting"_s, details);
    auto* lines = new QVBoxLayout(details);
    lines->setContentsMargins(16, 12, 16, 12);
    lines->setSpacing(4);
    for (QWidget* line : std::initializer_list<QWidget*>{m_title, m_expectedHead, m_expected, m_seenHead, m_seen, m_advice})
        lines->addWidget(line);
    lines->addWidget(m_toSetting, 0, Qt::AlignLeading);

    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bannerRoom);
    column->addWidget(m_table, 1);
    column->addWidget(details);
    return page;
}

void HeadersPanel::connectParts()
{
    connect(m_check, &QPushButton::clicked, this, &HeadersPanel::check);
    connect(m_start, &QPushButton::clicked, this, [this] { console().startServer(); });
    connect(m_states->error(), &ErrorState::retryRequested, this, &HeadersPanel::check);
    connect(&console(), &Console::serverStatusChanged, this, &HeadersPanel::followServer);
    connect(&console(), &Console::settingsChanged, this, [this] {
        m_form->load();
        check();
    });
    connect(&console(), &Console::operatorChanged, m_form, &SettingsForm::load);
    connect(m_form, &SettingsForm::saveRequested, m_form, &SettingsForm::save);
    connect(m_form, &SettingsForm::saved, this, [this] {
        m_toast->say(Tone::Success, tr("Answers tell it from now on"), tr("Undo"));
        check();
    });
    connect(m_toast, &Toast::actionRequested, m_form, &SettingsForm::undo);
    connect(m_form, &SettingsForm::undone, this, [this] {
        m_toast->say(Tone::Success, tr("As it was before"));
        check();
    });
    connect(m_form, &SettingsForm::undoFailed, this,
            [this](const Error& error) { m_toast->say(Tone::Danger, errorLine(error)); });
    connect(m_live, &LiveCheck::finished, this, &HeadersPanel::take);
    connect(m_live, &LiveCheck::failed, this, [this](const QString& problem) {
        m_states->showError(makeError(ErrorCode::Unavailable, problem.toStdString()),
                            tr("The settings beside it are read from the vault."));
    });
    connect(m_table, &DataTable::currentRowChanged, this, &HeadersPanel::showRow);
    const auto openSetting = [this](int row) {
        if (row >= 0 && row < m_model->rowCount() && !m_model->findings()[row].setting.empty())
            reveal(m_model->findings()[row].setting);
    };
    connect(m_table, &DataTable::rowActivated, this, openSetting);
    connect(m_toSetting, &QPushButton::clicked, this, [this, openSetting] { openSetting(m_table->currentIndex().row()); });
}

void HeadersPanel::setTexts()
{
    m_header->setTitle(tr("Headers and CORS"));
    m_check->setText(tr("Check now"));
    m_fieldsHead->setText(tr("Security headers"));
    m_pagesHead->setText(tr("Pages of other origins"));
    m_start->setText(tr("Start server"));
    m_states->empty()->setIcon(Icon::ServerPause);
    m_states->empty()->setTexts(tr("The server is not running"), tr("The check asks it as a client would."));
    m_states->empty()->setSteps({});
    m_states->loading()->setText(tr("Asking the server"));
    m_table->setAccessibleName(tr("What a client saw"));
    m_expectedHead->setText(tr("Expected"));
    m_seenHead->setText(tr("Seen"));
    m_toSetting->setText(tr("Show setting"));
    m_form->setTexts();
    if (m_model->rowCount() > 0 && m_running)
        check(); // its words are of the language
    showVerdict();
    showRow(m_table->currentIndex().row());
}

void HeadersPanel::activate(const QString& argument)
{
    m_form->load();
    if (!argument.isEmpty())
        reveal(argument.toStdString());
}

void HeadersPanel::refresh()
{
    m_form->load();
    check();
}

void HeadersPanel::followServer()
{
    const ServerStatus& status = console().serverStatus();
    const bool wasRunning = m_running;
    m_running = status.state == ServerStatus::State::Running;
    enableOr(m_check, m_running ? QString() : tr("The server doesn’t run"));
    allow(m_start, lacks(console(), access::Permission::ServerControl), status.state == ServerStatus::State::Stopped);
    if (!m_running) {
        m_live->stop();
        m_states->showEmpty();
        return;
    }
    m_live->setServer(QUrl(text(status.url)), text(status.fingerprint));
    if (!wasRunning)
        check();
}

void HeadersPanel::check()
{
    if (!m_running)
        return;
    if (m_model->rowCount() == 0)
        m_states->showLoading();
    const auto values = console().settings();
    m_live->run(values->corsOrigins.empty() ? QString() : text(values->corsOrigins.front()));
}

void HeadersPanel::take(const HeaderAnswers& answers)
{
    const auto values = console().settings();
    // Where the settings have changed meanwhile, another check is under way.
    if (answers.origin != (values->corsOrigins.empty() ? QString() : text(values->corsOrigins.front())))
        return;
    m_model->setFindings(judgeHeaders(answers, *values));
    m_states->showContent();
    showVerdict();
    m_table->selectRow(0);
    showRow(0);
}

void HeadersPanel::showVerdict()
{
    const int wrong = m_model->count(HeaderFinding::Grade::Wrong), weak = m_model->count(HeaderFinding::Grade::Weak);
    m_banner->setTone(wrong > 0  ? Tone::Danger
                      : weak > 0 ? Tone::Warning
                                 : Tone::Success,
                      wrong > 0  ? Icon::Critical
                      : weak > 0 ? Icon::Warning
                                 : Icon::CheckCircle);
    m_banner->setTitle(wrong > 0  ? tr("%Ln are not as they are set", nullptr, wrong)
                       : weak > 0 ? tr("%Ln could be better", nullptr, weak)
                                  : tr("Browsers are told what is set"));
    m_banner->setText(tr("%1 things were looked at, over HTTPS at %2.")
                          .arg(QLocale().toString(m_model->rowCount()), text(console().serverStatus().url)));
}

void HeadersPanel::showRow(int row)
{
    const bool any = row >= 0 && row < m_model->rowCount();
    const HeaderFinding found = any ? m_model->findings()[row] : HeaderFinding{};
    m_title->setText(found.title);
    m_expected->setText(found.expected);
    m_seen->setText(found.seen);
    m_advice->setText(found.advice);
    m_advice->setVisible(!found.advice.isEmpty());
    m_toSetting->setVisible(!found.setting.empty());
}

void HeadersPanel::reveal(const std::string& key)
{
    SettingInput* shown = m_form->input(key);
    if (shown == nullptr)
        return;
    // After the layout: the page may be shown for the first time.
    QTimer::singleShot(0, shown, [this, shown, field = m_form->field(key)] {
        m_area->ensureWidgetVisible(field, 0, 60);
        shown->editor()->setFocus(Qt::OtherFocusReason);
    });
}

} // namespace sallyport::ui
