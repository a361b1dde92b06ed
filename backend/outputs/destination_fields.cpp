#include "backend/outputs/destination_fields.h"

#include "backend/base/name_text.h"
#include "backend/base/utf8.h"

#include <algorithm>

namespace sallyport::outputs {

namespace {

constexpr std::string_view syslogPort = ":6514";

bool isAsciiWord(std::string_view text, std::size_t limit)
{
    return !text.empty() && text.size() <= limit && std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f; });
}

/// What may stand between the angle brackets of SMTP: one @, nothing that ends the command or the header.
bool isMailAddress(std::string_view text)
{
    const auto at = text.find('@');
    return isAsciiWord(text, mailAddressLimit) && at != 0 && at != text.npos && at + 1 < text.size() &&
           text.find('@', at + 1) == text.npos && text.find_first_of("<>()[],;:\\\"") == text.npos;
}

bool isFileName(std::string_view text)
{
    return !text.empty() && text.size() <= 64 && !text.starts_with('-') &&
           std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

bool isHere(const outbound::Url& url)
{
    return (url.address && url.address->isLoopback()) || url.host == "localhost";
}

void checkTarget(const DestinationFields& fields, std::vector<FieldError>& mistakes)
{
    const auto wrong = [&](std::string message) { mistakes.push_back({"target", std::move(message), "format"}); };
    switch (fields.kind) {
    case DestinationKind::Syslog:
        if (!syslogTarget(fields.target))
            wrong("A name or address and a port, such as logs.example.org:6514.");
        break;
    case DestinationKind::Webhook:
    case DestinationKind::Otlp: {
        const auto url = outbound::Url::parse(fields.target);
        if (!url || fields.target.size() > targetLimit || (!url->tls && !isHere(*url)))
            wrong("An https URL; http only to this machine, such as http://127.0.0.1:8080/in.");
        break;
    }
    case DestinationKind::Mail:
        if (!mailTarget(fields.target))
            wrong("smtps://mail.example.org:465, or smtp://mail.example.org:587, where TLS begins after the greeting.");
        break;
    case DestinationKind::File:
        if (!isFileName(fields.target))
            wrong("A name of a to z, 0 to 9 and hyphens, at most 64 characters, without an ending.");
        break;
    }
}

void checkMail(const DestinationFields& fields, std::vector<FieldError>& mistakes)
{
    if (!isMailAddress(fields.sender))
        mistakes.push_back({"sender", "An e-mail address that the mails come from.", "format"});
    if (fields.recipients.empty() || fields.recipients.size() > recipientsLimit)
        mistakes.push_back({"recipients", "1 to " + std::to_string(recipientsLimit) + " e-mail addresses.", "minItems"});
    for (std::size_t i = 0; i < fields.recipients.size(); ++i) {
        if (!isMailAddress(fields.recipients[i]))
            mistakes.push_back({"recipients." + std::to_string(i), "Is no e-mail address.", "format"});
    }
    if (!fields.account.empty() && !isAsciiWord(fields.account, mailAddressLimit))
        mistakes.push_back({"account", "Printable ASCII without spaces.", "format"});
}

void checkFilter(const DestinationFields& fields, UtcTime now, std::vector<FieldError>& mistakes)
{
    const auto query = audit::parseFilter(fields.filter, now, {});
    if (!query) {
        const bool detailed = !query.error().fields.empty();
        mistakes.push_back({"filter", detailed ? query.error().fields.front().message : query.error().detail, "format"});
    } else if (query->since || query->until) {
        mistakes.push_back({"filter", "A destination has no period: leave since: and until: out.", "period"});
    }
}

} // namespace

std::vector<FieldError> destinationMistakes(const DestinationFields& fields, UtcTime now)
{
    std::vector<FieldError> mistakes;
    if (visibleName(fields.name).empty() || isLongerThan(fields.name, destinationNameLimit) || !isPrintableText(fields.name))
        mistakes.push_back({"name", "1 to " + std::to_string(destinationNameLimit) + " printable characters.", "length"});
    checkTarget(fields, mistakes);
    checkFilter(fields, now, mistakes);
    if (!takes(fields.kind, fields.format))
        mistakes.push_back({"format", "Is no format for this kind of destination.", "enum"});
    if (fields.kind == DestinationKind::Mail)
        checkMail(fields, mistakes);
    if (fields.rotateBytes < rotateMinimum || fields.rotateBytes > rotateMaximum)
        mistakes.push_back({"rotate_bytes", "64 KiB to 1 GiB.", "minimum"});
    if (fields.keepFiles < 1 || fields.keepFiles > keepFilesMaximum)
        mistakes.push_back({"keep_files", "1 to " + std::to_string(keepFilesMaximum) + ".", "minimum"});
    return mistakes;
}

