#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace sallyport::api {

/// Writes the text format of Prometheus, version 0.0.4. A family is begun with its type and what it is, then has its samples.
class MetricsText {
public:
    using Labels = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    /// `help` is one English sentence.
    MetricsText& counter(std::string_view name, std::string_view help) { return family(name, help, "counter"); }
    MetricsText& gauge(std::string_view name, std::string_view help) { return family(name, help, "gauge"); }
    MetricsText& histogram(std::string_view name, std::string_view help) { return family(name, help, "histogram"); }

    MetricsText& sample(Labels labels, std::uint64_t value) { return sample({}, labels, std::to_string(value)); }
    /// In the base unit: seconds.
    MetricsText& seconds(Labels labels, std::uint64_t nanoseconds, std::string_view suffix = {});
    /// Of a histogram: `_bucket`, `_sum` or `_count` after its name.
    MetricsText& part(std::string_view suffix, Labels labels, std::uint64_t value)
    {
        return sample(suffix, labels, std::to_string(value));
    }

    const std::string& text() const noexcept { return m_text; }

private:
    MetricsText& family(std::string_view name, std::string_view help, std::string_view type);
    MetricsText& sample(std::string_view suffix, Labels labels, std::string_view value);

    std::string m_text;
    std::string_view m_name; ///< a constant of the program
};

} // namespace sallyport::api
