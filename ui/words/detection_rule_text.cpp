#include "ui/words/detection_rule_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace sallyport::ui {

namespace {

constexpr auto ruleTexts = std::to_array<const char*>({
    QT_TRANSLATE_NOOP("DetectionRule", "Added condition"),
    QT_TRANSLATE_NOOP("DetectionRule", "Address inside"),
    QT_TRANSLATE_NOOP("DetectionRule", "Address of a script"),
    QT_TRANSLATE_NOOP("DetectionRule", "Address without domain"),
    QT_TRANSLATE_NOOP("DetectionRule", "Always true"),
    QT_TRANSLATE_NOOP("DetectionRule", "Another statement"),
    QT_TRANSLATE_NOOP("DetectionRule", "Call of a script"),
    QT_TRANSLATE_NOOP("DetectionRule", "Call of dangerous code"),
    QT_TRANSLATE_NOOP("DetectionRule", "Chained command"),
    QT_TRANSLATE_NOOP("DetectionRule", "Climbs up"),
    QT_TRANSLATE_NOOP("DetectionRule", "Command in a command"),
    QT_TRANSLATE_NOOP("DetectionRule", "Command line"),
    QT_TRANSLATE_NOOP("DetectionRule", "Comment of SQL"),
    QT_TRANSLATE_NOOP("DetectionRule", "Cut off by NUL"),
    QT_TRANSLATE_NOOP("DetectionRule", "Cuts the rest"),
    QT_TRANSLATE_NOOP("DetectionRule", "Data of a cloud machine"),
    QT_TRANSLATE_NOOP("DetectionRule", "Directive of a template"),
    QT_TRANSLATE_NOOP("DetectionRule", "Directive of the server"),
    QT_TRANSLATE_NOOP("DetectionRule", "Disguised address"),
    QT_TRANSLATE_NOOP("DetectionRule", "Disguised command"),
    QT_TRANSLATE_NOOP("DetectionRule", "Disguised keyword"),
    QT_TRANSLATE_NOOP("DetectionRule", "Disguised step up"),
    QT_TRANSLATE_NOOP("DetectionRule", "Entity of a document"),
    QT_TRANSLATE_NOOP("DetectionRule", "Event handler"),
    QT_TRANSLATE_NOOP("DetectionRule", "Expression of a template"),
    QT_TRANSLATE_NOOP("DetectionRule", "File of the system"),
    QT_TRANSLATE_NOOP("DetectionRule", "File that nobody asks for"),
    QT_TRANSLATE_NOOP("DetectionRule", "Filter of a directory"),
    QT_TRANSLATE_NOOP("DetectionRule", "Forbidden UTF-8"),
    QT_TRANSLATE_NOOP("DetectionRule", "Function in a variable"),
    QT_TRANSLATE_NOOP("DetectionRule", "Function of a database"),
    QT_TRANSLATE_NOOP("DetectionRule", "Hidden or private file"),
    QT_TRANSLATE_NOOP("DetectionRule", "Inclusion into a document"),
    QT_TRANSLATE_NOOP("DetectionRule", "Java"),
    QT_TRANSLATE_NOOP("DetectionRule", "JavaScript of a server"),
    QT_TRANSLATE_NOOP("DetectionRule", "Leaves the text"),
    QT_TRANSLATE_NOOP("DetectionRule", "Line of a header"),
    QT_TRANSLATE_NOOP("DetectionRule", "Lookup of a log"),
    QT_TRANSLATE_NOOP("DetectionRule", "Mark of a shell"),
    QT_TRANSLATE_NOOP("DetectionRule", "Mark of a template"),
    QT_TRANSLATE_NOOP("DetectionRule", "Markup"),
    QT_TRANSLATE_NOOP("DetectionRule", "Operator between quotes"),
    QT_TRANSLATE_NOOP("DetectionRule", "Operator of a query"),
    QT_TRANSLATE_NOOP("DetectionRule", "Operator on JSON"),
    QT_TRANSLATE_NOOP("DetectionRule", "PHP"),
    QT_TRANSLATE_NOOP("DetectionRule", "Path of a program"),
    QT_TRANSLATE_NOOP("DetectionRule", "Phrase of SQL"),
    QT_TRANSLATE_NOOP("DetectionRule", "Probes the columns"),
    QT_TRANSLATE_NOOP("DetectionRule", "Program of a shell"),
    QT_TRANSLATE_NOOP("DetectionRule", "Prototype of all objects"),
    QT_TRANSLATE_NOOP("DetectionRule", "Python, Perl, Ruby and others"),
    QT_TRANSLATE_NOOP("DetectionRule", "Reaches into the page"),
    QT_TRANSLATE_NOOP("DetectionRule", "Request inside of a request"),
    QT_TRANSLATE_NOOP("DetectionRule", "Scanner"),
    QT_TRANSLATE_NOOP("DetectionRule", "Script from elsewhere"),
    QT_TRANSLATE_NOOP("DetectionRule", "Script in a query"),
    QT_TRANSLATE_NOOP("DetectionRule", "Script of a Windows server"),
    QT_TRANSLATE_NOOP("DetectionRule", "Script tag"),
    QT_TRANSLATE_NOOP("DetectionRule", "Serialised object"),
    QT_TRANSLATE_NOOP("DetectionRule", "Step up"),
    QT_TRANSLATE_NOOP("DetectionRule", "Style that runs something"),
    QT_TRANSLATE_NOOP("DetectionRule", "Tables of the database itself"),
    QT_TRANSLATE_NOOP("DetectionRule", "Tag that loads or runs something"),
    QT_TRANSLATE_NOOP("DetectionRule", "This machine by its name"),
    QT_TRANSLATE_NOOP("DetectionRule", "Union of queries"),
    QT_TRANSLATE_NOOP("DetectionRule", "Unusual scheme of an address"),
    QT_TRANSLATE_NOOP("DetectionRule", "Waits in the database"),
    QT_TRANSLATE_NOOP("DetectionRule", "Whole statement"),
    QT_TRANSLATE_NOOP("DetectionRule", "Word of a prototype"),
    QT_TRANSLATE_NOOP("DetectionRule", "Words of a directory"),
    QT_TRANSLATE_NOOP("DetectionRule", "Words of a script"),
    QT_TRANSLATE_NOOP("DetectionRule", "Wrapper of a file"),
    QT_TRANSLATE_NOOP("DetectionRule", "XPath"),
});
static_assert(std::ranges::is_sorted(ruleTexts, {}, [](const char* text) { return std::string_view(text); }));

} // namespace

QString detectionRuleText(const std::string& title)
{
    const auto* const known =
        std::ranges::lower_bound(ruleTexts, std::string_view(title), {}, [](const char* text) { return std::string_view(text); });
    return known != ruleTexts.end() && *known == title ? QCoreApplication::translate("DetectionRule", *known)
                                                       : QString::fromStdString(title);
}

std::span<const char* const> detectionRuleTexts() noexcept
{
    return ruleTexts;
}

} // namespace sallyport::ui
