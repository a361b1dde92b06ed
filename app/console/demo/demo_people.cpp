#include "app/console/demo/demo_people.h"

#include <array>
#include <string_view>
#include <utility>

namespace sallyport::app {

namespace {

using State = DemoPerson::State;

struct Known {
    std::string_view name, department, role;
    bool mfa;
    State state;
};

constexpr std::array<Known, 17> known{{
    {"Amara Okafor", "Radiology", "editor", true, State::Active},
    {"Anneke de Vries", "Finance", "viewer", true, State::Active},
    {"Björn Lindqvist", "Quality", "editor", true, State::Active},
    {"Camila Restrepo", "Cardiology", "viewer", true, State::Active},
    {"Chidi Nwosu", "Finance", "viewer", false, State::Disabled},
    {"Dae-jung Park", "Cardiology", "editor", true, State::Active},
    {"Elif Yıldız", "Radiology", "editor", true, State::Active},
    {"Farid Rahmani", "Reception", "viewer", false, State::Active},
    {"Giulia Moretti", "Reception", "viewer", true, State::Active},
    {"Hana Suzuki", "IT", "admin", true, State::Active},
    {"Jonas Weber", "Radiology", "editor", false, State::Active},
    {"Kavya Raghunathan", "Laboratory", "viewer", true, State::Locked},
    {"Leilani Kahale", "Pharmacy", "viewer", true, State::Active},
    {"Mateo Fernández", "Laboratory", "editor", true, State::Active},
    {"Mei Tanaka", "Pharmacy", "viewer", true, State::Active},
    {"Nadia Benali", "Quality", "viewer", true, State::Active},
    {"Oluwaseun Adeyemi", "Cardiology", "viewer", false, State::Invited},
}};

constexpr std::array<std::string_view, 24> given{"Aisha", "Bruno", "Clara", "Dmitri", "Esi",    "Felipe", "Gita",   "Henrik",
                                                 "Inés",  "Jakub", "Katja", "Liam",   "Maja",   "Nils",   "Oksana", "Pavel",
                                                 "Rosa",  "Sven",  "Tariq", "Ulla",   "Vikram", "Wanda",  "Yusuf",  "Zoë"};
constexpr std::array<std::string_view, 27> family{"Andersen", "Bakker", "Costa",  "Dubois",    "Eriksson",  "Fischer", "García",
                                                  "Horvat",   "Ito",    "Jensen", "Kowalski",  "Larsen",    "Marino",  "Novák",
                                                  "Okonkwo",  "Petrov", "Rossi",  "Schneider", "Takahashi", "Usman",   "Vasquez",
                                                  "Wójcik",   "Xu",     "Yılmaz", "Zhang",     "Østergård", "Haddad"};
constexpr std::array<std::string_view, 8> departments{"Radiology", "Cardiology", "Finance",   "Laboratory",
                                                      "Pharmacy",  "Quality",    "Reception", "IT"};
constexpr std::size_t others = 103;

/// The nearest plain letter, as mail addresses have it.
std::string_view plainLetter(std::string_view letter)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> table{
        {{"ö", "o"}, {"ı", "i"}, {"á", "a"}, {"é", "e"}, {"í", "i"}, {"ó", "o"}, {"Ø", "o"}, {"å", "a"}, {"ë", "e"}, {"ø", "o"}}};
    for (const auto& [from, to] : table)
        if (from == letter)
            return to;
    return {};
}

} // namespace

std::string demoEmail(std::string_view name)
{
    std::string mail;
    for (std::size_t at = 0; at < name.size();) {
        const auto lead = static_cast<unsigned char>(name[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        const auto letter = name.substr(at, length);
        at += length;
        if (letter == " ")
            mail += '.';
        else if (length > 1)
            mail += plainLetter(letter);
        else
            mail += lead >= 'A' && lead <= 'Z' ? static_cast<char>(lead - 'A' + 'a') : static_cast<char>(lead);
    }
    return mail + "@northgate.example";
}

std::vector<DemoPerson> demoPeople()
{
    std::vector<DemoPerson> people;
    for (const auto& one : known)
        people.push_back(
            {std::string(one.name), demoEmail(one.name), std::string(one.department), std::string(one.role), one.mfa, one.state});
    for (std::size_t at = 0; at < others; ++at) {
        DemoPerson person;
        person.name = std::string(given[at % given.size()]) + ' ' + std::string(family[at * 5 % family.size()]);
        person.email = demoEmail(person.name);
        person.department = departments[at * 3 % departments.size()];
        person.role = at % 6 == 1 ? "editor" : "viewer";
        person.mfa = at % 9 != 4;
        person.state = at % 31 == 12 ? State::Disabled : at % 37 == 20 ? State::Invited : State::Active;
        people.push_back(std::move(person));
    }
    return people;
}

} // namespace sallyport::app
