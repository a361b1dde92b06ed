// Lines of JSON strings in, a line {"html", "text", "again"} or {"error"} out for each.
#include "backend/records/rich_text/rich_text.h"

#include <boost/json.hpp>

#include <iostream>
#include <string>

int main()
{
    namespace json = boost::json;
    for (std::string line; std::getline(std::cin, line);) {
        const json::value source = json::parse(line);
        const auto rich = sallyport::records::sanitiseRichText(source.as_string());
        json::object answer;
        if (rich) {
            answer = {{"html", rich->html}, {"text", rich->text}, {"removed", sallyport::records::removedText(rich->removed)}};
            const auto again = sallyport::records::sanitiseRichText(rich->html);
            answer["again"] = again ? again->html : again.error().detail;
        } else {
            answer["error"] = rich.error().detail;
        }
        std::cout << json::serialize(answer) << '\n';
    }
}
