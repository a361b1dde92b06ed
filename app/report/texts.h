#pragma once

#include <QLocale>
#include <QString>

namespace sallyport::report {

/// What stands on the pages, in one language. `%1`, `%2` are filled in by the pages.
struct Texts {
    const char16_t* auditReport;
    const char16_t* zone;
    const char16_t* period;
    const char16_t* allTime;
    const char16_t* fromOn; ///< a period without an end
    const char16_t* upTo;   ///< a period without a beginning
    const char16_t* preparedBy;
    const char16_t* generated;
    const char16_t* selection;
    const char16_t* allEvents;
    const char16_t* filtered;
    const char16_t* vault;
    const char16_t* events;
    const char16_t* success;
    const char16_t* failure;
    const char16_t* refused;
    const char16_t* blocked;
    const char16_t* serious; ///< warnings and critical events
    const char16_t* eventsByDay;
    const char16_t* eventsByWeek;
    const char16_t* eventsByMonth;
    const char16_t* eventsByYear;
    const char16_t* mostFrequent;
    const char16_t* others; ///< `%1 more kinds`
    const char16_t* noEvents;
    const char16_t* number;
    const char16_t* time;
    const char16_t* event;
    const char16_t* who;
    const char16_t* address;
    const char16_t* outcome;
    const char16_t* oneSuccess; ///< of one event, short: the table's last column
    const char16_t* oneFailure;
    const char16_t* oneRefused;
    const char16_t* oneBlocked;
    const char16_t* chainTitle;
    const char16_t* chainIntact;
    const char16_t* chainBroken;    ///< `%1`: number of the event, `%2`: how
    const char16_t* chainAccepted;  ///< first page: intact but for what was accepted
    const char16_t* acceptedDamage; ///< `%1`: how many, `%2` to `%3`: events, `%4`: when, `%5`: by whom, `%6`: why
    const char16_t* changed;
    const char16_t* missing;
    const char16_t* reordered;
    const char16_t* truncated;
    const char16_t* anchorDamaged;
    const char16_t* inserted;
    const char16_t* indexChanged;
    const char16_t* treeChanged;
    const char16_t* headChanged;
    const char16_t* rolledBack;
    const char16_t* headsMissing;
    const char16_t* headsCut;
    const char16_t* eventsChecked;
    const char16_t* lastChecked;
    const char16_t* recordedAt;
    const char16_t* chainHash;
    const char16_t* explainChain;
    const char16_t* explainVerify;
    // Of an access review.
    const char16_t* accessReview;
    const char16_t* allAccess; ///< nothing is left out
    const char16_t* rolesOfUsers;
    const char16_t* rolesOfAccounts;
    const char16_t* apiKeys;
    const char16_t* holder;
    const char16_t* serviceAccount;
    const char16_t* has;
    const char16_t* apiKey; ///< one
    const char16_t* since;
    const char16_t* givenBy;
    const char16_t* ends;
    const char16_t* lastUsed;
    const char16_t* never;
    const char16_t* disabled;
    const char16_t* invited;
    const char16_t* noAccess;    ///< there are no rows
    const char16_t* keysLeftOut; ///< whoever asked may not see them
    const char16_t* accountsLeftOut;
    const char16_t* explainUse; ///< what the last use is of
    const char16_t* notDrawn;   ///< how many characters, which
    const char16_t* contents;   ///< of a document, with the pages
    const char16_t* overview;   ///< figures and charts
    const char16_t* page;       ///< `Page %1 of %2`
    const char16_t* date;       ///< QLocale's pattern of a whole date
    const char16_t* shortDate;  ///< without the year
};

/// English unless `language` is `de` or `fr` (or begins so, `de_CH`).
const Texts& textsFor(const QString& language);
/// How numbers and dates are written in that language.
QLocale localeFor(const QString& language);

inline QString string(const char16_t* text)
{
    return QString::fromUtf16(text);
}

} // namespace sallyport::report
