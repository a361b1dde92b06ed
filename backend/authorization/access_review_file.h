#pragma once

#include "backend/authorization/access_review.h"
#include "backend/base/time_zone.h"

#include <string>

namespace sallyport::authorization {

/// The first line of a CSV: RFC 4180, formula-safe as the journal's, each record ended by CRLF.
void appendReviewHead(std::string& to);
/// A record; times are in `zone`.
void appendReviewRow(std::string& to, const HeldAccess& held, const TimeZone& zone);

/// What stands around the rows of a report.
struct ReviewHead {
    std::string title, language, vault, operatorName, filter; ///< `filter` empty: everything
    UtcTime generated = {};
    AccessReviewPage counts; ///< without rows
};
/// The first line for `sallyport-report`, and one of a row, each with its line feed.
void appendReviewHead(std::string& to, const ReviewHead& head, const TimeZone& zone);
void appendReviewLine(std::string& to, const HeldAccess& held, const TimeZone& zone);

/// What is asked for, as words: `role=editor unused_days=90`. Empty: everything.
std::string filterText(const AccessReviewQuery& query);

} // namespace sallyport::authorization
