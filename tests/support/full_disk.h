#pragma once

#include <sys/resource.h>

#include <csignal>

namespace sallyport::test {

/// While it lives, no file of this process can grow or be written behind its first bytes, as on a full disk: the system says
/// EFBIG where it would say ENOSPC, and both are a full disk to us. Needs no rights and no file system of its own.
class FullDisk {
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit none = m_before;
        none.rlim_cur = 1;
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before{};
};

} // namespace sallyport::test
