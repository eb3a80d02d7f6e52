# How a folder of src becomes a library, with the warnings and floating-point rules every folder shares.

add_library(mend_flags INTERFACE)
target_include_directories(mend_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(mend_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  # The same bits on every machine: no fused multiply-add that the source did not ask for.
  -ffp-contract=off)
if(MEND_WERROR)
  target_compile_options(mend_flags INTERFACE -Werror)
endif()
if(MEND_SANITIZE)
  target_compile_options(mend_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(mend_flags INTERFACE -fsanitize=address,undefined)
endif()

# mend_folder(NAME [ALLOWED...]): library mend_NAME of src/NAME, linked to the folders it may include.
function(mend_folder name)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp
       ${CMAKE_SOURCE_DIR}/src/${name}/*.h)
  add_library(mend_${name} STATIC ${sources})
  set_target_properties(mend_${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_link_libraries(mend_${name} PUBLIC mend_flags)
  foreach(folder ${ARGN})
    target_link_libraries(mend_${name} PUBLIC mend_${folder})
  endforeach()
endfunction()

# mend_program(NAME FOLDER): the program, the only place that sees every folder. main.cpp apart from the rest, so
# that tests can link the rest.
function(mend_program name folder)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${folder}/*.cpp
       ${CMAKE_SOURCE_DIR}/src/${folder}/*.h)
  list(REMOVE_ITEM sources ${CMAKE_SOURCE_DIR}/src/${folder}/main.cpp)
  add_library(mend_${folder} STATIC ${sources})
  set_target_properties(mend_${folder} PROPERTIES LINKER_LANGUAGE CXX)
  target_link_libraries(mend_${folder} PUBLIC mend_flags mend_ui mend_render mend_scene mend_timeline mend_story
    mend_anatomy mend_sim mend_params mend_gl mend_base mend_glfw mend_egl CLI11::CLI11)
  add_executable(${name} ${CMAKE_SOURCE_DIR}/src/${folder}/main.cpp)
  target_link_libraries(${name} PRIVATE mend_${folder})
endfunction()
