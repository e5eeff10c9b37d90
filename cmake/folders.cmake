# One folder of src/parallax is one static library, `parallax_<folder>`, whose sources stand in that folder's CMakeLists.txt:
#   sources(a.cpp b.cpp)   tests(a_test.cpp)
# What a folder may include is what DEPENDS lets it link; tests/check_layers.py checks the includes themselves.

add_library(parallax_warnings INTERFACE)
target_compile_options(parallax_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast
  -Wno-missing-field-initializers)  # designated initialisers name what differs from the default
target_include_directories(parallax_warnings INTERFACE ${CMAKE_SOURCE_DIR}/src)
if(PARALLAX_SANITIZE)
  target_compile_options(parallax_warnings INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(parallax_warnings INTERFACE -fsanitize=address,undefined)
endif()

macro(sources)
  target_sources(${FOLDER_TARGET} PRIVATE ${ARGN})
endmacro()

macro(tests)
  if(PARALLAX_TESTS)
    target_sources(${FOLDER_TARGET}_test PRIVATE ${ARGN})
  endif()
endmacro()

function(parallax_folder name)
  cmake_parse_arguments(FOLDER "" "" "DEPENDS;LINK" ${ARGN})
  set(FOLDER_TARGET parallax_${name})
  add_library(${FOLDER_TARGET} STATIC)
  target_sources(${FOLDER_TARGET} PRIVATE ${CMAKE_SOURCE_DIR}/cmake/empty.cpp)
  foreach(dependency ${FOLDER_DEPENDS})
    target_link_libraries(${FOLDER_TARGET} PUBLIC parallax_${dependency})
  endforeach()
  target_link_libraries(${FOLDER_TARGET} PRIVATE parallax_warnings ${FOLDER_LINK})
  if(PARALLAX_TESTS)
    add_executable(${FOLDER_TARGET}_test ${CMAKE_SOURCE_DIR}/tests/doctest_main.cpp)
    target_link_libraries(${FOLDER_TARGET}_test PRIVATE ${FOLDER_TARGET} parallax_warnings)
    target_compile_definitions(${FOLDER_TARGET}_test PRIVATE
      PARALLAX_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    add_test(NAME unit.${name} COMMAND ${FOLDER_TARGET}_test)
  endif()
  add_subdirectory(src/parallax/${name})
endfunction()
