#include "ui/simulator/question_draft.h"

#include "backend/access/cel/values/time.h"
#include "backend/base/strict_json.h"
#include "backend/base/time_format.h"

#include <boost/json.hpp>

namespace sallyport::ui {

namespace json = boost::json;

namespace {

constexpr std::size_t questionBytes = 1024 * 1024;

const json::object* memberObject(const json::object& of, const char* name)
{
    const json::value* const found = of.if_contains(name);
    return found == nullptr ? nullptr : found->if_object();
}

std::string memberText(const json::object* of, const char* name)
{
    const json::value* const found = of == nullptr ? nullptr : of->if_contains(name);
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
}

} // namespace

QuestionDraft::QuestionDraft()
{
    m_told["action"] = "records:read";
    m_told["resource"] = json::object{{"kind", "record"}};
    m_told["context"] = json::object{{"mfa_age", nullptr}};
}

std::string QuestionDraft::text() const
{
    return json::serialize(m_told);
}

json::object QuestionDraft::without(const char* member) const
{
    json::object made = m_told;
    made.erase(member);
    return made;
}

bool QuestionDraft::read(const std::string& text, const QString& subjectName, const QString& objectTitle)
{
    const Result<json::value> told = parseStrictJson(text, questionBytes);
    if (!told || !told->is_object() || memberText(&told->get_object(), "action").empty())
        return false;
    m_told = told->get_object();
    m_subjectName = subjectName;
    m_objectTitle = objectTitle;
    if (memberObject(m_told, "resource") == nullptr)
        m_told["resource"] = json::object{{"kind", kind()}};
    if (!context().contains("mfa_age"))
        setMfaAge(std::nullopt);
    return true;
}

std::string QuestionDraft::subjectId() const
{
    const json::value* const subject = m_told.if_contains("subject");
    if (subject != nullptr && subject->is_string())
        return std::string(subject->get_string());
    return memberText(memberObject(m_told, "subject"), "id");
}

void QuestionDraft::setSubject(const std::string& id, const QString& name)
{
    m_told["subject"] = id;
    m_subjectName = name;
}

std::string QuestionDraft::action() const
{
    return memberText(&m_told, "action");
}

void QuestionDraft::setAction(const std::string& action)
{
    m_told["action"] = action;
    if (memberText(memberObject(m_told, "resource"), "kind") != kind())
        setObject({}, {});
}

std::string QuestionDraft::kind() const
{
    const std::string word = action();
    const std::string noun = word.substr(0, word.find(':'));
    return noun.empty() ? noun : noun.substr(0, noun.size() - 1);
}

std::string QuestionDraft::objectId() const
{
    return memberText(memberObject(m_told, "resource"), "id");
}

void QuestionDraft::setObject(const std::string& id, const QString& title)
{
    json::object resource{{"kind", kind()}};
    if (!id.empty())
        resource["id"] = id;
    keepAttributes(resource);
    m_told["resource"] = std::move(resource);
    m_objectTitle = title;
}

void QuestionDraft::describeObject(const std::string& department, const std::string& classification, const std::string& ownerId,
                                   const QString& title)
{
    json::object resource{{"kind", kind()}};
    const auto put = [&](const char* name, const std::string& value) {
        if (!value.empty())
            resource[name] = value;
    };
    put("department", department);
    put("classification", classification);
    put("owner_id", ownerId);
    keepAttributes(resource);
    m_told["resource"] = std::move(resource);
    m_objectTitle = title;
}

void QuestionDraft::keepAttributes(json::object& resource) const
{
    const json::object* const before = memberObject(m_told, "resource");
    if (before != nullptr && before->contains("attr"))
        resource["attr"] = before->at("attr");
}

std::string QuestionDraft::ownerId() const
{
    return memberText(memberObject(m_told, "resource"), "owner_id");
}

void QuestionDraft::setOwner(const std::string& id)
{
    const json::object* const told = memberObject(m_told, "resource");
    describeObject(memberText(told, "department"), memberText(told, "classification"), id, {});
}

std::string QuestionDraft::attributes(const char* of) const
{
    const json::object* const holder = memberObject(m_told, of);
    const json::object* const attributes = holder == nullptr ? nullptr : memberObject(*holder, "attr");
    return attributes == nullptr || attributes->empty() ? std::string() : json::serialize(*attributes);
}

bool QuestionDraft::setAttributes(const char* of, const std::string& text)
{
    if (text == attributes(of))
        return true;
    const Result<json::value> read = text.empty() ? json::value(json::object()) : parseStrictJson(text, questionBytes);
    if (!read || !read->is_object())
        return false;
    json::value& holder = m_told[of];
    if (holder.is_string()) // somebody there is: the rest of them stays as it is
        holder = json::object{{"id", holder}};
    else if (!holder.is_object())
        holder = json::object();
    if (read->get_object().empty())
        holder.get_object().erase("attr");
    else
        holder.get_object()["attr"] = *read;
    return true;
}

json::object& QuestionDraft::context()
{
    if (memberObject(m_told, "context") == nullptr)
        m_told["context"] = json::object();
    return m_told["context"].get_object();
}

std::optional<UtcTime> QuestionDraft::time() const
{
    const auto read = access::cel::readTime(memberText(memberObject(m_told, "context"), "time"));
    if (!read)
        return std::nullopt;
    return UtcTime(std::chrono::seconds(read->seconds()) + std::chrono::microseconds(read->nanos() / 1000));
}

void QuestionDraft::setTime(UtcTime time)
{
    context()["time"] = toRfc3339(time);
}

QString QuestionDraft::address() const
{
    return QString::fromStdString(memberText(memberObject(m_told, "context"), "ip"));
}

void QuestionDraft::setAddress(const QString& address)
{
    if (address.isEmpty())
        context()["ip"] = nullptr;
    else
        context()["ip"] = address.toStdString();
}

std::optional<std::chrono::seconds> QuestionDraft::mfaAge() const
{
    const json::object* const said = memberObject(m_told, "context");
    const json::value* const age = said == nullptr ? nullptr : said->if_contains("mfa_age");
    if (age == nullptr)
        return std::nullopt;
    if (age->is_int64())
        return std::chrono::seconds(age->get_int64());
    const auto read = age->is_string() ? access::cel::readDuration(age->get_string()) : std::nullopt;
    if (!read)
        return std::nullopt;
    return std::chrono::seconds(read->durationNanos() / access::cel::nanosPerSecond);
}

void QuestionDraft::setMfaAge(std::optional<std::chrono::seconds> age)
{
    if (age)
        context()["mfa_age"] = age->count();
    else
        context()["mfa_age"] = nullptr;
}

} // namespace sallyport::ui
