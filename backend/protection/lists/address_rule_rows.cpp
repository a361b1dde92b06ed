#include "backend/protection/lists/address_rule_rows.h"

#include "backend/base/case_fold.h"
#include "backend/protection/lists/rule_columns.h"

namespace sallyport::protection::rows {
namespace {

constexpr auto ruleById = storage::select(ruleColumns, "FROM address_rules r WHERE r.id = $1");
constexpr auto ruleByAddress =
    storage::select(ruleColumns, "FROM address_rules r WHERE r.address = $1 AND r.action = $2 AND r.by_score = $3");
constexpr auto rulesByKey =
    storage::select(ruleColumns, "FROM address_rules r WHERE r.first_address <= $1 AND r.last_address >= $1 AND r.ends_at > $2");
constexpr auto bansInside = storage::select(ruleColumns, "FROM address_rules r WHERE r.first_address >= $1 AND r.last_address "
                                                         "<= $2 AND r.by_score = 1 ORDER BY r.first_address, r.id LIMIT $3");
constexpr auto everyRule = storage::select(ruleColumns, "FROM address_rules r");
constexpr auto rulesOver =
    storage::select(ruleColumns, "FROM address_rules r WHERE r.ends_at <= $1 ORDER BY r.ends_at, r.id LIMIT $2");

enum class BanColumn { Id, Address, Step, Score, Reason, BannedAt, EndsAt, LiftedBy, LiftedAt, End };
constexpr storage::Columns<BanColumn> banColumns{{{BanColumn::Id, "id"},
                                                  {BanColumn::Address, "address"},
                                                  {BanColumn::Step, "step"},
                                                  {BanColumn::Score, "score"},
                                                  {BanColumn::Reason, "reason"},
                                                  {BanColumn::BannedAt, "banned_at"},
                                                  {BanColumn::EndsAt, "ends_at"},
                                                  {BanColumn::LiftedBy, "lifted_by"},
                                                  {BanColumn::LiftedAt, "lifted_at"}}};
constexpr auto bansByAddress = storage::select(
    banColumns, "FROM address_bans WHERE address = $1 AND banned_at >= $2 ORDER BY banned_at DESC, id DESC LIMIT 100");
constexpr auto bansThatStand = storage::select(banColumns, "FROM address_bans WHERE banned_at >= $1 AND lifted_at IS NULL");
constexpr auto bansLifted = storage::select(banColumns, "FROM address_bans WHERE lifted_at > $1");

std::string searchText(const AddressRule& rule)
{
    return rule.address + '\n' + searchKey(rule.reason) + '\n' + searchKey(rule.createdBy);
}

Result<std::optional<StoredRule>> one(storage::Rows<RuleColumn>& rows)
{
    SALLYPORT_ASSIGN(const bool found, rows.step());
    if (!found)
        return std::optional<StoredRule>();
    return std::optional(readRule(rows.row()));
}

Result<std::vector<StoredRule>> all(storage::Rows<RuleColumn>& rows)
{
    std::vector<StoredRule> rules;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return rules;
        rules.push_back(readRule(rows.row()));
    }
}

Result<void> takeBans(storage::Rows<BanColumn>& rows, const std::function<void(StoredBan)>& take)
{
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return {};
        const auto row = rows.row();
        StoredBan stored;
        stored.id = row.text(BanColumn::Id);
        stored.address = row.text(BanColumn::Address);
        stored.ban.step = static_cast<std::uint32_t>(row.integer(BanColumn::Step));
        stored.ban.score = static_cast<std::uint32_t>(row.integer(BanColumn::Score));
        stored.ban.reason = row.text(BanColumn::Reason);
        stored.ban.bannedAt = row.time(BanColumn::BannedAt);
        stored.liftedAt = row.optionalTime(BanColumn::LiftedAt);
        stored.ban.until = stored.liftedAt.value_or(row.time(BanColumn::EndsAt));
        stored.ban.liftedBy = row.text(BanColumn::LiftedBy);
        take(std::move(stored));
    }
}

Result<std::vector<StoredBan>> allBans(storage::Rows<BanColumn>& rows)
{
    std::vector<StoredBan> bans;
    SALLYPORT_TRY(takeBans(rows, [&](StoredBan stored) { bans.push_back(std::move(stored)); }));
    return bans;
}

} // namespace

Result<void> addRule(storage::Transaction& transaction, const StoredRule& stored)
{
    const AddressRule& rule = stored.rule;
    SALLYPORT_ASSIGN(auto add, transaction.prepare("INSERT INTO address_rules (id, address, first_address, last_address, action, "
                                                   "by_score, reason, search, created_by, score, signals, step, created_at, "
                                                   "expires_at, ends_at, hits, last_hit) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, "
                                                   "$9, $10, $11, $12, $13, $14, $15, $16, $17)"));
    add.bind(1, rule.id).bind(2, rule.address).bind(3, stored.range.firstKey()).bind(4, stored.range.lastKey());
    add.bind(5, actionWord(rule.action)).bind(6, rule.score.has_value()).bind(7, rule.reason).bind(8, searchText(rule));
    add.bind(9, rule.createdBy).bind(10, std::int64_t{rule.score.value_or(0)}).bind(11, signalsText(rule.signals));
    add.bind(12, std::int64_t{rule.step}).bind(13, rule.createdAt).bind(14, rule.expiresAt);
    add.bind(15, rule.expiresAt.value_or(endless)).bind(16, static_cast<std::int64_t>(rule.hits));
    add.bind(17, rule.lastHit.value_or(UtcTime()));
    return add.run();
}

