#include "app/console/demo/demo_records.h"

#include <algorithm>
#include <array>
#include <string_view>

using namespace std::chrono_literals;

namespace sallyport::app {

namespace {

using records::Classification;
using enum Classification;

struct RecordKind {
    std::string_view title, department;
    Classification classification;
    std::string_view body;
    std::array<std::string_view, 3> members; ///< names of sensitive ones; empty: no more
};

constexpr auto recordKinds = std::to_array<RecordKind>({
    {"CT angiogram",
     "Radiology",
     Restricted,
     "Contrast without reaction. Stenosis of the left anterior descending artery, about 60 %.",
     {"Patient", "Date of birth", "Diagnosis"}},
    {"Discharge summary",
     "Cardiology",
     Restricted,
     "Admitted with chest pain, troponin negative on three tests. Echo without new findings. Discharged with bisoprolol 2.5 mg "
     "and a "
     "check-up in four weeks.",
     {"Patient", "Date of birth", "Diagnosis"}},
    {"Lab result",
     "Laboratory",
     Confidential,
     "Potassium 4.1, sodium 139, creatinine 82. Released by the second reader.",
     {"Patient", {}, {}}},
    {"Referral letter",
     "Reception",
     Confidential,
     "Referred by the practice for a stress test; insurance confirmed.",
     {"Patient", "Phone", {}}},
    {"Stock count", "Pharmacy", Internal, "Two boxes of heparin short against the list; ordered again.", {}},
    {"Echo report", "Cardiology", Confidential, "Ejection fraction 58 %, valves without findings.", {"Patient", {}, {}}},
    {"Invoice", "Finance", Confidential, "Sent, due in 30 days.", {"Account", {}, {}}},
    {"Incident report",
     "Quality",
     Restricted,
     "A sample was labelled twice and noticed before release. No harm done.",
     {"Reported by", {}, {}}},
    {"MRI protocol", "Radiology", Internal, "Knee, without contrast: sequences and coil as agreed in spring.", {}},
    {"Access request", "IT", Internal, "New workplace in the ward; card and mailbox are ready.", {}},
    {"Opening hours", "Reception", Public, "Monday to Friday 7:30 to 18:00, Saturday 8:00 to 12:00.", {}},
});
constexpr std::array<std::string_view, 10> patients{"Agnes Thorvald", "Bashir Khoury", "Celia Duarte", "Dorothea Klink",
                                                    "Emil Sandvik",   "Fatou Ndiaye",  "Gregor Holub", "Hiroko Mori",
                                                    "Ilse Brandt",    "Joaquín Vidal"};
constexpr std::array<std::string_view, 5> diagnoses{"I20.8 Angina pectoris", "I48.0 Atrial fibrillation", "I21.4 Infarction",
                                                    "I10 Hypertension", "I25.1 Coronary disease"};
constexpr std::size_t recordsMade = 210;

std::string twoDigits(std::size_t number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string valueOf(std::string_view member, std::size_t number)
{
    if (member == "Patient")
        return std::string(patients[number % patients.size()]);
    if (member == "Date of birth")
        return std::to_string(1938 + number * 7 % 60) + '-' + twoDigits(1 + number % 12) + '-' + twoDigits(1 + number * 11 % 28);
    if (member == "Diagnosis")
        return std::string(diagnoses[number % diagnoses.size()]);
    if (member == "Phone")
        return "+1 555 01" + twoDigits(number % 100);
    if (member == "Account")
        return "NG-" + std::to_string(40'000 + number * 13);
    return "Ward " + std::to_string(1 + number % 6);
}

/// The hand of somebody of the staff, in weeks of which no session is left.
access::Actor handOf(const DemoAccount& account)
{
    auto hand = access::Actor::system(account.person.name);
    hand.id = account.id;
    hand.email = account.person.email;
    hand.department = account.person.department;
    hand.roles = {account.person.role};
    return hand;
}

} // namespace

DemoRecords::DemoRecords(Services& services, const access::Actor& admin, const std::vector<DemoAccount>& accounts)
    : m_services(services), m_admin(admin), m_accounts(accounts)
{
}

const DemoAccount* DemoRecords::ownerIn(std::string_view department, std::size_t nth) const
{
    std::vector<const DemoAccount*> staff;
    for (const DemoAccount& account : m_accounts)
        if (account.person.department == department && account.person.state == DemoPerson::State::Active)
            staff.push_back(&account);
    return staff.empty() ? nullptr : staff[nth % std::min<std::size_t>(staff.size(), 3)];
}

Result<void> DemoRecords::addPolicies()
{
    authorization::NewPolicy own;
    own.name = "Restricted records stay in their department";
    own.note = "Whoever isn’t in the department, doesn’t own the record and is no administrator doesn’t see that it is there.";
    own.effect = "allow";
    own.actions = {"records:read"};
    own.resources = {"record"};
    own.condition = "resource.classification != \"restricted\" || resource.owner_id == subject.id || "
                    "subject.roles.exists(r, r in [\"admin\", \"owner\"]) || resource.department == subject.department";
    own.state = "enforce";
    SALLYPORT_TRY(m_services.policies.create(m_admin, own));
    authorization::NewPolicy night;
    night.name = "No changes at night";
    night.note = "Only observed so far: Decisions shows what it would refuse.";
    night.effect = "deny";
    night.actions = {"records:update"};
    night.resources = {"record"};
    night.condition = "context.time.getHours() >= 21 || context.time.getHours() < 6";
    night.state = "observe";
    SALLYPORT_TRY(m_services.policies.create(m_admin, night));
    return {};
}

Result<void> DemoRecords::addRecord(std::size_t number, const DemoAccount& owner)
{
    const RecordKind& kind = recordKinds[number % recordKinds.size()];
    records::NewRecord record;
    record.title = std::string(kind.title);
    if (kind.classification != Public)
        record.title += ' ' + std::to_string(1'000 + number * 37 % 9'000);
    record.body = std::string(kind.body);
    record.department = std::string(kind.department);
    record.classification = kind.classification;
    for (const std::string_view member : kind.members)
        if (!member.empty())
            record.sensitive.emplace(member, SecretBytes::fromText(valueOf(member, number)));
    std::string body = record.body;
    SALLYPORT_ASSIGN(const auto made, m_services.records.create(handOf(owner), std::move(record)));
    m_kept.push_back({made.id, &owner, std::move(body)});
    return {};
}

Result<void> DemoRecords::add(DemoClock& clock, UtcTime begin)
{
    clock.holdAt(begin);
    SALLYPORT_TRY(addPolicies());
    bool hoursAreThere = false;
    for (std::size_t number = 0; number < recordsMade; ++number) {
        const RecordKind& kind = recordKinds[number % recordKinds.size()];
        if (kind.classification == Public && std::exchange(hoursAreThere, true))
            continue; // one is enough
        const DemoAccount* owner = ownerIn(kind.department, number / recordKinds.size());
        if (!owner)
            continue;
        clock.holdAt(begin + 6min * static_cast<int>(number));
        SALLYPORT_TRY(addRecord(number, *owner));
    }
    return {};
}

Result<void> DemoRecords::goOn(std::size_t number)
{
    if (m_kept.empty())
        return {};
    Kept& kept = m_kept[number * 29 % m_kept.size()];
    if (number % 3 != 0) {
        // Somebody looks; not everybody may.
        const DemoAccount& reader = m_accounts[number * 7 % m_accounts.size()];
        const auto read = m_services.records.read(handOf(reader), kept.id);
        if (!read && read.error().code != ErrorCode::NotFound)
            return read.error();
        return {};
    }
    records::RecordPatch patch;
    patch.body = kept.body + "\nSeen again, nothing to add.";
    if (number % 2 != 0)
        patch.body = kept.body;
    SALLYPORT_TRY(m_services.records.change(handOf(*kept.owner), kept.id, std::move(patch)));
    return {};
}

} // namespace sallyport::app
