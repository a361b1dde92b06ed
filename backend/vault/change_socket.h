#pragma once

#include "backend/base/descriptor.h"
#include "backend/base/fault.h"
#include "backend/base/result.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <thread>

namespace sallyport {

/// Where the process that has a vault open hears that another one (the command line) has changed its database:
/// `sallyport.sock` in the data directory, for the same user only. Nothing is read from it: who connects asks that what
/// is committed by now be taken over, and is answered when that has happened. One thread (`changes`).
class ChangeSocket {
public:
    /// `takeOver` is called on the socket's thread. The caller holds the instance lock, so what is left there of a process
    /// that died may go. What it throws is told, and answered as an error is. NotWritable if no socket can be made there.
    static Result<std::unique_ptr<ChangeSocket>> open(const std::filesystem::path& dataDirectory,
                                                      std::function<Result<void>()> takeOver, FaultListener onFault = {});
    /// Ends after what is running now, and removes the socket.
    ~ChangeSocket();
    ChangeSocket(const ChangeSocket&) = delete;
    ChangeSocket& operator=(const ChangeSocket&) = delete;

private:
    ChangeSocket(std::filesystem::path file, Descriptor listener, Descriptor stop, std::function<Result<void>()> takeOver,
                 FaultListener onFault);
    void run();
    void answerOne();

    const std::filesystem::path m_file;
    const Descriptor m_listener;
    const Descriptor m_stop; ///< eventfd
    const std::function<Result<void>()> m_takeOver;
    const FaultListener m_onFault;
    std::thread m_thread;
};

enum class TakenOver {
    Yes,
    NobodyThere, ///< no process has the vault open
    No,          ///< it said that it could not
    NoAnswer,    ///< in time
};

/// Tells the process that has the vault open, and waits until it has taken over what is committed, at most `patience`.
TakenOver announceChange(const std::filesystem::path& dataDirectory, std::chrono::milliseconds patience);

} // namespace sallyport
