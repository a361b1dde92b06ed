#include "backend/reports/templates/template.h"

namespace sallyport::reports {

namespace {

using audit::CellType;
using audit::Phrase;

constexpr std::uint32_t accessAtOnce = 200;

std::vector<audit::TableColumn> accessColumns()
{
    return {{"holder", "Who", CellType::Text, 17},         {"email", "E-mail", CellType::Text, 18},
            {"status", "Status", CellType::Phrase, 8},     {"access", "What", CellType::Phrase, 7},
            {"name", "Name", CellType::Text, 12},          {"since", "Since", CellType::Time, 11},
            {"given_by", "Given by", CellType::Text, 11},  {"ends", "Ends", CellType::Time, 11},
            {"last_used", "Last used", CellType::Time, 11}};
}

} // namespace

Phrase statusWords(std::string_view status)
{
    return status == "active" ? Phrase("Active") : status == "disabled" ? Phrase("Disabled") : Phrase("Invited");
}

Result<void> writeAccessReview(Draft& draft)
{
    authorization::AccessReviewQuery query;
    query.limit = accessAtOnce;
    bool begun = false;
    do {
        SALLYPORT_ASSIGN(const authorization::AccessReviewPage page, draft.sources.accessReview.list(draft.actor, query));
        if (!begun) {
            begun = true;
            draft.expect(page.total);
            SALLYPORT_TRY(draft.writer.section("Summary"));
            std::vector<audit::KeyFigure> figures{{"Roles of users", page.userRoles}};
            if (page.withAccounts)
                figures.push_back({"Roles of service accounts", page.accountRoles});
            if (page.withKeys)
                figures.push_back({"API keys", page.keys});
            SALLYPORT_TRY(draft.writer.figures(figures));
            if (!page.withKeys)
                SALLYPORT_TRY(
                    draft.writer.note("API keys are left out: who made this report may not see them.", audit::Tone::Attention));
            if (!page.withAccounts)
                SALLYPORT_TRY(draft.writer.note("Service accounts are left out: who made this report may not see them.",
                                                audit::Tone::Attention));
            SALLYPORT_TRY(draft.writer.note(
                "Last used is measured: of a key its last use; of a role when its holder last signed in or used "
                "a session (to an hour) or a key."));
            SALLYPORT_TRY(draft.writer.section("Who has what"));
            SALLYPORT_TRY(draft.writer.beginTable(
                {"access", "Roles in force and keys that open something", accessColumns(), page.total, true, true, 2}));
        }
        for (const authorization::HeldAccess& held : page.rows) {
            const bool key = held.kind == authorization::HeldAccess::Kind::Key;
            SALLYPORT_TRY(draft.writer.row(
                {held.name, audit::cellOf(held.email), statusWords(held.status), key ? Phrase("API key") : Phrase("Role"),
                 key ? held.title + " (" + held.prefix + ")" : held.title, audit::cellOf(held.since), audit::cellOf(held.by),
                 audit::cellOf(held.until),
                 held.activeKnown && !held.activeAt ? audit::Cell(Phrase("Never")) : audit::cellOf(held.activeAt)}));
        }
        SALLYPORT_TRY(draft.advance(static_cast<std::int64_t>(page.rows.size())));
        query.cursor = draft.writer.wantsRows() ? page.nextCursor : std::string();
    } while (!query.cursor.empty());
    return draft.writer.endTable();
}

} // namespace sallyport::reports
