#include "ui/simulator/batch_model.h"

#include "ui/words/access_text.h"

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

struct BatchWords {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::BatchModel)
};

} // namespace

QString verbText(const std::string& action)
{
    const std::string verb = action.substr(action.find(':') + 1);
    if (verb == "read")
        return BatchWords::tr("Read");
    if (verb == "create")
        return BatchWords::tr("Add");
    if (verb == "update")
        return BatchWords::tr("Change");
    if (verb == "delete")
        return BatchWords::tr("Delete");
    if (verb == "unmask")
        return BatchWords::tr("Unmask");
    return actionText(action);
}

void BatchModel::setRows(std::vector<Person> people, std::vector<std::string> actions,
                         std::vector<authorization::CheckAnswer> answers)
{
    beginResetModel();
    m_people = std::move(people);
    m_actions = std::move(actions);
    m_answers = std::move(answers);
    endResetModel();
}

std::string BatchModel::actionAt(int column) const
{
    const auto at = static_cast<std::size_t>(column - 1);
    return column > 0 && at < m_actions.size() ? m_actions[at] : std::string();
}

int BatchModel::allowed() const
{
    return static_cast<int>(std::ranges::count(m_answers, true, &authorization::CheckAnswer::allowed));
}

int BatchModel::refused() const
{
    return static_cast<int>(m_answers.size()) - allowed();
}

int BatchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_people.size());
}

int BatchModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : mostActions + 1;
}

const authorization::CheckAnswer* BatchModel::answerAt(const QModelIndex& index) const
{
    const auto action = static_cast<std::size_t>(index.column() - 1);
    const std::size_t at = static_cast<std::size_t>(index.row()) * m_actions.size() + action;
    return index.column() > 0 && action < m_actions.size() && at < m_answers.size() ? &m_answers[at] : nullptr;
}

QVariant BatchModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Person& person = m_people[static_cast<std::size_t>(index.row())];
    if (role == RowIdRole)
        return text(person.id);
    if (index.column() == 0) {
        switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
        case CellAvatarRole: return person.name;
        case CellStrongRole: return true;
        default: return {};
        }
    }
    const auto* answer = answerAt(index);
    if (answer == nullptr)
        return {};
    switch (role) {
    case CellIconRole: return static_cast<int>(answer->allowed ? Icon::Check : Icon::Cross);
    case CellIconToneRole: return static_cast<int>(answer->allowed ? Tone::Success : Tone::Muted);
    case Qt::AccessibleTextRole: return answer->allowed ? tr("Allowed") : tr("Refused");
    case Qt::ToolTipRole: {
        const QString outcome = answer->allowed ? tr("Allowed") : tr("Refused");
        return answer->policy.empty() ? outcome : QString(outcome + u": "_s + text(answer->policy));
    }
    default: return {};
    }
}

QVariant BatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Who") : verbText(actionAt(section));
}

QList<Column> BatchModel::columns()
{
    QList<Column> list(mostActions + 1);
    list[0] = {QStringLiteral("who"), 176, 0, 4}; // a name whole: the marks need less than their heads
    for (int at = 1; at <= mostActions; ++at)
        list[at] = {QStringLiteral("action%1").arg(at), 56, 0, 1};
    // In the order of the permissions; files have nothing to change.
    list[1].words = [] { return QStringList{verbText("records:read")}; };
    list[2].words = [] { return QStringList{verbText("records:create")}; };
    list[3].words = [] { return QStringList{verbText("records:update"), verbText("files:delete")}; };
    list[4].words = [] { return QStringList{verbText("records:delete")}; };
    list[5].words = [] { return QStringList{verbText("records:unmask")}; };
    for (Column& column : list)
        column.sortable = false;
    return list;
}

} // namespace sallyport::ui
