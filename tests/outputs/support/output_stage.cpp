#include "tests/outputs/support/output_stage.h"

#include "backend/audit/event_selection.h"
#include "backend/crypto/system_random.h"

#include <csignal>

namespace sallyport::test {

using namespace std::chrono_literals;

OutputStage::OutputStage() : m_random(std::make_unique<crypto::SystemRandom>())
{
    std::signal(SIGPIPE, SIG_IGN); // as the programs do
    pace = {.collect = 5ms, .pause = 5ms, .mailPause = 5ms, .firstRetry = 20ms, .lastRetry = 100ms};
    auto settings = settings::Settings::open(m_journal.store(), m_journal.journal());
    if (!settings)
        qFatal("no settings");
    m_settings = std::move(*settings);
    set("outbound.networks", "127.0.0.0/8");
    begin();
}

OutputStage::~OutputStage() = default;

void OutputStage::begin()
{
    auto service =
        outputs::DestinationsService::open({.store = m_journal.store(),
                                            .journal = m_journal.journal(),
                                            .settings = *m_settings,
                                            .clock = m_journal.clock,
                                            .random = *m_random,
                                            .now = [](const access::Actor& actor) { return Result<access::Actor>(actor); },
                                            .author = [this](const access::Author&) -> Result<access::Actor> {
                                                access::Actor author;
                                                if (authorMay)
                                                    author.permissions.add(access::Permission::EventsExport);
                                                return author;
                                            },
                                            .dataDirectory = m_journal.directory(),
                                            .pace = pace},
                                           SecretBytes(Bytes(32, std::byte{0x31})));
    if (!service)
        qFatal("no destinations: %s", service.error().detail.c_str());
    m_service = std::move(*service);
}

void OutputStage::set(const char* key, const std::string& value)
{
    const auto changed = m_settings->change(access::Actor::system(), {{key, value}});
    if (!changed)
        qFatal("%s: %s", key, changed.error().detail.c_str());
}

access::Actor OutputStage::somebody()
{
    access::Actor actor;
    actor.kind = access::Actor::Kind::Operator;
    actor.name = "Ingrid Solheim";
    actor.permissions.add(access::Permission::OutputsRead);
    actor.permissions.add(access::Permission::OutputsUpdate);
    actor.permissions.add(access::Permission::EventsExport);
    return actor;
}

void OutputStage::record(int first, int count)
{
    const auto written = m_journal.store().write([&](storage::Transaction& transaction) -> Result<void> {
        for (int i = first; i < first + count; ++i)
            SALLYPORT_TRY(m_journal->append(transaction, sampleEvent(audit::kind::signInSucceeded, "User " + std::to_string(i))));
        return {};
    });
    if (!written)
        qFatal("no events");
}

outputs::DestinationFields OutputStage::fields(outputs::DestinationKind kind, std::string target)
{
    outputs::DestinationFields fields;
    fields.name = "Somewhere";
    fields.kind = kind;
    fields.target = std::move(target);
    fields.format = outputs::usualFormat(kind);
    fields.filter = "kind:auth.login";
    if (kind == outputs::DestinationKind::Mail) {
        fields.sender = "sallyport@northgate.example";
        fields.recipients = {"ada@northgate.example", "security@northgate.example"};
    }
    return fields;
}

outputs::DestinationId OutputStage::add(outputs::DestinationFields fields, const std::string& secret, bool fromBeginning)
{
    outputs::NewDestination wanted;
    wanted.fields = std::move(fields);
    if (!secret.empty())
        wanted.secret = SecretBytes::fromText(secret);
    wanted.fromBeginning = fromBeginning;
    const auto made = m_service->create(somebody(), std::move(wanted));
    if (!made)
        qFatal("not added: %s %s", made.error().detail.c_str(),
               made.error().fields.empty() ? "" : made.error().fields.front().message.c_str());
    return made->id;
}

outputs::Destination OutputStage::read(const outputs::DestinationId& id)
{
    const auto found = m_service->read(somebody(), id);
    if (!found)
        qFatal("not read: %s", found.error().detail.c_str());
    return *found;
}

std::vector<audit::Event> OutputStage::events(std::string_view kind)
{
    audit::EventQuery query;
    query.kinds = {std::string(kind)};
    const auto found = m_journal.store().read([&](storage::Transaction& transaction) -> Result<std::vector<audit::Event>> {
        SALLYPORT_ASSIGN(const auto selection, audit::EventSelection::make(transaction, query));
        SALLYPORT_ASSIGN(auto page, selection.page(transaction, 1000, {}, true));
        return std::move(page.events);
    });
    return found ? *found : std::vector<audit::Event>();
}

} // namespace sallyport::test
