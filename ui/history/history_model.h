#pragma once

#include "ui/parts/query_model.h"

#include "backend/history/history.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// What of the history is shown: the newest thousand of those that fit.
struct HistoryQuery {
    std::string text; ///< of the filter language
    std::string kind; ///< of objects; empty: all
    std::uint64_t offset = 0;
    std::uint32_t limit = 0;
};

/// Changes of the configuration, the newest first.
class HistoryModel final : public QueryModel<history::Version, HistoryQuery> {
    Q_OBJECT

public:
    enum ColumnIndex { What, Object, By, When, ColumnCount };

    explicit HistoryModel(Console& console, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void showKind(const std::string& kind);

    static QList<Column> columns();

protected:
    bool same(const HistoryQuery& a, const HistoryQuery& b) const override;
    QVariant cell(const history::Version& version, int column, int role) const override;
};

/// What was changed: a setting by its title, others by their names.
QString versionObjectText(const history::Version& version);

} // namespace sallyport::ui
