#include "ui/parts/person_field.h"

#include "backend/base/limits.h"
#include "ui/console/console.h"
#include "ui/words/field_text.h"
#include "ui/words/user_text.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStandardItemModel>

#include <chrono>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t peopleOffered = 8;

} // namespace

PersonField::PersonField(Console& console, const QString& objectName, QWidget* parent)
    : QLineEdit(parent), m_console(console), m_completer(new QCompleter(this)), m_found(new QStandardItemModel(this))
{
    setObjectName(objectName);
    setMaxLength(limits::searchText);
    m_completer->setModel(m_found);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // the service has found them
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->popup()->setObjectName(objectName + u".found"_s);
    setCompleter(m_completer);
    m_wait.setSingleShot(true);
    m_wait.setInterval(150ms);
    connect(&m_wait, &QTimer::timeout, this, &PersonField::lookUp);
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_wait.start();
        Q_EMIT personChanged();
    });
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &PersonField::take);
}

void PersonField::setPerson(const UserId& id, const QString& name)
{
    m_person = id;
    m_name = name;
    setText(name);
    Q_EMIT personChanged();
}

std::optional<UserId> PersonField::person() const
{
    const QString typed = nameText(text());
    if (typed.isEmpty())
        return UserId();
    if (typed == m_name)
        return m_person;
    if (const auto found = m_ids.constFind(typed); found != m_ids.constEnd())
        return *found;
    return std::nullopt;
}

void PersonField::take(const QString& name)
{
    if (const auto found = m_ids.constFind(name); found != m_ids.constEnd())
        setPerson(*found, name);
}

void PersonField::lookUp()
{
    const QString typed = nameText(text());
    if (typed.isEmpty() || typed == m_name)
        return;
    m_console.run(
        this,
        [typed = typed.toStdString()](Services& services, const access::Actor& actor) {
            identity::UserQuery query;
            query.text = typed;
            query.limit = peopleOffered;
            return services.users.list(actor, query);
        },
        [this, typed](const Result<identity::UserPage>& page) {
            if (typed != nameText(text()))
                return; // typed on meanwhile
            if (!page)
                return Q_EMIT failed(page.error());
            m_found->clear();
            m_ids.clear();
            for (const identity::User& user : page->users) {
                // Of two with one name each is told by the address.
                QString name = ui::text(user.name);
                if (m_ids.contains(name))
                    name += u" (%1)"_s.arg(ui::text(user.email));
                m_ids.insert(name, user.id);
                auto* item = new QStandardItem(name);
                item->setToolTip(ui::text(user.email));
                m_found->appendRow(item);
            }
            if (hasFocus() && m_found->rowCount() > 0)
                m_completer->complete();
            Q_EMIT personChanged();
        });
}

} // namespace sallyport::ui
