#include "ui/console/answers.h"

namespace sallyport::ui {

struct Answers::Rung final : Receiver {
    explicit Rung(std::function<void()> receive) : rung(std::move(receive)) {}
    void take(void*) override { rung(); }
    std::function<void()> rung;
};

void Answers::Mailbox::put(Id id, std::shared_ptr<void> value)
{
    // Under the lock, so that the desk stands until the message lies on it.
    const std::lock_guard guard(m_mutex);
    if (m_reader == nullptr)
        return;
    QMetaObject::invokeMethod(
        m_reader->m_desk.get(), [reader = m_reader, id, value = std::move(value)] { reader->deliver(id, value.get()); },
        Qt::QueuedConnection);
}

void Answers::Mailbox::close()
{
    const std::lock_guard guard(m_mutex);
    m_reader = nullptr;
}

Answers::Answers() : m_mailbox(std::make_shared<Mailbox>(this)), m_desk(std::make_unique<QObject>()) {}

Answers::~Answers()
{
    close();
}

void Answers::close()
{
    m_mailbox->close();
    // With it go the messages that lie there: nothing is delivered by a window that is going.
    m_desk.reset();
    m_waiting = 0;
    // A closure that is destroyed may ask once more; it then finds this closed and empty.
    std::exchange(m_entries, {}).clear();
}

Answers::Bell Answers::bell(std::function<void()> rung)
{
    const Id id = ++m_lastId;
    if (m_desk)
        m_entries.emplace(id, Entry{nullptr, std::make_shared<Rung>(std::move(rung)), false});
    return Bell(m_mailbox, id);
}

Answers::Id Answers::keep(const QObject* context, std::shared_ptr<Receiver> receiver)
{
    const Id id = ++m_lastId;
    if (!m_desk)
        return id;
    m_entries.emplace(id, Entry{context, std::move(receiver), true});
    ++m_waiting;
    return id;
}

void Answers::deliver(Id id, void* value)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    // What is called may close and destroy this: nothing of it is touched afterwards.
    const Entry entry = found->second;
    if (entry.once) {
        m_entries.erase(found);
        --m_waiting;
    }
    if (!entry.once || entry.context)
        entry.receiver->take(value);
}

} // namespace sallyport::ui
