#pragma once

#include "backend/base/result.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity {

/// Runs git on the objects of somebody's repository, from an empty bare repository of ours that is there as long as this object.
/// What that repository's own configuration says is never in force; which kind of hash it names is asked of git by itself.
class GitCall {
public:
    GitCall() = default;
    GitCall(const GitCall&) = delete;
    GitCall& operator=(const GitCall&) = delete;
    ~GitCall();

    /// `folder` is the one with `HEAD`, `objects` and `refs`. NotFound without git; NotWritable without room for a temporary
    /// folder; Unavailable if the repository is of no kind that git could be shown; Cancelled.
    Result<void> prepare(const std::string& folder, const std::function<bool()>& goOn);

    /// Hands git's output on until `take` says no. `input` is a file or empty. Unavailable if git failed or complained of
    /// anything, with its first complaint: it ends with success also where it could not read something. Cancelled once `take` or
    /// `goOn`, asked some times a second, say no.
    Result<void> run(const std::vector<std::string>& words, const std::string& input,
                     const std::function<bool(std::string_view)>& take, const std::function<bool()>& goOn) const;

    /// Our repository, to put files in.
    const std::filesystem::path& home() const { return m_home; }

private:
    Result<std::string> hashOf(const std::string& folder, const std::function<bool()>& goOn) const;

    std::filesystem::path m_home;
    std::string m_objects; ///< the folder of the objects, absolute: git runs elsewhere than we do
};

} // namespace sallyport::identity
