#include "app/daemon/command.h"
#include "backend/journal/saved_searches.h"

#include <algorithm>

namespace sallyport::daemon {
namespace search_command_command {
namespace {

constexpr Option filterOption{"q", "FILTER", "the filter language of the event viewer"};
constexpr Option columnsOption{"columns", "LIST", "columns with commas between: time,event,who"};
constexpr Option nameOption{"name", "TEXT", "another name"};

Fields fieldsOf(const journal::SavedSearch& search)
{
    return {textField("id", search.id.text()),
            textField("name", search.name),
            textField("q", search.filter),
            wordsField("columns", search.columns),
            flagField("shared", search.shared, "shared", "own"),
            textField("owner", search.ownerName),
            timeField("changed_at", search.changedAt)};
}

std::vector<std::string> columnsOf(std::string_view text)
{
    std::vector<std::string> columns;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        columns.emplace_back(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return columns;
}

/// Where it is a name, what is wrong with the rest is usage.
Result<void> checkColumns(const std::vector<std::string>& columns)
{
    for (const std::string& column : columns) {
        if (std::ranges::find(journal::eventColumns, column) == journal::eventColumns.end())
            return wordError("--columns", column, journal::eventColumns);
    }
    return {};
}

Result<void> list(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const auto searches, backend->services().savedSearches.list(commandLine()));
    output.beginList();
    for (const journal::SavedSearch& search : searches)
        output.row(fieldsOf(search));
    return {};
}

Result<void> save(const Arguments& arguments, const Platform& platform, Output& output)
{
    const std::vector<std::string> columns = columnsOf(arguments.valueOr(columnsOption.name, {}));
    SALLYPORT_TRY(checkColumns(columns));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const journal::SavedSearch search,
                     backend->services().savedSearches.save(
                         commandLine(), {arguments.positional()[0], arguments.valueOr(filterOption.name, {}), columns, true}));
    output.record(fieldsOf(search));
    return {};
}

Result<void> change(const Arguments& arguments, const Platform& platform, Output& output)
{
    journal::SearchPatch patch;
    const auto take = [&](const Option& option, std::optional<std::string>& to) {
        if (const auto value = arguments.value(option.name))
            to = std::string(*value);
    };
    take(nameOption, patch.name);
    take(filterOption, patch.filter);
    if (const auto value = arguments.value(columnsOption.name)) {
        patch.columns = columnsOf(*value);
        SALLYPORT_TRY(checkColumns(*patch.columns));
    }
    if (!patch.name && !patch.filter && !patch.columns)
        return usageError("search change takes --name, --q or --columns");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const journal::SavedSearch search,
                     backend->services().savedSearches.change(commandLine(), arguments.positional()[0], patch));
    output.record(fieldsOf(search));
    return {};
}

Result<void> remove(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_TRY(backend->services().savedSearches.remove(commandLine(), arguments.positional()[0]));
    output.record({textField("deleted", arguments.positional()[0])});
    return {};
}

} // namespace
} // namespace search_command_command

std::vector<Command> searchCommands()
{
    using namespace search_command_command;
    return {
        {"search list",
         Operands::none(),
         "Saved searches of events that are shared",
         {dataDirectoryOption, passphraseFileOption},
         list},
        {"search save",
         Operands::one("NAME"),
         "Save a search of events for everybody who may read them",
         {dataDirectoryOption, passphraseFileOption, filterOption, columnsOption},
         save},
        {"search change",
         Operands::one("NAME|ID"),
         "Change a shared search",
         {dataDirectoryOption, passphraseFileOption, nameOption, filterOption, columnsOption},
         change},
        {"search delete",
         Operands::one("NAME|ID"),
         "Delete a shared search",
         {dataDirectoryOption, passphraseFileOption},
         remove},
    };
}

} // namespace sallyport::daemon
