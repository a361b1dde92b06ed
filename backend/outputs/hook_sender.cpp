#include "backend/audit/event_id.h"
#include "backend/base/encoding.h"
#include "backend/crypto/mac.h"
#include "backend/outputs/sender.h"

namespace sallyport::outputs {

namespace {

/// What a batch is known by: from which event to which one. Another batch has another name, also one that begins alike, so
/// that a receiver who leaves out what it has had loses nothing.
std::string deliveryOf(std::span<const audit::Event> events)
{
    const std::string first = audit::eventId(events.front());
    return events.size() == 1 ? first : first + '.' + audit::eventId(events.back());
}

/// One POST for each batch. The signature is over the time and the body, so that neither can be taken from another one; the
/// number of the delivery stays the same when it is sent again, so that a receiver can tell.
class HookSender final : public Sender {
public:
    HookSender(const DestinationFields& fields, SecretBytes secret, const Surroundings& surroundings, Stop& stop)
        : m_fields(fields), m_secret(std::move(secret)), m_surroundings(surroundings), m_stop(stop)
    {
    }

    Result<void> send(std::span<const audit::Event> events) override
    {
        std::string body;
        for (const audit::Event& event : events) {
            appendFormatted(body, event, m_fields.format, m_surroundings.host);
            body += '\n';
        }
        // A test stands in no journal: nobody has had it.
        const std::string delivery = deliveryOf(events);
        return post("events", delivery.empty() ? "test_" + m_surroundings.newId() : delivery, body);
    }

    Result<void> send(const Message& message) override
    {
        std::string body;
        appendFormatted(body, message, EventFormat::JsonLines, m_surroundings.host);
        body += '\n';
        return post("alert", message.id, body);
    }

private:
    static Error refused(const outbound::Response& response)
    {
        Error error(ErrorCode::Unavailable, "The receiver answers with status " + std::to_string(response.status) + ".");
        error.word = "hook_refused";
        error.retryAfter = response.retryAfter;
        return error;
    }

    Result<void> post(const std::string& what, const std::string& delivery, const std::string& body)
    {
        const std::string time =
            std::to_string(std::chrono::floor<std::chrono::seconds>(m_surroundings.now()).time_since_epoch().count());
        SALLYPORT_ASSIGN(const auto mac, crypto::hmacSha256(m_secret.bytes(), asBytes(time + "." + body)));
        outbound::Request request;
        request.method = "POST";
        request.url = m_fields.target;
        request.headers = {{"X-Sallyport-Kind", what},
                           {"X-Sallyport-Delivery", delivery},
                           {"X-Sallyport-Timestamp", time},
                           {"X-Sallyport-Signature", "sha256=" + toHex(mac)}};
        request.contentType = m_fields.format == EventFormat::Cef && what == "events" ? "text/plain; charset=utf-8"
                                                                                      : "application/jsonl; charset=utf-8";
        request.body = SecretBytes::fromText(body);
        SALLYPORT_ASSIGN(const outbound::Response response, m_stop.client().send(request, m_surroundings.policy()));
        if (response.status < 200 || response.status > 299)
            return refused(response);
        return {};
    }

    const DestinationFields m_fields;
    const SecretBytes m_secret;
    const Surroundings& m_surroundings;
    Stop& m_stop;
};

} // namespace

std::unique_ptr<Sender> makeHookSender(const DestinationFields& fields, SecretBytes secret, const Surroundings& surroundings,
                                       Stop& stop)
{
    return std::make_unique<HookSender>(fields, std::move(secret), surroundings, stop);
}

} // namespace sallyport::outputs
