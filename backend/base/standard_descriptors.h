#pragma once

namespace sallyport {

/// Call it first in main(). Standard input, output and error that were closed would be given out to the next file that is opened,
/// and a line meant for people would go into the database. Something is put in their place that fails as they would have: it
/// can't be read, or not be written. Ends the process with status 1 if there is nothing to put there.
void takeStandardDescriptors() noexcept;

} // namespace sallyport
