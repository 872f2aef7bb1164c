# Joins the widget and writes every file to be served into OUT, and the page templates into OUT/templates.
#   cmake -DOUT=<folder> -P widget/build.cmake
# Needs Debian's esbuild (bot/setup installs it).
cmake_minimum_required(VERSION 3.25)
if(NOT OUT)
  message(FATAL_ERROR "say where to write: cmake -DOUT=<folder> -P widget/build.cmake")
endif()
set(here ${CMAKE_CURRENT_LIST_DIR})
set(languages en de) # each gets a panel of its own, so that nobody loads two; English is strings.js, others strings.XX.js

find_program(ESBUILD esbuild)
if(NOT ESBUILD)
  message(FATAL_ERROR "esbuild is missing: run bot/setup build")
endif()

file(REMOVE_RECURSE ${OUT})
file(MAKE_DIRECTORY ${OUT})

# The modules as they are joined: the sources, with the style sheets in them minified.
set(work ${OUT}.work)
file(REMOVE_RECURSE ${work})
file(GLOB modules ${here}/*.js)
file(COPY ${modules} DESTINATION ${work})
foreach(style launcher-style panel-style)
  file(READ ${here}/${style}.js text)
  string(REGEX REPLACE "^.*`(.*)`.*$" "\\1" text "${text}")
  file(WRITE ${work}/${style}.css "${text}")
  execute_process(COMMAND ${ESBUILD} ${work}/${style}.css --minify --charset=utf8 --log-level=warning
                  OUTPUT_VARIABLE text OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  file(WRITE ${work}/${style}.js "export const css = `${text}`;")
endforeach()

# join(ENTRY FORMAT FILE NAME VALUE...): one file out of the modules that ENTRY imports; NAMEs are replaced
# by VALUEs (JSON) in it.
function(join ENTRY FORMAT FILE)
  set(defines)
  while(ARGN)
    list(POP_FRONT ARGN name value)
    list(APPEND defines --define:${name}=${value})
  endwhile()
  execute_process(
    COMMAND ${ESBUILD} ${ENTRY} --bundle --minify --charset=utf8 --target=es2022 --format=${FORMAT}
            --log-level=warning --outfile=${OUT}/${FILE} ${defines}
    RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "esbuild could not join ${ENTRY}")
  endif()
endfunction()

# base64(HEX RESULT): the 32 bytes that HEX stands for.
function(base64 HEX RESULT)
  set(letters ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/)
  set(text "")
  string(REGEX MATCHALL "......" triples "${HEX}00")
  foreach(triple ${triples})
    foreach(shift 18 12 6 0)
      math(EXPR sextet "(0x${triple} >> ${shift}) & 63")
      string(SUBSTRING ${letters} ${sextet} 1 letter)
      string(APPEND text ${letter})
    endforeach()
  endforeach()
  string(REGEX REPLACE ".$" "=" text ${text})
  set(${RESULT} ${text} PARENT_SCOPE)
endfunction()

# pin(FILE): gives OUT/FILE a name with a hash in it, which browsers may keep for ever, in `pinned`, and its
# subresource integrity in `integrity`. REQUIRES: FILE ends in .js
function(pin FILE)
  file(SHA256 ${OUT}/${FILE} hex)
  base64(${hex} text)
  set(integrity sha256-${text} PARENT_SCOPE)
  string(SUBSTRING ${hex} 0 8 hash)
  string(REGEX REPLACE "js$" "${hash}.js" name ${FILE})
  file(COPY_FILE ${OUT}/${FILE} ${OUT}/${name})
  set(pinned ${name} PARENT_SCOPE)
endfunction()

# spell_out(WORDS INTO): the modules in the folder INTO, with each word of the file WORDS in the places where
# it is said (names for them would weigh 200 bytes); what the launcher says in `label`.
function(spell_out WORDS INTO)
  file(GLOB modules ${work}/*.js)
  file(COPY ${modules} DESTINATION ${INTO})
  file(GLOB modules ${INTO}/*.js)
  file(STRINGS ${WORDS} lines REGEX "^export const" ENCODING UTF-8)
  foreach(module ${modules})
    file(READ ${module} text)
    foreach(line ${lines})
      string(REGEX REPLACE "^export const ([a-zA-Z]+) = ('.*')\;?$" "\\1" name "${line}")
      string(REGEX REPLACE "^export const ([a-zA-Z]+) = ('.*')\;?$" "\\2" word "${line}")
      string(REGEX REPLACE "words\\.${name}([^a-zA-Z])" "${word}\\1" text "${text}")
      if(name STREQUAL ask)
        string(REPLACE "'" "" label "${word}")
      endif()
    endforeach()
    file(WRITE ${module} "${text}")
  endforeach()
  set(label ${label} PARENT_SCOPE)
endfunction()

set(panels "")
foreach(language ${languages})
  set(file widget-panel-${language}.js)
  set(words ${here}/strings.${language}.js)
  if(NOT EXISTS ${words})
    set(words ${here}/strings.js)
  endif()
  spell_out(${words} ${work}/${language})
  join(${work}/${language}/panel.js esm ${file})
  pin(${file})
  file(REMOVE ${OUT}/${file})
  string(APPEND panels "${comma}\"${language}\":[\"${pinned}\",\"${integrity}\",\"${label}\"]")
  set(comma ,)
endforeach()
join(${work}/define.js iife widget.js PANELS "{${panels}}")
pin(widget.js)
file(REMOVE_RECURSE ${work})

# The pages; the front page shows the pinned address.
set(WIDGET_PINNED ${pinned})
set(WIDGET_INTEGRITY ${integrity})
foreach(page index embed-check)
  configure_file(${here}/pages/${page}.html ${OUT}/${page}.html @ONLY)
endforeach()
foreach(entry showcase embed-check)
  join(${here}/pages/${entry}.js iife pages/${entry}.js)
endforeach()
execute_process(
  COMMAND ${ESBUILD} ${here}/pages/pages.css --minify --charset=utf8 --log-level=warning --outfile=${OUT}/pages/pages.css
  COMMAND_ERROR_IS_FATAL ANY)

# The front desk: two pages, each with its script, and one style sheet.
file(COPY ${here}/desk/desk.html ${here}/desk/sign-in.html DESTINATION ${OUT}/desk)
foreach(entry desk sign-in)
  join(${here}/desk/${entry}.js esm desk/${entry}.js)
endforeach()
execute_process(
  COMMAND ${ESBUILD} ${here}/desk/desk.css --bundle --minify --charset=utf8 --log-level=warning --outfile=${OUT}/desk/desk.css
  COMMAND_ERROR_IS_FATAL ANY)

file(COPY ${here}/figures DESTINATION ${OUT})
file(COPY ${here}/pages/icon.svg DESTINATION ${OUT}/pages)
foreach(template faq topic ask message partner)
  file(COPY ${here}/pages/${template}.html DESTINATION ${OUT}/templates)
endforeach()

# apology(STATUS TITLE TEXT): a page that is there even when nothing can be rendered.
function(apology status title text)
  set(clinic "Core Fitness Physiotherapy &amp; Pilates")
  file(READ ${here}/pages/message.html page)
  foreach(name status title text clinic)
    string(REPLACE "{{${name}}}" "${${name}}" page "${page}")
  endforeach()
  file(WRITE ${OUT}/${status}.html "${page}")
endfunction()
apology(404 "There is no page here" "The address may be mistyped, or the page has moved. The answer you are looking for may be here all the same.")
apology(500 "Something went wrong on our side" "It is not your fault. Please try again in a moment. If you need us now, please call.")
