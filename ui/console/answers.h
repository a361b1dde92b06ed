#pragma once

#include <QObject>
#include <QPointer>

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace sallyport::ui {

/// Carries answers from any thread to the window's, and drops them there when nobody waits for them any more.
///
/// Who asks leaves here what shall happen with the answer, and gives the worker a slip: a number and an address, nothing of
/// the window. So no worker ever holds, looks at or destroys a widget, a model or a closure that captured one, whichever
/// goes first. Made, asked, closed and destroyed on the window's thread; only slips and bells cross.
class Answers {
public:
    template <typename T>
    class Slip;
    class Bell;

    Answers();
    ~Answers();
    Answers(const Answers&) = delete;
    Answers& operator=(const Answers&) = delete;

    /// `done(T)` is called when the slip is answered, once, if `context` lives at that moment. It is destroyed on this
    /// thread in any case: after its answer, or by close().
    template <typename T, typename Done>
    Slip<T> expect(const QObject* context, Done done)
    {
        return Slip<T>(m_mailbox, keep(context, std::make_shared<Once<T, Done>>(std::move(done))));
    }
    /// `rung` is called for every ring of the bell until close(). For what comes without being asked for.
    Bell bell(std::function<void()> rung);

    /// Answers that are still to come, wanted or not.
    std::size_t waiting() const { return m_waiting; }
    /// From now on nothing is delivered. What waited is destroyed here, late answers are destroyed where they were made.
    void close();

private:
    using Id = std::uint64_t;

    struct Receiver {
        virtual ~Receiver() = default;
        virtual void take(void* value) = 0;
    };
    template <typename T, typename Done>
    struct Once final : Receiver {
        explicit Once(Done receive) : done(std::move(receive)) {}
        void take(void* value) override { done(std::move(*static_cast<T*>(value))); }
        Done done;
    };
    struct Rung;
    struct Entry {
        QPointer<const QObject> context; ///< null for a bell, which needs none
        std::shared_ptr<Receiver> receiver;
        bool once = true;
    };

    /// The way to this thread, which outlives the one who reads. Thread-safe.
    class Mailbox {
    public:
        explicit Mailbox(Answers* reader) : m_reader(reader) {}
        void put(Id id, std::shared_ptr<void> value);
        void close();

    private:
        std::mutex m_mutex;
        Answers* m_reader;
    };

    Id keep(const QObject* context, std::shared_ptr<Receiver> receiver);
    void deliver(Id id, void* value);

    std::shared_ptr<Mailbox> m_mailbox;
    std::unique_ptr<QObject> m_desk; ///< what the messages are posted to; gone once closed
    std::unordered_map<Id, Entry> m_entries;
    std::size_t m_waiting = 0;
    Id m_lastId = 0;
};

/// Where one answer goes. Copied and answered on any thread, however long the asker is gone.
template <typename T>
class Answers::Slip {
public:
    /// Once.
    void answer(T value) const { m_mailbox->put(m_id, std::make_shared<T>(std::move(value))); }

private:
    friend class Answers;
    Slip(std::shared_ptr<Mailbox> mailbox, Id id) : m_mailbox(std::move(mailbox)), m_id(id) {}

    std::shared_ptr<Mailbox> m_mailbox;
    Id m_id;
};

/// Calls the window from any thread, as often as one likes, however long it is gone.
class Answers::Bell {
public:
    void ring() const { m_mailbox->put(m_id, nullptr); }

private:
    friend class Answers;
    Bell(std::shared_ptr<Mailbox> mailbox, Id id) : m_mailbox(std::move(mailbox)), m_id(id) {}

    std::shared_ptr<Mailbox> m_mailbox;
    Id m_id;
};

} // namespace sallyport::ui
