#pragma once

#include <new>
#include <stdexcept>

namespace sallyport::test {

/// What a defect may throw: no memory, a standard exception whose text quotes a secret, and something else altogether.
enum class Thrown { NoMemory, Runtime, Foreign };

[[noreturn]] inline void throwIt(Thrown what)
{
    if (what == Thrown::NoMemory)
        throw std::bad_alloc();
    if (what == Thrown::Runtime)
        throw std::runtime_error("a password: violet harbour");
    throw 7;
}

/// How it is told.
inline const char* nameOf(Thrown what)
{
    return what == Thrown::NoMemory ? "std::bad_alloc" : what == Thrown::Runtime ? "std::runtime_error" : "int";
}

inline constexpr Thrown allThrown[] = {Thrown::NoMemory, Thrown::Runtime, Thrown::Foreign};

} // namespace sallyport::test
