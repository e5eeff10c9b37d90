# Builds the web app (web/) with esbuild into ${WEB_FOLDER}. npm ci runs when web/package-lock.json has changed; it needs the network
# the first time.
find_program(NODE node REQUIRED)
find_program(NPM npm REQUIRED)
set(WEB_FOLDER ${CMAKE_BINARY_DIR}/web)
set(WEB_FILES index.html app.js app.css app.js.sha256)
set(web ${CMAKE_SOURCE_DIR}/web)
file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS ${web}/src/*)
list(TRANSFORM WEB_FILES PREPEND ${WEB_FOLDER}/ OUTPUT_VARIABLE web_outputs)

add_custom_command(
  OUTPUT ${web}/node_modules/.package-lock.json
  DEPENDS ${web}/package.json ${web}/package-lock.json
  COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --loglevel=error
  COMMAND ${CMAKE_COMMAND} -E touch ${web}/node_modules/.package-lock.json
  WORKING_DIRECTORY ${web}
  COMMENT "Installing the web app's packages" VERBATIM)
add_custom_command(
  OUTPUT ${web_outputs}
  DEPENDS ${web_sources} ${web}/build.mjs ${web}/node_modules/.package-lock.json
  COMMAND ${NODE} build.mjs ${WEB_FOLDER}
  WORKING_DIRECTORY ${web}
  COMMENT "Building the web app" VERBATIM)
