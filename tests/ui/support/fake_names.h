#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace sallyport::tests {

/// The people of the look's pictures first, in its order, then as many as wanted from a grid of names.
struct Person {
    std::string name, email, department, role;
    bool mfa = true;
    char state = 'a';            ///< a active, d disabled, i invited, l locked
    long lastSignInMinutes = -1; ///< before now; -1 never
};
Person person(std::size_t index);
std::string emailOf(std::string_view name);

} // namespace sallyport::tests
