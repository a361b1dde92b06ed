#pragma once

namespace sallyport::identity {

/// What the folder `name` in the open folder `folder` is to git, from how git lays its objects out: a repository keeps them
/// where they are, whatever became of its other files. A folder that cannot be read holds nothing here. Any thread.
struct GitObjectFolder {
    bool holds = false;   ///< an object, a pack, or the name of another repository that does
    bool partial = false; ///< a pack of a partial copy, which leaves out what another repository would give

    /// `followLink`: also if `name` is a link to a folder.
    static GitObjectFolder look(int folder, const char* name, bool followLink);
};

} // namespace sallyport::identity
