#pragma once

#include "backend/http/chunk_decoder.h"
#include "backend/http/head_check.h"
#include "backend/http/listener.h"
#include "backend/http/live_exchange.h"
#include "backend/http/loop.h"
#include "backend/http/serializer.h"
#include "backend/http/stream_sink.h"
#include "backend/http/timer_wheel.h"
#include "backend/http/tls_stream.h"

#include <deque>
#include <memory>
#include <optional>
#include <string>

namespace sallyport::http {

/// One TLS connection and its requests, one after the other. Belongs to its loop's thread.
///
///     [ProxyHeader ->] Handshake -> Head <-> Body -> Handling [-> Waiting -> Handling] -> Sending
///     [-> Streaming -> Sending] -> Head ... -> Lingering -> Closed
///
/// A first byte that cannot begin a TLS record leads from Handshake to ClearText, and from there to an answer that says so or
/// straight to Closed.
///
/// It reads only in Handshake, Head and Body, so a client that pipelines is slowed down by its own socket. What was
/// read past the current request waits in m_carry. A resting connection holds neither buffers nor a parser.
class Connection final : public TimerWheel::Entry, public std::enable_shared_from_this<Connection> {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// `counted`: among the connections of its address, which it leaves when it closes.
    Connection(Loop& loop, Descriptor socket, const PeerAddress& peer, std::uint64_t id, bool counted);
    ~Connection() override;

    void start(const TlsContext& tls);
    /// The server stops: closes now if it rests, after the current answer otherwise.
    void drain();
    /// Ends everything at once, without a word to the peer.
    void close();
    /// Since when it has been waiting for its peer, if that is so and nobody would miss much: a handshake or a request that
    /// doesn't come to its end, an answer that isn't read, a connection at rest.
    std::optional<Time> stallingSince(Time now) const;
    /// By which address it counts.
    const IpAddress& entered() const noexcept { return m_entered; }
    /// Gives memory back if nothing happened since `before`. True if it did (or there is nothing to give).
    bool releaseIfResting(Time before);

    /// The answer to the current request.
    void respond(Response response);
    /// Reads the body of the current request for `taker`.
    void takeBody(const std::shared_ptr<BodyTaker>& taker);
    /// The taker is done with a piece, the one after which it has had `handedOver` bytes.
    void bodyTaken(std::uint64_t handedOver);
    /// Leaves the current request alone for so long (Exchange::wait).
    void wait(std::chrono::milliseconds delay, std::function<void(bool here)> then);
    /// Reads on while the current request is answered, to see that its client goes (Exchange::watch).
    void watch(const std::function<void()>& gone);
    /// The handler gave the current request up.
    void failRequest();
    void streamChunk(const std::string& chunk, const std::function<void(bool)>& then);
    void streamFinish();

private:
    /// Runs what the loop or a handler asks of this connection. An exception ends this connection, and no other.
    template <typename Work>
    void contain(Work&& work) noexcept
    {
        try {
            work();
        } catch (...) {
            m_loop->shared().tellFault();
            contained({}, {}, [this] { close(); });
        }
    }

    enum class State : std::uint8_t {
        ProxyHeader,
        Handshake,
        ClearText,
        Head,
        Body,
        Handling,
        Waiting,
        Sending,
        Streaming,
        Lingering,
        Closed
    };

    struct PartialHead {
        explicit PartialHead(const HeadCheck& started) : check(started) {}
        std::string bytes;
        HeadCheck check;
    };
    struct IncomingBody {
        ChunkDecoder decoder;
        std::uint64_t limit = 0;
        std::uint64_t left = 0; ///< of an announced length
        std::uint64_t received = 0;
        Time started;
        // A body that is taken piece by piece. While its taker has a piece, and before there is one, the state is Handling.
        bool chunked = false;
        bool taken = false;          ///< by its handler, or will be
        bool expectContinue = false; ///< the client waits for being told to send
        bool waiting = false;        ///< for bodyTaken()
        bool ended = false;          ///< the piece that the taker has is the last
        std::uint64_t handedOver = 0;
        std::string piece;
        std::shared_ptr<BodyTaker> taker;
    };
    struct OutgoingStream {
        std::unique_ptr<BodySource> source;
        std::shared_ptr<StreamSink> sink;
        std::deque<std::function<void(bool)>> waiting;
    };

