#include "backend/protection/detection/class_title.h"

#include <array>

/// For lupdate, which collects the texts (translations/update.sh).
#define CLASS_TITLE(context, text) text

namespace sallyport::protection::detection {

namespace {

constexpr std::array<const char*, classCount> titles{CLASS_TITLE("Detection", "SQL injection"),
                                                     CLASS_TITLE("Detection", "NoSQL injection"),
                                                     CLASS_TITLE("Detection", "Script"),
                                                     CLASS_TITLE("Detection", "Traversal"),
                                                     CLASS_TITLE("Detection", "Commands"),
                                                     CLASS_TITLE("Detection", "Templates"),
                                                     CLASS_TITLE("Detection", "Code"),
                                                     CLASS_TITLE("Detection", "XML entities"),
                                                     CLASS_TITLE("Detection", "LDAP and XPath"),
                                                     CLASS_TITLE("Detection", "Server-side requests"),
                                                     CLASS_TITLE("Detection", "Header splitting"),
                                                     CLASS_TITLE("Detection", "Log4Shell"),
                                                     CLASS_TITLE("Detection", "Shellshock"),
                                                     CLASS_TITLE("Detection", "Prototype pollution"),
                                                     CLASS_TITLE("Detection", "Server-side includes"),
                                                     CLASS_TITLE("Detection", "Scanner agents"),
                                                     CLASS_TITLE("Detection", "Own rules")};

} // namespace

const char* classTitle(AttackClass attackClass) noexcept
{
    const auto at = static_cast<std::size_t>(attackClass);
    return at < titles.size() ? titles[at] : "";
}

} // namespace sallyport::protection::detection
