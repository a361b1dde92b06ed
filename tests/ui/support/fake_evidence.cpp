#include "tests/ui/support/fake_evidence.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace sallyport::tests {
namespace {

using access::Permission;
using namespace std::chrono_literals;

std::string hexText(std::int64_t seed)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    auto state = static_cast<std::uint64_t>(seed) * 6364136223846793005u + 1442695040888963407u;
    while (text.size() < 64) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        text += digits[state >> 60];
    }
    return text;
}

} // namespace

FakeEvidence::FakeEvidence(const Clock& clock) : m_clock(clock)
{
    for (const std::int64_t size : {48'120, 47'655, 46'902})
        signedHeads.push_back(
            {size, hexText(size), clock.now() - std::chrono::minutes(std::int64_t{48'213} - size), hexText(1), hexText(2)});
    for (int i = 0; i < 2; ++i) {
        journal::EvidencePack pack;
        pack.id = "pack-" + std::to_string(i + 1);
        pack.createdAt = clock.now() - 24h * (i + 1);
        pack.createdBy = i == 0 ? "Ingrid Solheim" : "Marco Ruiz";
        pack.since = clock.now() - 24h * (i + 8);
        if (i == 1)
            pack.until = clock.now() - 24h;
        pack.filter = i == 0 ? "kind:user." : "";
        pack.records = i == 0 ? 1'284 : 18'233;
        pack.bytes = pack.records * 812;
        pack.headSize = 47'000 - i * 4'000;
        pack.sha256 = hexText(pack.records);
        packs.push_back(std::move(pack));
    }
}

std::string FakeEvidence::fingerprint() const
{
    return hexText(7);
}

Result<journal::TreeState> FakeEvidence::state(const access::Actor& actor)
{
    SALLYPORT_TRY(access::require(actor, Permission::EventsVerify));
    if (auto failure = failures.take())
        return *failure;
    const std::lock_guard lock(mutex);
    return journal::TreeState{m_size, hexText(m_size), fingerprint()};
}

Result<journal::TreeHead> FakeEvidence::head(const access::Actor& actor)
{
    SALLYPORT_TRY(access::require(actor, Permission::EventsVerify));
    if (auto failure = failures.take())
        return *failure;
    const std::lock_guard lock(mutex);
    signedHeads.insert(signedHeads.begin(), {m_size, hexText(m_size), m_clock.now(), hexText(1), hexText(2)});
    ++m_size;
    return signedHeads.front();
}

Result<std::vector<journal::TreeHead>> FakeEvidence::heads(const access::Actor& actor, std::int64_t below, std::uint32_t limit)
{
    SALLYPORT_TRY(access::require(actor, Permission::EventsVerify));
    const std::lock_guard lock(mutex);
    std::vector<journal::TreeHead> found;
    for (const journal::TreeHead& head : signedHeads)
        if ((below == 0 || head.size < below) && found.size() < limit)
            found.push_back(head);
    return found;
}

Result<journal::InclusionProof> FakeEvidence::prove(const access::Actor&, std::string_view)
{
    return makeError(ErrorCode::NotFound, "There is no such event.");
}

Result<journal::ConsistencyProof> FakeEvidence::consistency(const access::Actor&, std::int64_t from, std::int64_t to)
{
    return journal::ConsistencyProof{from, to, hexText(from), hexText(to), {}};
}

Result<journal::EvidencePack> FakeEvidence::create(const access::Actor& actor, const journal::PackRequest& request,
                                                   const audit::Progress& progress)
{
    SALLYPORT_TRY(access::require(actor, Permission::EventsExport));
    if (auto failure = failures.take())
        return *failure;
    do {
        if (progress && !progress(600, 1'000))
            return makeError(ErrorCode::Cancelled, "The evidence pack was cancelled.");
        std::this_thread::yield();
    } while (busy);
    const std::lock_guard lock(mutex);
    journal::EvidencePack pack;
    pack.id = "pack-" + std::to_string(packs.size() + 1);
    pack.createdAt = m_clock.now();
    pack.createdBy = access::nameOf(actor);
    pack.since = request.query.since;
    pack.until = request.query.until;
    pack.filter = request.filter;
    pack.records = 1'000;
    pack.bytes = 812'000;
    pack.headSize = m_size;
    pack.sha256 = hexText(pack.headSize);
    pack.damage = damage;
    packs.insert(packs.begin(), pack);
    return pack;
}

Result<std::vector<journal::EvidencePack>> FakeEvidence::list(const access::Actor& actor)
{
    SALLYPORT_TRY(access::require(actor, Permission::EventsExport));
    if (auto failure = failures.take())
        return *failure;
    const std::lock_guard lock(mutex);
    return packs;
}

Result<journal::EvidencePack> FakeEvidence::read(const access::Actor& actor, const std::string& id)
{
    SALLYPORT_TRY(access::require(actor, Permission::EventsExport));
    const std::lock_guard lock(mutex);
    const auto found = std::ranges::find(packs, id, &journal::EvidencePack::id);
    if (found == packs.end())
        return makeError(ErrorCode::NotFound, "There is no such evidence pack");
    return *found;
}

Result<journal::EvidencePack> FakeEvidence::download(const access::Actor& actor, const std::string& id, const Sink& sink)
{
    SALLYPORT_ASSIGN(const journal::EvidencePack pack, read(actor, id));
    (void) sink("{}\n");
    return pack;
}

Result<journal::EvidencePack> FakeEvidence::save(const access::Actor& actor, const std::string& id,
                                                 const std::filesystem::path& file, journal::ExistingFile)
{
    if (auto failure = failures.take())
        return *failure;
    SALLYPORT_ASSIGN(const journal::EvidencePack pack, read(actor, id));
    const std::lock_guard lock(mutex);
    saved.push_back(file.string());
    return pack;
}

Result<void> FakeEvidence::remove(const access::Actor& actor, const std::string& id)
{
    if (auto failure = failures.take())
        return *failure;
    SALLYPORT_TRY(read(actor, id));
    const std::lock_guard lock(mutex);
    std::erase_if(packs, [&](const journal::EvidencePack& pack) { return pack.id == id; });
    return {};
}

} // namespace sallyport::tests
