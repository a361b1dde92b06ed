#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace sallyport {

/// An exception that reached the top of what a thread was given to do: a defect, or no memory. What its text says is not
/// kept: nobody can know that it quotes no secret.
struct Fault {
    std::string where; ///< the kind of thread or work: `work`, `http`, `journal`
    std::string what;  ///< the type of what was thrown: `std::bad_alloc`
};

/// Who is told. Called on the thread of the fault, which may hold nothing that the listener wants.
using FaultListener = std::function<void(const Fault&)>;

/// Of the exception that is being handled: inside `catch (...)` only.
Fault currentFault(std::string_view where);
/// Tells the exception that is being handled, and never throws itself, not even where there is no memory for it.
void tellFault(const FaultListener& listener, std::string_view where) noexcept;

/// Runs `work`. False if an exception ended it, which then is told instead of going further.
template <typename Work>
bool contained(const FaultListener& listener, std::string_view where, Work&& work) noexcept
{
    try {
        work();
        return true;
    } catch (...) {
        tellFault(listener, where);
        return false;
    }
}

} // namespace sallyport
