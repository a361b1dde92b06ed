#include "tests/ui/support/fake_records.h"

#include "tests/ui/support/fake_services.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace sallyport::tests {

using records::Classification;
using records::EncryptionState;
using records::NewRecord;
using records::Record;
using records::RecordPage;
using records::RecordPatch;
using records::RecordQuery;
using records::ShownRecord;

namespace {

using std::chrono::minutes;

struct Seed {
    std::string_view title, owner, department;
    Classification classification;
    int minutesAgo;
};
using enum Classification;

/// As pictured, seen from 24 Nov 2026 14:33.
constexpr auto pictured = std::to_array<Seed>({
    {"CT angiogram 4471", "Amara Okafor", "Radiology", Restricted, 6},
    {"Holter analysis 0963", "Camila Restrepo", "Cardiology", Confidential, 22},
    {"Discharge summary 2231", "Dae-jung Park", "Cardiology", Restricted, 35},
    {"Reading list, 24 Nov", "Elif Yıldız", "Radiology", Internal, 73},
    {"Echo report 1187", "Dae-jung Park", "Cardiology", Confidential, 166},
    {"Referral letter 0412", "Jonas Weber", "Radiology", Confidential, 271},
    {"Pacemaker check 0518", "Camila Restrepo", "Cardiology", Restricted, 302},
    {"CT intake form", "Elif Yıldız", "Radiology", Internal, 1'300},
    {"Stress test 2044", "Dae-jung Park", "Cardiology", Confidential, 1'420},
    {"MRI protocol, knee", "Amara Okafor", "Radiology", Internal, 1'510},
    {"Ablation consent 0231", "Camila Restrepo", "Cardiology", Confidential, 4'400},
    {"Contrast stock, week 48", "Jonas Weber", "Radiology", Internal, 5'800},
    {"Cath lab checklist", "Dae-jung Park", "Cardiology", Internal, 6'020},
    {"Chest film 3310", "Amara Okafor", "Radiology", Confidential, 7'200},
    {"Incident report 0077", "Amara Okafor", "Radiology", Restricted, 8'700},
    {"On-call list, December", "Camila Restrepo", "Cardiology", Internal, 10'100},
    {"Dose register, October", "Elif Yıldız", "Radiology", Confidential, 17'300},
    {"Lipid follow-up 1902", "Camila Restrepo", "Cardiology", Confidential, 18'700},
    {"Opening hours", "Giulia Moretti", "Reception", Public, 20'100},
});
constexpr std::array<std::string_view, 8> kinds{"Lab result",   "Referral letter", "Discharge summary", "Invoice",
                                                "Prescription", "Audit note",      "Intake form",       "Follow-up"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> people{{{"Mateo Fernández", "Laboratory"},
                                                                               {"Anneke de Vries", "Finance"},
                                                                               {"Mei Tanaka", "Pharmacy"},
                                                                               {"Björn Lindqvist", "Quality"},
                                                                               {"Dae-jung Park", "Cardiology"},
                                                                               {"Giulia Moretti", "Reception"}}};
constexpr std::string_view body =
    "Admitted on 21 Nov with chest pain, troponin negative on three tests. Echo without new findings. "
    "Discharged with bisoprolol 2.5 mg and a check-up in four weeks.";

std::string fourDigits(std::size_t number)
{
    const std::string digits = std::to_string(number % 10'000);
    return std::string(4 - digits.size(), '0') + digits;
}

bool isBefore(const Record& a, const Record& b, RecordQuery::Sort by)
{
    switch (by) {
    case RecordQuery::Sort::Title: return a.title < b.title;
    case RecordQuery::Sort::Department: return a.department < b.department;
    case RecordQuery::Sort::Classification: return a.classification < b.classification;
    case RecordQuery::Sort::Created: return a.createdAt < b.createdAt;
    case RecordQuery::Sort::Changed: break;
    }
    return a.changedAt < b.changedAt;
}

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

} // namespace

void FakeRecords::fill()
{
    if (std::exchange(m_filled, true))
        return;
    std::map<std::string_view, UserId> ids;
    const auto idOf = [&](std::string_view name) {
        const auto [at, added] = ids.emplace(name, UserId());
        if (added)
            at->second = m_users.idOf(std::string(name));
        return at->second;
    };
    for (std::size_t at = 0; at < count; ++at) {
        Seed seed;
        std::string title;
        if (at < pictured.size()) {
            seed = pictured[at];
            title = seed.title;
        } else {
            const auto& [owner, department] = people[at * 5 % people.size()];
            seed = {{}, owner, department, static_cast<Classification>(at * 7 % 4), 20'100 + 17 * static_cast<int>(at)};
            title = std::string(kinds[at % kinds.size()]) + ' ' + fourDigits(at * 37);
        }
        Record record;
        const std::string number = std::to_string(10'000'000 + at);
        record.id = RecordId("01JDGMRECKRD000000" + number);
        record.title = title;
        record.owner = seed.owner;
        record.ownerId = idOf(seed.owner);
        record.department = std::string(seed.department);
        record.classification = seed.classification;
        record.body = body;
        record.changedAt = m_clock.now() - minutes(seed.minutesAgo);
        record.createdAt = record.changedAt - minutes(4'000);
        record.createdBy = record.changedBy = seed.owner;
        record.version = 2;
        if (seed.classification == Restricted)
            record.sensitive = {"Date of birth", "Diagnosis", "Patient"};
        else if (seed.classification == Confidential)
            record.sensitive = {"Patient"};
        m_records.push_back(std::move(record));
    }
}

Record* FakeRecords::find(const RecordId& id)
{
    fill();
    const auto found = std::ranges::find(m_records, id, &Record::id);
    return found == m_records.end() ? nullptr : &*found;
}

std::string FakeRecords::value(const Record& record, const std::string& member) const
{
    if (const auto own = m_values.find(record.id.text()); own != m_values.end())
        if (const auto found = own->second.find(member); found != own->second.end())
            return found->second;
    return member + " of " + record.title;
}

Result<RecordPage> FakeRecords::list(const access::Actor& actor, const RecordQuery& query)
{
    SALLYPORT_TRY(access::require(actor, access::Permission::RecordsRead));
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(m_mutex);
    fill();
    std::vector<const Record*> found;
    const std::string wanted = lower(query.text);
    for (const Record& record : m_records) {
        const bool fits = (wanted.empty() || lower(record.title).find(wanted) != std::string::npos) &&
                          (!query.department || record.department == query.department) &&
                          (!query.classification || record.classification == *query.classification) &&
                          (!query.owner || record.ownerId == *query.owner) &&
                          (!query.changedDays || record.changedAt >= m_clock.now() - std::chrono::days(*query.changedDays));
        if (fits)
            found.push_back(&record);
    }
    std::ranges::stable_sort(found, [&](const Record* a, const Record* b) {
        return query.descending ? isBefore(*b, *a, query.sort) : isBefore(*a, *b, query.sort);
    });
    RecordPage page;
    page.total = static_cast<std::int64_t>(found.size());
    page.about = about;
    for (std::size_t at = query.offset; at < found.size() && page.records.size() < query.limit; ++at) {
        page.records.push_back(*found[at]);
        if (!query.bodies)
            page.records.back().body.clear();
    }
    return page;
}

Result<Record> FakeRecords::read(const access::Actor& actor, const RecordId& id)
{
    SALLYPORT_TRY(access::require(actor, access::Permission::RecordsRead));
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(m_mutex);
    const Record* record = find(id);
    if (!record)
        return none();
    return *record;
}

Result<ShownRecord> FakeRecords::unmask(const access::Actor& actor, const RecordId& id)
{
    SALLYPORT_TRY(access::require(actor, access::Permission::RecordsUnmask));
    if (auto error = unmaskFailures.take())
        return *error;
    const std::lock_guard lock(m_mutex);
    const Record* record = find(id);
    if (!record)
        return none();
    ++unmasked;
    ShownRecord shown;
    shown.record = *record;
    for (const std::string& member : record->sensitive)
        shown.sensitive.push_back({member, SecretBytes::fromText(value(*record, member))});
    return shown;
}

Result<Record> FakeRecords::create(const access::Actor& actor, NewRecord given)
{
    SALLYPORT_TRY(access::require(actor, access::Permission::RecordsCreate));
    if (auto error = changeFailures.take())
        return *error;
    const std::lock_guard lock(m_mutex);
    fill();
    Record record;
    record.id = RecordId("01JDGMRECKRD999999" + std::to_string(10'000'000 + m_next++));
    record.title = given.title;
    record.body = given.body;
    record.department = given.department;
    record.classification = given.classification;
    record.ownerId = given.ownerId.value_or(actor.id);
    const auto* owner = m_users.find(record.ownerId);
    record.owner = owner ? owner->name : record.ownerId == actor.id ? actor.name : std::string();
    record.createdAt = record.changedAt = m_clock.now();
    record.createdBy = record.changedBy = actor.name;
    record.version = 1;
    for (const auto& [name, secret] : given.sensitive) {
        record.sensitive.push_back(name);
        m_values[record.id.text()][name] = std::string(secret.view());
    }
    m_records.insert(m_records.begin(), record);
    return record;
}

Result<Record> FakeRecords::change(const access::Actor& actor, const RecordId& id, RecordPatch patch)
{
    SALLYPORT_TRY(access::require(actor, access::Permission::RecordsUpdate));
    if (auto error = changeFailures.take())
        return *error;
    const std::lock_guard lock(m_mutex);
    Record* record = find(id);
    if (!record)
        return none();
    if (patch.expectedVersion && *patch.expectedVersion != record->version)
        return makeError(ErrorCode::PreconditionFailed, "The record was changed meanwhile.");
    record->title = patch.title.value_or(record->title);
    record->body = patch.body.value_or(record->body);
    record->department = patch.department.value_or(record->department);
    record->classification = patch.classification.value_or(record->classification);
    if (patch.ownerId) {
        record->ownerId = *patch.ownerId;
        const auto* owner = m_users.find(record->ownerId);
        record->owner = owner ? owner->name : std::string();
    }
    for (const std::string& name : patch.removeSensitive)
        std::erase(record->sensitive, name);
    for (const auto& [name, secret] : patch.sensitive) {
        if (!secret)
            continue;
        if (std::ranges::find(record->sensitive, name) == record->sensitive.end())
            record->sensitive.push_back(name);
        m_values[id.text()][name] = std::string(secret->view());
    }
    std::ranges::sort(record->sensitive);
    record->changedAt = m_clock.now();
    record->changedBy = actor.name;
    ++record->version;
    return *record;
}

Result<void> FakeRecords::remove(const access::Actor& actor, const RecordId& id)
{
    SALLYPORT_TRY(access::require(actor, access::Permission::RecordsDelete));
    if (auto error = changeFailures.take())
        return *error;
    const std::lock_guard lock(m_mutex);
    if (!find(id))
        return none();
    std::erase_if(m_records, [&](const Record& record) { return record.id == id; });
    return {};
}

Result<std::int64_t> FakeRecords::exportRecords(const access::Actor& actor, RecordQuery query, std::string_view,
                                                const std::function<bool(const Record&)>& record)
{
    query.limit = static_cast<std::uint32_t>(count) + 100;
    query.offset = 0;
    query.bodies = true;
    SALLYPORT_ASSIGN(const RecordPage page, list(actor, query));
    for (const Record& one : page.records) {
        if (beforeStep)
            beforeStep();
        if (!record(one))
            return makeError(ErrorCode::Cancelled, "The export was stopped.");
    }
    return page.total;
}

Result<EncryptionState> FakeRecords::encryption(const access::Actor& actor)
{
    SALLYPORT_TRY(access::require(actor, access::Permission::SettingsRead));
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(m_mutex);
    fill();
    EncryptionState state;
    state.keyId = m_key;
    state.keySince = m_clock.now() - std::chrono::days(12);
    state.usesMay = std::int64_t{1} << 30;
    state.uses = 4'096 * (m_key == 3 ? 2 : 1);
    for (const Record& record : m_records)
        state.members += static_cast<std::int64_t>(record.sensitive.size());
    state.waiting = m_waiting;
    return state;
}

Result<EncryptionState> FakeRecords::rotateKey(const access::Actor& actor)
{
    SALLYPORT_TRY(access::require(actor, access::Permission::SettingsUpdate));
    if (auto error = changeFailures.take())
        return *error;
    SALLYPORT_ASSIGN(const EncryptionState before, encryption(actor));
    {
        const std::lock_guard lock(m_mutex);
        ++m_key;
        m_waiting = before.members;
    }
    return encryption(actor);
}

Result<EncryptionState> FakeRecords::encryptAnew(const access::Actor& actor,
                                                 const std::function<bool(std::int64_t, std::int64_t)>& progress)
{
    SALLYPORT_TRY(access::require(actor, access::Permission::SettingsUpdate));
    SALLYPORT_ASSIGN(const EncryptionState before, encryption(actor));
    for (std::int64_t done = 0; done < before.waiting;) {
        if (beforeStep)
            beforeStep();
        if (!progress(done, before.waiting))
            return makeError(ErrorCode::Cancelled, "It was stopped.");
        done = std::min(before.waiting, done + 100);
        const std::lock_guard lock(m_mutex);
        m_waiting = before.waiting - done;
    }
    return encryption(actor);
}

records::RecordId FakeRecords::idOf(const std::string& title)
{
    return of(title).id;
}

Record FakeRecords::of(const std::string& title)
{
    const std::lock_guard lock(m_mutex);
    fill();
    const auto found = std::ranges::find(m_records, title, &Record::title);
    return found == m_records.end() ? Record() : *found;
}

std::string FakeRecords::valueOf(const std::string& title, const std::string& member)
{
    const Record record = of(title);
    const std::lock_guard lock(m_mutex);
    return value(record, member);
}

void FakeRecords::changeElsewhere(const std::string& title, const std::function<void(Record&)>& edit)
{
    const RecordId id = idOf(title);
    const std::lock_guard lock(m_mutex);
    Record* record = find(id);
    if (!record)
        return;
    edit(*record);
    ++record->version;
}

} // namespace sallyport::tests
