#pragma once

#include "backend/access/author.h"
#include "backend/audit/event_query.h"
#include "backend/base/clock.h"
#include "backend/base/id.h"
#include "backend/base/limits.h"
#include "backend/base/secret_bytes.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::outputs {

using DestinationId = Id<struct DestinationTag>;

// Code points, and for lists how many.
inline constexpr std::size_t destinationNameLimit = 100, targetLimit = 500, mailAddressLimit = 254, recipientsLimit = 20;
inline constexpr std::size_t destinationSecretLimit = limits::secretText, hookSecretMinimum = 16;
inline constexpr std::size_t clientKeyLimit = 16'384; ///< of a certificate, in PEM
inline constexpr std::int64_t destinationsLimit = 16; ///< of one vault
inline constexpr std::int64_t rotateMinimum = 64 * 1024, rotateMaximum = std::int64_t{1024} * 1024 * 1024;
inline constexpr std::int64_t keepFilesMaximum = 100;
inline constexpr std::int64_t waitingMessagesLimit = 1'000; ///< of one destination

enum class DestinationKind {
    Syslog,  ///< RFC 5424 over TLS (RFC 5425)
    Webhook, ///< HTTPS, signed
    Mail,    ///< SMTP over TLS: a digest
    File,    ///< below `outputs` in the data directory
    Otlp,    ///< OpenTelemetry logs: OTLP over HTTPS, in JSON
};
enum class EventFormat { Rfc5424, Cef, Ocsf, JsonLines, Text, Otlp };

std::string_view kindWord(DestinationKind kind) noexcept; ///< `syslog` | `webhook` | `mail` | `file` | `otlp`
std::string_view formatWord(EventFormat format) noexcept; ///< `rfc5424` | `cef` | `ocsf` | `jsonl` | `text` | `otlp`
std::optional<DestinationKind> destinationKind(std::string_view word) noexcept;
std::optional<EventFormat> eventFormat(std::string_view word) noexcept;
/// Text for mail, OTLP for itself, RFC 5424 for syslog and files, the others for all but those two.
bool takes(DestinationKind kind, EventFormat format) noexcept;
EventFormat usualFormat(DestinationKind kind) noexcept;

/// What can be configured of a destination.
struct DestinationFields {
    std::string name;
    DestinationKind kind = DestinationKind::Syslog; ///< doesn't change
    /// syslog: `logs.example.org:6514`; webhook: an https URL; mail: `smtps://mail.example.org:465`, or `smtp://...:587`, which
    /// begins TLS itself; otlp: an https URL, `https://otel.example.org:4318/v1/logs`; file: its name without an ending, a to z,
    /// 0 to 9 and hyphens.
    std::string target;
    std::string filter; ///< the filter language, without a period; empty: every event
    EventFormat format = EventFormat::Rfc5424;
    /// syslog: what is shown to a server that asks for one, PEM with its issuers; empty: nothing. Its key is the secret, and
    /// where this comes in the key may be among it.
    std::string certificate;
    std::string sender;                                        ///< mail: From
    std::vector<std::string> recipients;                       ///< mail: To
    std::string account;                                       ///< mail: who signs in, with the secret as password; empty: nobody
    std::int64_t rotateBytes = std::int64_t{16} * 1024 * 1024; ///< file: the next one begins then
    std::int64_t keepFiles = 8;                                ///< file: how many there are, with the one that is written
    bool operator==(const DestinationFields&) const = default;
};

/// Whether `after` sends somewhere else, or signs in as somebody else: a stored secret doesn't go along.
bool aimsElsewhere(const DestinationFields& before, const DestinationFields& after);

/// The word of the error with which a delivery ends whose author may export no events.
inline constexpr std::string_view authorDenied = "author_denied";

/// How it goes.
struct DestinationState {
    std::int64_t sent = 0;     ///< events, since it was added
    std::int64_t waiting = 0;  ///< events of the journal that it has not been looked at yet for, and messages
    std::int64_t dropped = 0;  ///< events that were gone from the journal before they could be sent
    std::int64_t failures = 0; ///< in a row; 0: it works
    bool stopped = false;      ///< its author may export no events any more: nothing goes there until somebody who may saves it
    std::optional<UtcTime> lastSentAt;
    std::string lastError; ///< English; of the last failure, also when it works again
    std::optional<UtcTime> lastErrorAt;
};

struct Destination {
    DestinationId id;
    DestinationFields fields;
    bool enabled = true;
    bool hasSecret = false; ///< the secret itself is never given out
    DestinationState state;
    UtcTime createdAt;
    std::string createdBy;
    access::Author author; ///< who answers for what goes there; Product: nobody knows
    UtcTime updatedAt;
    std::int64_t version = 1;
};

struct NewDestination {
    DestinationFields fields;
    std::optional<SecretBytes> secret;
    bool enabled = true;
    bool fromBeginning = false; ///< what the journal holds already goes there, too
};

/// Everything that is set changes; `fields` as a whole.
struct DestinationPatch {
    std::optional<DestinationFields> fields;
    std::optional<SecretBytes> secret; ///< an empty one takes it away
    std::optional<bool> enabled;
    std::optional<std::int64_t> expectedVersion;
};

/// What became of a test.
struct DestinationTest {
    bool passed = false;
    std::string word;   ///< of a failure: those of outbound/client.h, `mail_refused`, `hook_refused`, or an error's
    std::string detail; ///< English: why not, or where it was taken
    std::chrono::milliseconds took{0};
};

} // namespace sallyport::outputs
