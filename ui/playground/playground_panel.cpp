#include "ui/playground/playground_panel.h"

#include "ui/console/permit.h"
#include "ui/events/why_view.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/playground/answer_view.h"
#include "ui/playground/request_editor.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/toast.h"
#include "ui/words/user_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int editorWidth = 400;
constexpr int whyWidth = 360;

/// Used once, which is all that a nonce has to be.
QByteArray nonceAt(qint64 micros, int sent)
{
    return QByteArray::number(micros, 16) + '-' + QByteArray::number(sent);
}

} // namespace

PlaygroundPanel::PlaygroundPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_client(new ServerClient(this)), m_header(new PageHeader(this)), m_editor(new RequestEditor),
      m_answer(new AnswerView), m_why(new WhyView), m_toast(new Toast(this))
{
    setObjectName(u"playground"_s);
    auto* work = new QWidget(this);
    auto* row = new QHBoxLayout(work);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* side = new Surface(Token::Surface, work);
    side->setHairlines(Qt::RightEdge);
    side->setFixedWidth(scaled(editorWidth, this));
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 1, 0);
    sideColumn->addWidget(makeScrollArea(m_editor, side, u"playground.editor"_s));
    row->addWidget(side);
    row->addWidget(makeScrollArea(makePage(), work, u"playground.page"_s), 1);
    m_states = new StateStack(u"playground.state"_s, work, this);
    m_start = makeButton(ButtonKind::Primary, u"playground.start"_s, m_states->empty(), Icon::ServerPlay);
    m_states->empty()->addAction(m_start);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_states, 1);

    connect(m_editor, &RequestEditor::sendRequested, this, &PlaygroundPanel::send);
    connect(m_editor, &RequestEditor::curlRequested, this, &PlaygroundPanel::copyCurl);
    connect(m_why, &WhyView::actionRequested, this, &Panel::navigate);
    connect(m_states->error(), &ErrorState::retryRequested, this, &PlaygroundPanel::readRoutes);
    connect(&console, &Console::serverStatusChanged, this, &PlaygroundPanel::followServer);
    connect(m_start, &QPushButton::clicked, this, [this] { this->console().startServer(); });
    onRetranslate(this, [this] { setTexts(); });
    followServer();
}

PlaygroundPanel::~PlaygroundPanel() = default;

QWidget* PlaygroundPanel::makePage()
{
    auto* page = new Surface(Token::Surface, this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(20);
    m_first = new EmptyState(u"playground.first"_s, page);
    m_answerRoom = new QWidget(page);
    m_answerRoom->setObjectName(u"playground.result"_s);
    auto* both = new QHBoxLayout(m_answerRoom);
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(24);
    both->addWidget(m_answer, 3);
    m_why->setMinimumWidth(scaled(whyWidth, this)); // words of stages are not cut
    auto* why = new QVBoxLayout;
    why->addWidget(m_why);
    why->addStretch(1);
    both->addLayout(why, 2);
    column->addWidget(m_first, 1);
    column->addWidget(m_answerRoom, 1);
    m_answerRoom->hide();
    m_why->hide();
    return page;
}

void PlaygroundPanel::setTexts()
{
    m_header->setTitle(tr("Playground"));
    m_first->setIcon(Icon::Flask);
    m_first->setTexts(tr("Ask your own server"),
                      tr("Over HTTPS, like any client: limits count, and events are recorded. What you type here is not kept."));
    m_first->setSteps({});
    m_states->empty()->setIcon(Icon::ServerPause);
    m_states->empty()->setTexts(tr("The server is not running"), tr("The playground sends real requests, so it needs one."));
    m_states->empty()->setSteps({});
    m_states->loading()->setText(tr("Asking the server for its routes"));
    m_start->setText(tr("Start server"));
}

void PlaygroundPanel::followServer()
{
    const ServerStatus& status = console().serverStatus();
    const bool running = status.state == ServerStatus::State::Running;
    allow(m_start, lacks(console(), access::Permission::ServerControl), status.state == ServerStatus::State::Stopped);
    if (!running) {
        m_running = false;
        m_states->showEmpty();
        return;
    }
    const QUrl url(text(status.url));
    const bool same = m_running && m_client->url() == url;
    m_client->setServer(url, text(status.fingerprint));
    m_running = true;
    if (!same)
        readRoutes();
}

void PlaygroundPanel::readRoutes()
{
    if (m_editor->routes().isEmpty())
        m_states->showLoading();
    m_client->send({.method = "GET", .target = u"/api/openapi.json"_s, .fields = {}, .body = {}},
                   [this](const ServerClient::Answer& answer) {
                       QList<RouteExample> routes = ui::readRoutes(answer.body);
                       if (answer.status != 200 || routes.isEmpty()) {
                           m_states->showError(makeError(ErrorCode::Unavailable, answer.problem.toStdString()),
                                               tr("The server did not tell its routes. Nothing was sent."));
                           return beginHere(this);
                       }
                       m_editor->setRoutes(std::move(routes));
                       m_states->showContent();
                       beginHere(this);
                       if (!m_wanted.isEmpty())
                           activate(std::exchange(m_wanted, {}));
                   });
}

void PlaygroundPanel::activate(const QString& argument)
{
    if (argument.isEmpty())
        return;
    if (m_editor->routes().isEmpty())
        m_wanted = argument;
    else if (!m_editor->choose(argument))
        m_toast->say(Tone::Warning, tr("The server has no route for %1").arg(argument));
}

void PlaygroundPanel::send()
{
    ServerClient::Request request = m_editor->request();
    if (request.target.isEmpty())
        return;
    const Clock* const clock = console().clock();
    const qint64 now = clock == nullptr ? 0 : toMicros(clock->now());
    request.fields += fieldsOf(m_editor->credential(), request, now / 1'000'000, nonceAt(now, ++m_sent));
    m_editor->setSending(true);
    m_client->send(request, [this](const ServerClient::Answer& answer) { take(answer); });
}

void PlaygroundPanel::take(const ServerClient::Answer& answer)
{
    m_editor->setSending(false);
    m_first->hide();
    m_answer->setAnswer(answer);
    m_answerRoom->show();
    m_why->hide();
    const QByteArray request = answer.field("X-Request-Id");
    if (answer.status >= 400 && !request.isEmpty() && console().may(access::Permission::EventsRead))
        explain(QString::fromLatin1(request));
}

void PlaygroundPanel::explain(const QString& request)
{
    console().run(
        this,
        [id = request.toStdString()](Services& services, const access::Actor& actor, const CancelFlag&) {
            audit::EventQuery query;
            query.requestIds = {id};
            return services.events.list(actor, query, 5, {}, true);
        },
        [this](const Result<journal::EventPage>& page) {
            if (!page)
                return;
            for (const audit::Event& event : page->events) {
                if (!WhyView::explains(event))
                    continue;
                m_why->setEvent(event);
                m_why->show();
                return;
            }
        });
}

void PlaygroundPanel::copyCurl()
{
    QGuiApplication::clipboard()->setText(curlText(m_client->url(), m_editor->request(), m_editor->credential()));
    m_toast->say(Tone::Success, tr("Copied; its secrets are variables"));
}

} // namespace sallyport::ui