Result<void> updateRule(storage::Transaction& transaction, const StoredRule& stored)
{
    const AddressRule& rule = stored.rule;
    SALLYPORT_ASSIGN(auto update,
                     transaction.prepare("UPDATE address_rules SET reason = $2, search = $3, created_by = $4, score = "
                                         "$5, signals = $6, step = $7, created_at = $8, expires_at = $9, ends_at = "
                                         "$10 WHERE id = $1"));
    update.bind(1, rule.id).bind(2, rule.reason).bind(3, searchText(rule)).bind(4, rule.createdBy);
    update.bind(5, std::int64_t{rule.score.value_or(0)}).bind(6, signalsText(rule.signals)).bind(7, std::int64_t{rule.step});
    update.bind(8, rule.createdAt).bind(9, rule.expiresAt).bind(10, rule.expiresAt.value_or(endless));
    return update.run();
}

Result<void> removeRule(storage::Transaction& transaction, const AddressRuleId& id)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM address_rules WHERE id = $1"));
    remove.bind(1, id);
    return remove.run();
}

Result<std::optional<StoredRule>> rule(storage::Transaction& transaction, const AddressRuleId& id)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(ruleById));
    rows.bind(1, id);
    return one(rows);
}

Result<std::optional<StoredRule>> ruleFor(storage::Transaction& transaction, const std::string& address, AddressAction action,
                                          bool byScore)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(ruleByAddress));
    rows.bind(1, address).bind(2, actionWord(action)).bind(3, byScore);
    return one(rows);
}

Result<std::vector<StoredRule>> rulesAbout(storage::Transaction& transaction, const IpAddress& address, UtcTime now)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(rulesByKey));
    rows.bind(1, addressKey(address)).bind(2, now);
    return all(rows);
}

Result<std::vector<StoredRule>> bansWithin(storage::Transaction& transaction, const AddressRange& range, std::size_t most)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(bansInside));
    rows.bind(1, range.firstKey()).bind(2, range.lastKey()).bind(3, static_cast<std::int64_t>(most));
    return all(rows);
}

Result<std::int64_t> countRules(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT count(*) FROM address_rules"));
    SALLYPORT_TRY(row.step());
    return row.integer();
}

Result<void> forEachRule(storage::Transaction& transaction, const std::function<void(StoredRule)>& take)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(everyRule));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return {};
        take(readRule(rows.row()));
    }
}

Result<std::vector<StoredRule>> endedRules(storage::Transaction& transaction, UtcTime by, std::size_t most)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(rulesOver));
    rows.bind(1, by).bind(2, static_cast<std::int64_t>(most));
    return all(rows);
}

Result<void> addHits(storage::Transaction& transaction, std::string_view id, std::uint64_t hits, UtcTime lastHit)
{
    SALLYPORT_ASSIGN(auto update, transaction.prepare("UPDATE address_rules SET hits = hits + $2, last_hit = $3 WHERE id = $1"));
    update.bind(1, id).bind(2, static_cast<std::int64_t>(hits)).bind(3, lastHit);
    return update.run();
}

Result<void> addBan(storage::Transaction& transaction, const StoredBan& stored)
{
    SALLYPORT_ASSIGN(auto add,
                     transaction.prepare("INSERT INTO address_bans (id, address, step, score, reason, banned_at, ends_at, "
                                         "lifted_by, lifted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"));
    add.bind(1, stored.id).bind(2, stored.address).bind(3, std::int64_t{stored.ban.step});
    add.bind(4, std::int64_t{stored.ban.score}).bind(5, stored.ban.reason).bind(6, stored.ban.bannedAt);
    add.bind(7, stored.ban.until).bind(8, stored.ban.liftedBy).bind(9, stored.liftedAt);
    return add.run();
}

Result<std::vector<StoredBan>> bansOf(storage::Transaction& transaction, const std::string& address, UtcTime since)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(bansByAddress));
    rows.bind(1, address).bind(2, since);
    return allBans(rows);
}

Result<void> forEachBan(storage::Transaction& transaction, UtcTime since, const std::function<void(const StoredBan&)>& take)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(bansThatStand));
    rows.bind(1, since);
    return takeBans(rows, take);
}

Result<void> liftBan(storage::Transaction& transaction, const std::string& address, const std::string& by, UtcTime now)
{
    SALLYPORT_ASSIGN(auto lift,
                     transaction.prepare("UPDATE address_bans SET lifted_by = $2, lifted_at = $3 WHERE address = $1 AND "
                                         "lifted_at IS NULL AND ends_at > $3"));
    lift.bind(1, address).bind(2, by).bind(3, now);
    return lift.run();
}

Result<std::vector<StoredBan>> liftedSince(storage::Transaction& transaction, UtcTime since)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(bansLifted));
    rows.bind(1, since);
    return allBans(rows);
}

Result<void> forgetBans(storage::Transaction& transaction, UtcTime before, std::int64_t most)
{
    SALLYPORT_ASSIGN(auto old, transaction.prepare("DELETE FROM address_bans WHERE banned_at < $1"));
    old.bind(1, before);
    SALLYPORT_TRY(old.run());
    SALLYPORT_ASSIGN(auto many, transaction.prepare("DELETE FROM address_bans WHERE id IN (SELECT id FROM address_bans ORDER BY "
                                                    "banned_at DESC, id DESC LIMIT 1000000 OFFSET $1)"));
    many.bind(1, most);
    return many.run();
}

} // namespace sallyport::protection::rows
