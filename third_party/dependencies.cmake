# Every dependency, found on the system (Debian packages; see README.md beside this file). Nothing is copied here.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(glm REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 REQUIRED)
find_package(doctest REQUIRED)

function(mend_package target)
  pkg_check_modules(${target} REQUIRED IMPORTED_TARGET GLOBAL ${ARGN})
  add_library(mend_${target} INTERFACE)
  # System headers: their warnings are not ours.
  get_target_property(includes PkgConfig::${target} INTERFACE_INCLUDE_DIRECTORIES)
  if(includes)
    target_include_directories(mend_${target} SYSTEM INTERFACE ${includes})
  endif()
  get_target_property(libraries PkgConfig::${target} INTERFACE_LINK_LIBRARIES)
  target_link_libraries(mend_${target} INTERFACE ${libraries})
endfunction()

mend_package(stb stb)
mend_package(zlib zlib)
mend_package(freetype freetype2)
mend_package(glfw glfw3)
mend_package(egl egl)

mend_package(imgui imgui)
target_link_libraries(mend_imgui INTERFACE mend_stb mend_freetype ${CMAKE_DL_LIBS})

# The OpenGL loader is written by Debian's glad program at configure time; it carries the specification, so it works
# offline.
set(glad_dir ${CMAKE_BINARY_DIR}/glad)
if(NOT EXISTS ${glad_dir}/src/gl.c)
  find_program(GLAD glad REQUIRED)
  execute_process(COMMAND ${GLAD} --quiet --reproducible --merge --out-path ${glad_dir}
    --api gl:core=3.3,gles2=3.0
    --extensions GL_KHR_debug,GL_KHR_robustness,GL_ARB_robustness,GL_EXT_color_buffer_float c
    RESULT_VARIABLE glad_failed OUTPUT_QUIET ERROR_VARIABLE glad_message)
  if(glad_failed)
    message(FATAL_ERROR "glad could not write the OpenGL loader: ${glad_message}")
  endif()
endif()
add_library(mend_glad STATIC ${glad_dir}/src/gl.c)
target_include_directories(mend_glad SYSTEM PUBLIC ${glad_dir}/include)
target_link_libraries(mend_glad PUBLIC ${CMAKE_DL_LIBS})
