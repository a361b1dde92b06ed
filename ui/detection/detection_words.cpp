#include "ui/detection/detection_words.h"

#include "backend/protection/detection/class_title.h"
#include "ui/words/detection_rule_text.h"
#include "ui/words/text_helpers.h"

#include <QCoreApplication>

#include <array>

namespace sallyport::ui {

namespace {

namespace detection = protection::detection;

constexpr std::array<const char*, 3> modeTitles{QT_TRANSLATE_NOOP("Detection", "Off"), QT_TRANSLATE_NOOP("Detection", "Observe"),
                                                QT_TRANSLATE_NOOP("Detection", "Block")};
constexpr std::array<const char*, static_cast<std::size_t>(detection::StageKind::Count_)> stageTitles{
    QT_TRANSLATE_NOOP("Detection", "As received"),   QT_TRANSLATE_NOOP("Detection", "Percent"),
    QT_TRANSLATE_NOOP("Detection", "Plus signs"),    QT_TRANSLATE_NOOP("Detection", "JSON escape"),
    QT_TRANSLATE_NOOP("Detection", "HTML entities"), QT_TRANSLATE_NOOP("Detection", "Base64"),
    QT_TRANSLATE_NOOP("Detection", "Unicode forms"), QT_TRANSLATE_NOOP("Detection", "Backslash escape"),
    QT_TRANSLATE_NOOP("Detection", "SQL comment"),   QT_TRANSLATE_NOOP("Detection", "Case"),
    QT_TRANSLATE_NOOP("Detection", "Path"),          QT_TRANSLATE_NOOP("Detection", "Matched")};
constexpr std::array<const char*, static_cast<std::size_t>(detection::TokenRole::Count_)> roleTitles{
    QT_TRANSLATE_NOOP("Detection", "Plain"),          QT_TRANSLATE_NOOP("Detection", "Number"),
    QT_TRANSLATE_NOOP("Detection", "Text"),           QT_TRANSLATE_NOOP("Detection", "Name"),
    QT_TRANSLATE_NOOP("Detection", "Operator"),       QT_TRANSLATE_NOOP("Detection", "Keyword"),
    QT_TRANSLATE_NOOP("Detection", "Function"),       QT_TRANSLATE_NOOP("Detection", "Variable"),
    QT_TRANSLATE_NOOP("Detection", "Closes text"),    QT_TRANSLATE_NOOP("Detection", "Joins"),
    QT_TRANSLATE_NOOP("Detection", "Always true"),    QT_TRANSLATE_NOOP("Detection", "Cuts the rest"),
    QT_TRANSLATE_NOOP("Detection", "Opens a tag"),    QT_TRANSLATE_NOOP("Detection", "Event handler"),
    QT_TRANSLATE_NOOP("Detection", "Script address"), QT_TRANSLATE_NOOP("Detection", "Climbs up"),
    QT_TRANSLATE_NOOP("Detection", "Sensitive file"), QT_TRANSLATE_NOOP("Detection", "Opens an expression"),
    QT_TRANSLATE_NOOP("Detection", "Command"),        QT_TRANSLATE_NOOP("Detection", "Address")};

template <typename Titles, typename Value>
QString titleIn(const Titles& titles, Value value)
{
    return QCoreApplication::translate("Detection", titles.at(static_cast<std::size_t>(value)));
}

} // namespace

QString attackClassTitle(detection::AttackClass attackClass)
{
    return QCoreApplication::translate("Detection", detection::classTitle(attackClass));
}

QString detectionModeTitle(settings::ControlMode mode)
{
    return titleIn(modeTitles, mode);
}

QString inspectionStageTitle(detection::StageKind kind)
{
    return titleIn(stageTitles, kind);
}

QString tokenRoleTitle(detection::TokenRole role)
{
    return titleIn(roleTitles, role);
}

QString detectionRuleTitle(const std::string& id, const std::string& title)
{
    const detection::Rule* const rule = detection::builtInRule(id);
    if (rule != nullptr)
        return detectionRuleText(std::string(rule->title));
    return toQString(title.empty() ? id : title);
}

QString hitPlace(detection::PartKind part, const std::string& member)
{
    if (!member.empty())
        return toQString(member);
    return part == detection::PartKind::Path ? titleIn(stageTitles, detection::StageKind::Path)
                                             : toQString(detection::partWord(part));
}

QString hitSender(const protection::DetectionHit& hit)
{
    return toQString(hit.who.empty() ? hit.address : hit.who);
}

} // namespace sallyport::ui
