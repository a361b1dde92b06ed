#pragma once

#include "backend/outputs/destinations_service.h"
#include "tests/support/test_journal.h"

#include <atomic>
#include <memory>
#include <string>

namespace sallyport::test {

/// A journal, settings that let destinations be on this machine, and the service, with everything that waits quickened.
class OutputStage {
public:
    OutputStage();
    ~OutputStage();

    outputs::DestinationsService& service() { return *m_service; }
    TestJournal& journal() { return m_journal; }
    std::filesystem::path directory() const { return m_journal.directory(); }
    /// Ends the service; begin() makes another on the same journal.
    void end() { m_service.reset(); }
    void begin();
    /// `key`, `value` of settings.
    void set(const char* key, const std::string& value);
    outputs::Pace pace;
    /// Whether whoever has written a destination may still export events.
    std::atomic<bool> authorMay = true;

    static access::Actor somebody();
    /// A sign-in of each `User n`.
    void record(int first, int count);
    /// Fields that are right for the kind.
    static outputs::DestinationFields fields(outputs::DestinationKind kind, std::string target);
    outputs::DestinationId add(outputs::DestinationFields fields, const std::string& secret = {}, bool fromBeginning = false);
    outputs::Destination read(const outputs::DestinationId& id);
    /// Events of this kind.
    std::vector<audit::Event> events(std::string_view kind);

private:
    TestJournal m_journal;
    std::unique_ptr<settings::Settings> m_settings;
    std::unique_ptr<RandomSource> m_random;
    std::unique_ptr<outputs::DestinationsService> m_service;
};

} // namespace sallyport::test
