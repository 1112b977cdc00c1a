#include "shipped.h"

#if __has_include("files.h")
#include "files.h"
#include <stdlib.h>

// A released program runs where there is nothing but itself. Swift's runtime takes the words of the command line from /proc, and
// ends the program where it cannot tell where a program that prints backtraces would lie. Both are said here before it begins.
void _swift_stdlib_overrideUnsafeArgvArgc(char **argv, int argc);

__attribute__((constructor(101))) static void begin(int argc, char **argv) {
  setenv("SWIFT_BACKTRACE", "enable=no,swift-backtrace=/", 0);
  _swift_stdlib_overrideUnsafeArgvArgc(argv, argc);
}
#else
#define TILSYN_SHIPPED_COUNT 0
static const tilsyn_shipped_file files[1];
#endif

const tilsyn_shipped_file *tilsyn_shipped_files(size_t *count) {
  *count = TILSYN_SHIPPED_COUNT;
  return files;
}
