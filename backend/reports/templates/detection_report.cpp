#include "backend/protection/detection/class_title.h"
#include "backend/reports/templates/template.h"

namespace sallyport::reports {

namespace {

using audit::Cell;
using audit::CellType;
using audit::Phrase;
using audit::Tone;

constexpr std::uint32_t bansAtOnce = 200;
constexpr std::size_t threatsShown = 50;

const std::vector<std::string> detectionKinds{"detection.blocked", "detection.observed", "address.banned",   "address.refused",
                                              "limit.reached",     "threat.observed",    "request.malformed"};

Result<void> writeOverview(Draft& draft)
{
    SALLYPORT_ASSIGN(const protection::DetectionOverview overview, draft.sources.detection.overview(draft.actor));
    SALLYPORT_TRY(draft.writer.section("Detection"));
    SALLYPORT_TRY(draft.writer.figures({{"Detection", modeWords(overview.mode), modeTone(overview.mode)},
                                        {"Blocked, last 7 days", overview.blocked},
                                        {"Noticed, last 7 days", overview.observed},
                                        {"Exclusions", overview.exclusions},
                                        {"Own rules", overview.ownRules}}));
    SALLYPORT_TRY(draft.writer.beginTable({"classes",
                                           "Classes of attacks, last 7 days",
                                           {{"class", "Class", CellType::Phrase, 30},
                                            {"mode", "Mode", CellType::Phrase, 20},
                                            {"rules", "Rules", CellType::Number, 15},
                                            {"blocked", "Blocked", CellType::Number, 15},
                                            {"observed", "Noticed", CellType::Number, 15}},
                                           static_cast<std::int64_t>(overview.classes.size()),
                                           false,
                                           false}));
    for (const protection::DetectionClass& one : overview.classes)
        SALLYPORT_TRY(draft.writer.row({Phrase(std::string_view(protection::detection::classTitle(one.attackClass)), "Detection"),
                                        modeWords(one.mode), one.rules, one.blocked, one.observed}));
    return draft.writer.endTable();
}

Result<void> writeBans(Draft& draft)
{
    SALLYPORT_TRY(draft.writer.section("Kept out"));
    protection::AddressRuleQuery query;
    query.action = protection::AddressAction::Block;
    query.limit = bansAtOnce;
    bool begun = false;
    do {
        SALLYPORT_ASSIGN(const protection::AddressRulePage page, draft.sources.addressRules.list(draft.actor, query));
        if (!begun) {
            begun = true;
            SALLYPORT_TRY(draft.writer.beginTable({"bans",
                                                   "Addresses that are kept out now, the newest first",
                                                   {{"address", "Address", CellType::Text, 18},
                                                    {"by", "By", CellType::Text, 14},
                                                    {"reason", "Reason", CellType::Text, 30},
                                                    {"since", "Since", CellType::Time, 14},
                                                    {"until", "Until", CellType::Time, 14},
                                                    {"hits", "Refused", CellType::Number, 10}},
                                                   page.total,
                                                   false,
                                                   false}));
        }
        for (const protection::AddressRule& rule : page.rules)
            SALLYPORT_TRY(draft.writer.row(
                {rule.address,
                 rule.score ? Cell(Phrase("Score %1", {std::to_string(*rule.score)})) : audit::cellOf(rule.createdBy),
                 audit::cellOf(rule.reason), rule.createdAt, audit::cellOf(rule.expiresAt),
                 static_cast<std::int64_t>(rule.hits)}));
        SALLYPORT_TRY(draft.advance(0));
        query.cursor = draft.writer.wantsRows() ? page.nextCursor : std::string();
    } while (!query.cursor.empty());
    return draft.writer.endTable();
}

Result<void> writeThreats(Draft& draft)
{
    SALLYPORT_ASSIGN(const protection::ThreatList list, draft.sources.threats.list(draft.actor, threatsShown));
    SALLYPORT_TRY(draft.writer.section("Threat scores"));
    SALLYPORT_TRY(draft.writer.beginTable({"threats",
                                           "Addresses with the highest scores now",
                                           {{"address", "Address", CellType::Text, 30},
                                            {"score", "Score", CellType::Number, 10},
                                            {"because", "Because of", CellType::Text, 40},
                                            {"last_seen", "Last seen", CellType::Time, 20}},
                                           static_cast<std::int64_t>(list.rows.size()),
                                           false,
                                           false}));
    for (const protection::ThreatAddress& address : list.rows)
        SALLYPORT_TRY(
            draft.writer.row({address.text, std::int64_t{address.score},
                              address.parts.empty() ? Cell() : audit::cellOf(address.parts.front().detail), address.seenLast}));
    return draft.writer.endTable();
}

} // namespace

Phrase modeWords(settings::ControlMode mode)
{
    switch (mode) {
    case settings::ControlMode::Off: return "Off";
    case settings::ControlMode::Observe: return "Observes";
    case settings::ControlMode::Enforce: return "Enforces";
    }
    return "Off";
}

Tone modeTone(settings::ControlMode mode)
{
    return mode == settings::ControlMode::Enforce   ? Tone::Good
           : mode == settings::ControlMode::Observe ? Tone::Attention
                                                    : Tone::Bad;
}

Result<void> writeDetection(Draft& draft)
{
    SALLYPORT_TRY(writeOverview(draft));
    SALLYPORT_TRY(writeBans(draft));
    SALLYPORT_TRY(writeThreats(draft));
    SALLYPORT_TRY(draft.writer.section("Events"));
    audit::EventQuery query = draft.events;
    query.kinds = within(detectionKinds, draft.events.kinds);
    SALLYPORT_TRY(writeEventChart(draft, query, "Attacks and refusals over time"));
    return writeEventTable(draft, query, "Attacks and refusals, oldest first", true);
}

} // namespace sallyport::reports
