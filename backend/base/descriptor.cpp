#include "backend/base/descriptor.h"

#include <unistd.h>

namespace sallyport {

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept
{
    if (this != &other) {
        close();
        m_number = std::exchange(other.m_number, -1);
    }
    return *this;
}

void Descriptor::close() noexcept
{
    if (m_number >= 0)
        ::close(m_number);
    m_number = -1;
}

} // namespace sallyport
