#pragma once

#include "backend/api/call.h"
#include "backend/api/stage.h"
#include "backend/http/handler.h"

#include <memory>
#include <vector>

namespace sallyport::api {

class LiveStreams;

/// The way of a request: the stages in their one order, then the endpoint. Refusals are recorded with the trace of the
/// stages, and the record is on disk before the client hears of it. What is answered well is the services' to record;
/// a plain read leaves no event and never leaves the loop. Thread-safe.
class Pipeline final : public http::Handler {
public:
    /// Checks the route table and compiles the schemas; an error means that the server must not start.
    /// `api` must outlive the pipeline.
    [[nodiscard]] static Result<std::unique_ptr<Pipeline>> create(const ApiContext& api);
    ~Pipeline() override;

    std::uint64_t bodyLimit(const http::RequestHead& head) override;
    bool takesBody(const http::RequestHead& head) override;
    void handle(std::shared_ptr<http::Exchange> exchange) override;
    http::Response errorResponse(const http::TransportError& error) override;
    http::Response clearTextResponse(const http::TransportError& error) override;
    bool admits(const IpAddress& peer) override;
    bool isProxy(const IpAddress& peer) override;
    bool sendsProxyHeader(const IpAddress& peer) override;
    void onTlsFailure(const IpAddress& peer, std::string_view reason) override;
    void onFault(const Fault& fault) override;

    /// Ends the live streams, so that a stopping server need not wait for them.
    void endStreams();

private:
    struct State;
    explicit Pipeline(std::unique_ptr<State> state);

    void take(const std::shared_ptr<Call>& call);
    void goOn(const std::shared_ptr<Call>& call);
    void finish(const std::shared_ptr<Call>& call);
    bool finishQuickly(const std::shared_ptr<Call>& call);
    void deliver(const std::shared_ptr<Call>& call, Result<http::Response> response);
    void send(const std::shared_ptr<Call>& call, Result<http::Response> response);
    bool pass(const std::shared_ptr<Call>& call, std::size_t from, std::size_t to);
    void refuse(const std::shared_ptr<Call>& call, const Stage& stage, Error error);
    void keepOut(const std::shared_ptr<Call>& call, Error error);
    void noteRefusal(const Call& call, const Error& error);
    void fail(const std::shared_ptr<Call>& call, Error error);
    template <typename Work>
    void contain(const std::shared_ptr<Call>& call, Work&& work) noexcept;
    void faulted(const std::shared_ptr<Call>& call);
    ThreadPool* poolOf(RunsOn where) const;

    const std::unique_ptr<State> m_state;
};

} // namespace sallyport::api
