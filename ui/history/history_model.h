#pragma once

#include "ui/parts/query_model.h"

#include <memory>

#include "backend/history/history.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// What of the history is shown.
struct HistoryQuery {
    std::string text;               ///< of the filter language
    std::string kind;               ///< of objects; empty: all
    std::string object, objectName; ///< the id of one object alone, and what it is called; empty: all
    std::string person;             ///< id: what this person did, or what was done to them; empty: everybody's
    std::uint64_t offset = 0;
    std::uint32_t limit = 0;
};

/// Where pages begin, as far as they have been read: the service goes on from cursors, the table asks for places.
struct HistoryPlaces;

/// Changes of the configuration, the newest first, all that the journal still has.
class HistoryModel final : public QueryModel<history::Version, HistoryQuery> {
    Q_OBJECT

public:
    enum ColumnIndex { What, Object, By, When, ColumnCount };

    explicit HistoryModel(Console& console, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void showKind(const std::string& kind);
    /// Of one object alone; with an empty id of all.
    void showObject(const std::string& id, const std::string& name);
    void showPerson(const std::string& id);
    bool isFiltered() const;
    /// There are more than were counted.
    bool isAbout() const;

    static QList<Column> columns();

protected:
    bool same(const HistoryQuery& a, const HistoryQuery& b) const override;
    QVariant cell(const history::Version& version, int column, int role) const override;
    void requestPage(int page, int generation) override;

private:
    std::shared_ptr<HistoryPlaces> m_places;
    int m_placesOf = -1; ///< the generation of the rows that they are true of
};

/// What was changed: a setting by its title, others by their names.
QString versionObjectText(const history::Version& version);

} // namespace sallyport::ui
