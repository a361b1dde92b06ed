#include "backend/outputs/destinations_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/event_table.h"
#include "backend/base/strict_json.h"
#include "backend/base/utf8.h"
#include "backend/outputs/client_pair.h"
#include "backend/outputs/destination_fields.h"

#include <algorithm>
#include <unistd.h>

namespace sallyport::outputs {

namespace {

constexpr std::size_t messageSubjectLimit = 300, messageTextLimit = 8192, messageJsonLimit = 16384; // bytes

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

/// Old and new of everything that differs.
audit::Details changesOf(const DestinationFields& before, const DestinationFields& after)
{
    const bool isNew = before.name.empty();
    const auto number = [&](std::int64_t value) { return isNew ? std::string() : std::to_string(value); };
    audit::Details details;
    details.change("name", before.name, after.name).change("kind", isNew ? "" : kindWord(before.kind), kindWord(after.kind));
    details.change("target", before.target, after.target).change("filter", before.filter, after.filter);
    details.change("format", isNew ? "" : formatWord(before.format), formatWord(after.format));
    details.change("sender", before.sender, after.sender)
        .change("recipients", joined(before.recipients), joined(after.recipients));
    details.change("account", before.account, after.account);
    details.change("certificate", certificateText(before.certificate), certificateText(after.certificate));
    if (after.kind == DestinationKind::File) {
        details.change("rotate_bytes", number(before.rotateBytes), std::to_string(after.rotateBytes));
        details.change("keep_files", number(before.keepFiles), std::to_string(after.keepFiles));
    }
    return details;
}

std::string authorText(const access::Author& author)
{
    return author.name + " (" + (author.key.empty() ? author.id : "API key " + author.key) + ")";
}

Error mistaken(std::vector<FieldError> mistakes)
{
    Error error(ErrorCode::ValidationFailed, "Validation failed");
    error.fields = std::move(mistakes);
    return error;
}

std::string hostName()
{
    std::string name(256, '\0');
    return ::gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.c_str()) : std::string();
}

Surroundings surroundingsOf(const DestinationsParts& parts)
{
    Surroundings surroundings;
    surroundings.policy = [&settings = parts.settings] {
        const auto values = settings.values();
        outbound::Policy policy;
        if (auto rules = outbound::AddressRules::parse(values->outboundNetworks))
            policy.rules = std::move(*rules);
        policy.caFile = values->outboundCaFile;
        return policy;
    };
    surroundings.now = [&clock = parts.clock] { return clock.now(); };
    surroundings.folder = parts.dataDirectory / "outputs";
    surroundings.host = hostName();
    surroundings.newId = [&random = parts.random, &clock = parts.clock] { return newIdText(random, clock); };
    return surroundings;
}

} // namespace

Result<std::unique_ptr<DestinationsService>> DestinationsService::open(DestinationsParts parts, SecretBytes key)
{
    SALLYPORT_ASSIGN(OutputCipher cipher, OutputCipher::create(std::move(key)));
    std::unique_ptr<DestinationsService> service(new DestinationsService(std::move(parts), std::move(cipher)));
    if (service->m_parts.delivers)
        service->m_onEvents = service->m_parts.journal.subscribe([raw = service.get()](const auto&) { raw->wakeAll(); });
    SALLYPORT_TRY(service->reload());
    // What the process before this one has left failing may be gone.
    if (service->m_parts.delivers && service->m_parts.report && service->m_failing.empty())
        service->m_parts.report({});
    return service;
}

DestinationsService::DestinationsService(DestinationsParts parts, OutputCipher cipher)
    : m_parts(std::move(parts)), m_cipher(std::move(cipher)), m_surroundings(surroundingsOf(m_parts))
{
}

DestinationsService::~DestinationsService()
{
    stop();
}

void DestinationsService::stop()
{
    m_onEvents.reset();
    const std::lock_guard reloading(m_reloading);
    std::map<std::string, std::shared_ptr<Delivery>> ended;
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        ended.swap(m_deliveries);
    }
}

void DestinationsService::wakeAll()
{
    const std::lock_guard lock(m_mutex);
    for (const auto& [id, delivery] : m_deliveries)
        delivery->wake();
}

