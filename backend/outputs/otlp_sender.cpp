#include "backend/audit/formats/otlp.h"
#include "backend/base/strict_json.h"
#include "backend/outputs/sender.h"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>
#include <utility>

namespace sallyport::outputs {

namespace {

namespace json = boost::json;

constexpr std::size_t answerLimit = 64 * 1024, whyLimit = 300;

/// OTLP over HTTP, in JSON (opentelemetry.io, OTLP 1.x). What the receiver says is no good is halved until it is known which
/// records that are; they are left out once it has taken others, so that one of them doesn't hold up all that follow.
class OtlpSender final : public Sender {
public:
    OtlpSender(const DestinationFields& fields, SecretBytes secret, const Surroundings& surroundings, Stop& stop)
        : m_fields(fields), m_secret(std::move(secret)), m_surroundings(surroundings), m_stop(stop)
    {
    }

    Result<void> send(std::span<const audit::Event> events) override
    {
        m_rejected = {};
        m_partial = false;
        std::int64_t taken = 0;
        SALLYPORT_TRY(sendSome(events, taken));
        if (taken > 0 || m_rejected.events < static_cast<std::int64_t>(events.size()) || m_partial)
            return {};
        // All of them: it is not the records that are wrong.
        Error error(ErrorCode::Unavailable, std::exchange(m_rejected, {}).why);
        error.word = "otlp_refused";
        return error;
    }

    Result<void> send(const Message& message) override
    {
        m_rejected = {};
        std::string record;
        const std::string text = message.subject + (message.text.empty() ? "" : ": " + message.text);
        audit::appendOtlpRecord(record, message.at, m_surroundings.now(), "alert", text, message.json);
        SALLYPORT_ASSIGN(const outbound::Response response, post(record));
        if (response.status < 200 || response.status > 299)
            return refused(response);
        return {};
    }

    Rejected takeRejected() override { return std::exchange(m_rejected, {}); }

private:
    static Error refused(const outbound::Response& response)
    {
        Error error(ErrorCode::Unavailable, "The receiver answers with status " + std::to_string(response.status) + ".");
        error.word = "otlp_refused";
        error.retryAfter = response.retryAfter;
        return error;
    }

    Result<void> sendSome(std::span<const audit::Event> events, std::int64_t& taken)
    {
        std::string records;
        const UtcTime observed = m_surroundings.now();
        for (const audit::Event& event : events) {
            if (!records.empty())
                records += ',';
            audit::appendOtlpRecord(records, event, observed);
        }
        SALLYPORT_ASSIGN(const outbound::Response response, post(records));
        if (response.status == 400 || response.status == 413) {
            if (events.size() > 1) {
                SALLYPORT_TRY(sendSome(events.first(events.size() / 2), taken));
                return sendSome(events.subspan(events.size() / 2), taken);
            }
            reject(1, refused(response).detail);
            return {};
        }
        if (response.status < 200 || response.status > 299)
            return refused(response);
        const std::int64_t left = leftOut(response, static_cast<std::int64_t>(events.size()));
        taken += static_cast<std::int64_t>(events.size()) - left;
        return {};
    }

    /// What a success says of records that were not taken (`partialSuccess`): they must not be sent again.
    std::int64_t leftOut(const outbound::Response& response, std::int64_t most)
    {
        const auto answer = parseStrictJson(response.body, answerLimit);
        const json::object* const whole = answer ? answer->if_object() : nullptr;
        const json::value* const member = whole != nullptr ? whole->if_contains("partialSuccess") : nullptr;
        const json::object* const partial = member != nullptr ? member->if_object() : nullptr;
        const json::value* const count = partial != nullptr ? partial->if_contains("rejectedLogRecords") : nullptr;
        if (count == nullptr)
            return 0;
        std::int64_t rejected = 0;
        if (const auto* const text = count->if_string())
            std::from_chars(text->data(), text->data() + text->size(), rejected);
        else if (const auto* const number = count->if_int64())
            rejected = *number;
        rejected = std::clamp<std::int64_t>(rejected, 0, most);
        if (rejected == 0)
            return 0;
        const json::value* const why = partial->if_contains("errorMessage");
        m_partial = true;
        reject(rejected, why != nullptr && why->is_string() ? std::string(why->get_string()) : std::string());
        return rejected;
    }

    void reject(std::int64_t events, std::string why)
    {
        m_rejected.events += events;
        if (m_rejected.why.empty())
            m_rejected.why = why.substr(0, whyLimit);
    }

    Result<outbound::Response> post(const std::string& records)
    {
        outbound::Request request;
        request.method = "POST";
        request.url = m_fields.target;
        if (!m_secret.empty())
            request.headers = {{"Authorization", "Bearer " + std::string(m_secret.view())}};
        request.contentType = "application/json";
        request.body = SecretBytes::fromText(audit::otlpRequest(records, m_surroundings.host));
        return m_stop.client().send(request, m_surroundings.policy());
    }

    const DestinationFields m_fields;
    const SecretBytes m_secret;
    const Surroundings& m_surroundings;
    Stop& m_stop;
    Rejected m_rejected;
    bool m_partial = false;
};

} // namespace

std::unique_ptr<Sender> makeOtlpSender(const DestinationFields& fields, SecretBytes secret, const Surroundings& surroundings,
                                       Stop& stop)
{
    return std::make_unique<OtlpSender>(fields, std::move(secret), surroundings, stop);
}

} // namespace sallyport::outputs