void checkSecret(const DestinationFields& fields, const std::optional<SecretBytes>& given, bool hasOne,
                 std::vector<FieldError>& mistakes)
{
    const bool has = given ? !given->empty() : hasOne;
    const auto wrong = [&](std::string message, std::string rule) {
        mistakes.push_back({"secret", std::move(message), std::move(rule)});
    };
    const std::size_t limit = fields.kind == DestinationKind::Syslog ? clientKeyLimit : destinationSecretLimit;
    if (given && (isLongerThan(given->view(), limit) || given->view().find('\0') != std::string_view::npos))
        wrong("At most " + std::to_string(limit) + " characters.", "maxLength");
    if (fields.kind == DestinationKind::Webhook && !has)
        wrong("A webhook is signed with a secret.", "required");
    else if (fields.kind == DestinationKind::Webhook && given && given->size() < hookSecretMinimum)
        wrong("At least " + std::to_string(hookSecretMinimum) + " characters.", "minLength");
    if (fields.kind == DestinationKind::Mail && has != !fields.account.empty())
        wrong(has ? "Is the password of an account: say which." : "The password of the account.", "required");
    if (fields.kind == DestinationKind::Otlp && given &&
        std::ranges::any_of(given->view(), [](char c) { return c <= ' ' || c > '~'; }))
        wrong("Printable ASCII without spaces.", "format"); // it goes into a header field
    if (fields.kind == DestinationKind::File && given && !given->empty())
        wrong("This kind of destination has none.", "unused");
}

bool aimsElsewhere(const DestinationFields& before, const DestinationFields& after)
{
    if (after.kind != before.kind || after.account != before.account)
        return true;
    if (after.target == before.target)
        return false;
    const auto same = [](const auto& one, const auto& other) {
        return one && other && one->host == other->host && one->port == other->port && one->tls == other->tls;
    };
    switch (after.kind) {
    case DestinationKind::File: return false;
    case DestinationKind::Syslog: return !same(syslogTarget(before.target), syslogTarget(after.target));
    case DestinationKind::Mail: {
        const auto one = mailTarget(before.target), other = mailTarget(after.target);
        return !one || !other || one->url != other->url;
    }
    case DestinationKind::Webhook:
    case DestinationKind::Otlp: break; // another path may be another's
    }
    return true;
}

std::string fileNameOf(const DestinationFields& fields, std::int64_t number)
{
    std::string_view ending = ".jsonl";
    if (fields.format == EventFormat::Cef)
        ending = ".cef";
    else if (fields.format == EventFormat::Rfc5424 || fields.format == EventFormat::Text)
        ending = ".log";
    return fields.target + (number == 0 ? std::string() : "." + std::to_string(number)) + std::string(ending);
}

Result<outbound::Url> syslogTarget(std::string_view text)
{
    const auto bracket = text.rfind(']');
    const auto colon = text.rfind(':');
    const bool port = colon != text.npos && (bracket == text.npos || colon > bracket);
    if (text.size() > targetLimit || text.find_first_of("/?#@ ") != text.npos)
        return makeError(ErrorCode::InvalidArgument, "Not a host and a port.");
    return outbound::Url::parse("https://" + std::string(text) + std::string(port ? "" : syslogPort) + "/");
}

Result<MailTarget> mailTarget(std::string_view text)
{
    const bool tlsFirst = text.starts_with("smtps://");
    if (!tlsFirst && !text.starts_with("smtp://"))
        return makeError(ErrorCode::InvalidArgument, "Not a mail server.");
    std::string_view place = text.substr(text.find("//") + 2);
    if (place.ends_with('/'))
        place.remove_suffix(1);
    if (place.find('/') != place.npos || text.size() > targetLimit)
        return makeError(ErrorCode::InvalidArgument, "Not a mail server.");
    SALLYPORT_ASSIGN(const outbound::Url url, outbound::Url::parse("https://" + std::string(place) + "/"));
    const bool written =
        place.rfind(':') != place.npos && (place.rfind(']') == place.npos || place.rfind(':') > place.rfind(']'));
    const int port = written ? url.port : tlsFirst ? 465 : 587;
    const std::string host = url.address && !url.address->isV4() ? "[" + url.host + "]" : url.host;
    return MailTarget{(tlsFirst ? "smtps://" : "smtp://") + host + ":" + std::to_string(port), tlsFirst};
}

} // namespace sallyport::outputs
