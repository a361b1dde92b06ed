#pragma once

#include "backend/identity/core/user.h"

#include <string>
#include <vector>

namespace sallyport::app {

/// Somebody of the sample vault. Names, departments and addresses are invented; mail domains end in `.example`.
struct DemoPerson {
    std::string name, email, department, role;
    bool mfa = true;
    enum class State { Active, Disabled, Invited, Locked } state = State::Active;
};

/// The staff of the invented Northgate Clinic, without the operator. Always the same.
std::vector<DemoPerson> demoPeople();
/// `elif.yildiz@northgate.example`.
std::string demoEmail(std::string_view name);

inline constexpr const char* demoVaultName = "Northgate Clinic";
inline constexpr const char* demoOperatorName = "Ingrid Solheim";

} // namespace sallyport::app
