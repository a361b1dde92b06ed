#include "tests/ui/support/fake_destinations.h"

#include <algorithm>

namespace sallyport::tests {

using namespace outputs;

FakeDestinations::FakeDestinations(Clock& clock) : m_clock(clock)
{
    const auto add = [&](const char* id, const char* name, DestinationKind kind, const char* target, const char* filter) {
        Destination destination;
        destination.id = DestinationId(id);
        destination.fields.name = name;
        destination.fields.kind = kind;
        destination.fields.target = target;
        destination.fields.filter = filter;
        destination.fields.format = usualFormat(kind);
        destination.state.sent = 18'204;
        destination.state.lastSentAt = m_clock.now() - std::chrono::seconds(40);
        destination.createdAt = destination.updatedAt = m_clock.now() - std::chrono::hours(24 * 40);
        destination.createdBy = "Ingrid Solheim";
        destination.author = {access::Author::Kind::User, "U1", {}, "Ingrid Solheim"};
        destinations.push_back(std::move(destination));
    };
    add("00000000000000000000000D01", "Log collector", DestinationKind::Syslog, "logs.northgate.example:6514", "");
    add("00000000000000000000000D02", "On-call hook", DestinationKind::Webhook, "https://hooks.northgate.example/sallyport",
        "severity:>=warning");
    add("00000000000000000000000D03", "Security team", DestinationKind::Mail, "smtps://mail.northgate.example:465",
        "severity:critical");
    add("00000000000000000000000D04", "Archive", DestinationKind::File, "archive", "");
    destinations[1].hasSecret = true;
    destinations[1].state.failures = 6;
    destinations[1].state.waiting = 128;
    destinations[1].state.lastError = "The receiver answers with status 503.";
    destinations[1].state.lastErrorAt = m_clock.now() - std::chrono::minutes(2);
    destinations[2].fields.sender = "sallyport@northgate.example";
    destinations[2].fields.recipients = {"security@northgate.example"};
    destinations[3].enabled = false;
    destinations[3].state.waiting = 2'411;
}

Destination* FakeDestinations::find(const DestinationId& id)
{
    const auto found = std::ranges::find(destinations, id, &Destination::id);
    return found == destinations.end() ? nullptr : &*found;
}

Result<std::vector<Destination>> FakeDestinations::list(const access::Actor&)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(mutex);
    return destinations;
}

Result<Destination> FakeDestinations::read(const access::Actor&, const DestinationId& id)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(mutex);
    const Destination* found = find(id);
    if (found == nullptr)
        return makeError(ErrorCode::NotFound, "No such destination.");
    return *found;
}

Result<Destination> FakeDestinations::create(const access::Actor&, NewDestination wanted)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(mutex);
    Destination destination;
    destination.id = DestinationId("0000000000000000000000000" + std::to_string(destinations.size()));
    destination.fields = std::move(wanted.fields);
    destination.hasSecret = wanted.secret.has_value();
    lastSecret = wanted.secret ? std::string(wanted.secret->view()) : std::string();
    destination.createdAt = destination.updatedAt = m_clock.now();
    destinations.push_back(destination);
    return destination;
}

Result<Destination> FakeDestinations::change(const access::Actor&, const DestinationId& id, DestinationPatch patch)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(mutex);
    Destination* found = find(id);
    if (found == nullptr)
        return makeError(ErrorCode::NotFound, "No such destination.");
    if (patch.fields)
        found->fields = *patch.fields;
    if (patch.enabled)
        found->enabled = *patch.enabled;
    lastSecret = patch.secret ? std::string(patch.secret->view()) : std::string();
    ++found->version;
    return *found;
}

Result<void> FakeDestinations::remove(const access::Actor&, const DestinationId& id)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(mutex);
    std::erase_if(destinations, [&](const Destination& one) { return one.id == id; });
    return {};
}

Result<DestinationTest> FakeDestinations::test(const access::Actor&, const DestinationId& id)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(mutex);
    const Destination* found = find(id);
    if (found == nullptr)
        return makeError(ErrorCode::NotFound, "No such destination.");
    if (failTests)
        return DestinationTest{false, "outbound_untrusted", "The certificate of the other side is not trusted.",
                               std::chrono::milliseconds(38)};
    return DestinationTest{true, {}, found->fields.target, std::chrono::milliseconds(42)};
}

Result<void> FakeDestinations::send(const DestinationId&, const std::string&, const std::string&, const std::string&)
{
    return {};
}

} // namespace sallyport::tests
