# Writes OUTPUT, a C++ file that holds the migrations of FOLDER. Run by the build (cmake -P) when one of them changes.
cmake_minimum_required(VERSION 3.25)
file(GLOB files "${FOLDER}/*.sql")
list(SORT files)
set(rows "")
set(known "")
foreach(file ${files})
  get_filename_component(stem "${file}" NAME_WE)
  if(NOT stem MATCHES "^([0-9][0-9][0-9][0-9])_([a-z0-9_]+)$")
    message(FATAL_ERROR "${file}: migrations are named NNNN_what_it_does.sql")
  endif()
  set(name "${CMAKE_MATCH_2}")
  math(EXPR version "1${CMAKE_MATCH_1} - 10000")
  if(version IN_LIST known)
    message(FATAL_ERROR "${file}: there is another migration ${version}")
  endif()
  list(APPEND known ${version})
  file(READ "${file}" sql)
  string(APPEND rows "    {${version}, \"${name}\", R\"SALLYPORT(${sql})SALLYPORT\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Generated from backend/storage/migrations by embed_migrations.cmake.
#include \"backend/storage/migrations.h\"

namespace sallyport::storage {
namespace {

constexpr Migration migrations[] = {
${rows}};

} // namespace

std::span<const Migration> builtInMigrations() noexcept
{
    return migrations;
}

} // namespace sallyport::storage
")