Result<void> DestinationsService::reload()
{
    if (!m_parts.delivers)
        return {};
    const std::lock_guard reloading(m_reloading);
    if (m_stopped)
        return {};
    SALLYPORT_ASSIGN(const std::vector<DestinationRow> all, m_parts.store.read(rows::destinations));
    std::map<std::string, std::shared_ptr<Delivery>> kept, ended;
    {
        const std::lock_guard lock(m_mutex);
        ended.swap(m_deliveries);
    }
    for (const DestinationRow& row : all) {
        const auto running = ended.find(row.destination.id.text());
        if (row.destination.enabled && running != ended.end() && running->second->version() == row.destination.version)
            kept.insert(ended.extract(running));
    }
    ended.clear(); // waits for their threads
    Result<void> result;
    for (const DestinationRow& row : all) {
        if (!row.destination.enabled || kept.contains(row.destination.id.text()))
            continue;
        // As the one before has left it.
        auto current = m_parts.store.read(
            [&](storage::Transaction& transaction) { return rows::destination(transaction, row.destination.id); });
        auto begun =
            current ? Delivery::start({m_parts.store, m_parts.journal, m_cipher, m_surroundings, m_parts.pace, m_parts.onFault,
                                       [this](const std::string& id, const Result<void>& how) { noteDelivery(id, how); },
                                       [this](const Destination& destination) { return mayDeliver(destination); }},
                                      std::move(*current))
                    : Result<std::unique_ptr<Delivery>>(current.error());
        if (begun)
            kept.emplace(row.destination.id.text(), std::move(*begun));
        else
            result = begun.error(); // the others all the same
    }
    {
        const std::lock_guard lock(m_mutex);
        m_deliveries = std::move(kept);
        for (const auto& [id, delivery] : m_deliveries)
            delivery->wake();
    }
    for (const DestinationRow& row : all) {
        if (row.told && row.destination.enabled) // by a process before this one
            noteDelivery(row.destination.id.text(),
                         makeError(ErrorCode::Unavailable, row.destination.fields.name + ": " + row.destination.state.lastError));
    }
    forgetGone(all);
    return result;
}

void DestinationsService::noteDelivery(const std::string& id, const Result<void>& how)
{
    Result<void> all;
    {
        const std::lock_guard lock(m_noting);
        const bool before = m_failing.contains(id);
        if (how)
            m_failing.erase(id);
        else
            m_failing.insert_or_assign(id, how.error());
        if (before == m_failing.contains(id))
            return;
        if (!m_failing.empty())
            all = m_failing.begin()->second;
    }
    if (m_parts.report)
        m_parts.report(all);
}

/// Those that are deleted or switched off fail no more.
void DestinationsService::forgetGone(const std::vector<DestinationRow>& all)
{
    std::vector<std::string> gone;
    {
        const std::lock_guard lock(m_noting);
        for (const auto& [id, error] : m_failing) {
            const auto found =
                std::ranges::find_if(all, [&](const DestinationRow& row) { return row.destination.id.text() == id; });
            if (found == all.end() || !found->destination.enabled)
                gone.push_back(id);
        }
    }
    for (const std::string& id : gone)
        noteDelivery(id, {});
}

Result<access::Actor> DestinationsService::authorize(const access::Actor& actor, access::Permission permission) const
{
    SALLYPORT_ASSIGN(access::Actor current, m_parts.now(actor));
    SALLYPORT_TRY(access::require(current, permission));
    return current;
}

/// What waits, by what the delivery has seen since the position was last stored, and whether anything may go.
Destination DestinationsService::finished(DestinationRow row)
{
    if (row.destination.enabled) {
        const Result<void> allowed = mayDeliver(row.destination);
        row.destination.state.stopped = !allowed && allowed.error().word == authorDenied;
    }
    const std::lock_guard lock(m_mutex);
    const auto running = m_deliveries.find(row.destination.id.text());
    if (running != m_deliveries.end()) {
        const std::int64_t further = std::max<std::int64_t>(0, running->second->position() - row.position);
        row.destination.state.waiting = std::max<std::int64_t>(0, row.destination.state.waiting - further);
    }
    return std::move(row.destination);
}

Result<std::vector<Destination>> DestinationsService::list(const access::Actor& actor)
{
    SALLYPORT_TRY(authorize(actor, access::Permission::OutputsRead));
    SALLYPORT_ASSIGN(std::vector<DestinationRow> all, m_parts.store.read(rows::destinations));
    std::vector<Destination> destinations;
    for (DestinationRow& row : all)
        destinations.push_back(finished(std::move(row)));
    return destinations;
}

