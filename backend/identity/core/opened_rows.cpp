#include "backend/identity/core/opened_rows.h"

#include <span>

namespace sallyport::identity::rows {

namespace {

void addHolders(storage::SqlText& sql, const std::vector<std::string>& roles)
{
    sql.add("(SELECT r.user_id FROM user_roles r WHERE r.role IN ").bindList(roles).add(")");
}

Result<void> run(storage::Transaction& transaction, const storage::SqlText& sql)
{
    SALLYPORT_ASSIGN(auto statement, sql.prepare(transaction));
    return statement.run();
}

} // namespace

void Spared::addOthers(storage::SqlText& sql) const
{
    sql.add("(user_id = ").bind(self.text()).add(" OR user_id NOT IN ");
    addHolders(sql, roles);
    sql.add(")");
}

void Spared::addSpared(storage::SqlText& sql) const
{
    sql.add("(user_id <> ").bind(self.text()).add(" AND user_id IN ");
    addHolders(sql, roles);
    sql.add(")");
}

Result<void> endOpened(storage::Transaction& transaction, const std::vector<UserId>& users)
{
    return storage::inPortions(users, 1, [&](std::span<const UserId> some) -> Result<void> {
        storage::SqlText steps, devices;
        steps.add("DELETE FROM pending_sign_ins WHERE user_id IN ").bindList(some);
        SALLYPORT_TRY(run(transaction, steps));
        devices.add("DELETE FROM trusted_devices WHERE user_id IN ").bindList(some);
        return run(transaction, devices);
    });
}

Result<void> endEverybodysOpened(storage::Transaction& transaction, const Spared& spared)
{
    storage::SqlText steps, devices;
    steps.add("DELETE FROM pending_sign_ins");
    devices.add("DELETE FROM trusted_devices");
    if (spared.anybody()) {
        spared.addOthers(steps.add(" WHERE "));
        spared.addOthers(devices.add(" WHERE "));
    }
    SALLYPORT_TRY(run(transaction, steps));
    return run(transaction, devices);
}

} // namespace sallyport::identity::rows
