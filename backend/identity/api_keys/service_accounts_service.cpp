#include "backend/identity/api_keys/service_accounts_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/case_fold.h"
#include "backend/base/limits.h"
#include "backend/base/name_text.h"
#include "backend/base/time_format.h"
#include "backend/base/utf8.h"
#include "backend/identity/api_keys/key_rows.h"
#include "backend/identity/api_keys/own_changes.h"
#include "backend/identity/core/manage.h"
#include "backend/identity/core/role_news.h"
#include "backend/identity/core/topics.h"
#include "backend/identity/core/user_fields.h"
#include "backend/storage/page_cursor.h"
#include "backend/storage/search_pattern.h"

#include <algorithm>
#include <memory>

namespace sallyport::identity {

namespace {

constexpr std::size_t idTextLength = 26;

void checkDescription(std::string& text, std::vector<FieldError>& errors)
{
    tidyName("description", text, 0, accountDescriptionLimit, errors);
}

Error nameTaken()
{
    Error error(ErrorCode::Conflict, "Another service account has this name.");
    error.fields.push_back({"name", "Another service account has this name.", "unique"});
    error.word = "name_taken";
    return error;
}

Result<bool> isNameTaken(storage::Transaction& transaction, std::string_view nameKey, const UserId& except)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT 1 FROM service_accounts WHERE name_key = $1 AND id <> $2"));
    row.bind(1, nameKey).bind(2, except);
    return row.step();
}

std::string_view statusText(const ServiceAccount& account)
{
    return account.enabled ? "active" : "disabled";
}

audit::Details differencesOf(const ServiceAccount& before, const ServiceAccount& after)
{
    audit::Details details;
    details.change("name", before.name, after.name).change("description", before.description, after.description);
    details.change("roles", joined(before.roles), joined(after.roles));
    details.change("status", statusText(before), statusText(after));
    return details;
}

char orderLetter(const ServiceAccountQuery& query)
{
    return query.descending ? 'D' : 'd';
}

Result<storage::PageCursor> readCursor(const ServiceAccountQuery& query)
{
    SALLYPORT_ASSIGN(storage::PageCursor cursor, storage::decodeCursor(query.cursor, orderLetter(query), idTextLength));
    if (!isIdText(cursor.id) || !codePointCount(cursor.place))
        return storage::notACursor();
    return cursor;
}

} // namespace

Result<void> ServiceAccountsService::record(storage::Transaction& transaction, const access::Actor& actor,
                                            const ServiceAccount& account, std::string_view kind, std::string details)
{
    return record(transaction, account, access::eventBy(actor, kind), std::move(details));
}

Result<void> ServiceAccountsService::record(storage::Transaction& transaction, const ServiceAccount& account, audit::Event event,
                                            std::string details)
{
    event.object = {"service_account", account.id.text(), account.name};
    event.detailsJson = std::move(details);
    return m_core.journal.append(transaction, std::move(event));
}

Result<void> ServiceAccountsService::recordChange(storage::Transaction& transaction, const access::Actor& actor,
                                                  const ServiceAccount& before, const ServiceAccount& after,
                                                  audit::Details details)
{
    audit::Event event = access::eventBy(actor, audit::kind::serviceAccountChanged);
    tellRoleChange(m_core.roles, event, details, withoutEnds(before.roles), withoutEnds(after.roles));
    return record(transaction, after, std::move(event), details.json());
}

void ServiceAccountsService::addUse(ServiceAccount& account) const
{
    const UtcTime now = m_core.clock.now();
    for (const auto& key : m_core.liveKeys.keysOf(account.id)) {
        const auto record = key->record();
        account.keys += !record->revokedAt && now < record->expiresAt ? 1 : 0;
        const std::int64_t last = key->use().lastMicros;
        if (last != 0 && (!account.lastUsedAt || fromMicros(last) > *account.lastUsedAt))
            account.lastUsedAt = fromMicros(last);
    }
}

Result<ServiceAccountPage> ServiceAccountsService::list(const access::Actor& actor, const ServiceAccountQuery& query)
{
    SALLYPORT_TRY(m_core.authorize(actor, access::Permission::ServiceAccountsRead));
    if (query.limit < 1 || query.limit > limits::pageRows)
        return makeError(ErrorCode::InvalidArgument, "limit must be 1..200.");
    if (isLongerThan(query.text, limits::searchText) || !codePointCount(query.text) || query.offset > INT64_MAX)
        return makeError(ErrorCode::InvalidArgument, "The search text is too long or not UTF-8.");
    storage::PageCursor cursor;
    if (!query.cursor.empty()) {
        SALLYPORT_ASSIGN(cursor, readCursor(query));
    }
    return m_core.store.read([&](storage::Transaction& transaction) -> Result<ServiceAccountPage> {
        const std::string pattern = storage::searchPattern(query.text);
        ServiceAccountPage page;
        const std::int64_t offset = query.cursor.empty() ? static_cast<std::int64_t>(query.offset) : 0;
        SALLYPORT_ASSIGN(page.accounts, rows::serviceAccounts(transaction, {pattern, cursor.place, cursor.id, query.descending,
                                                                            std::int64_t{query.limit} + 1, offset}));
        const bool more = page.accounts.size() > query.limit;
        if (more)
            page.accounts.pop_back();
        for (ServiceAccount& account : page.accounts)
            addUse(account);
        if (more) {
            const ServiceAccount& last = page.accounts.back();
            page.nextCursor = storage::encodeCursor(orderLetter(query), {last.id.text(), textKey(last.name)});
        }
        SALLYPORT_ASSIGN(auto count,
                         transaction.prepare("SELECT COUNT(*) FROM service_accounts WHERE name_key LIKE $1 ESCAPE '\\'"));
        count.bind(1, pattern);
        SALLYPORT_TRY(count.step());
        page.total = count.integer();
        return page;
    });
}