Result<Destination> DestinationsService::read(const access::Actor& actor, const DestinationId& id)
{
    SALLYPORT_TRY(authorize(actor, access::Permission::OutputsRead));
    SALLYPORT_ASSIGN(DestinationRow row,
                     m_parts.store.read([&](storage::Transaction& transaction) { return rows::destination(transaction, id); }));
    return finished(std::move(row));
}

Result<void> DestinationsService::seal(DestinationRow& row, const SecretBytes& secret) const
{
    ++row.secretNumber;
    row.sealedSecret.clear();
    if (!secret.empty()) {
        SALLYPORT_ASSIGN(row.sealedSecret,
                         m_cipher.seal(secret.bytes(), outputSecretAad(row.destination.id, row.secretNumber), m_parts.random));
    }
    row.destination.hasSecret = !row.sealedSecret.empty();
    return {};
}

Result<SecretBytes> DestinationsService::openSecret(const DestinationRow& row) const
{
    if (row.sealedSecret.empty())
        return SecretBytes();
    return m_cipher.open(row.sealedSecret, outputSecretAad(row.destination.id, row.secretNumber));
}

Result<void> DestinationsService::requireFree(storage::Transaction& transaction, const DestinationRow& row) const
{
    SALLYPORT_ASSIGN(const auto other, rows::destinationNamed(transaction, row.destination.fields.name));
    if (!other || *other == row.destination.id)
        return {};
    Error error(ErrorCode::Conflict, "Another destination has this name.");
    error.fields.push_back({"name", error.detail, "unique"});
    error.word = "name_taken";
    return error;
}

/// Two that write into one file would cut and rotate it under each other.
Result<void> DestinationsService::requireFreeFile(storage::Transaction& transaction, const DestinationRow& row) const
{
    if (row.destination.fields.kind != DestinationKind::File)
        return {};
    SALLYPORT_ASSIGN(const std::vector<DestinationRow> all, rows::destinations(transaction));
    for (const DestinationRow& other : all) {
        const DestinationFields& fields = other.destination.fields;
        if (other.destination.id == row.destination.id || fields.kind != DestinationKind::File ||
            fileNameOf(fields) != fileNameOf(row.destination.fields))
            continue;
        Error error(ErrorCode::Conflict, "The destination \"" + fields.name + "\" writes into this file already.");
        error.fields.push_back({"target", error.detail, "unique"});
        error.word = "file_taken";
        return error;
    }
    return {};
}

Result<void> DestinationsService::mayDeliver(const Destination& destination) const
{
    const access::Author& author = destination.author;
    if (author.kind == access::Author::Kind::Product)
        return {}; // from before authors were kept
    const Result<access::Actor> now = m_parts.author(author);
    if (!now && now.error().code != ErrorCode::Unauthenticated && now.error().code != ErrorCode::AccountDisabled)
        return now.error(); // nobody knows: nothing goes, and it is asked again
    if (now && now->permissions.has(access::Permission::EventsExport))
        return {};
    // Without the name, which erasures don't reach here.
    Error error(ErrorCode::PermissionDenied,
                "It waits: whoever answers for it may export no events any more. Somebody who may has to save it anew.");
    error.word = authorDenied;
    return error;
}

/// Whoever says where events go answers for it from then on.
Result<void> DestinationsService::takeOver(const access::Actor& actor, DestinationRow& row, audit::Details& details) const
{
    SALLYPORT_TRY(access::require(actor, access::Permission::EventsExport));
    access::Author author = access::authorOf(actor);
    if (author == row.destination.author)
        return {};
    details.change("author", authorText(row.destination.author), authorText(author));
    row.destination.author = std::move(author);
    return {};
}

Result<void> DestinationsService::record(storage::Transaction& transaction, const access::Actor& actor,
                                         const Destination& destination, std::string_view kind, std::string details) const
{
    audit::Event event = access::eventBy(actor, kind);
    event.object = {"output", destination.id.text(), destination.fields.name};
    event.detailsJson = std::move(details);
    return m_parts.journal.append(transaction, std::move(event));
}

