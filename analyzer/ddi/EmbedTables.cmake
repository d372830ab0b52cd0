# Compiles the knowledge files into the ddi stage, so that the program needs no data beside it.

add_executable(irqlint_generate_ddi_tables
  ddi/generate/main.cpp ddi/ContractJson.cpp ddi/Condition.cpp ddi/ConditionParser.cpp ddi/DdiTables.cpp ddi/JsonPosition.cpp ddi/TableRowJson.cpp
  model/Irql.cpp)
target_link_libraries(irqlint_generate_ddi_tables PRIVATE irqlint_options nlohmann_json::nlohmann_json)

# In this order: a later file corrects an earlier one.
set(ddi_data)
foreach(name contracts callbacks pool pointers supplement)
  list(APPEND ddi_data ${CMAKE_CURRENT_SOURCE_DIR}/ddi/data/${name}.json)
endforeach()
set(ddi_tables ${CMAKE_CURRENT_BINARY_DIR}/ddi/EmbeddedTablesData.cpp)
file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/ddi)
add_custom_command(
  OUTPUT ${ddi_tables}
  COMMAND irqlint_generate_ddi_tables ${ddi_tables} ${ddi_data}
  DEPENDS ${ddi_data}
  COMMENT "Embedding the contract database"
  VERBATIM)
target_sources(irqlint_ddi PRIVATE ${ddi_tables})
