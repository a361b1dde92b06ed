#include "backend/identity/notices/notice_rows.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/identity/core/user_changes.h"
#include "backend/identity/notices/agent_family.h"

#include <algorithm>
#include <array>

namespace sallyport::identity {

namespace {

/// More places and programs than anybody signs in from; the one that was used longest ago goes first.
constexpr std::int64_t knownDevicesPerUser = 50;
constexpr std::string_view emailChanged = "user.email_changed";

// Those of changes are named as their events are.
constexpr auto table = std::to_array<NoticeKind>({
    {audit::kind::newDevice, "Sign-in from a new device"},
    {audit::kind::afterFailures, "Sign-in after failed tries"},
    {audit::kind::passwordChanged, "Password changed"},
    {audit::kind::passwordResetStarted, "Link for a new password made"},
    {emailChanged, "E-mail address changed"},
    {audit::kind::mfaEnabled, "Authenticator app set up"},
    {audit::kind::mfaDisabled, "Second factor switched off"},
    {audit::kind::mfaReset, "Second factor reset"},
    {audit::kind::passkeyAdded, "Passkey added"},
    {audit::kind::passkeyRemoved, "Passkey removed"},
    {audit::kind::recoveryCodesRenewed, "Recovery codes renewed"},
    {audit::kind::recoveryCodeUsed, "Recovery code used"},
    {audit::kind::deviceTrusted, "Device trusted"},
    {audit::kind::deviceForgotten, "Device no longer trusted"},
    {audit::kind::userLinked, "Outside login linked"},
    {audit::kind::userUnlinked, "Outside login removed"},
    {audit::kind::userRoleEnding, "Role ends soon"},
    {audit::kind::userRoleEnded, "Role ended"},
    {audit::kind::keyCreated, "API key created"},
    {audit::kind::keyChanged, "API key changed"},
    {audit::kind::keyRotated, "API key rotated"},
    {audit::kind::keyRevoked, "API key revoked"},
});

enum class NoticeColumn { Id, Kind, CreatedAt, ReadAt, Address, UserAgent, By, Detail, Failures, End };

constexpr storage::Columns<NoticeColumn> noticeColumns{{{NoticeColumn::Id, "id"},
                                                        {NoticeColumn::Kind, "kind"},
                                                        {NoticeColumn::CreatedAt, "created_at"},
                                                        {NoticeColumn::ReadAt, "read_at"},
                                                        {NoticeColumn::Address, "address"},
                                                        {NoticeColumn::UserAgent, "user_agent"},
                                                        {NoticeColumn::By, "by_name"},
                                                        {NoticeColumn::Detail, "detail"},
                                                        {NoticeColumn::Failures, "failures"}}};
constexpr auto noticesOfUser =
    storage::select(noticeColumns, "FROM notices WHERE user_id = $1 ORDER BY created_at DESC, id DESC");

Result<void> insert(Core& core, storage::Transaction& transaction, const UserId& user, const Notice& notice)
{
    {
        SALLYPORT_ASSIGN(auto put,
                         transaction.prepare("INSERT INTO notices (id, user_id, kind, created_at, address, user_agent, by_name, "
                                             "detail, failures) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"));
        put.bind(1, core.newId()).bind(2, user).bind(3, notice.kind).bind(4, core.clock.now()).bind(5, notice.address);
        put.bind(6, notice.userAgent).bind(7, notice.by).bind(8, notice.detail).bind(9, notice.failures);
        SALLYPORT_TRY(put.run());
    }
    SALLYPORT_ASSIGN(auto forget,
                     transaction.prepare("DELETE FROM notices WHERE user_id = $1 AND id NOT IN (SELECT id FROM notices "
                                         "WHERE user_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2)"));
    forget.bind(1, user).bind(2, noticesPerUser);
    return forget.run();
}

Notice noticeOf(const audit::Event& event, const UserId& user)
{
    Notice notice;
    notice.kind = event.kind;
    notice.address = event.address.empty() && event.actor.kind == "operator" ? "console" : event.address;
    notice.userAgent = event.userAgent;
    // Who signs in is nobody yet when a recovery code is taken.
    if (event.actor.kind == "system" || (!event.actor.id.empty() && event.actor.id != user.text()))
        notice.by = event.actor.name;
    return notice;
}

/// Where somebody is, roughly: addresses that a provider gives out anew day by day are one place (IPv4 /24, IPv6 /64).
std::string placeOf(const IpAddress& address)
{
    std::string text = address.network().text();
    if (address.isV4())
        text.replace(text.rfind('.'), std::string::npos, ".0/24");
    return text;
}

/// What was known of the user's devices before.
struct Seen {
    bool device = false; ///< this one
    bool any = false;
};

Result<bool> exists(storage::Transaction& transaction, std::string_view sql, const UserId& user, std::string_view network,
                    std::string_view family)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare(sql));
    row.bind(1, user);
    if (!network.empty())
        row.bind(2, network).bind(3, family);
    return row.step();
}

