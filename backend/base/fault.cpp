#include "backend/base/fault.h"

#include <cstdlib>
#include <cxxabi.h>
#include <memory>
#include <typeinfo>

namespace sallyport {

Fault currentFault(std::string_view where)
{
    Fault fault{std::string(where), "unknown"};
    const std::type_info* const type = abi::__cxa_current_exception_type();
    if (type == nullptr)
        return fault;
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> name(abi::__cxa_demangle(type->name(), nullptr, nullptr, &status),
                                                           &std::free);
    fault.what = status == 0 && name ? name.get() : type->name();
    return fault;
}

void tellFault(const FaultListener& listener, std::string_view where) noexcept
{
    if (!listener)
        return;
    try {
        listener(currentFault(where));
    } catch (...) { // there is nobody left to tell, and what the thread does next matters more
    }
}

} // namespace sallyport
