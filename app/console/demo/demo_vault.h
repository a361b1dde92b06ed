#pragma once

#include "app/console/demo/demo_clock.h"
#include "app/console/demo/demo_people.h"
#include "backend/vault/vault.h"
#include "ui/console/console.h"

#include <filesystem>
#include <vector>

namespace sallyport::app {

/// A sample user with what the traffic simulator needs to sign in.
struct DemoAccount {
    DemoPerson person;
    UserId id;
    SecretBytes password;
    SecretBytes totpSecret; ///< empty without a second factor
};

/// A sample program's API key with what the traffic simulator needs to use it.
struct DemoKey {
    KeyId id;
    std::string owner;
    SecretBytes text;
    SecretBytes signingSecret; ///< empty: it sends its text
};

struct DemoVault {
    ui::OpenedVault opened;
    std::vector<DemoKey> keys;
    std::vector<DemoAccount> accounts; ///< those that can sign in
    SecretBytes operatorPassword;      ///< for signing in again after a lock
};

/// Opens the sample vault again after it was locked. It guards nothing, so everybody may know it.
inline constexpr const char* demoPassphrase = "seven quiet herons over northgate";

/// What the sample vault's keys cost: nothing is gained by making it slow to open.
inline constexpr storage::KdfCost demoCost{1024, 1, 1};

/// Makes a vault with sample users and two weeks of history in `directory`, all of it through the services that the
/// console itself uses. `clock` is moved through the past and released. Slow (some seconds): a worker's work.
Result<DemoVault> makeDemoVault(const std::filesystem::path& directory, DemoClock& clock, RandomSource& random);

} // namespace sallyport::app
