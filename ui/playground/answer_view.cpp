#include "ui/playground/answer_view.h"

#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/setting_text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastBody = 160;

/// The parameter of a structured field's first member: `"api_read";r=997;t=59`.
int parameterOf(const QByteArray& field, const QString& name)
{
    const QRegularExpression pattern(u";\\s*%1=(\\d+)"_s.arg(name));
    const auto found = pattern.match(QString::fromLatin1(field.split(',').first()));
    return found.hasMatch() ? found.captured(1).toInt() : -1;
}

QString shown(const QByteArray& body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return document.isNull() ? QString::fromUtf8(body) : QString::fromUtf8(document.toJson()).trimmed();
}

Tone toneOf(int status)
{
    return status == 0 || status >= 500 ? Tone::Danger : status >= 400 ? Tone::Warning : Tone::Success;
}

} // namespace

AnswerView::AnswerView(QWidget* parent)
    : QWidget(parent), m_status(new Pill(this)), m_time(makeLabel(TextStyle::Body, Tone::Muted, this)),
      m_limitsHead(makeLabel(TextStyle::Heading, Tone::Normal, this)), m_limits(makeLabel(TextStyle::Body, Tone::Normal, this)),
      m_bodyHead(makeLabel(TextStyle::Heading, Tone::Normal, this)), m_body(new QPlainTextEdit(this)),
      m_fieldsHead(makeLabel(TextStyle::Heading, Tone::Normal, this)), m_fields(new QGridLayout)
{
    m_status->setObjectName(u"playground.status"_s);
    m_limits->setObjectName(u"playground.limits"_s);
    m_limits->setWordWrap(true);
    m_body->setObjectName(u"playground.answer"_s);
    m_body->setReadOnly(true);
    m_body->setTabChangesFocus(true);
    m_body->setFont(textFont(TextStyle::Mono));
    m_body->setMinimumHeight(scaled(leastBody, this));
    m_fields->setHorizontalSpacing(12);
    m_fields->setVerticalSpacing(4);
    m_fields->setColumnStretch(1, 1);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_status);
    head->addWidget(m_time);
    head->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_limitsHead);
    column->addWidget(m_limits);
    column->addWidget(m_bodyHead);
    column->addWidget(m_body, 1);
    column->addWidget(m_fieldsHead);
    column->addLayout(m_fields);
    onRetranslate(this, [this] { setTexts(); });
}

QString AnswerView::limitsText(const ServerClient::Answer& answer)
{
    const int left = parameterOf(answer.field("RateLimit"), u"r"_s);
    const int reset = parameterOf(answer.field("RateLimit"), u"t"_s);
    const int most = parameterOf(answer.field("RateLimit-Policy"), u"q"_s);
    if (left < 0 || most < 0)
        return {};
    const QLocale locale;
    const QString figures = tr("%1 of %2 left").arg(locale.toString(left), locale.toString(most));
    return reset > 0 ? tr("%1, more in %2").arg(figures, longDuration(std::chrono::seconds(reset))) : figures;
}

void AnswerView::setTexts()
{
    m_limitsHead->setText(tr("Limits"));
    m_bodyHead->setText(tr("Answer"));
    m_body->setAccessibleName(tr("Body of the answer"));
    m_fieldsHead->setText(tr("Header fields"));
    setAnswer(ServerClient::Answer(m_answer));
}

void AnswerView::setAnswer(const ServerClient::Answer& answer)
{
    m_answer = answer;
    const QString status = answer.status == 0 ? tr("No answer") : QString::number(answer.status);
    m_status->setContent(toneOf(answer.status), answer.status != 0 && answer.status < 400 ? Icon::CheckCircle : Icon::Warning,
                         status);
    m_time->setText(tr("%1 ms").arg(QLocale().toString(answer.milliseconds, 'f', 1)));
    const QString limits = limitsText(answer);
    m_limitsHead->setVisible(!limits.isEmpty());
    m_limits->setVisible(!limits.isEmpty());
    m_limits->setText(limits);
    m_body->setPlainText(answer.status == 0 ? answer.problem
                         : answer.cut       ? tr("%1\n… more than a window can show").arg(shown(answer.body))
                                            : shown(answer.body));
    while (QLayoutItem* const item = m_fields->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_fieldsHead->setVisible(!answer.fields.isEmpty());
    for (int row = 0; row < answer.fields.size(); ++row) {
        const auto& [name, value] = answer.fields[row];
        auto* const key = makeLabel(QString::fromUtf8(name), TextStyle::Small, Tone::Muted, this);
        auto* const text = makeLabel(QString::fromUtf8(value), TextStyle::Mono, Tone::Normal, this);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_fields->addWidget(key, row, 0, Qt::AlignTop);
        m_fields->addWidget(text, row, 1);
    }
}

} // namespace sallyport::ui
