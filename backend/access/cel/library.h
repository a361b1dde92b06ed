#pragma once

#include "backend/access/cel/program.h"

namespace sallyport::access::cel {

/// One call of a function: its values, a receiver first, and where what it makes may stand.
struct Call {
    Scratch& scratch;
    const Program& program;
    const Node& node;
    std::uint32_t index;
    std::span<const Value> values;

    const Value& operator[](std::size_t number) const noexcept { return values[number]; }
    std::size_t count() const noexcept { return values.size(); }
    bool takes(std::size_t number, Kind kind) const noexcept { return number < values.size() && values[number].is(kind); }

    Value noOverload() const noexcept { return Value::error(Failure::NoSuchOverload, index); }
    Value fail(Failure failure, const char* detail = "") const noexcept { return Value::error(failure, index, detail); }
    /// With a detail that is made now.
    Value failWith(Failure failure, std::string_view detail) const noexcept
    {
        return Value::error(failure, index, scratch.copyTerminated(detail));
    }
    /// A text of the scratch's own; charged for.
    Value text(std::string_view made) const noexcept;
};

/// Calls the function of the node. The values are no errors.
Value callFunction(const Call& call);

/// Puts a text together within the memory and the steps of a scratch.
class TextBuilder {
public:
    explicit TextBuilder(const Call& call) : m_call(call) {}
    /// False once there is no room or no step left; further ones do nothing then.
    bool add(std::string_view text);
    Value finish() const;

private:
    const Call& m_call;
    std::string m_text;
    bool m_full = false;
};

// Each in its file.
Value convertTo(FunctionId function, const Call& call);       ///< library_conversions.cpp
Value textFunction(FunctionId function, const Call& call);    ///< library_text.cpp
Value editText(FunctionId function, const Call& call);        ///< library_edit.cpp
Value formatText(const Call& call);                           ///< library_format.cpp
Value timeFunction(FunctionId function, const Call& call);    ///< library_time.cpp
Value networkFunction(FunctionId function, const Call& call); ///< library_network.cpp

} // namespace sallyport::access::cel
