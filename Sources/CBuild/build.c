#include "build.h"

#if __has_include("commit.h")
#include "commit.h"
#endif
#ifndef TILSYN_COMMIT
#define TILSYN_COMMIT "unknown"
#endif

const char *tilsyn_commit(void) { return TILSYN_COMMIT; }
