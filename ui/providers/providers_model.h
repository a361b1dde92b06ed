#pragma once

#include "ui/tables/virtual_table_model.h"

#include "backend/identity/providers/identity_providers.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

class Console;

/// The identity providers as the list shows them, by title. There are at most 100, so all of them come at once.
class ProvidersModel final : public VirtualTableModel<identity::IdentityProvider> {
    Q_OBJECT

public:
    enum ColumnIndex { Title, Issuer, FirstLogin, Links, LastUsed, State, ColumnCount };

    explicit ProvidersModel(Console& console, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    static QList<Column> columns();

    const std::string& filter() const { return m_filter; }
    void setFilter(const std::string& text);

protected:
    QVariant cell(const identity::IdentityProvider& provider, int column, int role) const override;

private:
    Console& m_console;
    std::string m_filter;
};

} // namespace sallyport::ui
