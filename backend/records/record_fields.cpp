#include "backend/records/record_fields.h"

#include "backend/base/name_text.h"
#include "backend/base/utf8.h"
#include "backend/identity/core/limits.h"
#include "backend/identity/core/user_fields.h"
#include "backend/records/record_limits.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace sallyport::records {

namespace {

/// Text of several lines: what a keyboard and a clipboard give, and no other control character.
void checkText(const std::string& field, std::string_view text, std::size_t most, std::vector<FieldError>& errors)
{
    if (!codePointCount(text)) {
        errors.push_back({field, "Is not UTF-8.", "format"});
        return;
    }
    if (isLongerThan(text, most))
        errors.push_back({field, "At most " + std::to_string(most) + " characters.", "maxLength"});
    const auto isControl = [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F;
    };
    if (std::ranges::any_of(text, isControl))
        errors.push_back({field, "Has a control character.", "printable"});
}

void checkDepartment(std::optional<std::string>& department, std::vector<FieldError>& errors)
{
    if (department)
        identity::checkDepartment(*department, errors);
}

std::string memberField(std::string_view name)
{
    return "sensitive." + std::string(name);
}

/// The names in their one form; two that become the same are wrong.
template <typename Value>
void checkMembers(std::map<std::string, Value>& members, std::vector<FieldError>& errors)
{
    if (members.size() > membersLimit)
        errors.push_back({"sensitive", "At most " + std::to_string(membersLimit) + " members.", "maxProperties"});
    std::map<std::string, Value> tidy;
    for (auto& [name, value] : members) {
        std::string known = name;
        tidyName("sensitive", known, 1, memberNameLimit, errors);
        const SecretBytes* text = nullptr;
        if constexpr (std::is_same_v<Value, SecretBytes>)
            text = &value;
        else
            text = value ? &*value : nullptr;
        if (text != nullptr)
            checkText(memberField(known), text->view(), memberValueLimit, errors);
        if (!tidy.emplace(std::move(known), std::move(value)).second)
            errors.push_back({"sensitive", "Two members have the same name.", "unique"});
    }
    members = std::move(tidy);
}

Result<void> told(std::vector<FieldError> errors)
{
    if (!errors.empty())
        return identity::validationError(std::move(errors));
    return {};
}

} // namespace

Result<void> checkNewRecord(NewRecord& record)
{
    std::vector<FieldError> errors;
    tidyName("title", record.title, 1, titleLimit, errors);
    checkText("body", record.body, bodyLimit, errors);
    checkDepartment(record.department, errors);
    checkMembers(record.sensitive, errors);
    return told(std::move(errors));
}

Result<void> checkPatch(RecordPatch& patch)
{
    std::vector<FieldError> errors;
    if (patch.title)
        tidyName("title", *patch.title, 1, titleLimit, errors);
    if (patch.body)
        checkText("body", *patch.body, bodyLimit, errors);
    if (patch.department)
        checkDepartment(*patch.department, errors);
    checkMembers(patch.sensitive, errors);
    for (std::string& name : patch.removeSensitive) {
        tidyName("remove_sensitive", name, 1, memberNameLimit, errors);
        if (patch.sensitive.contains(name))
            errors.push_back({"remove_sensitive", "A member that is changed is removed, too.", "exclusive"});
    }
    return told(std::move(errors));
}

} // namespace sallyport::records
