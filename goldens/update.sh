#!/bin/sh
# Rewrites the golden files that tests compare with. Arguments: pairs of a package's path and its test binary.
# Started by: bazel run //goldens:update
#
# Each binary runs in its package's folder of the source tree, as under go test. In its runfiles it would write through
# links, and a new file would vanish.
set -eu
: "${BUILD_WORKSPACE_DIRECTORY:?start it with: bazel run //goldens:update}"
while [ $# -gt 0 ]; do
	package=$1 binary=$PWD/$2
	shift 2
	echo "update: $package" >&2
	(cd "$BUILD_WORKSPACE_DIRECTORY/$package" && "$binary" -test.count=1 -update)
done
