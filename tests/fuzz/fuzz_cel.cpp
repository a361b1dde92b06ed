// An expression of a policy: read, checked and evaluated within its bounds; twice the same, traced or not. What the check has let
// through never meets values that it doesn't take, as long as no type is known only at run time.
#include "backend/access/cel/evaluator.h"
#include "backend/access/cel/values/value_json.h"

#include <boost/json.hpp>

#include <cstdint>
#include <cstdlib>

namespace {

using namespace sallyport::access::cel;

constexpr Bounds bounds{20'000, 256 * 1024};

void require(bool holds)
{
    if (!holds)
        std::abort();
}

struct World {
    Declarations names;
    std::vector<Value> values;
    std::vector<Value> roles{Value::string("viewer"), Value::string("\xc3\xa9"
                                                                    "ditor")};
    Network address{sallyport::IpAddress::v4(0x0a000001), 32};

    World()
    {
        add("s", Type::of(Kind::String), Value::string("subject"));
        add("n", Type::of(Kind::Int), Value::integer(-3));
        add("u", Type::of(Kind::Uint), Value::natural(3));
        add("f", Type::of(Kind::Double), Value::real(0.5));
        add("l", Type::list(Type::of(Kind::String)), Value::list(roles));
        add("t", Type::of(Kind::Timestamp), Value::timestamp(1'700'000'000, 5));
        add("a.ip", Type::of(Kind::Ip), Value::ip(address));
        add("a.missing", Type::of(Kind::String), Value());
        add("d", Type::dynamic(), Value::list(roles));
    }
    void add(const char* name, Type type, const Value& value)
    {
        names.add({name, std::move(type)});
        values.push_back(value);
    }
};

std::string shown(const Program& program, const Value& value)
{
    if (value.isError())
        return program.describe(value);
    const auto json = toJson(value, 64 * 1024);
    return json ? boost::json::serialize(*json) : "too large";
}

/// Every type is known before.
bool isStatic(const Program& program)
{
    for (const Node& node : program.ast().nodes) {
        if (node.op == Op::Call && program.name(node.b) == "dyn")
            return false;
        if (node.op == Op::List || node.op == Op::Map || (node.op == Op::Name && program.name(node.a) == "d"))
            return false; // elements may be mixed
    }
    return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const World world;
    const std::string_view source(reinterpret_cast<const char*>(data), size);
    CompileOptions loose;
    loose.checked = false;
    const Compiled unchecked = compile(source, world.names, loose);
    const Compiled checked = compile(source, world.names);
    require(unchecked || !checked); // the check only refuses
    if (!unchecked)
        return 0;
    Evaluator evaluator(bounds), again(bounds);
    const std::string first = shown(*unchecked.program, evaluator.run(*unchecked.program, world.values));
    std::vector<Value> values;
    require(shown(*unchecked.program, again.runTraced(*unchecked.program, world.values, values)) == first);
    require(shown(*unchecked.program, evaluator.run(*unchecked.program, world.values)) == first);
    if (checked) {
        const Value value = evaluator.run(*checked.program, world.values);
        require(shown(*checked.program, value) == first);
        require(!value.isError() || value.failure() != Failure::NoSuchOverload || !isStatic(*checked.program));
        require(!value.isError() || (value.failure() != Failure::UnknownName && value.failure() != Failure::UnknownFunction));
    }
    return 0;
}
