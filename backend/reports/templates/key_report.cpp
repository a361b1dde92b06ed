#include "backend/reports/templates/template.h"

namespace sallyport::reports {

namespace {

using audit::Cell;
using audit::CellType;
using audit::Phrase;
using audit::Tone;
using identity::ApiKey;

constexpr std::uint32_t keysAtOnce = 200;

Phrase stateWords(const ApiKey& key)
{
    if (key.revokedAt)
        return "Revoked";
    if (key.expired)
        return "Expired";
    if (!key.owner.active)
        return "Owner disabled";
    if (key.expiring)
        return "Ends soon";
    return key.stale ? "Unused" : "In use";
}

std::string joinedScopes(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

Result<void> writeKeyFigures(Draft& draft, const identity::ApiKeyStatistics& statistics)
{
    SALLYPORT_TRY(draft.writer.section("Summary"));
    SALLYPORT_TRY(draft.writer.figures(
        {{"Keys", statistics.total},
         {"Usable", statistics.usable},
         {"End soon", statistics.expiring, statistics.expiring > 0 ? Tone::Attention : Tone::Plain},
         {"Unused for long", statistics.stale, statistics.stale > 0 ? Tone::Attention : Tone::Plain},
         {"More than their owner has", statistics.overScoped, statistics.overScoped > 0 ? Tone::Bad : Tone::Plain}}));
    audit::Chart chart;
    chart.kind = audit::Chart::Kind::Bars;
    chart.title = "Keys by state";
    chart.series = {Phrase("Keys")};
    chart.points = {{"Usable", {statistics.usable}},
                    {"End soon", {statistics.expiring}},
                    {"Unused for long", {statistics.stale}},
                    {"Ended", {statistics.ended}}};
    chart.summary = Phrase("%1 usable keys, %2 of them end soon, %3 were not used for long; %4 have ended",
                           {std::to_string(statistics.usable), std::to_string(statistics.expiring),
                            std::to_string(statistics.stale), std::to_string(statistics.ended)});
    SALLYPORT_TRY(draft.writer.chart(chart));
    return draft.writer.section("API keys");
}

} // namespace

Result<void> writeApiKeys(Draft& draft)
{
    identity::ApiKeyQuery query;
    query.limit = keysAtOnce;
    bool begun = false;
    do {
        SALLYPORT_ASSIGN(const identity::ApiKeyPage page, draft.sources.apiKeys.list(draft.actor, query));
        if (!begun) {
            begun = true;
            draft.expect(page.total);
            SALLYPORT_TRY(writeKeyFigures(draft, page.statistics));
            SALLYPORT_TRY(draft.writer.beginTable({"keys",
                                                   "Keys by name; none of them shows its text",
                                                   {{"name", "Name", CellType::Text, 14},
                                                    {"prefix", "Key", CellType::Text, 11},
                                                    {"owner", "Owner", CellType::Text, 13},
                                                    {"scopes", "Scopes", CellType::Text, 18},
                                                    {"state", "State", CellType::Phrase, 9},
                                                    {"created", "Created", CellType::Time, 11},
                                                    {"expires", "Ends", CellType::Time, 11},
                                                    {"last_used", "Last used", CellType::Time, 11},
                                                    {"uses", "Uses", CellType::Number, 7}},
                                                   page.total,
                                                   true,
                                                   true,
                                                   2}));
        }
        for (const ApiKey& key : page.keys)
            SALLYPORT_TRY(
                draft.writer.row({key.name, key.prefix, key.owner.name, joinedScopes(key.scopes), stateWords(key), key.createdAt,
                                  key.expiresAt, key.lastUsedAt ? Cell(*key.lastUsedAt) : Cell(Phrase("Never")), key.useCount}));
        SALLYPORT_TRY(draft.advance(static_cast<std::int64_t>(page.keys.size())));
        query.cursor = draft.writer.wantsRows() ? page.nextCursor : std::string();
    } while (!query.cursor.empty());
    return draft.writer.endTable();
}

} // namespace sallyport::reports
