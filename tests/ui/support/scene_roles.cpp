#include "tests/ui/support/scene_roles.h"

#include <array>

namespace sallyport::tests {

namespace {

using P = access::Permission;

access::Role own(const char* name, const char* title, std::initializer_list<P> permissions, std::vector<std::string> inherits,
                 std::int64_t members)
{
    access::Role role;
    role.id = RoleId(std::string("own-") + name);
    role.name = name;
    role.title = title;
    role.builtIn = false;
    for (const P permission : permissions)
        role.own.add(permission);
    role.inherits = std::move(inherits);
    role.members = members;
    return role;
}

} // namespace

void addOwnRoles(FakeHouse& house)
{
    const UtcTime now = house.clock.now();
    house.roles.set([&](std::vector<access::Role>& all) {
        all.push_back(own("bed_board", "Bed board", {P::RecordsRead}, {}, 1));
        all.push_back(own("billing_clerk", "Billing clerk", {P::RecordsUpdate}, {"viewer"}, 9));
        access::Role duty =
            own("duty_physician", "Duty physician", {P::RecordsUpdate, P::RecordsCreate, P::EventsRead}, {"viewer"}, 4);
        duty.description = "Treats patients of every department while on duty. No access to keys or settings.";
        duty.changedAt = now - std::chrono::days(12);
        duty.changedBy = "Ingrid Solheim";
        all.push_back(std::move(duty));
        all.push_back(own("front_desk", "Front desk", {P::UsersRead}, {"viewer"}, 22));
        all.push_back(own("lab_technician", "Lab technician", {P::RecordsUpdate}, {"viewer"}, 31));
        all.push_back(own("pharmacist", "Pharmacist", {P::EventsRead}, {"editor"}, 14));
        all.push_back(own("reports", "Reports", {P::EventsRead, P::EventsExport}, {}, 6));
    });
    const std::array<std::optional<UtcTime>, 4> ends{now + std::chrono::days(6), now + std::chrono::hours(7), std::nullopt,
                                                     now + std::chrono::days(68)};
    const std::lock_guard guard(house.users.mutex);
    for (std::size_t at = 0; at < ends.size() && at < house.users.users.size(); ++at) {
        identity::User& user = house.users.users[at];
        user.roles.emplace_back("duty_physician");
        user.assignments = {{"duty_physician", ends[at], now, "Ingrid Solheim"}};
    }
}

} // namespace sallyport::tests
