#include "ui/playground/request_editor.h"

#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/segmented_control.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int bodyHeight = 140;

QLineEdit* makeLine(const QString& name, QWidget* parent, bool secret)
{
    auto* line = new QLineEdit(parent);
    line->setObjectName(name);
    line->setFont(textFont(TextStyle::Mono));
    if (secret)
        line->setEchoMode(QLineEdit::Password);
    return line;
}

} // namespace

RequestEditor::RequestEditor(QWidget* parent)
    : QWidget(parent), m_route(new QComboBox(this)), m_needs(makeLabel(TextStyle::Small, Tone::Muted, this)),
      m_target(makeLine(u"playground.target"_s, this, false)), m_kind(new SegmentedControl(u"playground.credential"_s, this)),
      m_token(makeLine(u"playground.token"_s, this, true)), m_key(makeLine(u"playground.key"_s, this, true)),
      m_secret(makeLine(u"playground.secret"_s, this, true)), m_code(makeLine(u"playground.code"_s, this, false)),
      m_body(new QPlainTextEdit(this)), m_send(makeButton(ButtonKind::Primary, u"playground.send"_s, this, Icon::Play)),
      m_curl(makeButton(ButtonKind::Secondary, u"playground.curl"_s, this, Icon::Copy))
{
    build();
    connect(m_route, &QComboBox::activated, this, &RequestEditor::takeRoute);
    connect(m_kind, &SegmentedControl::currentChanged, this, &RequestEditor::showCredential);
    connect(m_send, &QPushButton::clicked, this, &RequestEditor::sendRequested);
    connect(m_curl, &QPushButton::clicked, this, &RequestEditor::curlRequested);
    for (QLineEdit* line : {m_target, m_token, m_key, m_secret, m_code})
        connect(line, &QLineEdit::returnPressed, m_send, &QPushButton::click);
    onRetranslate(this, [this] { setTexts(); });
    showCredential();
}

void RequestEditor::build()
{
    m_route->setObjectName(u"playground.route"_s);
    m_route->setEditable(true);
    m_route->setInsertPolicy(QComboBox::NoInsert);
    m_route->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_route->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_route->completer()->setFilterMode(Qt::MatchContains);
    m_needs->setWordWrap(true);
    for (const auto& name : {u"none"_s, u"token"_s, u"key"_s, u"signature"_s})
        m_kind->addSegment(name);
    m_code->setMaxLength(6);
    m_body->setObjectName(u"playground.body"_s);
    m_body->setFont(textFont(TextStyle::Mono));
    m_body->setTabChangesFocus(true);
    m_body->setFixedHeight(scaled(bodyHeight, this));
    m_routeField = new Field(m_route, this);
    m_targetField = new Field(m_target, this);
    m_tokenField = new Field(m_token, this);
    m_keyField = new Field(m_key, this);
    m_secretField = new Field(m_secret, this);
    m_codeField = new Field(m_code, this);
    m_bodyField = new Field(m_body, this);
    m_kindLabel = makeLabel(TextStyle::SmallStrong, Tone::Normal, this);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_send);
    buttons->addWidget(m_curl);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(12);
    column->addWidget(m_routeField);
    column->addWidget(m_needs);
    column->addWidget(m_targetField);
    column->addWidget(m_kindLabel);
    column->addWidget(m_kind, 0, Qt::AlignLeading);
    for (Field* field : {m_tokenField, m_keyField, m_secretField, m_codeField, m_bodyField})
        column->addWidget(field);
    column->addLayout(buttons);
    column->addStretch(1);
}

void RequestEditor::setTexts()
{
    m_routeField->setLabel(tr("Route"));
    m_targetField->setLabel(tr("Path and query"));
    m_kindLabel->setText(tr("Who asks"));
    const QStringList kinds{tr("Nobody"), tr("Token"), tr("API key"), tr("Signature")};
    for (int i = 0; i < kinds.size(); ++i)
        m_kind->setSegmentText(i, kinds[i]);
    m_kind->setAccessibleName(tr("Who asks"));
    m_tokenField->setLabel(tr("Access token"));
    m_tokenField->setHint(tr("From a sign-in, or sallyportd token"));
    m_keyField->setLabel(tr("API key"));
    m_secretField->setLabel(tr("Signing secret"));
    m_codeField->setLabel(tr("Second factor, if it is asked for"));
    m_code->setPlaceholderText(u"123456"_s);
    m_bodyField->setLabel(tr("Body"));
    m_send->setText(tr("Send"));
    m_curl->setText(tr("Copy as curl"));
    takeRoute(-1);
}

void RequestEditor::setRoutes(QList<RouteExample> routes)
{
    const QString chosen = m_target->text();
    m_routes = std::move(routes);
    m_route->clear();
    for (const RouteExample& route : m_routes)
        m_route->addItem(u"%1 %2"_s.arg(QString::fromLatin1(route.method), route.pattern));
    if (chosen.isEmpty() && !m_routes.isEmpty()) {
        const int first = std::max(0, routeOf(m_routes, "GET", u"/api/protected"_s));
        m_route->setCurrentIndex(first);
        takeRoute(first);
    }
}

bool RequestEditor::choose(const QString& request)
{
    const QByteArray method = request.section(u' ', 0, 0).toLatin1();
    const QString target = request.section(u' ', 1);
    const int route = routeOf(m_routes, method, target);
    if (route < 0)
        return false;
    m_route->setCurrentIndex(route);
    takeRoute(route);
    m_target->setText(target);
    return true;
}

/// -1: what is chosen, anew in words.
void RequestEditor::takeRoute(int index)
{
    const bool again = index < 0;
    const int at = again ? m_route->currentIndex() : index;
    if (at < 0 || at >= m_routes.size())
        return;
    const RouteExample& route = m_routes[at];
    QStringList needs{route.summary};
    if (!route.permission.isEmpty())
        needs << tr("Needs %1.").arg(route.permission);
    if (!route.contentType.isEmpty() && route.contentType != u"application/json"_s)
        needs << tr("Its body is %1: use a program for it.").arg(route.contentType);
    m_needs->setText(needs.join(u' '));
    m_bodyField->setVisible(route.contentType == u"application/json"_s);
    if (again)
        return;
    m_target->setText(route.target);
    m_body->setPlainText(route.body);
    m_codeField->setVisible(route.takesStepUp);
    if (!route.takesStepUp)
        m_code->clear();
}

void RequestEditor::showCredential()
{
    const auto kind = static_cast<Credential::Kind>(m_kind->current());
    m_tokenField->setVisible(kind == Credential::Kind::Token);
    m_keyField->setVisible(kind == Credential::Kind::Key || kind == Credential::Kind::Signature);
    m_secretField->setVisible(kind == Credential::Kind::Signature);
}

ServerClient::Request RequestEditor::request() const
{
    ServerClient::Request request;
    const int at = m_route->currentIndex();
    if (at < 0 || at >= m_routes.size())
        return request;
    request.method = m_routes[at].method;
    request.target = m_target->text().trimmed();
    if (m_routes[at].contentType == u"application/json"_s) {
        request.body = m_body->toPlainText().toUtf8();
        request.fields.emplaceBack("Content-Type", "application/json");
    }
    return request;
}

Credential RequestEditor::credential() const
{
    return {static_cast<Credential::Kind>(m_kind->current()), m_token->text(), m_key->text(), m_secret->text(), m_code->text()};
}

void RequestEditor::setSending(bool sending)
{
    setButtonBusy(m_send, sending);
}

} // namespace sallyport::ui
