#include "app/daemon/lookup.h"

#include "app/daemon/command.h"
#include "backend/base/case_fold.h"
#include "backend/identity/core/email_address.h"

#include <charconv>

namespace sallyport::daemon {

Result<identity::User> findUser(Services& services, const std::string& emailOrId)
{
    if (isIdText(emailOrId))
        return services.users.read(commandLine(), UserId(emailOrId));
    identity::UserQuery query;
    query.text = identity::plainEmail(emailOrId);
    query.sort = identity::UserQuery::Sort::Email;
    query.limit = 200;
    SALLYPORT_ASSIGN(const identity::UserPage page, services.users.list(commandLine(), query));
    for (const identity::User& user : page.users) {
        if (identity::isSameEmail(user.email, emailOrId))
            return user;
    }
    return makeError(ErrorCode::NotFound, "there is no user " + emailOrId);
}

Result<identity::ServiceAccount> findServiceAccount(Services& services, const std::string& nameOrId)
{
    if (isIdText(nameOrId))
        return services.serviceAccounts.read(commandLine(), UserId(nameOrId));
    identity::ServiceAccountQuery query;
    query.text = nameOrId;
    query.limit = 200;
    do {
        SALLYPORT_ASSIGN(const identity::ServiceAccountPage page, services.serviceAccounts.list(commandLine(), query));
        for (const identity::ServiceAccount& account : page.accounts) {
            if (textKey(account.name) == textKey(nameOrId))
                return account;
        }
        query.cursor = page.nextCursor;
    } while (!query.cursor.empty());
    return makeError(ErrorCode::NotFound, "there is no service account " + nameOrId);
}

std::vector<std::string> split(const std::string& text)
{
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        if (end > begin)
            parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text.append(text.empty() ? "" : ",").append(word);
    return text;
}

Result<std::chrono::seconds> secondsOf(std::string_view option, const std::string& text)
{
    constexpr std::int64_t most = 4'000'000'000;
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    const std::string_view unit(rest, static_cast<std::size_t>(end - rest));
    const std::int64_t factor = unit.empty() || unit == "s" ? 1 : unit == "m" ? 60 : unit == "h" ? 3600 : unit == "d" ? 86400 : 0;
    if (error != std::errc() || factor == 0 || number < 0 || number > most / factor)
        return usageError("--" + std::string(option) + " takes seconds, or a number with s, m, h or d");
    return std::chrono::seconds(number * factor);
}

Result<identity::UserQuery> userFilters(const Arguments& arguments)
{
    identity::UserQuery query;
    query.text = arguments.valueOr(userTextOption.name, {});
    query.limit = 200;
    if (const auto text = arguments.value(inactiveDaysOption.name)) {
        int days = 0;
        const auto [end, failure] = std::from_chars(text->data(), text->data() + text->size(), days);
        if (failure != std::errc() || end != text->data() + text->size() || days < 1 || days > identity::inactiveDaysLimit)
            return usageError("--inactive-days is a number from 1 to " + std::to_string(identity::inactiveDaysLimit));
        query.inactiveDays = days;
    }
    return query;
}

} // namespace sallyport::daemon
