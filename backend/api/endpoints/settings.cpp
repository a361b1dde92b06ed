#include "backend/api/endpoints/common.h"
#include "backend/settings/limits.h"

namespace sallyport::api {
namespace settings_endpoints {
namespace {

json::object toJson(const settings::Definition& definition, const settings::Values& values)
{
    json::object object;
    object["key"] = definition.key;
    object["value"] = definition.get(values);
    object["type"] = definition.type;
    object["description"] = definition.description;
    json::array choices;
    for (std::string_view rest = definition.choices; !rest.empty();) {
        const std::size_t end = rest.find('|');
        choices.emplace_back(rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    object["choices"] = std::move(choices);
    const bool bounded = definition.minimum != 0 || definition.maximum != 0;
    object["minimum"] = bounded ? json::value(definition.minimum) : json::value(nullptr);
    object["maximum"] = bounded ? json::value(definition.maximum) : json::value(nullptr);
    object["needs_restart"] = definition.needsRestart;
    return object;
}

json::array settingsOf(const Call& call)
{
    const auto values = call.services().settings.values();
    json::array items;
    for (const settings::Definition& definition : settings::definitions())
        items.push_back(toJson(definition, *values));
    return items;
}

Result<http::Response> list(Call& call)
{
    return listAnswer(settingsOf(call), {}, static_cast<std::int64_t>(settings::definitions().size()));
}

std::string textOf(const json::value& value)
{
    if (value.is_string())
        return std::string(value.get_string());
    if (value.is_bool())
        return value.get_bool() ? "true" : "false";
    return std::to_string(static_cast<std::int64_t>(value.to_number<double>()));
}

/// Over HTTPS a path must not tell which files the server has: one answer for whatever is wrong with it.
Error withoutFiles(Error error)
{
    for (FieldError& field : error.fields) {
        if (field.field != "passwords.breach_list" || !field.rule.starts_with("file"))
            continue;
        error.recordedDetail = error.detail;
        field.message = "It can't be used: it must be a file of sorted SHA-1 lines that the server can read.";
        field.rule = "file";
        error.detail = field.field + ": " + field.message;
    }
    return error;
}

Result<http::Response> change(Call& call)
{
    std::vector<std::pair<std::string, std::string>> changes;
    for (const auto& member : call.body())
        changes.emplace_back(std::string(member.key()), textOf(member.value()));
    if (auto changed = call.services().settings.change(call.actor(), changes); !changed)
        return withoutFiles(std::move(changed).error());
    auto confirm = confirmOf(call);
    if (!confirm)
        return list(call);
    json::array items = settingsOf(call);
    json::object page{{"next", nullptr}, {"total", items.size()}};
    json::object document{{"data", std::move(items)}, {"page", std::move(page)}, {"confirm", std::move(*confirm)}};
    return answer(200, Media::Json, json::serialize(document));
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"settingValue", settings::wordListBytes},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"SettingsPatch", R"({"type": "object", "minProperties": 1, "maxProperties": 64, "properties": {},
        "description": "Names of settings with their new values; all are changed or none.",
        "propertyNames": {"type": "string", "maxLength": 64, "pattern": "^[a-z0-9_.]+$"},
        "additionalProperties": {"type": ["string", "integer", "boolean"], "maxLength": <settingValue>}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"SettingList", R"({"type": "object", "required": ["data", "page"], "properties": {"data": {"type": "array", "items": {
        "type": "object", "required": ["key", "value", "type"], "properties": {
        "key": {"type": "string"}, "value": {"type": "string"}, "type": {"type": "string"}, "description": {"type": "string"},
        "choices": {"type": "array", "items": {"type": "string"}}, "minimum": {"type": ["integer", "null"]},
        "maximum": {"type": ["integer", "null"]}, "needs_restart": {"type": "boolean"}}}},
        "page": {"$ref": "#/components/schemas/Page"}, "confirm": {"$ref": "#/components/schemas/Confirm"}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/settings",
         .access = Access::Permission,
         .permission = Permission::SettingsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .operation = "listSettings",
         .tag = "Settings",
         .summary = "All settings with their bounds",
         .answer = "SettingList"},
        {.method = Method::Patch,
         .pattern = "/api/settings",
         .access = Access::Permission,
         .permission = Permission::SettingsUpdate,
         .rate = RateClass::Admin,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "SettingsPatch",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = change,
         .operation = "changeSettings",
         .tag = "Settings",
         .summary = "Change settings, all or none",
         .details = "Where the server listens (`server.address`, `server.port`) changes at once, and waits to be confirmed.",
         .answer = "SettingList"},
    };
}

} // namespace
} // namespace settings_endpoints

EndpointGroup settingEndpoints()
{
    using namespace settings_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
