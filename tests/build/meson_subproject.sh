# meson_subproject.sh COMPILER OAIWIRE_SOURCE DIR: builds and runs a project with oaiwire as a Meson
# subproject. DIR is recreated.
compiler=$1 source=$2 dir=$3
rm -rf "$dir"
mkdir -p "$dir/subprojects"
cd "$source/tests/build"
cp meson_subproject/meson.build consumer.cpp consumer_compiled.cpp consumer_compiled_curl.cpp "$dir"
# A copy without build trees: Meson would follow a link into the one that this runs in.
mkdir "$dir/subprojects/oaiwire"
for entry in include tests examples fuzz bench cmake meson.build meson_options.txt; do
    ln -s "$source/$entry" "$dir/subprojects/oaiwire/$entry"
done
CXX=$compiler meson setup -Ddebug=false "$dir/build" "$dir" --wrap-mode=nodownload --force-fallback-for=oaiwire
ninja -C "$dir/build"
"$dir/build/consumer"
"$dir/build/consumer_compiled"
if [ -x "$dir/build/consumer_compiled_curl" ]; then "$dir/build/consumer_compiled_curl"; fi
