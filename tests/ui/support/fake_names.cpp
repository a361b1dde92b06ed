#include "tests/ui/support/fake_names.h"

namespace sallyport::tests {

namespace {

constexpr long oneDay = 24 * 60;

const std::array<Person, 18> pictured{{
    {"Amara Okafor", {}, "Radiology", "editor", true, 'a', 4},
    {"Anneke de Vries", {}, "Finance", "viewer", true, 'a', 5 * 60 + 21},
    {"Björn Lindqvist", {}, "Quality", "editor", true, 'a', 53},
    {"Camila Restrepo", {}, "Cardiology", "viewer", true, 'a', 36},
    {"Chidi Nwosu", {}, "Finance", "viewer", false, 'd', 82 * oneDay},
    {"Dae-jung Park", {}, "Cardiology", "editor", true, 'a', oneDay + 90},
    {"Elif Yıldız", {}, "Radiology", "editor", true, 'a', 31},
    {"Farid Rahmani", {}, "Reception", "viewer", false, 'a', 6 * 60 + 2},
    {"Giulia Moretti", {}, "Reception", "viewer", true, 'a', 3 * oneDay},
    {"Hana Suzuki", {}, "IT", "admin", true, 'a', 3 * 60 + 28},
    {"Ingrid Solheim", {}, "IT", "admin", true, 'a', 0},
    {"Jonas Weber", {}, "Radiology", "editor", false, 'a', 2},
    {"Kavya Raghunathan", {}, "Laboratory", "viewer", true, 'l', 14},
    {"Leilani Kahale", {}, "Pharmacy", "viewer", true, 'a', 5 * oneDay},
    {"Mateo Fernández", {}, "Laboratory", "editor", true, 'a', 3 * 60 + 45},
    {"Mei Tanaka", {}, "Pharmacy", "viewer", true, 'a', oneDay + 200},
    {"Nadia Benali", {}, "Quality", "viewer", true, 'a', 2 * 60 + 13},
    {"Oluwaseun Adeyemi", {}, "Cardiology", "viewer", false, 'i', -1},
}};

constexpr std::array<std::string_view, 24> given{"Aisha", "Bruno", "Clara", "Dmitri", "Esi",  "Felipe", "Gita",   "Henrik",
                                                 "Inés",  "Jakub", "Katja", "Liam",   "Maja", "Nils",   "Oksana", "Pavel",
                                                 "Quỳnh", "Rosa",  "Sven",  "Tariq",  "Ulla", "Vikram", "Wanda",  "Yusuf"};
constexpr std::array<std::string_view, 26> family{"Andersen", "Bakker", "Costa",  "Dubois",    "Eriksson",  "Fischer", "García",
                                                  "Horvat",   "Ito",    "Jensen", "Kowalski",  "Larsen",    "Marino",  "Novák",
                                                  "Okonkwo",  "Petrov", "Rossi",  "Schneider", "Takahashi", "Usman",   "Vasquez",
                                                  "Wójcik",   "Xu",     "Yılmaz", "Zhang",     "Østergård"};
constexpr std::array<std::string_view, 8> departments{"Radiology", "Cardiology", "Finance",   "Laboratory",
                                                      "Pharmacy",  "Quality",    "Reception", "IT"};

std::string_view plain(std::string_view utf8)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> table{{{"ö", "o"},
                                                                                          {"ı", "i"},
                                                                                          {"á", "a"},
                                                                                          {"é", "e"},
                                                                                          {"í", "i"},
                                                                                          {"ó", "o"},
                                                                                          {"Ø", "o"},
                                                                                          {"å", "a"},
                                                                                          {"ỳ", "y"},
                                                                                          {"ø", "o"},
                                                                                          {"Y", "y"},
                                                                                          {"ü", "u"},
                                                                                          {"ä", "a"},
                                                                                          {"ñ", "n"}}};
    for (const auto& [from, to] : table)
        if (from == utf8)
            return to;
    return {};
}

} // namespace

std::string emailOf(std::string_view name)
{
    std::string mail;
    for (std::size_t at = 0; at < name.size();) {
        const auto lead = static_cast<unsigned char>(name[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        const auto letter = name.substr(at, length);
        at += length;
        if (letter == " ")
            mail += '.';
        else if (lead < 0x80)
            mail += lead >= 'A' && lead <= 'Z' ? static_cast<char>(lead - 'A' + 'a') : static_cast<char>(lead);
        else
            mail += plain(letter);
    }
    return mail + "@northgate.example";
}

Person person(std::size_t index)
{
    if (index < pictured.size()) {
        auto found = pictured[index];
        found.email = emailOf(found.name);
        return found;
    }
    index -= pictured.size();
    Person made;
    made.name = std::string(given[index % given.size()]) + ' ' + std::string(family[index / given.size() % family.size()]);
    const auto round = index / (given.size() * family.size());
    if (round > 0)
        made.name += ' ' + std::to_string(round + 1);
    made.email = emailOf(made.name);
    made.department = departments[index * 7 % departments.size()];
    made.role = index % 41 == 0 ? "admin" : index % 5 == 0 ? "editor" : "viewer";
    made.mfa = index % 17 != 3;
    made.state = index % 47 == 5 ? 'd' : index % 61 == 7 ? 'i' : index % 211 == 9 ? 'l' : 'a';
    made.lastSignInMinutes = made.state == 'i' ? -1 : static_cast<long>(index * 37 % (60 * oneDay));
    return made;
}

} // namespace sallyport::tests
