#include "backend/authorization/question.h"

#include "backend/access/cel/values/time.h"
#include "backend/access/policies/policy.h"
#include "backend/access/policies/policy_limits.h"
#include "backend/base/nearest_word.h"

#include <boost/json.hpp>

#include <algorithm>
#include <new>

namespace sallyport::authorization {

namespace {

namespace json = boost::json;
using access::cel::Kind;
using access::cel::Value;
using access::policies::Attribute;
using access::policies::AttributeInfo;

/// A value as JSON has it; nothing for what is too deep or too large.
std::optional<Value> plainValue(access::cel::Scratch& scratch, const json::value& value, std::size_t depth)
{
    switch (value.kind()) {
    case json::kind::null: return Value::null();
    case json::kind::bool_: return Value::boolean(value.get_bool());
    case json::kind::int64: return Value::integer(value.get_int64());
    case json::kind::uint64: return Value::natural(value.get_uint64());
    case json::kind::double_: return Value::real(value.get_double());
    case json::kind::string: {
        const std::string_view text = scratch.copy(value.get_string());
        return text.data() == nullptr ? std::nullopt : std::optional(Value::string(text));
    }
    case json::kind::array: {
        if (depth == 0)
            return std::nullopt;
        const json::array& array = value.get_array();
        Value* const items = scratch.array<Value>(array.size());
        for (std::size_t i = 0; i < array.size(); ++i) {
            const auto item = items == nullptr ? std::nullopt : plainValue(scratch, array[i], depth - 1);
            if (!item)
                return std::nullopt;
            new (items + i) Value(*item);
        }
        return Value::list({items, array.size()});
    }
    case json::kind::object: {
        if (depth == 0)
            return std::nullopt;
        const json::object& object = value.get_object();
        auto* const entries = scratch.array<access::cel::MapEntry>(object.size());
        std::size_t made = 0;
        for (const auto& [key, member] : object) {
            const auto item = entries == nullptr ? std::nullopt : plainValue(scratch, member, depth - 1);
            const std::string_view name = item ? scratch.copy(key) : std::string_view();
            if (!item || name.data() == nullptr)
                return std::nullopt;
            new (entries + made++) access::cel::MapEntry{Value::string(name), *item};
        }
        return access::cel::makeMap(scratch, {entries, made});
    }
    }
    return std::nullopt;
}

/// By the type of the attribute; nothing if it isn't one.
std::optional<Value> attributeValue(access::cel::Scratch& scratch, const AttributeInfo& info, const json::value& value)
{
    switch (info.type.kind()) {
    case Kind::Bool: return value.is_bool() ? std::optional(Value::boolean(value.get_bool())) : std::nullopt;
    case Kind::Timestamp: return value.is_string() ? access::cel::readTime(value.get_string()) : std::nullopt;
    case Kind::Duration:
        if (value.is_int64())
            return Value::duration(std::clamp<std::int64_t>(value.get_int64(), 0, 1'000'000'000) * access::cel::nanosPerSecond);
        return value.is_string() ? access::cel::readDuration(value.get_string()) : std::nullopt;
    case Kind::List:
        if (!value.is_array() ||
            !std::ranges::all_of(value.get_array(), [](const json::value& item) { return item.is_string(); }))
            return std::nullopt;
        return plainValue(scratch, value, 1);
    case Kind::Map: return value.is_object() ? plainValue(scratch, value, access::attrDepth) : std::nullopt;
    default: return value.is_string() ? plainValue(scratch, value, 0) : std::nullopt;
    }
}

class Reader {
public:
    Reader(const json::object& question, const access::Actor& asking, UtcTime now, const QuestionSources& sources)
        : m_json(question), m_sources(sources)
    {
        m_made.subject = asking;
        m_made.time = now;
    }

    Result<Question> read(bool actionMayMiss)
    {
        readAction(actionMayMiss);
        SALLYPORT_TRY(readSubject());
        SALLYPORT_TRY(readResource());
        if (const json::value* const context = m_json.if_contains("context")) {
            if (context->is_object())
                takeAttributes("context.", context->get_object());
            else
                wrong("context", "An object.", "type");
        }
        if (!m_errors.empty()) {
            Error error(ErrorCode::ValidationFailed, "Validation failed");
            error.fields = std::move(m_errors);
            return error;
        }
        return std::move(m_made);
    }

private:
    void wrong(std::string field, std::string message, std::string rule)
    {
        m_errors.push_back({std::move(field), std::move(message), std::move(rule)});
    }

    void readAction(bool mayMiss)
    {
        const json::value* const action = m_json.if_contains("action");
        if (action == nullptr && mayMiss) {
            m_made.hasAction = false;
            return;
        }
        if (action == nullptr || !action->is_string())
            return wrong("action", "A permission: records:read.", action == nullptr ? "required" : "type");
        const std::string_view word = action->get_string();
        if (const auto found = access::findPermission(word)) {
            m_made.action = *found;
            return;
        }
        std::vector<std::string_view> known;
        for (const access::PermissionInfo& permission : access::permissions())
            known.push_back(permission.word);
        const auto near = nearestWord(word, known);
        wrong("action",
              near ? "There is no such permission. " + std::string(*near) + " is near." : "There is no such permission.",
              "exists");
    }

    Result<void> find(const std::string& id)
    {
        SALLYPORT_ASSIGN(const std::optional<access::Actor> found, m_sources.subject(id));
        if (!found) {
            m_made.unknown = "subject";
            m_made.subject.id = UserId(id);
            m_made.subject.permissions = {};
            return {};
        }
        const access::Actor asking = m_made.subject;
        m_made.subject = *found;
        m_made.subject.askAs(asking);
        return {};
    }

    Result<void> readSubject()
    {
        const json::value* const subject = m_json.if_contains("subject");
        if (subject == nullptr)
            return {};
        if (subject->is_string())
            return find(std::string(subject->get_string()));
        if (!subject->is_object()) {
            wrong("subject", "The id of a user, or an object of attributes.", "type");
            return {};
        }
        const json::object& told = subject->get_object();
        const bool hasRoles = told.contains("roles"), hasPermissions = told.contains("permissions");
        const json::value* const id = told.if_contains("id");
        bool known = false;
        if (id != nullptr && id->is_string() && !hasRoles && !hasPermissions) {
            SALLYPORT_ASSIGN(const std::optional<access::Actor> found, m_sources.subject(std::string(id->get_string())));
            if (found) {
                const access::Actor asking = m_made.subject;
                m_made.subject = *found;
                m_made.subject.askAs(asking);
                known = true;
            }
        }
        if (!known) {
            const access::Actor asking = m_made.subject;
            m_made.subject = {};
            m_made.subject.kind = access::Actor::Kind::User;
            m_made.subject.askAs(asking);
            m_made.rolesAsked = hasRoles || hasPermissions;
        }
        takeAttributes("subject.", told);
        if (hasRoles && !hasPermissions && told.at("roles").is_array()) {
            m_made.subject.roles = texts(told.at("roles").get_array());
            m_made.subject.permissions = m_sources.permissionsOf(m_made.subject.roles);
        }
        if (hasPermissions && told.at("permissions").is_array()) {
            m_made.subject.permissions = {};
            for (const std::string& word : texts(told.at("permissions").get_array()))
                if (const auto permission = access::findPermission(word))
                    m_made.subject.permissions.add(*permission);
        }
        return {};
    }

    static std::vector<std::string> texts(const json::array& array)
    {
        std::vector<std::string> made;
        for (const json::value& item : array)
            if (item.is_string())
                made.emplace_back(item.get_string());
        return made;
    }

    Result<void> readResource()
    {
        const std::string_view word = access::info(m_made.action).word;
        // `comments:read` is about a comment, unless it is said otherwise.
        const auto usual = m_made.hasAction
                               ? access::findResourceKind(word.substr(0, std::max<std::size_t>(word.find(':'), 1) - 1))
                               : std::nullopt;
        m_made.resource.kind = usual.value_or(access::ResourceKind::Record);
        const json::value* const resource = m_json.if_contains("resource");
        if (resource == nullptr)
            return {};
        if (!resource->is_object()) {
            wrong("resource", "An object: {\"kind\", \"id\"}, or attributes.", "type");
            return {};
        }
        m_made.resourceGiven = true;
        json::object told = resource->get_object();
        if (const json::value* const kind = told.if_contains("kind")) {
            const auto found = kind->is_string() ? access::findResourceKind(kind->get_string()) : std::nullopt;
            if (!found)
                wrong("resource.kind", "record, comment or file.", "exists");
            m_made.resource.kind = found.value_or(access::ResourceKind::Record);
            told.erase("kind");
        }
        const json::value* const id = told.if_contains("id");
        const bool onlyAttr =
            std::ranges::all_of(told, [](const auto& member) { return member.key() == "id" || member.key() == "attr"; });
        if (id != nullptr && id->is_string() && onlyAttr) {
            SALLYPORT_ASSIGN(const std::optional<access::Resource> found,
                             m_sources.resource(m_made.resource.kind, std::string(id->get_string())));
            if (found) {
                m_made.resource = *found;
                m_made.resourceFound = true;
            } else {
                m_made.resource.id = id->get_string();
                m_made.unknown = "resource";
            }
            told.erase("id");
        }
        takeAttributes("resource.", told);
        return readRecord(told);
    }

    /// What isn't told of the object and follows from others: what it hangs on, and whose it will be.
    Result<void> readRecord(const json::object& told)
    {
        m_made.ownerTold = told.contains("owner_id");
        if (m_made.resource.kind == access::ResourceKind::Record)
            return {};
        if (const json::value* const id = told.if_contains("record_id"); id != nullptr && id->is_string())
            m_made.resource.recordId = std::string(id->get_string());
        if (!m_made.resource.recordId)
            return {};
        SALLYPORT_ASSIGN(m_made.record, m_sources.resource(access::ResourceKind::Record, *m_made.resource.recordId));
        m_made.recordUnknown = !m_made.record;
        if (!m_made.record) {
            m_made.record.emplace();
            m_made.record->id = *m_made.resource.recordId;
            const auto text = [&](std::string_view member) {
                const json::value* const value = told.if_contains(member);
                return value != nullptr && value->is_string() ? std::optional(std::string(value->get_string())) : std::nullopt;
            };
            m_made.record->department = text("department");
            m_made.record->classification = text("classification");
        }
        m_made.resource.department = m_made.record->department;
        m_made.resource.classification = m_made.record->classification;
        return {};
    }

    void takeAttributes(std::string_view prefix, const json::object& told)
    {
        access::cel::Scratch scratch({1'000'000, std::size_t{1} << 20});
        scratch.begin();
        std::vector<std::string_view> known;
        for (const AttributeInfo& row : access::policies::attributes())
            if (row.name.starts_with(prefix))
                known.push_back(row.name.substr(prefix.size()));
        for (const auto& [key, value] : told) {
            const std::string field = std::string(prefix) + std::string(key);
            const auto row = std::ranges::find(access::policies::attributes(), std::string_view(field), &AttributeInfo::name);
            if (row == access::policies::attributes().end()) {
                const auto near = nearestWord(key, known);
                wrong(field,
                      near ? "There is no such attribute. " + std::string(*near) + " is near, and attr holds any."
                           : "There is no such attribute; attr holds any.",
                      "exists");
                continue;
            }
            const bool isNull = value.is_null();
            const auto read = isNull ? std::nullopt : attributeValue(scratch, *row, value);
            if (!isNull && !read) {
                wrong(field, "This is to be " + row->type.text() + '.', "type");
                continue;
            }
            if (row->attribute == Attribute::ContextTime && !isNull) {
                m_made.time = UtcTime(std::chrono::seconds(read->seconds()) + std::chrono::microseconds(read->nanos() / 1000));
                m_made.told.emplace_back(Attribute::Now, value);
            }
            if (row->attribute == Attribute::ResourceId && value.is_string())
                m_made.resource.id = value.get_string();
            if (row->attribute == Attribute::SubjectId && value.is_string())
                m_made.subject.id = UserId(std::string(value.get_string()));
            if (row->attribute == Attribute::SubjectName && value.is_string())
                m_made.subject.name = value.get_string();
            m_made.told.emplace_back(row->attribute, value);
        }
    }

    const json::object& m_json;
    const QuestionSources& m_sources;
    Question m_made;
    std::vector<FieldError> m_errors;
};

std::optional<json::value> jsonOf(const Value& value, std::size_t depth)
{
    switch (value.kind()) {
    case Kind::Null: return json::value(nullptr);
    case Kind::Bool: return json::value(value.asBool());
    case Kind::Int: return json::value(value.asInt());
    case Kind::Uint: return json::value(value.asUint());
    case Kind::Double: return json::value(value.asDouble());
    case Kind::String: return json::value(value.asText());
    case Kind::Timestamp: return json::value(access::cel::timeText(value));
    case Kind::Duration: return json::value(access::cel::durationText(value));
    case Kind::List: {
        json::array made;
        for (const Value& item : value.asList())
            if (auto one = depth == 0 ? std::nullopt : jsonOf(item, depth - 1))
                made.push_back(std::move(*one));
        return json::value(std::move(made));
    }
    case Kind::Map: {
        json::object made;
        for (const access::cel::MapEntry& entry : value.asMap().entries())
            if (auto one = depth == 0 ? std::nullopt : jsonOf(entry.value, depth - 1); one && entry.key.is(Kind::String))
                made[entry.key.asText()] = std::move(*one);
        return json::value(std::move(made));
    }
    default: return std::nullopt;
    }
}

} // namespace

std::vector<access::Step> Question::steps() const
{
    if (!resourceGiven || !access::isPolicyAction(action))
        return {{action, false}};
    return access::stepsOf(action, resource.kind, record.has_value());
}

bool Question::held(const access::Step& step, const access::policies::Facts& facts) const
{
    if (!rolesAsked || subject.permissions.has(step.action))
        return true;
    const auto enough = access::ownEnough(step.action);
    const Value &owner = facts.get(Attribute::ResourceOwnerId), &who = facts.get(Attribute::SubjectId);
    const bool own = owner.is(Kind::String) && who.is(Kind::String) && owner.asText() == who.asText();
    return enough && own && subject.permissions.has(*enough);
}

bool Question::heldForOwn() const
{
    const auto enough = access::ownEnough(action);
    return !rolesAsked || subject.permissions.has(action) || (enough && subject.permissions.has(*enough));
}

access::ResourceKind Question::kindOf(const access::Step& step) const
{
    return step.ofRecord ? access::ResourceKind::Record : resource.kind;
}

void Question::put(access::policies::Facts& facts, access::cel::Scratch& scratch, const access::Step& step) const
{
    static const access::Resource anyRecord;
    facts.setSubject(subject);
    facts.setAction(step.action);
    facts.setResource(!step.ofRecord ? resource : record ? *record : anyRecord);
    const bool isNew = resourceGiven && access::makesNew(action) && resource.id.empty();
    if (isNew && !ownerTold && !step.ofRecord && !subject.id.empty())
        facts.set(Attribute::ResourceOwnerId, Value::string(subject.id.text()));
    facts.setContext(subject, time);
    scratch.begin();
    for (const auto& [attribute, value] : told) {
        if (attribute == Attribute::SubjectPermissions)
            continue; // read already: words that nobody knows aren't any
        if (step.ofRecord && access::policies::info(attribute).name.starts_with("resource."))
            continue; // told of what hangs on it
        const auto read = value.is_null() ? std::nullopt : attributeValue(scratch, access::policies::info(attribute), value);
        facts.set(attribute, read.value_or(Value()));
    }
}

Result<Question> readQuestion(const json::object& question, const access::Actor& asking, UtcTime now,
                              const QuestionSources& sources, bool actionMayMiss)
{
    return Reader(question, asking, now, sources).read(actionMayMiss);
}

std::string questionText(const access::policies::Facts& facts, access::Permission action)
{
    json::object subject, resource, context;
    for (const AttributeInfo& row : access::policies::attributes()) {
        const std::size_t dot = row.name.find('.');
        const Value& value = facts.get(row.attribute);
        if (dot == std::string_view::npos || value.is(Kind::Absent))
            continue;
        const bool emptyMap = value.is(Kind::Map) && value.asMap().size() == 0;
        auto written = emptyMap ? std::nullopt : jsonOf(value, access::attrDepth);
        if (!written)
            continue;
        json::object& to = row.name.starts_with("subject.") ? subject : row.name.starts_with("resource.") ? resource : context;
        to[row.name.substr(dot + 1)] = std::move(*written);
    }
    json::object question; // an initializer list would copy what was just made
    question.emplace("subject", std::move(subject));
    question.emplace("action", access::info(action).word);
    question.emplace("resource", std::move(resource));
    question.emplace("context", std::move(context));
    return json::serialize(question);
}

} // namespace sallyport::authorization
