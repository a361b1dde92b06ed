#include "backend/outputs/mail_text.h"

#include "backend/base/encoding.h"
#include "backend/base/secret_bytes.h"
#include "backend/base/shown_text.h"
#include "backend/base/utf8.h"

#include <array>

namespace sallyport::outputs {

namespace {

constexpr std::size_t base64Line = 76;
constexpr std::size_t encodedWord = 39; // bytes: 52 of base64, and the whole line stays below 78
constexpr std::size_t subjectLimit = 300;

/// RFC 5322 §3.3, in UTC. Names of days and months are those of the standard, not of a locale.
std::string mailDate(UtcTime time)
{
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    const auto day = std::chrono::floor<std::chrono::days>(seconds);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(seconds - day);
    const auto two = [](std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::string(days.at(std::chrono::weekday(day).c_encoding())) + ", " + two(static_cast<unsigned>(date.day())) + " " +
           months.at(static_cast<unsigned>(date.month()) - 1) + " " + std::to_string(static_cast<int>(date.year())) + " " +
           two(clock.hours().count()) + ":" + two(clock.minutes().count()) + ":" + two(clock.seconds().count()) + " +0000";
}

std::string subjectText(std::string_view subject)
{
    std::string shown = shownText(truncateUtf8(subject, subjectLimit));
    if (isAscii(shown) && shown.find("=?") == shown.npos && shown.size() <= base64Line)
        return shown;
    std::string text;
    for (std::string_view rest = shown; !rest.empty();) {
        const std::string word = truncateUtf8(rest, encodedWord);
        text += text.empty() ? "" : "\r\n ";
        text += "=?UTF-8?B?" + toBase64(asBytes(word)) + "?=";
        rest.remove_prefix(word.size());
    }
    return text;
}

} // namespace

std::string mailText(const Mail& mail)
{
    std::string text = "Date: " + mailDate(mail.at) + "\r\nFrom: Sallyport <" + mail.from + ">\r\nTo: ";
    for (std::size_t i = 0; i < mail.to.size(); ++i)
        text += (i == 0 ? "<" : ",\r\n <") + mail.to[i] + ">";
    const std::string domain = mail.from.substr(mail.from.find('@') + 1);
    text += "\r\nMessage-ID: <" + mail.id + "@" + domain + ">\r\nSubject: " + subjectText(mail.subject);
    text += "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n"
            "Auto-Submitted: auto-generated\r\n\r\n";
    const std::string body = toBase64(asBytes(mail.text));
    for (std::size_t at = 0; at < body.size(); at += base64Line)
        text += body.substr(at, base64Line) + "\r\n";
    return text;
}

} // namespace sallyport::outputs
