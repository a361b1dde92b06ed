#include "tests/ui/support/scene_records.h"

#include "tests/ui/support/fake_services.h"

#include <array>
#include <chrono>
#include <string>

namespace sallyport::tests {

void sceneRecords(FakeHouse& house)
{
    using std::chrono::minutes;
    const records::RecordId record = house.records.idOf("Discharge summary 2231");
    const UtcTime now = house.clock.now();
    struct File {
        const char* name;
        std::size_t size;
    };
    for (const auto& [name, size] :
         std::array<File, 3>{{{"Discharge letter.pdf", 184'000}, {"Echo loops.png", 840'000}, {"Old findings.txt", 6'100}}}) {
        records::StoredFile file;
        file.recordId = record;
        file.name = name;
        file.owner = "Dae-jung Park";
        file.createdAt = now - minutes(90);
        house.files.add(file, std::string(size, 'x'));
    }
    const auto say = [&](const char* who, const char* what, int minutesAgo) {
        records::Comment comment;
        comment.recordId = record;
        comment.owner = who;
        comment.ownerId = house.users.idOf(who);
        comment.content = what;
        comment.createdAt = comment.changedAt = now - minutes(minutesAgo);
        house.comments.add(comment);
    };
    say("Amara Okafor",
        "Check <b>potassium</b> before the first dose, by the <a href=\"https://intranet.northgate.example/dosing\">dosing "
        "table</a>",
        81);
    say("Hana Suzuki", "Ordered for 25 Nov.", 52);
}

} // namespace sallyport::tests
