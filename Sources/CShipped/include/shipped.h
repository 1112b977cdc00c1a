#ifndef TILSYN_SHIPPED_H
#define TILSYN_SHIPPED_H

#include <stddef.h>

/// A file that was built into the program.
typedef struct {
  /// `policies/kitos/users.policy`
  const char *path;
  const unsigned char *bytes;
  size_t size;
} tilsyn_shipped_file;

/// The files that were built in, in the order of their paths; `count` is 0 in a build that is not released.
///
/// `scripts/release/embed.py` writes them to `files.h`, which is not part of the repository.
const tilsyn_shipped_file *tilsyn_shipped_files(size_t *count);

#endif
