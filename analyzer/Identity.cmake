# irqlint_identity(TARGET HEADER CONSTANT SOURCES...) compiles a hash of SOURCES into TARGET, as the constant that HEADER
# declares. As a script (cmake -P), writes OUTPUT from the files that SOURCES lists.

if(CMAKE_SCRIPT_MODE_FILE)
  file(STRINGS ${SOURCES} sources)
  set(hashes)
  foreach(source ${sources})
    file(SHA256 ${source} hash)
    string(APPEND hashes ${hash})
  endforeach()
  string(SHA256 identity "${hashes}")
  file(WRITE ${OUTPUT} "#include \"${HEADER}\"\n\nnamespace irqlint {\n\n"
    "const char* const ${CONSTANT} = \"${identity}\";\n\n}  // namespace irqlint\n")
  return()
endif()

set(irqlint_identity_script ${CMAKE_CURRENT_LIST_FILE})

function(irqlint_identity target header constant)
  list(JOIN ARGN "\n" list)
  set(sources ${CMAKE_CURRENT_BINARY_DIR}/${constant}.txt)
  file(CONFIGURE OUTPUT ${sources} CONTENT "${list}\n" @ONLY)
  set(identity ${CMAKE_CURRENT_BINARY_DIR}/${constant}.cpp)
  add_custom_command(
    OUTPUT ${identity}
    COMMAND ${CMAKE_COMMAND} -DSOURCES=${sources} -DOUTPUT=${identity} -DHEADER=${header} -DCONSTANT=${constant}
      -P ${irqlint_identity_script}
    DEPENDS ${ARGN} ${irqlint_identity_script}
    COMMENT "Hashing the sources that ${constant} stands for"
    VERBATIM)
  target_sources(${target} PRIVATE ${identity})
endfunction()
