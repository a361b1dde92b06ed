#pragma once

#include "backend/api/call.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::api {

/// What a stage saw as data, for who reads it in another language: a word that stands for a sentence, and the values in it.
struct Fact {
    std::string_view word;
    std::vector<std::string> values;
};

/// One question that the pipeline asks about a request. Stateless and shared by all threads.
class Stage {
public:
    virtual ~Stage() = default;

    /// The word in the trace of a refusal: `permission`.
    virtual std::string_view name() const noexcept = 0;
    /// Where a refusal of this stage is counted.
    virtual protection::TrafficStage counter() const noexcept = 0;
    /// Which event a refusal is.
    virtual std::string_view eventKind(const Error& refusal) const noexcept = 0;
    /// Nothing: go on. Otherwise the reason why not. Must not block on the loop (all but StepUp and Schema run there).
    virtual std::optional<Error> check(Call& call) const = 0;
    /// What it saw, for the trace, without secrets. Asked only when some stage refused.
    virtual std::string saw(const Call& call) const = 0;
    /// The same as data; without a word only the English text is known. Docs: docs/audit.md.
    virtual Fact fact(const Call& call) const
    {
        static_cast<void>(call);
        return {};
    }
};

} // namespace sallyport::api
