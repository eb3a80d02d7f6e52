#!/usr/bin/env bash
# Builds Mend if need be and starts it with the arguments. --build stops after building.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source third_party/install.sh
install_packages $BUILD_PACKAGES

build=build/release
log=$build/build.log
mkdir -p "$build"
if ! { [ -f $build/build.ninja ] || cmake --preset release; } >"$log" 2>&1 || ! cmake --build $build --target mend >>"$log" 2>&1; then
  tail -n 40 "$log" >&2
  echo "mend did not build; the whole log is in $log" >&2
  exit 1
fi
if [ "${1-}" = --build ]; then
  exit 0
fi

# A window is wanted unless the first argument is a command or asks for help.
case "${1-}" in
  render | film | simulate | check | parameters | cohort | axon | anatomy | bench | --help | -h | --version) exec $build/mend "$@" ;;
esac
if [ -z "${DISPLAY-}" ]; then
  echo "There is no display here, so Mend draws its story into out/ instead of opening a window."
  [ "${1-}" = --fullscreen ] && shift
  if [ $# -eq 0 ] || [[ $1 == -* ]]; then set -- cartilage-injury "$@"; fi
  exec $build/mend render "$@" --out out \
    --day 0 --day 7 --day 14 --day 28 --day 56 --day 90 --day 180 --day 365 --day 730 \
    --view anterior --view defect --view nerve
fi
exec $build/mend "$@"
