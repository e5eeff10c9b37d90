# Compiles files into a target: one assembler file with .incbin, each file at a multiple of 16 bytes, and a function
#   std::span<const parallax::EmbeddedFile> parallax::<FUNCTION>()
# embed_files(TARGET FUNCTION BASE_FOLDER FILES...): FILES are named relative to BASE_FOLDER, and may be generated.
function(embed_files target function base)
  set(assembler ".section .rodata\n")
  set(declarations "")
  set(table "")
  set(dependencies "")
  set(index 0)
  foreach(name ${ARGN})
    set(symbol parallax_${function}_${index})
    string(APPEND assembler
      ".global ${symbol}\n.global ${symbol}_end\n"
      ".balign 16\n${symbol}:\n.incbin \"${base}/${name}\"\n"
      "${symbol}_end:\n.byte 0\n")
    string(APPEND declarations
      "extern \"C\" const char ${symbol};\n"
      "extern \"C\" const char ${symbol}_end;\n")
    string(APPEND table
      "    {\"${name}\", &${symbol}, &${symbol}_end},\n")
    list(APPEND dependencies ${base}/${name})
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND assembler ".section .note.GNU-stack,\"\",%progbits\n")
  set(folder ${CMAKE_BINARY_DIR}/generated)
  file(CONFIGURE OUTPUT ${folder}/${function}.S CONTENT "${assembler}")
  file(CONFIGURE OUTPUT ${folder}/${function}.cpp CONTENT
"#include \"parallax/text/embedded_file.h\"\n
${declarations}
namespace parallax {
namespace {
constexpr EmbeddedFile kFiles[] = {
${table}};
}  // namespace
std::span<const EmbeddedFile> ${function}();
std::span<const EmbeddedFile> ${function}() { return kFiles; }
}  // namespace parallax
")
  set_source_files_properties(${folder}/${function}.S TARGET_DIRECTORY ${target} PROPERTIES OBJECT_DEPENDS "${dependencies}")
  target_sources(${target} PRIVATE ${folder}/${function}.S ${folder}/${function}.cpp)
endfunction()
