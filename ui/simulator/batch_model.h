#pragma once

#include "ui/tables/table_cells.h"

#include <QAbstractTableModel>

#include <string>
#include <vector>

#include "backend/authorization/access_checks.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// Many people and what each may do to the same thing: a row a person, a column an action.
class BatchModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    struct Person {
        std::string id;
        QString name;
    };
    using QAbstractTableModel::QAbstractTableModel;

    /// `answers` has an answer for each action of each person, person by person; empty while they are asked.
    void setRows(std::vector<Person> people, std::vector<std::string> actions, std::vector<authorization::CheckAnswer> answers);
    const std::vector<Person>& people() const { return m_people; }
    /// Nothing in the column of names.
    std::string actionAt(int column) const;
    int allowed() const;
    int refused() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Six actions at most.
    static QList<Column> columns();
    static constexpr int mostActions = 6;

private:
    const authorization::CheckAnswer* answerAt(const QModelIndex& index) const;

    std::vector<Person> m_people;
    std::vector<std::string> m_actions;
    std::vector<authorization::CheckAnswer> m_answers;
};

/// `Read` for `records:read`: where the kind is said already.
QString verbText(const std::string& action);

} // namespace sallyport::ui