Result<Seen> rememberDevice(storage::Transaction& transaction, const UserId& user, const std::string& network,
                            const std::string& family, UtcTime now)
{
    Seen seen;
    SALLYPORT_ASSIGN(seen.device,
                     exists(transaction, "SELECT 1 FROM known_devices WHERE user_id = $1 AND network = $2 AND program = $3", user,
                            network, family));
    SALLYPORT_ASSIGN(seen.any, exists(transaction, "SELECT 1 FROM known_devices WHERE user_id = $1 LIMIT 1", user, {}, {}));
    {
        SALLYPORT_ASSIGN(auto know, transaction.prepare("INSERT INTO known_devices (user_id, network, program, used_at) VALUES "
                                                        "($1, $2, $3, $4) ON CONFLICT (user_id, network, program) "
                                                        "DO UPDATE SET used_at = excluded.used_at"));
        know.bind(1, user).bind(2, network).bind(3, family).bind(4, now);
        SALLYPORT_TRY(know.run());
    }
    if (seen.device)
        return seen;
    SALLYPORT_ASSIGN(auto last, transaction.prepare("SELECT used_at FROM known_devices WHERE user_id = $1 ORDER BY used_at DESC "
                                                    "LIMIT 1 OFFSET $2"));
    last.bind(1, user).bind(2, knownDevicesPerUser - 1);
    SALLYPORT_ASSIGN(const bool full, last.step());
    if (!full)
        return seen;
    SALLYPORT_ASSIGN(auto forget, transaction.prepare("DELETE FROM known_devices WHERE user_id = $1 AND used_at < $2"));
    forget.bind(1, user).bind(2, last.time());
    SALLYPORT_TRY(forget.run());
    return seen;
}

/// The failures since the last sign-in, which begin anew.
Result<std::int64_t> takeFailures(storage::Transaction& transaction, const UserId& user)
{
    std::int64_t failures = 0;
    {
        SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT failed_sign_ins FROM users WHERE id = $1"));
        row.bind(1, user);
        SALLYPORT_ASSIGN(const bool found, row.step());
        failures = found ? row.integer() : 0;
    }
    if (failures == 0)
        return failures;
    SALLYPORT_TRY(rows::forgetFailedSignIns(transaction, user));
    return failures;
}

} // namespace

std::span<const NoticeKind> noticeKinds() noexcept
{
    return table;
}

std::string_view noticeTitle(std::string_view kind) noexcept
{
    const auto found = std::ranges::find(table, kind, &NoticeKind::word);
    return found == table.end() ? kind : found->title;
}

Result<void> noteChange(Core& core, storage::Transaction& transaction, const UserId& user, const audit::Event& event,
                        std::string detail)
{
    const bool told = std::ranges::find(table, event.kind, &NoticeKind::word) != table.end();
    if (!told || event.outcome != audit::Outcome::Success)
        return {};
    Notice notice = noticeOf(event, user);
    notice.detail = std::move(detail);
    return insert(core, transaction, user, notice);
}

Result<void> noteEmailChange(Core& core, storage::Transaction& transaction, const UserId& user, const audit::Event& event,
                             std::string address)
{
    Notice notice = noticeOf(event, user);
    notice.kind = emailChanged;
    notice.detail = std::move(address);
    return insert(core, transaction, user, notice);
}

Result<void> noteSignIn(Core& core, storage::Transaction& transaction, const access::Actor& actor, bool console)
{
    const std::string network = console ? "console" : placeOf(actor.address);
    const std::string family = console ? "console" : agentFamily(actor.userAgent);
    SALLYPORT_ASSIGN(const Seen seen, rememberDevice(transaction, actor.id, network, family, core.clock.now()));
    SALLYPORT_ASSIGN(const std::int64_t failures, takeFailures(transaction, actor.id));
    const auto tell = [&](std::string_view kind, const audit::Details& details, std::int64_t tries) -> Result<void> {
        audit::Event event = access::eventBy(actor, kind);
        event.object = {"user", actor.id.text(), actor.name, actor.email};
        event.detailsJson = details.json();
        Notice notice = noticeOf(event, actor.id);
        notice.failures = tries;
        SALLYPORT_TRY(insert(core, transaction, actor.id, notice));
        return core.journal.append(transaction, std::move(event));
    };
    if (!seen.device && seen.any)
        SALLYPORT_TRY(tell(audit::kind::newDevice, audit::Details().text("network", network).text("program", family), 0));
    if (failures >= failuresToTell)
        SALLYPORT_TRY(tell(audit::kind::afterFailures, audit::Details().number("failures", failures), failures));
    return {};
}

namespace rows {

Result<std::vector<Notice>> noticesOf(storage::Transaction& transaction, const UserId& user)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(noticesOfUser));
    rows.bind(1, user);
    std::vector<Notice> notices;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return notices;
        const auto row = rows.row();
        Notice& notice = notices.emplace_back();
        notice.id = NoticeId(row.text(NoticeColumn::Id));
        notice.kind = row.text(NoticeColumn::Kind);
        notice.at = row.time(NoticeColumn::CreatedAt);
        notice.readAt = row.optionalTime(NoticeColumn::ReadAt);
        notice.address = row.text(NoticeColumn::Address);
        notice.userAgent = row.text(NoticeColumn::UserAgent);
        notice.by = row.text(NoticeColumn::By);
        notice.detail = row.text(NoticeColumn::Detail);
        notice.failures = row.integer(NoticeColumn::Failures);
    }
}

Result<std::int64_t> unreadNotices(storage::Transaction& transaction, const UserId& user)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(*) FROM notices WHERE user_id = $1 AND read_at IS NULL"));
    row.bind(1, user);
    SALLYPORT_TRY(row.step());
    return row.integer();
}

Result<void> pruneNotices(storage::Transaction& transaction, UtcTime now)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM notices WHERE created_at <= $1"));
    remove.bind(1, now - noticesKept);
    return remove.run();
}

} // namespace rows

} // namespace sallyport::identity
