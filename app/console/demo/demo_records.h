#pragma once

#include "app/console/demo/demo_vault.h"
#include "backend/records/record.h"

#include <cstddef>
#include <string>
#include <vector>

namespace sallyport::app {

/// The records of the invented clinic, and the policies that say who reads them; both through the services, as their owners
/// would.
class DemoRecords {
public:
    /// All must outlive it.
    DemoRecords(Services& services, const access::Actor& admin, const std::vector<DemoAccount>& accounts);

    /// Adds the policies and some two hundred records, one every six minutes from `begin` on.
    Result<void> add(DemoClock& clock, UtcTime begin);
    /// What a clinic does with them in the course of a day; called now and then, with another number each time.
    Result<void> goOn(std::size_t number);

private:
    struct Kept {
        records::RecordId id;
        const DemoAccount* owner;
        std::string body;
    };

    Result<void> addPolicies();
    Result<void> addRecord(std::size_t number, const DemoAccount& owner);
    const DemoAccount* ownerIn(std::string_view department, std::size_t nth) const;

    Services& m_services;
    const access::Actor& m_admin;
    const std::vector<DemoAccount>& m_accounts;
    std::vector<Kept> m_kept;
};

} // namespace sallyport::app
