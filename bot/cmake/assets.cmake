# What the program holds in itself: whatever widget/build.cmake writes into OUT, and the description of the API.
#
#   cmake -DOUT=<folder> -P widget/build.cmake      writes OUT/widget.js, OUT/index.html, …
#
# A file OUT/x/y.js is served as /x/y.js, OUT/x.html as /x, OUT/index.html as /; OUT/404.html and OUT/500.html
# where there is nothing else to show; OUT/templates/* by the program alone.
find_program(FAQBOT_BROTLI brotli REQUIRED)

set(widget_build ${PROJECT_SOURCE_DIR}/widget/build.cmake)
set(assets_folder ${CMAKE_BINARY_DIR}/assets)
set(assets_source ${CMAKE_CURRENT_BINARY_DIR}/assets_data.cc)
file(GLOB_RECURSE widget_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/widget/*)
list(FILTER widget_sources EXCLUDE REGEX "/node_modules/")

set(build_widget COMMAND ${CMAKE_COMMAND} -E true)
if(EXISTS ${widget_build})
  set(build_widget COMMAND ${CMAKE_COMMAND} -DOUT=${assets_folder} -P ${widget_build})
endif()

add_custom_command(
  OUTPUT ${assets_source}
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${assets_folder}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${assets_folder}
  ${build_widget}
  COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_CURRENT_SOURCE_DIR}/http/openapi.json ${assets_folder}/openapi.json
  COMMAND ${CMAKE_COMMAND} -DFROM=${assets_folder} -DTO=${assets_source} -DBROTLI=${FAQBOT_BROTLI}
          -P ${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed_assets.cmake
  DEPENDS ${widget_sources} ${CMAKE_CURRENT_SOURCE_DIR}/http/openapi.json
          ${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed_assets.cmake
  COMMENT "Embedding the widget and the pages"
  VERBATIM)
target_sources(faqbot_http PRIVATE ${assets_source})