Result<Destination> DestinationsService::create(const access::Actor& actor, NewDestination wanted)
{
    SALLYPORT_ASSIGN(const access::Actor current, authorize(actor, access::Permission::OutputsUpdate));
    SALLYPORT_TRY(access::require(current, access::Permission::EventsExport));
    std::vector<FieldError> mistakes = destinationMistakes(wanted.fields, m_parts.clock.now());
    takeClientPair(wanted.fields, wanted.secret, SecretBytes(), mistakes);
    checkSecret(wanted.fields, wanted.secret, false, mistakes);
    if (!mistakes.empty())
        return mistaken(std::move(mistakes));
    DestinationRow row;
    row.destination.id = DestinationId(newIdText(m_parts.random, m_parts.clock));
    row.destination.fields = std::move(wanted.fields);
    row.destination.enabled = wanted.enabled;
    row.destination.createdAt = row.destination.updatedAt = m_parts.store.now();
    row.destination.createdBy = access::nameOf(current);
    row.destination.author = access::authorOf(current);
    if (wanted.secret)
        SALLYPORT_TRY(seal(row, *wanted.secret));
    const Result<void> stored = m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_TRY(requireFree(transaction, row));
        SALLYPORT_TRY(requireFreeFile(transaction, row));
        SALLYPORT_ASSIGN(const std::int64_t count, rows::countDestinations(transaction));
        if (count >= destinationsLimit)
            return makeError(ErrorCode::LimitReached,
                             "There are as many destinations as a vault can have: " + std::to_string(destinationsLimit) + ".");
        SALLYPORT_ASSIGN(const audit::TableHead head, audit::readHead(transaction));
        row.position = wanted.fromBeginning ? 0 : head.sequence;
        if (wanted.fromBeginning) { // what has expired before was never promised
            SALLYPORT_ASSIGN(const auto first, audit::readRange(transaction, 1, head.sequence, 1));
            row.position = first.empty() ? head.sequence : first.front().event.sequence - 1;
        }
        SALLYPORT_TRY(rows::insertDestination(transaction, row));
        audit::Details details = changesOf({}, row.destination.fields);
        details.flag("secret", row.destination.hasSecret).flag("enabled", row.destination.enabled);
        return record(transaction, current, row.destination, audit::kind::outputCreated, details.json());
    });
    SALLYPORT_TRY(stored);
    SALLYPORT_TRY(reload());
    return finished(std::move(row));
}

Result<DestinationRow> DestinationsService::applyPatch(storage::Transaction& transaction, const access::Actor& actor,
                                                       const DestinationId& id, const DestinationPatch& patch) const
{
    SALLYPORT_ASSIGN(DestinationRow row, rows::destination(transaction, id));
    std::optional<SecretBytes> secret;
    if (patch.secret)
        secret = SecretBytes(patch.secret->bytes());
    if (patch.expectedVersion && *patch.expectedVersion != row.destination.version)
        return makeError(ErrorCode::PreconditionFailed, "The destination was changed meanwhile.");
    const DestinationFields before = row.destination.fields;
    if (patch.fields)
        row.destination.fields = *patch.fields;
    std::vector<FieldError> mistakes = destinationMistakes(row.destination.fields, m_parts.clock.now());
    if (row.destination.fields.kind != before.kind)
        mistakes.push_back({"kind", "Can't be changed: add another destination.", "fixed"});
    if (secret || row.destination.fields.certificate != before.certificate) {
        SALLYPORT_ASSIGN(const SecretBytes kept, openSecret(row));
        takeClientPair(row.destination.fields, secret, kept, mistakes);
    }
    checkSecret(row.destination.fields, secret, row.destination.hasSecret, mistakes);
    if (row.destination.hasSecret && !secret && aimsElsewhere(before, row.destination.fields))
        mistakes.push_back({"secret", "It would go elsewhere: say it anew.", "elsewhere"});
    if (!mistakes.empty())
        return mistaken(std::move(mistakes));
    SALLYPORT_TRY(requireFree(transaction, row));
    if (fileNameOf(before) != fileNameOf(row.destination.fields))
        SALLYPORT_TRY(requireFreeFile(transaction, row));
    audit::Details details = changesOf(before, row.destination.fields);
    // Who only switches it off lends it nothing.
    if (!details.empty() || secret || patch.enabled.value_or(true))
        SALLYPORT_TRY(takeOver(actor, row, details));
    if (patch.enabled && *patch.enabled != row.destination.enabled) {
        details.change("status", row.destination.enabled ? "enabled" : "disabled", *patch.enabled ? "enabled" : "disabled");
        row.destination.enabled = *patch.enabled;
    }
    if (secret) {
        SALLYPORT_TRY(seal(row, *secret));
        details.change("secret", "", row.destination.hasSecret ? "changed" : "removed");
    }
    if (details.empty())
        return row;
    SALLYPORT_TRY(rows::updateDestination(transaction, row, m_parts.store.now()));
    SALLYPORT_TRY(record(transaction, actor, row.destination, audit::kind::outputChanged, details.json()));
    return rows::destination(transaction, id);
}

