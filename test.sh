#!/usr/bin/env bash
# Builds and tests Mend: the release build with every test, and the sanitizer build with the unit and property tests and
# the same keyframe hashes. --all adds clang 14 and the full set on both.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source third_party/install.sh
packages="$BUILD_PACKAGES $TEST_PACKAGES"
[ "${1-}" = --all ] && packages="$packages $CLANG_PACKAGES"
install_packages $packages

step() { printf '\n== %s (%d s)\n' "$*" $SECONDS; }

build() {  # PRESET [TARGET...]
  local preset=$1
  shift
  step "build $preset"
  cmake --preset "$preset" >/dev/null
  cmake --build "build/$preset" ${1:+--target "$@"}
}

hashes() {  # PRESET: one line a fixed scenario
  local scenario lens
  for scenario in cartilage-injury rheumatoid-arthritis nerve-cut muscle-strain mcl-tear pain-and-medicine; do
    for lens in mechanism trials; do
      echo "$scenario $lens $("build/$1/mend" simulate $scenario --lens $lens --days 120 --hash)"
    done
  done
}

same_hashes() {  # PRESET: the same keyframes as the release build
  step "keyframe hashes of $1 against release"
  diff <(hashes release) <(hashes "$1") && echo "the same"
}

build release
step "tests, release"
ctest --test-dir build/release --output-on-failure -j 2

build dev mend tests_dev
step "unit and property tests, dev"
ctest --test-dir build/dev --output-on-failure -j 2 -L 'unit|property'
same_hashes dev

if [ "${1-}" = --all ]; then
  for preset in release-clang dev-clang; do
    build $preset
    step "tests, $preset"
    ctest --test-dir build/$preset --output-on-failure -j 2
    same_hashes $preset
  done
  build dev
  step "tests, dev"
  ctest --test-dir build/dev --output-on-failure -j 2
fi
step "all passed"
