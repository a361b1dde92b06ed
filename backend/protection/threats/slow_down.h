#pragma once

#include "backend/base/clock.h"
#include "backend/base/ip_address.h"
#include "backend/base/random.h"
#include "backend/settings/settings.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

namespace sallyport::protection {

/// The guide's slow-down: after so many requests of an address (IPv6: of its /64) within a window each further one waits a step
/// longer than the one before, up to the longest. Counted by address, since nobody is known yet. Nothing here waits: it says for
/// how long, and how many may wait at a time. Bounded, thread-safe, any thread; a look-up and no more where nobody is slowed.
class SlowDown {
public:
    static constexpr std::size_t defaultCapacity = 65'536; ///< addresses; about 120 bytes each
    static constexpr std::uint32_t waitingOfOne = 32;      ///< requests of one address that may wait at a time
    static constexpr std::uint32_t waitingOfAll = 2'048;

    SlowDown(const Clock& clock, RandomSource& random, std::size_t capacity = defaultCapacity);
    ~SlowDown();
    SlowDown(const SlowDown&) = delete;
    SlowDown& operator=(const SlowDown&) = delete;

    /// From the next request on; what was counted stays unless the window is another.
    void setRules(const settings::Values& values);

    /// A place among those who wait. Goes back when it is destroyed, on whatever thread; outlives no SlowDown.
    class Place {
    public:
        Place() = default;
        Place(Place&& other) noexcept;
        Place& operator=(Place&& other) noexcept;
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;
        ~Place() { leave(); }
        explicit operator bool() const noexcept { return m_from != nullptr; }

    private:
        friend class SlowDown;
        Place(SlowDown& from, const IpAddress& network) : m_from(&from), m_network(network) {}
        void leave() noexcept;
        SlowDown* m_from = nullptr;
        IpAddress m_network;
    };

    struct Answer {
        std::uint32_t count = 0;            ///< of the window, this one too
        std::chrono::milliseconds delay{0}; ///< 0: at full speed
        bool observed = false;              ///< mode observe: nobody waits
        bool tell = false;                  ///< refused, and nothing has been recorded of this address for a minute
        enum class Full : std::uint8_t { No, Address, All };
        Full full = Full::No; ///< no place: refuse it, and say when to come back
        Place place;          ///< held while the request waits
    };
    /// Counts a request. `exempt` is asked only of who would have to wait.
    template <typename Exempt>
    [[nodiscard]] Answer note(const IpAddress& client, Exempt&& exempt)
    {
        if (isOff())
            return {};
        Answer answer = count(client);
        if (answer.delay.count() == 0 || answer.observed)
            return answer;
        if (exempt(client)) {
            answer.delay = {};
            return answer;
        }
        take(client, answer);
        return answer;
    }

    std::uint32_t waiting() const noexcept;
    std::size_t size() const;

private:
    bool isOff() const noexcept;
    Answer count(const IpAddress& client);
    void take(const IpAddress& client, Answer& answer);
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sallyport::protection
