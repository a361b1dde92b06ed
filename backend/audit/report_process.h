#pragma once

#include "backend/base/result.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

namespace sallyport::audit {

/// `sallyport-report`: `configured` if it isn't empty, else the one beside the running program (or, in a build folder,
/// in the folder `report` beside this program's). NotFound says where it was looked for.
Result<std::filesystem::path> findReportProgram(const std::filesystem::path& configured);

/// A running `sallyport-report`: takes JSON lines, gives out the bytes of a PDF. Neither side can block the other: what
/// it gives out is taken while it is fed. It runs with a clean environment, no shell, no inherited files; it is killed
/// when this object goes before `finish`. Not thread-safe.
class ReportProcess {
public:
    /// False cancels.
    using Output = std::function<bool(std::string_view chunk)>;

    static Result<std::unique_ptr<ReportProcess>> start(const std::filesystem::path& program, Output output);
    ~ReportProcess();
    ReportProcess(const ReportProcess&) = delete;
    ReportProcess& operator=(const ReportProcess&) = delete;

    /// Cancelled if `output` said so; Internal if the program has ended, with what it said.
    Result<void> write(std::string_view text);
    /// No more input: takes the rest of the output and waits for the end. Internal unless it ends with 0.
    Result<void> finish();

private:
    struct State;
    explicit ReportProcess(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace sallyport::audit
