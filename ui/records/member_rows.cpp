#include "ui/records/member_rows.h"

#include "backend/records/record_limits.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/password_field.h"
#include "ui/widgets/tab_order.h"
#include "ui/words/field_text.h"
#include "ui/words/record_text.h"
#include "ui/words/user_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

MemberRows::MemberRows(QWidget* parent)
    : QWidget(parent), m_label(makeLabel(TextStyle::SmallStrong, Tone::Normal, this)), m_column(new QVBoxLayout),
      m_error(makeLabel(TextStyle::Small, Tone::Danger, this)),
      m_add(makeButton(ButtonKind::Link, u"record.add_member"_s, this, Icon::Plus))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_label);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    column->addLayout(m_column);
    m_error->setObjectName(u"record.members.message"_s);
    m_error->setWordWrap(true);
    m_error->hide();
    column->addWidget(m_error);
    column->addWidget(m_add, 0, Qt::AlignLeading);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({});
        m_rows.back().name->setFocus();
    });
    onRetranslate(this, [this] { setTexts(); });
}

MemberRows::~MemberRows()
{
    for (const Row& row : m_rows) {
        const QSignalBlocker quiet(row.value); // whoever listens is going, too
        row.value->wipe();
    }
}

void MemberRows::setTexts()
{
    m_label->setText(tr("Sensitive values"));
    m_add->setText(tr("Add a sensitive value"));
    for (const Row& row : m_rows)
        setRowTexts(row);
}

void MemberRows::setRowTexts(const Row& row) const
{
    row.name->setPlaceholderText(tr("Name, such as Diagnosis"));
    row.name->setAccessibleName(tr("Name of a sensitive value"));
    row.name->setToolTip(row.name->isReadOnly() ? m_mayNotRename : QString());
    row.value->setPlaceholderText(row.was.empty() ? tr("Value") : tr("Stays as it is"));
    row.value->setAccessibleName(row.was.empty() ? tr("Sensitive value") : tr("New value of %1").arg(text(row.was)));
    setIconButtonText(row.remove, row.was.empty() ? tr("Take this line away") : tr("Remove %1").arg(text(row.was)));
}

void MemberRows::setMembers(const std::vector<std::string>& names, const QString& mayNotRename)
{
    m_mayNotRename = mayNotRename;
    while (!m_rows.empty())
        removeRow(m_rows.back().widget);
    m_removed.clear();
    for (const std::string& name : names)
        addRow(name);
    showState();
}

void MemberRows::addRow(const std::string& was)
{
    const int number = m_made++;
    Row row;
    row.was = was;
    row.widget = new QWidget(this);
    row.name = new QLineEdit(row.widget);
    row.name->setObjectName(u"record.member.%1.name"_s.arg(number));
    row.name->setMaxLength(static_cast<int>(records::memberNameLimit));
    row.name->setText(text(was));
    row.name->setReadOnly(!was.empty() && !m_mayNotRename.isEmpty());
    row.value = new PasswordField(u"record.member.%1.value"_s.arg(number), row.widget);
    row.value->setMaxLength(static_cast<int>(records::memberValueLimit));
    row.remove = makeIconButton(Icon::Trash, u"record.member.%1.remove"_s.arg(number), row.widget);
    auto* line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(row.name, 2);
    line->addWidget(row.value, 3);
    line->addWidget(row.remove);
    m_column->addWidget(row.widget);
    row.widget->show();
    setRowTexts(row);
    m_rows.push_back(row);
    const auto told = [this] {
        m_error->hide();
        Q_EMIT edited();
    };
    connect(row.name, &QLineEdit::textEdited, this, told);
    connect(row.value, &QLineEdit::textChanged, this, told);
    connect(row.remove, &QPushButton::clicked, this, [this, widget = row.widget] {
        removeRow(widget);
        showState();
        Q_EMIT edited();
    });
    showState();
    Q_EMIT edited();
}

void MemberRows::removeRow(QWidget* widget)
{
    const auto found = std::ranges::find(m_rows, widget, &Row::widget);
    if (found == m_rows.end())
        return;
    if (!found->was.empty())
        m_removed.push_back(found->was);
    found->value->wipe();
    m_rows.erase(found);
    rebuildAround(this, [this, widget] {
        m_column->removeWidget(widget);
        widget->hide();
        widget->deleteLater(); // its own button may be what removes it
    });
}

void MemberRows::showState()
{
    enableOr(m_add, m_rows.size() < records::membersLimit ? QString() : tr("A record has at most %1").arg(records::membersLimit));
    m_add->setToolTip(m_add->isEnabled() ? QString()
                                         : tr("A record has at most %Ln.", nullptr, static_cast<int>(records::membersLimit)));
}

MemberRows::Wanted MemberRows::wanted() const
{
    Wanted wanted;
    wanted.removed = m_removed;
    for (const Row& row : m_rows) {
        const std::string name = nameText(row.name->text()).toStdString();
        QByteArray typed = row.value->text().toUtf8();
        const bool another = !row.was.empty() && row.was != name;
        if (!typed.isEmpty()) {
            wanted.values[name] = SecretBytes::fromText({typed.constData(), static_cast<std::size_t>(typed.size())});
            typed.fill('\0');
            if (another)
                wanted.removed.push_back(row.was);
        } else if (another) {
            wanted.renamed.emplace(row.was, name);
            wanted.removed.push_back(row.was);
        }
    }
    // What was taken away and added anew under its name is changed.
    std::erase_if(wanted.removed, [&](const std::string& name) {
        return wanted.values.contains(name) ||
               std::ranges::any_of(wanted.renamed, [&](const auto& each) { return each.second == name; });
    });
    return wanted;
}

bool MemberRows::isComplete() const
{
    std::set<QString> names;
    return std::ranges::all_of(m_rows, [&](const Row& row) {
        const QString name = nameText(row.name->text());
        return !name.isEmpty() && names.insert(name).second && (!row.was.empty() || !row.value->text().isEmpty());
    });
}

bool MemberRows::showError(const FieldError& error)
{
    const std::string_view field = error.field;
    if (!field.starts_with("sensitive") && field != "remove_sensitive")
        return false;
    const QString what = recordFieldText(error);
    const qsizetype dot = text(error.field).indexOf(u'.');
    const QString name = dot < 0 ? QString() : text(error.field).mid(dot + 1);
    m_error->setText(name.isEmpty() ? what : u"%1: %2"_s.arg(name, what));
    m_error->show();
    return true;
}

} // namespace sallyport::ui