Result<ServiceAccount> ServiceAccountsService::read(const access::Actor& actor, const UserId& id)
{
    SALLYPORT_TRY(m_core.authorize(actor, access::Permission::ServiceAccountsRead));
    SALLYPORT_ASSIGN(ServiceAccount account,
                     m_core.store.read([&](storage::Transaction& transaction) { return rows::serviceAccount(transaction, id); }));
    addUse(account);
    return account;
}

Result<ServiceAccount> ServiceAccountsService::create(const access::Actor& actor, NewServiceAccount account)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::ServiceAccountsCreate));
    if (account.roles.empty())
        account.roles.emplace_back("viewer");
    std::vector<FieldError> errors;
    checkName(account.name, errors);
    checkDescription(account.description, errors);
    const std::vector<std::string> roles = checkRoles(m_core, std::move(account.roles), errors);
    if (!errors.empty())
        return validationError(std::move(errors));
    SALLYPORT_TRY(requireToGrant(m_core, current, roles));
    const UserId id(m_core.newId());
    return m_core.store.write([&](storage::Transaction& transaction) -> Result<ServiceAccount> {
        SALLYPORT_ASSIGN(const bool taken, isNameTaken(transaction, textKey(account.name), {}));
        if (taken)
            return nameTaken();
        {
            SALLYPORT_ASSIGN(auto count, transaction.prepare("SELECT COUNT(*) FROM service_accounts"));
            SALLYPORT_TRY(count.step());
            if (count.integer() >= maximumServiceAccounts)
                return makeError(ErrorCode::LimitReached, "There are as many service accounts as a vault can have.");
        }
        SALLYPORT_ASSIGN(auto put,
                         transaction.prepare("INSERT INTO service_accounts (id, name, name_key, description, status, created_at, "
                                             "created_by, updated_at) VALUES ($1, $2, $3, $4, 'active', $5, $6, $5)"));
        put.bind(1, id).bind(2, account.name).bind(3, textKey(account.name)).bind(4, account.description);
        put.bind(5, m_core.clock.now()).bind(6, access::nameOf(current));
        SALLYPORT_TRY(put.run());
        SALLYPORT_TRY(rows::setServiceRoles(transaction, id, roles, {m_core.clock.now(), access::nameOf(current)}));
        SALLYPORT_ASSIGN(ServiceAccount made, rows::serviceAccount(transaction, id));
        audit::Details details;
        details.change("name", {}, made.name).change("description", {}, made.description).change("roles", {}, joined(roles));
        audit::Event event = access::eventBy(current, audit::kind::serviceAccountCreated);
        tellRoleChange(m_core.roles, event, details, {}, withoutEnds(roles));
        SALLYPORT_TRY(record(transaction, made, std::move(event), details.json()));
        return made;
    });
}

Result<ServiceAccount> ServiceAccountsService::applyPatch(storage::Transaction& transaction, const access::Actor& actor,
                                                          const UserId& id, const ServiceAccountPatch& patch)
{
    SALLYPORT_ASSIGN(const ServiceAccount before, rows::serviceAccount(transaction, id));
    if (patch.expectedVersion && *patch.expectedVersion != before.version)
        return makeError(ErrorCode::PreconditionFailed, "The service account was changed meanwhile.");
    std::vector<FieldError> errors;
    ServiceAccount after = before;
    if (patch.name) {
        after.name = *patch.name;
        checkName(after.name, errors);
    }
    if (patch.description) {
        after.description = *patch.description;
        checkDescription(after.description, errors);
    }
    if (patch.roles)
        after.roles = checkRoles(m_core, *patch.roles, errors);
    after.enabled = patch.enabled.value_or(before.enabled);
    if (!errors.empty())
        return validationError(std::move(errors));

    audit::Details details = differencesOf(before, after);
    if (details.empty())
        return before;
    const bool isLess = after.roles != before.roles || (before.enabled && !after.enabled);
    if (!isLess || !coversAll(before.roles, after.roles) || (after.enabled && !before.enabled))
        transaction.givesToo();
    SALLYPORT_TRY(requireToGrant(m_core, actor, before.roles));
    SALLYPORT_TRY(requireToGrant(m_core, actor, after.roles));
    SALLYPORT_ASSIGN(const bool taken, isNameTaken(transaction, textKey(after.name), id));
    if (taken)
        return nameTaken();
    SALLYPORT_TRY(store(transaction, before, after, actor));
    SALLYPORT_TRY(recordChange(transaction, actor, before, after, std::move(details)));
    SALLYPORT_TRY(noteLoss(transaction, actor, before, after));
    return rows::serviceAccount(transaction, id);
}

