#pragma once

namespace sallyport::app {

/// What every program that holds keys does before anything else: no core dumps, no attaching debugger of the same
/// user, no SIGPIPE. Files that it makes are its owner's alone.
void hardenProcess();

} // namespace sallyport::app
