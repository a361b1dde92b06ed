#include "ui/events/fields_view.h"

#include "ui/console/permit.h"
#include "ui/events/event_trace.h"
#include "ui/events/object_links.h"
#include "ui/look/margins.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/words/event_text.h"
#include "ui/words/filter_suggestions.h"
#include "ui/words/relative_time.h"
#include "ui/words/text_helpers.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>

namespace sallyport::ui {
namespace {

constexpr int nameWidth = 96;
constexpr int longWord = 30; ///< characters; wider than the pane

QString nameAndAside(const std::string& name, const std::string& aside)
{
    if (name.empty() || aside.empty() || name == aside)
        return toQString(name.empty() ? aside : name);
    return QString(toQString(name) + QStringLiteral(", ") + toQString(aside));
}

QString actorKindText(const std::string& kind)
{
    if (kind == "user")
        return FieldsView::tr("User");
    if (kind == "operator")
        return FieldsView::tr("Operator of the console");
    if (kind == "service")
        return FieldsView::tr("Service account");
    if (kind == "api_key")
        return FieldsView::tr("API key");
    if (kind == "system")
        return FieldsView::tr("Sallyport itself");
    return FieldsView::tr("Not signed in");
}

} // namespace

FieldsView::FieldsView(Console& console, QWidget* parent) : QWidget(parent), m_console(console), m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("events.fields"));
    m_grid->setContentsMargins(leadingMargins(21, 12, 19, 16));
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnMinimumWidth(0, scaled(nameWidth, this));
    m_grid->setColumnStretch(1, 1);
}

QList<FieldsView::Link> FieldsView::linksOf(const QString& key, const std::string& value, const std::string& kind,
                                            const std::string& id) const
{
    QList<Link> links;
    if (!value.empty())
        links << Link{tr("Events like it"), QStringLiteral("events"), filterTerm(key, toQString(value))};
    const auto place = linkTo(kind, id, value);
    if (place && mayOpenPanel(m_console, place->panel))
        links << Link{tr("Open"), place->panel, place->argument};
    return links;
}

void FieldsView::addField(const QString& name, const QString& value, bool mono, const QList<Link>& links)
{
    if (value.isEmpty())
        return;
    const int row = m_grid->rowCount();
    QLabel* label = makeLabel(name, TextStyle::Small, Tone::Muted, this);
    label->setWordWrap(true);
    QLabel* text = makeLabel(value, mono ? TextStyle::Mono : TextStyle::Body, Tone::Normal, this);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(name + QStringLiteral(": ") + value);
    // What is one long word has no place to break: a zero-width space every eight characters gives it some.
    if (value.size() > longWord && !value.contains(u' ')) {
        QString broken;
        for (qsizetype i = 0; i < value.size(); i += 8)
            broken += value.mid(i, 8) + QChar(0x200b);
        text->setText(broken);
    }
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    m_grid->addWidget(text, row, 1);
    if (links.isEmpty())
        return;
    auto* line = new QWidget(this);
    auto* buttons = new QHBoxLayout(line);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(12);
    for (const Link& link : links) {
        auto* button = makeButton(ButtonKind::Link, QStringLiteral("events.fields.%1.%2").arg(row).arg(link.panel), line);
        button->setText(link.text);
        button->setAccessibleName(link.text + QStringLiteral(": ") + value);
        connect(button, &QPushButton::clicked, this, [this, link] { Q_EMIT navigateRequested(link.panel, link.argument); });
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    m_grid->addWidget(line, row + 1, 1);
}

void FieldsView::addHeading(const QString& text)
{
    const int row = m_grid->rowCount();
    m_grid->addWidget(makeLabel(text, TextStyle::Heading, Tone::Normal, this), row, 0, 1, 2);
}

void FieldsView::setEvent(const audit::Event& event)
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        if (QWidget* const widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // a click on its own link may be what shows another event
        }
        delete item;
    }
    //: %1: a moment, %2: a zone such as Europe/Berlin
    addField(tr("Time"), tr("%1 (%2)").arg(dateTimeText(event.time), shownZoneName()));
    addField(tr("Kind"), kindTitle(event.kind));
    addField(tr("Kind word"), toQString(event.kind), true, linksOf(QStringLiteral("kind"), event.kind));
    addField(tr("Severity"), severityText(event.severity));
    addField(tr("Outcome"), outcomeText(event.outcome));
    addField(tr("Reason"), reasonText(event.reason), false, linksOf(QStringLiteral("reason"), event.reason));
    addField(tr("Who"), nameAndAside(event.actor.name, event.actor.email), false,
             linksOf(QStringLiteral("user"), event.actor.name, event.actor.kind, event.actor.id));
    addField(tr("Who is"), actorKindText(event.actor.kind));
    addField(tr("What"), nameAndAside(event.object.name, event.object.email), false,
             linksOf(QStringLiteral("user"), event.object.name, event.object.kind, event.object.id));
    addField(tr("Address"), toQString(event.address), true,
             linksOf(QStringLiteral("address"), event.address, "address", event.address));
    addField(tr("Program"), toQString(event.userAgent));
    addField(tr("Request"), QString(toQString(event.method) + u' ' + toQString(event.path)).trimmed(), true);
    if (event.status != 0)
        addField(tr("Answer"), QString::number(event.status));
    addField(tr("Request id"), toQString(event.requestId), true, linksOf(QStringLiteral("request"), event.requestId));
    if (event.object.kind == "session")
        addField(tr("Session"), toQString(event.object.id), true, linksOf(QStringLiteral("session"), event.object.id));
    const auto changes = eventChanges(event);
    if (!changes.empty())
        addHeading(tr("Changes"));
    for (const EventChange& change : changes) {
        //: %1: the value before, %2: the value after
        addField(change.field, change.before.isEmpty() ? change.after : tr("%1, before: %2").arg(change.after, change.before));
    }
    for (const auto& [name, value] : eventDetails(event))
        addField(name, value, false, name == u"session" ? linksOf(QStringLiteral("session"), toUtf8(value)) : QList<Link>());
    addHeading(tr("Journal"));
    addField(tr("Number"), QLocale().toString(static_cast<qlonglong>(event.sequence)));
    addField(tr("Hash"), toQString(event.hash), true);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

} // namespace sallyport::ui
