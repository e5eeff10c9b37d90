# What is installed, and the Debian package:  script/build && cmake --build --preset release --target package
# The manual page and the completions are what the program just built prints. A program with sanitizers is not for others.
if(PARALLAX_SANITIZE OR PARALLAX_FUZZ)
  return()
endif()
include(GNUInstallDirs)
find_program(GZIP_PROGRAM gzip REQUIRED)

set(package_files ${CMAKE_BINARY_DIR}/package)
set(made_for_package "")
# package_file(NAME ARGUMENT...): a file that holds what the program prints with these arguments.
function(package_file name)
  add_custom_command(OUTPUT ${package_files}/${name} DEPENDS parallax VERBATIM
    COMMAND parallax ${ARGN} > ${package_files}/${name})
  set(made_for_package ${made_for_package} ${package_files}/${name} PARENT_SCOPE)
endfunction()
function(compressed_file source name)
  add_custom_command(OUTPUT ${package_files}/${name} DEPENDS ${source} VERBATIM
    COMMAND ${GZIP_PROGRAM} -9nc ${source} > ${package_files}/${name})
  set(made_for_package ${made_for_package} ${package_files}/${name} PARENT_SCOPE)
endfunction()
file(MAKE_DIRECTORY ${package_files})
package_file(parallax completion bash)
package_file(_parallax completion zsh)
package_file(parallax.fish completion fish)
package_file(parallax.1 manual)
compressed_file(${package_files}/parallax.1 parallax.1.gz)
compressed_file(${CMAKE_SOURCE_DIR}/CHANGELOG.md changelog.gz)
file(CONFIGURE OUTPUT ${package_files}/changelog.Debian CONTENT
"parallax (${PROJECT_VERSION}-1) unstable; urgency=medium

  * See changelog.gz.

 -- Parallax developers <parallax@localhost>  Sun, 22 Nov 2026 00:00:00 +0000
")
compressed_file(${package_files}/changelog.Debian changelog.Debian.gz)

# The program holds code of others as source: of the web app's libraries and of two header-only ones; and data made from WordNet. Their
# licences go with it.
set(web_packages ${CMAKE_SOURCE_DIR}/web/node_modules)
set(licences "")
foreach(name preact @preact/signals @preact/signals-core)
  list(APPEND licences ${web_packages}/${name}/LICENSE)
endforeach()
foreach(name libcli11-dev nlohmann-json3-dev)
  if(EXISTS /usr/share/doc/${name}/copyright)
    list(APPEND licences /usr/share/doc/${name}/copyright)
  endif()
endforeach()
list(APPEND licences ${CMAKE_SOURCE_DIR}/data/LICENSE.md)
file(CONFIGURE OUTPUT ${package_files}/copyright.head CONTENT
"Parallax and its data
Copyright 2026 the developers of Parallax

Licensed under the Apache License, Version 2.0 (the \"License\"); you may not use
it except in compliance with the License. On Debian systems the License stands
in /usr/share/common-licenses/Apache-2.0.

The program holds parts of Preact, CLI11 and JSON for Modern C++, and classes of
words from WordNet 3.0, under the licences that follow.

")
add_custom_command(OUTPUT ${package_files}/copyright VERBATIM
  DEPENDS ${package_files}/copyright.head ${web_packages}/.package-lock.json ${CMAKE_SOURCE_DIR}/data/LICENSE.md
  COMMAND cat ${package_files}/copyright.head ${licences} > ${package_files}/copyright)
list(APPEND made_for_package ${package_files}/copyright)
add_custom_target(parallax_package_files ALL DEPENDS ${made_for_package})

install(TARGETS parallax RUNTIME)
install(FILES ${package_files}/parallax.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${package_files}/parallax DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${package_files}/_parallax DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${package_files}/parallax.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES README.md ${package_files}/copyright ${package_files}/changelog.gz ${package_files}/changelog.Debian.gz
        DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs)
install(DIRECTORY examples/sarnov DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples)
install(FILES examples/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME parallax)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "lay many accounts of one contested story side by side")
set(CPACK_PACKAGE_DESCRIPTION
"Reads a pile of articles from different sides and shows what is disputed and
what is agreed, who says what, and in which words, each item traced to its
sentence. It attributes and compares; it never judges.
.
It needs no account and no GPU; a project is one file.")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "Parallax developers <parallax@localhost>")
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS poppler-utils)  # pdftotext, for PDF
include(CPack)
