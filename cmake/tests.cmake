# tests/LABEL/FOLDER_*.cpp: one doctest program a label and folder, linked to that folder; every test case is one
# ctest entry. Programs are named LABEL_FOLDER.
include(doctest)

add_library(mend_test_main STATIC ${CMAKE_SOURCE_DIR}/tests/main.cpp)
target_link_libraries(mend_test_main PUBLIC doctest::doctest mend_flags)
target_include_directories(mend_test_main PUBLIC ${CMAKE_SOURCE_DIR}/tests)
target_compile_definitions(mend_test_main PUBLIC MEND_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
  MEND_PROGRAM="${CMAKE_BINARY_DIR}/mend")

# mend_tests(LABEL FOLDER [LIBRARIES...]): the test program of tests/LABEL/FOLDER_*.cpp.
function(mend_tests label folder)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${label}/${folder}_*.cpp)
  if(NOT sources)
    return()
  endif()
  set(target ${label}_${folder})
  add_executable(${target} ${sources})
  target_link_libraries(${target} PRIVATE mend_test_main ${ARGN})
  doctest_discover_tests(${target} PROPERTIES LABELS ${label} TIMEOUT 600)
endfunction()

foreach(folder base params anatomy sim timeline story scene gl render ui app)
  mend_tests(unit ${folder} mend_${folder})
  mend_tests(property ${folder} mend_${folder})
  mend_tests(fuzz ${folder} mend_${folder})
endforeach()
mend_tests(unit layering)
mend_tests(model cartilage mend_timeline)
mend_tests(model nerve mend_timeline)
mend_tests(shader dialects mend_render)
mend_tests(golden render mend_app)
mend_tests(app program mend_app)
mend_tests(app window mend_app)
