#include "backend/audit/formats/otlp.h"

#include "backend/audit/event_id.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/formats/json_members.h"
#include "backend/audit/formats/product.h"
#include "backend/base/time_format.h"

namespace sallyport::audit {
namespace {

/// As the specification maps the levels of syslog: informational, notice, warning, critical.
int otlpSeverity(Severity severity)
{
    switch (severity) {
    case Severity::Info: return 9;
    case Severity::Notice: return 10;
    case Severity::Warning: return 13;
    case Severity::Critical: break;
    }
    return 18;
}

std::string nanos(UtcTime time)
{
    const std::int64_t micros = toMicros(time);
    return micros <= 0 ? "0" : std::to_string(micros) + "000";
}

/// The list `attributes`; each key once, none without a value.
class Attributes {
public:
    explicit Attributes(std::string& to) : m_to(to) { m_to += '['; }
    ~Attributes() { m_to += ']'; }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;

    void text(std::string_view key, std::string_view value)
    {
        if (value.empty())
            return;
        begin(key);
        m_to += "\"stringValue\":";
        appendJsonString(m_to, value);
        m_to += "}}";
    }
    void number(std::string_view key, std::int64_t value)
    {
        begin(key);
        m_to += "\"intValue\":\"" + std::to_string(value) + "\"}}";
    }

private:
    void begin(std::string_view key)
    {
        if (m_to.back() != '[')
            m_to += ',';
        m_to += "{\"key\":\"";
        m_to += key;
        m_to += "\",\"value\":{";
    }
    std::string& m_to;
};

void beginRecord(JsonMembers& record, UtcTime time, UtcTime observed, int severity, std::string_view severityText)
{
    record.text("timeUnixNano", nanos(time));
    record.text("observedTimeUnixNano", nanos(observed));
    record.number("severityNumber", severity);
    record.text("severityText", severityText);
}

void recordBody(JsonMembers& record, std::string_view text)
{
    std::string value = "{\"stringValue\":";
    appendJsonString(value, text);
    record.raw("body", value + "}");
}

} // namespace

void appendOtlpRecord(std::string& to, const Event& event, UtcTime observed)
{
    const EventKind* const known = findEventKind(event.kind);
    JsonMembers record(to);
    beginRecord(record, event.time, observed, otlpSeverity(event.severity), severityWord(event.severity));
    record.text("eventName", event.kind);
    recordBody(record, known != nullptr ? known->title : std::string_view(event.kind));
    std::string list;
    {
        Attributes attributes(list);
        attributes.text("sallyport.id", eventId(event));
        attributes.number("sallyport.sequence", event.sequence);
        attributes.text("sallyport.outcome", outcomeWord(event.outcome));
        attributes.text("sallyport.reason", event.reason);
        attributes.text("sallyport.actor.kind", event.actor.kind);
        // Names of OpenTelemetry's semantic conventions where there are some.
        attributes.text("user.id", event.actor.id);
        attributes.text("user.name", event.actor.name);
        attributes.text("user.email", event.actor.email);
        attributes.text("sallyport.object.kind", event.object.kind);
        attributes.text("sallyport.object.id", event.object.id);
        attributes.text("sallyport.object.name", event.object.name);
        attributes.text("sallyport.object.email", event.object.email);
        attributes.text("client.address", event.address);
        attributes.text("user_agent.original", event.userAgent);
        attributes.text("http.request.method", event.method);
        attributes.text("url.path", event.path);
        if (event.status != 0)
            attributes.number("http.response.status_code", event.status);
        attributes.text("sallyport.request_id", event.requestId);
        attributes.text("sallyport.details", event.detailsJson);
        attributes.text("sallyport.hash", event.hash);
    }
    record.raw("attributes", list);
}

void appendOtlpRecord(std::string& to, UtcTime time, UtcTime observed, std::string_view name, std::string_view text,
                      std::string_view detailsJson)
{
    JsonMembers record(to);
    beginRecord(record, time, observed, otlpSeverity(Severity::Warning), severityWord(Severity::Warning));
    record.text("eventName", name);
    recordBody(record, text);
    std::string list;
    {
        Attributes attributes(list);
        attributes.text("sallyport.details", detailsJson);
    }
    record.raw("attributes", list);
}

std::string otlpRequest(std::string_view records, std::string_view host)
{
    std::string list;
    {
        Attributes attributes(list);
        attributes.text("service.name", "sallyport");
        attributes.text("service.version", productVersion());
        attributes.text("host.name", host);
    }
    std::string request = "{\"resourceLogs\":[{\"resource\":{\"attributes\":" + list + "},\"scopeLogs\":[{\"scope\":";
    {
        JsonMembers scope(request);
        scope.text("name", "sallyport.journal");
        scope.text("version", productVersion());
    }
    request += ",\"logRecords\":[";
    request += records;
    return request + "]}]}]}";
}

} // namespace sallyport::audit
