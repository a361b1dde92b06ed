#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>

#include <functional>

namespace sallyport::ui {

class DataTable;
class PagedModel;

/// Which rows of a list are highlighted, by what they are (RowIdRole) and not by where they stand: rows that come in another
/// order, or one place further down, stay highlighted, and nothing else is instead. On the GUI thread, beside its table.
class ListSelection final : public QObject {
    Q_OBJECT

public:
    /// Before the table gets its model: this hears of rows that go before their highlight does.
    ListSelection(DataTable* table, PagedModel* model, QObject* parent);

    /// How many rows are highlighted.
    int count() const;
    /// The one row that is highlighted, else -1.
    int row() const;
    /// What that row is; empty if it isn't one.
    QString subject() const { return m_ids.size() == 1 ? m_ids.front() : QString(); }

    /// Highlights that row and brings it into sight: as soon as it is loaded, and wherever in the list it is. Until then
    /// nothing is highlighted.
    void reveal(const QString& id);
    /// What is highlighted will be again when the rows that are asked for now have come, if it is still among them, wherever it
    /// stands then. Until that is known nothing is highlighted, and nobody is told: what is shown beside the list stays.
    void keepOver();
    /// Highlights what is to be, as far as its rows are there. Happens by itself when rows have come.
    void settle();

Q_SIGNALS:
    /// Other rows are highlighted, or none: not while they are only found again.
    void changed();
    /// The row that was highlighted is not in the list any more.
    void lost();
    /// reveal() has looked everywhere in the list.
    void missing(const QString& id);

private:
    enum class Search { NotYet, Asked, Answered };

    void take();
    void want();
    void findAgain();
    void look();
    /// True if it is known where what is wanted stands, as far as it is there; else it is being looked for.
    bool isFound();
    void locate(std::function<void()> found);
    int rowOf(const QString& id) const;
    void highlight(const QStringList& ids, bool intoSight);

    DataTable* m_table;
    PagedModel* m_model;
    QStringList m_ids;    ///< what is highlighted; empty if rows are that were never loaded
    QStringList m_wanted; ///< what is to be
    bool m_asked = false; ///< it is one that somebody wants to see
    Search m_search = Search::NotYet;
    int m_searchedIn = -1;        ///< the model's generation when it was asked
    QHash<QString, int> m_places; ///< what the search found
    bool m_settling = false;
};

} // namespace sallyport::ui
