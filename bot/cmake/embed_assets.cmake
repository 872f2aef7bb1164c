# Every file of a folder -> one C++ file that defines http::embedded_assets() (http/assets.h).
#
#   cmake -DFROM=<folder> -DTO=<file.cc> -DBROTLI=<program> -P embed_assets.cmake
#
# A file that brotli makes smaller gets its compressed twin beside it.
cmake_minimum_required(VERSION 3.25)

# The bytes of a file as a char array: string literals of that length are not portable.
function(write_array NAME FILE)
  file(READ "${FILE}" hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
  file(APPEND "${TO}.new" "constexpr char ${NAME}[] = {${bytes}'\\0'};\n")
endfunction()

# From a file's ending; what is not listed is not served by mistake as something that runs.
function(media_type FILE)
  set(types
      html text/html js text/javascript mjs text/javascript css text/css txt text/plain json application/json
      svg image/svg+xml png image/png ico image/x-icon webp image/webp woff2 font/woff2 xml application/xml
      webmanifest application/manifest+json)
  set(type application/octet-stream PARENT_SCOPE)
  string(REGEX REPLACE "^.*\\." "" ending "${FILE}")
  while(types)
    list(POP_FRONT types name value)
    if(name STREQUAL ending AND value MATCHES "^text/")
      set(type "${value}; charset=utf-8" PARENT_SCOPE)
    elseif(name STREQUAL ending)
      set(type ${value} PARENT_SCOPE)
    endif()
  endwhile()
endfunction()

file(GLOB_RECURSE files RELATIVE "${FROM}" "${FROM}/*")
set(entries)
foreach(file ${files})
  set(path "/${file}")
  if(file MATCHES "^(templates/.*|404\\.html|500\\.html)$")
    set(path "${file}") # no address begins so: for the program alone
  elseif(file STREQUAL "index.html")
    set(path "/")
  elseif(file MATCHES "^(.*)\\.html$")
    set(path "/${CMAKE_MATCH_1}")
  endif()
  # A space sorts before every character of a path, so that the entries sort as the paths do.
  list(APPEND entries "${path} ${file}")
endforeach()
list(SORT entries)

file(WRITE "${TO}.new" "#include <array>\n\n#include \"http/assets.h\"\n\nnamespace faqbot::http {\nnamespace {\n\n")
set(table "")
set(number 0)
foreach(entry ${entries})
  string(REGEX MATCH "^([^ ]*) (.*)$" matched "${entry}")
  set(path "${CMAKE_MATCH_1}")
  set(file "${FROM}/${CMAKE_MATCH_2}")
  file(SHA256 "${file}" hash)
  string(SUBSTRING "${hash}" 0 16 hash)
  file(SIZE "${file}" size)
  write_array("kBytes${number}" "${file}")
  set(brotli "{}")
  if(file MATCHES "\\.(html|js|mjs|css|json|svg|txt|xml|webmanifest)$" AND path MATCHES "^/")
    execute_process(COMMAND "${BROTLI}" -q 11 -c "${file}" OUTPUT_FILE "${TO}.br" COMMAND_ERROR_IS_FATAL ANY)
    file(SIZE "${TO}.br" small)
    if(small LESS size)
      write_array("kBrotli${number}" "${TO}.br")
      set(brotli "{kBrotli${number}, ${small}}")
    endif()
  endif()
  media_type("${file}")
  string(APPEND table "    {\"${path}\", \"${type}\", {kBytes${number}, ${size}}, ${brotli}, \"${hash}\"},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(APPEND "${TO}.new"
     "\nconstexpr std::array<Asset, ${number}> kAssets = {{\n${table}}};\n\n}  // namespace\n\n"
     "std::span<const Asset> embedded_assets() { return kAssets; }\n\n}  // namespace faqbot::http\n")
file(REMOVE "${TO}.br")
file(RENAME "${TO}.new" "${TO}")