Result<Destination> DestinationsService::change(const access::Actor& actor, const DestinationId& id, DestinationPatch patch)
{
    SALLYPORT_ASSIGN(const access::Actor current, authorize(actor, access::Permission::OutputsUpdate));
    SALLYPORT_ASSIGN(DestinationRow row, m_parts.store.write([&](storage::Transaction& transaction) {
        return applyPatch(transaction, current, id, patch);
    }));
    SALLYPORT_TRY(reload());
    return finished(std::move(row));
}

Result<void> DestinationsService::remove(const access::Actor& actor, const DestinationId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, authorize(actor, access::Permission::OutputsUpdate));
    const Result<void> stored = m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const DestinationRow row, rows::destination(transaction, id));
        SALLYPORT_TRY(rows::deleteDestination(transaction, id));
        return record(transaction, current, row.destination, audit::kind::outputDeleted,
                      audit::Details()
                          .change("target", row.destination.fields.target, {})
                          .number("waiting", row.destination.state.waiting)
                          .json());
    });
    SALLYPORT_TRY(stored);
    return reload();
}

Result<DestinationTest> DestinationsService::test(const access::Actor& actor, const DestinationId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, authorize(actor, access::Permission::OutputsUpdate));
    SALLYPORT_ASSIGN(const DestinationRow row,
                     m_parts.store.read([&](storage::Transaction& transaction) { return rows::destination(transaction, id); }));
    SALLYPORT_ASSIGN(SecretBytes secret, openSecret(row));
    audit::Event event = access::eventBy(current, audit::kind::outputTested);
    event.object = {"output", id.text(), row.destination.fields.name};
    event.time = m_parts.clock.now();
    SALLYPORT_ASSIGN(const auto stop, Stop::make());
    const auto sender = makeSender(row.destination.fields, std::move(secret), m_surroundings, *stop);
    const auto begin = std::chrono::steady_clock::now();
    const Result<void> sent = sender->send(std::span(&event, 1));
    DestinationTest result;
    result.took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    result.passed = sent.has_value();
    result.detail = sent ? row.destination.fields.target : sent.error().detail;
    if (!sent) {
        event.outcome = audit::Outcome::Failure;
        result.word = sent.error().word.empty() ? std::string(errorWord(sent.error().code)) : std::string(sent.error().word);
        event.reason = result.word;
        event.detailsJson = audit::Details().text("why", truncateUtf8(result.detail, 500)).json();
    }
    SALLYPORT_TRY(m_parts.journal.record(std::move(event)));
    return result;
}

Result<void> DestinationsService::send(const DestinationId& id, const std::string& subject, const std::string& text,
                                       const std::string& json)
{
    Message message{newIdText(m_parts.random, m_parts.clock), truncateUtf8(subject, messageSubjectLimit),
                    truncateUtf8(text, messageTextLimit), json, m_parts.clock.now()};
    if (!json.empty()) {
        SALLYPORT_ASSIGN(const auto parsed, parseStrictJson(json, messageJsonLimit));
        if (!parsed.is_object())
            return makeError(ErrorCode::InvalidArgument, "The document of a message is an object.");
    }
    const Result<void> stored = m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_TRY(rows::destination(transaction, id));
        SALLYPORT_ASSIGN(const std::int64_t waiting, rows::countMessages(transaction, id));
        if (waiting >= waitingMessagesLimit)
            return makeError(ErrorCode::LimitReached, "As many messages wait for this destination as may.");
        return rows::insertMessage(transaction, id, message);
    });
    SALLYPORT_TRY(stored);
    const std::lock_guard lock(m_mutex);
    if (const auto running = m_deliveries.find(id.text()); running != m_deliveries.end())
        running->second->hurry();
    return {};
}

} // namespace sallyport::outputs
