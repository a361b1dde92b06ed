#pragma once

#include "backend/identity/users/user_transfer.h"
#include "backend/identity/users/users_service.h"

namespace sallyport::identity {

/// The one implementation of UserTransfer.
class UserTransferService final : public UserTransfer {
public:
    UserTransferService(Core& core, UsersService& users) : m_core(core), m_users(users) {}

    Result<ImportReport> importCsv(const access::Actor& actor, const ImportSource& source, const ImportOptions& options,
                                   const ImportRows& rows, const ImportProgress& progress) override;
    Result<std::int64_t> exportUsers(const access::Actor& actor, UserQuery query, std::string_view format,
                                     const std::function<bool(const User&)>& user) override;

private:
    Result<void> record(const access::Actor& actor, std::string_view kind, std::string details);

    Core& m_core;
    UsersService& m_users;
};

} // namespace sallyport::identity
