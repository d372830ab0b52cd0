# Compiles a hash of the sources that decide what a summary says into the frontend. As a script (cmake -P), writes OUTPUT
# from the files that SOURCES lists.

if(CMAKE_SCRIPT_MODE_FILE)
  file(STRINGS ${SOURCES} sources)
  set(hashes)
  foreach(source ${sources})
    file(SHA256 ${source} hash)
    string(APPEND hashes ${hash})
  endforeach()
  string(SHA256 identity "${hashes}")
  file(WRITE ${OUTPUT} "#include \"analyzer/frontend/BuildIdentity.h\"\n\nnamespace irqlint {\n\n"
    "const char* const kBuildIdentity = \"${identity}\";\n\n}  // namespace irqlint\n")
  return()
endif()

file(GLOB identity_sources CONFIGURE_DEPENDS support/*.cpp support/*.h model/*.cpp model/*.h frontend/*.cpp frontend/*.h)
list(JOIN identity_sources "\n" identity_list)
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/frontend/identity_sources.txt CONTENT "${identity_list}\n" @ONLY)
set(identity ${CMAKE_CURRENT_BINARY_DIR}/frontend/BuildIdentity.cpp)
add_custom_command(
  OUTPUT ${identity}
  COMMAND ${CMAKE_COMMAND} -DSOURCES=${CMAKE_CURRENT_BINARY_DIR}/frontend/identity_sources.txt -DOUTPUT=${identity}
    -P ${CMAKE_CURRENT_LIST_FILE}
  DEPENDS ${identity_sources} ${CMAKE_CURRENT_LIST_FILE}
  COMMENT "Hashing the sources of the frontend"
  VERBATIM)
target_sources(irqlint_frontend PRIVATE ${identity})