Result<void> ServiceAccountsService::store(storage::Transaction& transaction, const ServiceAccount& before,
                                           const ServiceAccount& after, const access::Actor& actor)
{
    const UtcTime now = m_core.clock.now();
    {
        SALLYPORT_ASSIGN(
            auto put, transaction.prepare("UPDATE service_accounts SET name = $1, name_key = $2, description = $3, status = $4, "
                                          "updated_at = $5, version = version + 1 WHERE id = $6"));
        put.bind(1, after.name).bind(2, textKey(after.name)).bind(3, after.description);
        put.bind(4, statusText(after)).bind(5, now).bind(6, after.id);
        SALLYPORT_TRY(put.run());
    }
    if (after.roles != before.roles)
        SALLYPORT_TRY(rows::setServiceRoles(transaction, after.id, after.roles, {now, access::nameOf(actor)}));
    SALLYPORT_ASSIGN(LiveOwner owner, rows::keyOwner(transaction, after.id, now));
    transaction.changed(serviceAccountTopic, after.id.text(),
                        std::make_shared<const LiveOwner>(std::move(owner))); // before what needs room
    return {};
}

Result<void> ServiceAccountsService::noteLoss(storage::Transaction& transaction, const access::Actor& actor,
                                              const ServiceAccount& before, const ServiceAccount& after)
{
    const bool own = actor.id == before.id && m_core.changeBook != nullptr;
    if (!own || (after.enabled && !losesAccess(actor, m_core.roles.permissionsOf(after.roles))))
        return {};
    SALLYPORT_TRY(m_core.changeBook->note(
        transaction, actor,
        {access::ProvisionalKind::ServiceAccount, before.id.text(), before.name, accountUndo(before, after)}));
    return {};
}

Result<std::vector<std::string>> ServiceAccountsService::takeBack(storage::Transaction& transaction, const UserId& id,
                                                                  std::string_view undo)
{
    const auto found = rows::serviceAccount(transaction, id);
    if (!found && found.error().code == ErrorCode::NotFound)
        return std::vector<std::string>{"service_account"};
    if (!found)
        return found.error();
    ServiceAccount after = *found;
    std::vector<std::string> stays = putBack(after, undo, m_core.roles);
    SALLYPORT_ASSIGN(const bool taken, isNameTaken(transaction, textKey(after.name), id));
    if (taken) {
        stays.emplace_back("name");
        after.name = found->name;
    }
    audit::Details details = differencesOf(*found, after);
    if (details.empty())
        return stays;
    const access::Actor system = access::Actor::system();
    SALLYPORT_TRY(store(transaction, *found, after, system));
    SALLYPORT_TRY(recordChange(transaction, system, *found, after, std::move(details)));
    return stays;
}

Result<ServiceAccount> ServiceAccountsService::change(const access::Actor& actor, const UserId& id,
                                                      const ServiceAccountPatch& patch)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::ServiceAccountsUpdate));
    const auto changed = std::make_shared<std::optional<ServiceAccount>>();
    const auto work = [this, current, id, patch, changed](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(*changed, applyPatch(transaction, current, id, patch));
        return {};
    };
    SALLYPORT_TRY(m_core.store.takeAway(work));
    addUse(**changed);
    return std::move(**changed);
}

Result<void> ServiceAccountsService::remove(const access::Actor& actor, const UserId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::ServiceAccountsDelete));
    return m_core.store.takeAway([this, current, id](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const ServiceAccount account, rows::serviceAccount(transaction, id));
        SALLYPORT_TRY(requireToGrant(m_core, current, account.roles));
        SALLYPORT_TRY(refuseForOneself(current, id));
        SALLYPORT_ASSIGN(const std::int64_t keys, rows::countUsableKeys(transaction, id, m_core.clock.now()));
        // The keys go with the row (ON DELETE CASCADE).
        SALLYPORT_ASSIGN(auto row, transaction.prepare("DELETE FROM service_accounts WHERE id = $1"));
        row.bind(1, id);
        SALLYPORT_TRY(row.run());
        transaction.removed(serviceAccountTopic, id.text());
        return record(transaction, current, account, audit::kind::serviceAccountDeleted,
                      audit::Details().change("roles", joined(account.roles), {}).number("keys_ended", keys).json());
    });
}

} // namespace sallyport::identity
