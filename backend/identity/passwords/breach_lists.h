#pragma once

#include "backend/identity/passwords/breach_list.h"

#include <mutex>
#include <string>

namespace sallyport::identity {

/// The list that the setting `passwords.breach_list` names, open from the first question on. Thread-safe.
class BreachLists {
public:
    /// Opens it now, whatever was open before. See BreachList::open.
    Result<std::shared_ptr<const BreachList>> open(const std::string& file)
    {
        SALLYPORT_ASSIGN(auto list, BreachList::open(file));
        const std::lock_guard lock(m_mutex);
        m_file = file;
        m_list = list;
        return list;
    }

    /// The list of `file`; opened unless it is open.
    Result<std::shared_ptr<const BreachList>> at(const std::string& file)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_list && m_file == file)
                return m_list;
        }
        return open(file);
    }

private:
    std::mutex m_mutex;
    std::string m_file;
    std::shared_ptr<const BreachList> m_list;
};

} // namespace sallyport::identity
