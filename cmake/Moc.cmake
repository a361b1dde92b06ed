# moc without CMake's AUTOMOC, which has moc read every header of Qt and of the standard library for each target: with
# about eighty targets a tenth of the whole build. Our files need none of that to be read, and moc takes 10 ms each.

# sallyport_moc(TARGET FILE...): for each header, what it declares is compiled with the target; for each .cpp, the file
# may end with #include "<name>.moc". Headers without Q_OBJECT and the like cost nothing.
function(sallyport_moc target)
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/${target}_moc")
  file(MAKE_DIRECTORY "${folder}")
  set(of_headers "")
  foreach(file ${ARGN})
    get_filename_component(file "${file}" ABSOLUTE)
    get_filename_component(stem "${file}" NAME_WE)
    if(file MATCHES "\\.h$")
      set(output "${folder}/moc_${stem}.cpp")
      string(APPEND of_headers "#include \"moc_${stem}.cpp\"\n")
    else()
      set(output "${folder}/${stem}.moc")
    endif()
    add_custom_command(OUTPUT "${output}" COMMAND Qt6::moc --no-notes "${file}" -o "${output}"
                       DEPENDS "${file}" VERBATIM COMMENT "")
    target_sources(${target} PRIVATE "${output}")
    set_source_files_properties("${output}" PROPERTIES HEADER_FILE_ONLY ON)
  endforeach()
  target_include_directories(${target} PRIVATE "${folder}")
  if(of_headers)
    file(CONFIGURE OUTPUT "${folder}/all.cpp" CONTENT "${of_headers}" @ONLY)
    target_sources(${target} PRIVATE "${folder}/all.cpp")
  endif()
endfunction()
