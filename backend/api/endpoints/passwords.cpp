#include "backend/api/endpoints/common.h"

namespace sallyport::api {
namespace passwords_endpoints {
namespace {

/// What is wrong with a password is told of the member that it was sent in.
Result<http::Response> asSent(Result<void> done)
{
    if (done)
        return noContent();
    Error error = std::move(done).error();
    for (FieldError& failed : error.fields) {
        if (failed.field == "password")
            failed.field = "new_password";
    }
    return error;
}

Result<http::Response> change(Call& call)
{
    return asSent(
        call.services().signIn.changePassword(call.actor(), call.secret("current_password"), call.secret("new_password")));
}

Result<http::Response> reset(Call& call)
{
    return asSent(call.services().signIn.setPasswordByLink(call.secret("token"), call.secret("new_password"), call.context()));
}

/// The English sentence of a piece of advice; the words are stable, the window has its own texts.
std::string_view adviceText(std::string_view word)
{
    constexpr std::pair<std::string_view, std::string_view> texts[] = {
        {"longer", "Make it longer."},
        {"add_words", "Add another word or two; uncommon words are better."},
        {"common", "This password is well known."},
        {"contains_name", "Avoid your own name and e-mail address."},
        {"contains_product", "Avoid the names of the product and of the vault."},
        {"breached", "This password is in a list of passwords that got out."},
        {"unchecked", "The list of breached passwords can't be read: tell an administrator."},
        {"contains_word", "Avoid the words that are forbidden here."},
        {"repeats", "Avoid repeated words and characters."},
        {"sequence", "Avoid sequences such as abc or 6543."},
        {"keyboard", "Avoid rows of keys."},
        {"date", "Avoid dates and years."},
    };
    for (const auto& [key, text] : texts) {
        if (key == word)
            return text;
    }
    return word;
}

Result<http::Response> strength(Call& call)
{
    const json::value* secondFactor = call.body().if_contains("second_factor");
    const identity::PasswordOwner owner{call.text("name"), call.text("email"), secondFactor && secondFactor->as_bool()};
    const identity::PasswordStrength rated = call.services().passwords.rate(call.secret("password"), owner);
    json::array feedback, broken;
    for (const std::string& word : rated.advice)
        feedback.emplace_back(adviceText(word));
    for (const FieldError& rule : rated.broken)
        broken.push_back({{"field", rule.field}, {"message", rule.message}, {"rule", rule.rule}});
    json::object object;
    object["score"] = rated.score;
    object["guesses_log10"] = rated.guessesLog10;
    object["acceptable"] = rated.broken.empty();
    object["feedback"] = std::move(feedback);
    object["broken"] = std::move(broken);
    return dataAnswer(std::move(object));
}

Result<http::Response> generate(Call& call)
{
    const auto isOn = [&](std::string_view name, bool otherwise) {
        const json::value* value = call.body().if_contains(name);
        return value ? value->as_bool() : otherwise;
    };
    identity::PasswordRecipe recipe;
    if (const json::value* length = call.body().if_contains("length"))
        recipe.length = length->to_number<std::uint32_t>();
    recipe.lower = isOn("lower", true);
    recipe.upper = isOn("upper", true);
    recipe.digits = isOn("digits", true);
    recipe.signs = isOn("signs", true);
    const identity::PasswordOwner owner{call.text("name"), call.text("email"), isOn("second_factor", false)};
    SALLYPORT_ASSIGN(const identity::GeneratedPassword made, call.services().passwords.generate(recipe, owner));
    return dataAnswer({{"password", made.text.view()}, {"entropy_bits", made.bits}});
}

json::object toJson(const identity::CostTiming& timing)
{
    return {{"memory_kib", timing.cost.memoryKib},
            {"passes", timing.cost.passes},
            {"lanes", timing.cost.lanes},
            {"milliseconds", static_cast<double>(timing.took.count()) / 1000}};
}

Result<http::Response> measurePasswordCost(Call& call)
{
    std::chrono::milliseconds target = identity::usualHashTime;
    if (const json::value* wanted = call.body().if_contains("target_ms"))
        target = std::chrono::milliseconds(wanted->to_number<std::int64_t>());
    SALLYPORT_ASSIGN(const identity::CostMeasurement measured, call.services().passwords.measure(call.actor(), target, {}));
    json::array tried;
    for (const identity::CostTiming& timing : measured.tried)
        tried.push_back(toJson(timing));
    return dataAnswer({{"target_ms", target.count()},
                       {"now", toJson(measured.now)},
                       {"best", toJson(measured.best)},
                       {"within_target", measured.withinTarget},
                       {"tried", std::move(tried)}});
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"shortestGenerated", identity::shortestGenerated},
    {"usualGenerated", identity::usualGenerated},
    {"longestGenerated", identity::longestGenerated},
    {"shortestHashTime", identity::shortestHashTime.count()},
    {"usualHashTime", identity::usualHashTime.count()},
    {"longestHashTime", identity::longestHashTime.count()},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"PasswordChange", R"({"type": "object", "additionalProperties": false, "required": ["current_password", "new_password"],
        "properties": {
        "current_password": {"type": "string", "minLength": 1, "maxLength": <password>, "writeOnly": true},
        "new_password": {"type": "string", "minLength": 1, "maxLength": <password>, "writeOnly": true}}})"},
    {"PasswordReset", R"({"type": "object", "additionalProperties": false, "required": ["token", "new_password"],
        "properties": {
        "token": {"type": "string", "minLength": 1, "maxLength": <token>, "writeOnly": true,
                  "description": "Of an invitation or a reset link; it works once."},
        "new_password": {"type": "string", "minLength": 1, "maxLength": <password>, "writeOnly": true}}})"},
    {"PasswordStrengthRequest", R"({"type": "object", "additionalProperties": false, "required": ["password"], "properties": {
        "password": {"type": "string", "minLength": 1, "maxLength": <password>, "writeOnly": true},
        "name": {"type": "string", "maxLength": <name>},
        "email": {"type": "string", "maxLength": <email>},
        "second_factor": {"type": "boolean", "description": "The account has one: a shorter password is enough."}}})"},
    {"PasswordGenerateRequest", R"({"type": "object", "additionalProperties": false, "properties": {
        "length": {"type": "integer", "minimum": <shortestGenerated>, "maximum": <longestGenerated>, "description": "<usualGenerated> unless given, or what a password must have here."},
        "lower": {"type": "boolean", "description": "Small letters; like the other kinds on unless switched off."},
        "upper": {"type": "boolean"}, "digits": {"type": "boolean"}, "signs": {"type": "boolean"},
        "name": {"type": "string", "maxLength": <name>, "description": "Whose password it is: it won't contain the name."},
        "email": {"type": "string", "maxLength": <email>},
        "second_factor": {"type": "boolean", "description": "The account has one: a shorter password is enough."}}})"},
    {"MeasureRequest", R"({"type": "object", "additionalProperties": false, "properties": {
        "target_ms": {"type": "integer", "minimum": <shortestHashTime>, "maximum": <longestHashTime>, "description": "What hashing may take; <usualHashTime> unless given."}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"StrengthAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["score", "acceptable", "feedback"], "properties": {
        "score": {"type": "integer", "minimum": 0, "maximum": 4}, "guesses_log10": {"type": "number"},
        "acceptable": {"type": "boolean"}, "feedback": {"type": "array", "items": {"type": "string"}},
        "broken": {"type": "array", "items": {"$ref": "#/components/schemas/FieldProblem"}}}}}})"},
    {"GeneratedPasswordAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["password", "entropy_bits"], "properties": {
        "password": {"type": "string"}, "entropy_bits": {"type": "number"}}}}})"},
    {"CostTiming", R"({"type": "object", "required": ["memory_kib", "passes", "lanes", "milliseconds"], "properties": {
        "memory_kib": {"type": "integer"}, "passes": {"type": "integer"}, "lanes": {"type": "integer"},
        "milliseconds": {"type": "number"}}})"},
    {"MeasureAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["target_ms", "now", "best", "within_target", "tried"], "properties": {"target_ms": {"type": "integer"},
        "now": {"$ref": "#/components/schemas/CostTiming"}, "best": {"$ref": "#/components/schemas/CostTiming"},
        "within_target": {"type": "boolean", "description": "False: even the least that is allowed takes longer."},
        "tried": {"type": "array", "items": {"$ref": "#/components/schemas/CostTiming"}}}}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Post,
         .pattern = "/api/auth/password",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiWrite,
         .tries = Tries::Self,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "PasswordChange",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Kdf,
         .handler = change,
         .also = {409},
         .operation = "changePassword",
         .tag = "Passwords",
         .summary = "Change the own password; other sessions end",
         .status = 204},
        {.method = Method::Post,
         .pattern = "/api/auth/password/strength",
         .access = Access::Public,
         .rate = RateClass::ApiRead,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "PasswordStrengthRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = strength,
         .stores = false,
         .operation = "ratePassword",
         .tag = "Passwords",
         .summary = "How good a password is; nothing is kept",
         .answer = "StrengthAnswer"},
        {.method = Method::Post,
         .pattern = "/api/auth/password/generate",
         .access = Access::Public,
         .rate = RateClass::ApiRead,
         .body = Body::OptionalJson,
         .bodyLimit = smallBody,
         .schema = "PasswordGenerateRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = generate,
         .stores = false,
         .operation = "generatePassword",
         .tag = "Passwords",
         .summary = "A random password that is acceptable here; nothing is kept",
         .answer = "GeneratedPasswordAnswer"},
        {.method = Method::Post,
         .pattern = "/api/passwords/measure",
         .access = Access::Permission,
         .permission = Permission::SettingsUpdate,
         .rate = RateClass::Admin,
         .body = Body::OptionalJson,
         .bodyLimit = smallBody,
         .schema = "MeasureRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Report,
         .handler = measurePasswordCost,
         .also = {409},
         .stores = false,
         .operation = "measurePasswordCost",
         .tag = "Passwords",
         .summary = "Which Argon2id parameters this machine manages within a time; takes some seconds and changes nothing",
         .answer = "MeasureAnswer"},
        {.method = Method::Post,
         .pattern = "/api/auth/password/reset",
         .access = Access::Public,
         .rate = RateClass::Auth,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "PasswordReset",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Kdf,
         .handler = reset,
         .also = {401},
         .operation = "resetPassword",
         .tag = "Passwords",
         .summary = "Set a password with an invitation or a reset link",
         .status = 204},
    };
}

} // namespace
} // namespace passwords_endpoints

EndpointGroup passwordEndpoints()
{
    using namespace passwords_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
