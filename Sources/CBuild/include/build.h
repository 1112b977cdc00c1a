#ifndef TILSYN_BUILD_H
#define TILSYN_BUILD_H

/// The commit that the program was built from, or "unknown".
///
/// `scripts/commit.sh` writes it to `commit.h`, which is not part of the repository; a build without it says "unknown".
const char *tilsyn_commit(void);

#endif
