#pragma once

#include "backend/base/result.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity {

/// Reads every object of a git repository, those that nothing refers to any more included, by an installed `git`. The
/// repository may be hostile: git never obeys its configuration, hooks, attributes or references. It runs, without a shell
/// and with an environment of our own, in an empty repository that is made for it, and is shown only the folder of objects;
/// it may neither fetch nor ask. What remains is git's own reading of the objects.
class GitObjects {
public:
    /// Content of an object, piece by piece; `begins` with the first piece. False stops.
    using Sink = std::function<bool(const std::string& object, std::string_view kind, std::string_view piece, bool begins)>;

    /// Where git is, or empty.
    static std::string program();
    /// `folder` is the one with `HEAD`, `objects` and `refs`. NotFound without git; Unavailable if git could not
    /// read something, with what it said; what it could read has been handed on; Cancelled once `goOn`, asked some times a second
    /// also while git is silent, says no.
    static Result<void> read(const std::string& folder, const Sink& sink, const std::function<bool()>& goOn);

    struct Place {
        std::string object, commit, path; ///< the earliest commit that has the object there
    };
    /// In which commits these objects came in; objects that no commit has are left out.
    static Result<std::vector<Place>> places(const std::string& folder, const std::vector<std::string>& objects,
                                             const std::vector<std::string>& commits, const std::function<bool()>& goOn);
};

} // namespace sallyport::identity
