#include "backend/identity/factors/trusted_device_rows.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/time_format.h"
#include "backend/base/utf8.h"
#include "backend/identity/core/secrets.h"
#include "backend/identity/notices/notice_rows.h"
#include "backend/identity/sessions/session_rows.h"

namespace sallyport::identity::rows {

namespace {

enum class DeviceColumn { Id, CreatedAt, LastUsedAt, Address, UserAgent, End };

constexpr storage::Columns<DeviceColumn> deviceColumns{{{DeviceColumn::Id, "id"},
                                                        {DeviceColumn::CreatedAt, "created_at"},
                                                        {DeviceColumn::LastUsedAt, "last_used_at"},
                                                        {DeviceColumn::Address, "address"},
                                                        {DeviceColumn::UserAgent, "user_agent"}}};
constexpr auto devicesOfUser = storage::select(
    deviceColumns, "FROM trusted_devices WHERE user_id = $1 AND created_at > $2 ORDER BY created_at DESC, id DESC");

std::chrono::days trustedFor(const Core& core)
{
    return std::chrono::days(core.settings.values()->mfaTrustedDeviceDays);
}

} // namespace

Result<std::optional<SecretBytes>> trustDevice(Core& core, storage::Transaction& transaction, const access::Actor& actor,
                                               const ClientContext& client)
{
    if (trustedFor(core).count() == 0)
        return std::optional<SecretBytes>();
    const UtcTime now = core.clock.now();
    const DeviceId id(core.newId());
    SALLYPORT_ASSIGN(SecretBytes token, newOpaqueToken(core.random));
    const crypto::Sha256Digest hash = hashOfSecret(token.view());
    SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO trusted_devices (id, user_id, token_hash, created_at, "
                                                   "last_used_at, address, user_agent) VALUES ($1, $2, $3, $4, $4, $5, $6)"));
    put.bind(1, id).bind(2, actor.id).bind(3, std::span<const std::byte>(hash)).bind(4, now);
    put.bind(5, client.address.text()).bind(6, truncateUtf8(client.userAgent, userAgentLimit));
    SALLYPORT_TRY(put.run());
    SALLYPORT_ASSIGN(auto forget, transaction.prepare("DELETE FROM trusted_devices WHERE user_id = $1 AND id NOT IN (SELECT id "
                                                      "FROM trusted_devices WHERE user_id = $1 ORDER BY created_at DESC, id DESC "
                                                      "LIMIT $2)"));
    forget.bind(1, actor.id).bind(2, trustedDevicesPerUser);
    SALLYPORT_TRY(forget.run());
    audit::Event event = access::eventBy(actor, audit::kind::deviceTrusted);
    event.object = {"user", actor.id.text(), actor.name, actor.email};
    event.detailsJson = audit::Details().text("device", id.text()).text("until", toRfc3339(now + trustedFor(core))).json();
    SALLYPORT_TRY(noteChange(core, transaction, actor.id, event));
    SALLYPORT_TRY(core.journal.append(transaction, std::move(event)));
    return std::optional(std::move(token));
}

Result<bool> useTrustedDevice(Core& core, storage::Transaction& transaction, const UserId& user, const SecretBytes& token,
                              const ClientContext& client)
{
    // Reckoned with the days of now, so that fewer of them count at once and 0 ends them all.
    const UtcTime now = core.clock.now();
    const crypto::Sha256Digest hash = hashOfSecret(token.view());
    SALLYPORT_ASSIGN(auto use, transaction.prepare("UPDATE trusted_devices SET last_used_at = $1, address = $2, user_agent = $3 "
                                                   "WHERE token_hash = $4 AND user_id = $5 AND created_at > $6"));
    use.bind(1, now).bind(2, client.address.text()).bind(3, truncateUtf8(client.userAgent, userAgentLimit));
    use.bind(4, std::span<const std::byte>(hash)).bind(5, user).bind(6, now - trustedFor(core));
    SALLYPORT_TRY(use.run());
    return transaction.changes() == 1;
}

Result<std::vector<TrustedDevice>> trustedDevices(Core& core, storage::Transaction& transaction, const UserId& user)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(devicesOfUser));
    rows.bind(1, user).bind(2, core.clock.now() - trustedFor(core));
    std::vector<TrustedDevice> devices;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return devices;
        const auto row = rows.row();
        TrustedDevice& device = devices.emplace_back();
        device.id = DeviceId(row.text(DeviceColumn::Id));
        device.createdAt = row.time(DeviceColumn::CreatedAt);
        device.lastUsedAt = row.time(DeviceColumn::LastUsedAt);
        device.expiresAt = device.createdAt + trustedFor(core);
        device.address = row.text(DeviceColumn::Address);
        device.userAgent = row.text(DeviceColumn::UserAgent);
    }
}

Result<std::optional<UserId>> deviceOwner(storage::Transaction& transaction, const DeviceId& id)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT user_id FROM trusted_devices WHERE id = $1"));
    row.bind(1, id);
    SALLYPORT_ASSIGN(const bool found, row.step());
    return found ? std::optional(UserId(row.text())) : std::nullopt;
}

Result<void> forgetDevice(storage::Transaction& transaction, const DeviceId& id)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM trusted_devices WHERE id = $1"));
    remove.bind(1, id);
    return remove.run();
}

} // namespace sallyport::identity::rows
