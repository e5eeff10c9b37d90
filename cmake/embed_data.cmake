# Compiles every file under data/ (TSV) into the program: one assembler file with .incbin, one table in C++.
function(embed_data target)
  file(GLOB_RECURSE data_files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/data
       ${CMAKE_SOURCE_DIR}/data/*.tsv)
  list(SORT data_files)
  set(assembler ".section .rodata\n")
  set(declarations "")
  set(table "")
  set(index 0)
  foreach(name ${data_files})
    string(APPEND assembler
      ".global parallax_data_${index}\n.global parallax_data_${index}_end\n"
      "parallax_data_${index}:\n.incbin \"${CMAKE_SOURCE_DIR}/data/${name}\"\n"
      "parallax_data_${index}_end:\n.byte 0\n")
    string(APPEND declarations
      "extern \"C\" const char parallax_data_${index};\n"
      "extern \"C\" const char parallax_data_${index}_end;\n")
    string(APPEND table
      "    {\"${name}\", &parallax_data_${index}, &parallax_data_${index}_end},\n")
    list(APPEND dependencies ${CMAKE_SOURCE_DIR}/data/${name})
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND assembler ".section .note.GNU-stack,\"\",%progbits\n")
  set(folder ${CMAKE_BINARY_DIR}/generated)
  file(CONFIGURE OUTPUT ${folder}/embedded_data.S CONTENT "${assembler}")
  file(CONFIGURE OUTPUT ${folder}/embedded_data.cpp CONTENT
"#include \"parallax/text/embedded_data.h\"\n
${declarations}
namespace parallax {
namespace {
constexpr EmbeddedFile kFiles[] = {
${table}};
}  // namespace
std::span<const EmbeddedFile> embedded_files() { return kFiles; }
}  // namespace parallax
")
  set_source_files_properties(${folder}/embedded_data.S TARGET_DIRECTORY ${target} PROPERTIES OBJECT_DEPENDS "${dependencies}")
  target_sources(${target} PRIVATE ${folder}/embedded_data.S ${folder}/embedded_data.cpp)
endfunction()
