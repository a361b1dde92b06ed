#pragma once

#include "backend/authorization/access_review.h"
#include "backend/authorization/shared.h"

#include <filesystem>

namespace sallyport::authorization {

/// The one implementation of AccessReview.
class AccessReviewService final : public AccessReview {
public:
    /// `reportProgram` draws PDFs; empty: beside the running program.
    AccessReviewService(Shared& shared, std::filesystem::path reportProgram)
        : m_shared(shared), m_reportProgram(std::move(reportProgram))
    {
    }

    Result<AccessReviewPage> list(const access::Actor& actor, const AccessReviewQuery& query) override;
    Result<AccessReviewWritten> exportTo(const access::Actor& actor, const AccessReviewReport& report, const Sink& sink,
                                         const Progress& progress) override;
    Result<AccessReviewWritten> exportToFile(const access::Actor& actor, const AccessReviewReport& report,
                                             const std::filesystem::path& file, const Progress& progress,
                                             journal::ExistingFile existing) override;

private:
    /// The actor as of now, who may ask this.
    Result<access::Actor> mayAsk(const access::Actor& actor, const AccessReviewQuery& query) const;
    /// The query with the holder's id; InvalidArgument.
    Result<AccessReviewQuery> checked(const access::Actor& current, AccessReviewQuery query) const;
    Result<access::Actor> mayExport(const access::Actor& actor, const AccessReviewQuery& query) const;
    Result<AccessReviewPage> page(const access::Actor& current, const AccessReviewQuery& query, bool counts) const;
    Result<void> write(const access::Actor& actor, const AccessReviewReport& report, const Sink& sink, const Progress& progress,
                       AccessReviewWritten& written) const;
    Result<AccessReviewWritten> recorded(const access::Actor& actor, const AccessReviewReport& report, const Sink& sink,
                                         const Progress& progress, const std::filesystem::path& file);

    Shared& m_shared;
    const std::filesystem::path m_reportProgram;
};

} // namespace sallyport::authorization
