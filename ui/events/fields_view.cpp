#include "ui/events/fields_view.h"

#include "ui/events/event_trace.h"
#include "ui/look/margins.h"
#include "ui/look/text_style.h"
#include "ui/words/event_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/text_helpers.h"

#include <QGridLayout>
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

FieldsView::FieldsView(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("events.fields"));
    m_grid->setContentsMargins(leadingMargins(21, 12, 19, 16));
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnMinimumWidth(0, scaled(nameWidth, this));
    m_grid->setColumnStretch(1, 1);
}

void FieldsView::addField(const QString& name, const QString& value, bool mono)
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
}

void FieldsView::addHeading(const QString& text)
{
    const int row = m_grid->rowCount();
    m_grid->addWidget(makeLabel(text, TextStyle::Heading, Tone::Normal, this), row, 0, 1, 2);
}

void FieldsView::setEvent(const audit::Event& event)
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    //: %1: a moment, %2: a zone such as Europe/Berlin
    addField(tr("Time"), tr("%1 (%2)").arg(dateTimeText(event.time), shownZoneName()));
    addField(tr("Kind"), kindTitle(event.kind));
    addField(tr("Kind word"), toQString(event.kind), true);
    addField(tr("Severity"), severityText(event.severity));
    addField(tr("Outcome"), outcomeText(event.outcome));
    addField(tr("Reason"), reasonText(event.reason));
    addField(tr("Who"), nameAndAside(event.actor.name, event.actor.email));
    addField(tr("Who is"), actorKindText(event.actor.kind));
    addField(tr("What"), nameAndAside(event.object.name, event.object.email));
    addField(tr("Address"), toQString(event.address), true);
    addField(tr("Program"), toQString(event.userAgent));
    addField(tr("Request"), QString(toQString(event.method) + u' ' + toQString(event.path)).trimmed(), true);
    if (event.status != 0)
        addField(tr("Answer"), QString::number(event.status));
    addField(tr("Request id"), toQString(event.requestId), true);
    const auto changes = eventChanges(event);
    if (!changes.empty())
        addHeading(tr("Changes"));
    for (const EventChange& change : changes) {
        //: %1: the value before, %2: the value after
        addField(change.field, change.before.isEmpty() ? change.after : tr("%1, before: %2").arg(change.after, change.before));
    }
    for (const auto& [name, value] : eventDetails(event))
        addField(name, value);
    addHeading(tr("Journal"));
    addField(tr("Number"), QLocale().toString(static_cast<qlonglong>(event.sequence)));
    addField(tr("Hash"), toQString(event.hash), true);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

} // namespace sallyport::ui