    // connection.cpp: life and sockets
    void onDeadline() override;
    void deadlinePassed();
    void waitReadable();
    void waitWritable();
    void onReadable();
    void onWritable();
    void readProxyHeader();
    void handshake();
    void leaveHandshake();
    void handshakeFailed(std::string_view reason);
    void readSome();
    void readMeanwhile();
    void endWait(bool here);
    void tellWatcher();
    void readAndDiscard();
    bool takesInput() const noexcept { return m_state == State::Head || m_state == State::Body; }
    void endGracefully();
    void setDeadline(std::chrono::milliseconds fromNow);

    // connection_input.cpp: from bytes to requests
    void consume(std::string_view data);
    std::string_view consumeHead(std::string_view data);
    void headComplete(std::string_view bytes, const HeadCheck& check, bool moreFollows);
    bool isOwn(std::string_view authority);
    void beginBody(const Framing& framing, bool moreFollows);
    std::string_view consumeBody(std::string_view data);
    std::string_view takePiece(std::string_view rest, bool complete);
    void beginTaking(const std::shared_ptr<BodyTaker>& taker);
    void goOnTaking(std::uint64_t handedOver);
    void dropBody() noexcept;
    void updateBodyDeadline();
    void dispatch();
    void resumeInput(bool tryRead = false);
    void reject(int status, std::string_view rule, const RequestHead* head);

    // connection_clear_text.cpp: who speaks HTTP without TLS is told so
    bool beginsInClearText();
    void readClearText();
    void answerInClearText(bool head);

    // connection_output.cpp: from answers to bytes
    void answer(Response& response);
    void send(Response& response);
    bool write(std::string_view bytes);
    bool flush();
    void blockedOnWrite();
    void sendChunk(const std::string& chunk, const std::function<void(bool)>& then);
    bool tellSource(const std::function<void(bool)>& then, bool ok) noexcept;
    Response errorResponse(const TransportError& error);
    void onFlushed();
    void responseSent();
    void beginStream();
    void finishStream(bool bySource);
    void endStream(bool complete);
    void updateUnsent();
    void rest();

    std::shared_ptr<Loop> m_loop;
    std::optional<boost::asio::posix::stream_descriptor> m_socket;
    TlsStream m_tls;
    PeerAddress m_peer;        ///< who it is; of one that a proxy has opened, for whom
    bool m_proxyTold = false;  ///< the PROXY protocol has been read
    const IpAddress m_entered; ///< by which address it counts
    const Time m_accepted;
    const std::uint64_t m_id;
    State m_state = State::Handshake;
    bool m_waitingRead = false;
    bool m_waitingWrite = false;
    bool m_dispatching = false;
    bool m_counted = false; ///< among the connections of its address
    bool m_shaking = false; ///< and among its unfinished handshakes
    bool m_begun = false;   ///< the first byte has come
    bool m_closeAfter = false;
    bool m_warm = false;
    Envelope m_envelope;
    std::size_t m_lingered = 0;
    Time m_lastUse;
    std::unique_ptr<PartialHead> m_partial;
    std::unique_ptr<IncomingBody> m_body;
    std::shared_ptr<LiveExchange> m_exchange; ///< while its body is read
    std::optional<Response> m_inlineAnswer;   ///< given while handle() runs
    std::unique_ptr<OutgoingStream> m_stream;
    std::function<void(bool here)> m_afterWait; ///< while Waiting
    std::function<void()> m_watcher;            ///< while Handling, if somebody watches
    std::string m_carry;
    std::string m_out; ///< what the socket did not take yet, from m_outOffset on
    std::size_t m_outOffset = 0;
};

} // namespace sallyport::http
