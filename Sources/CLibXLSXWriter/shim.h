#pragma once
#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

/// A file without a name, in memory, which no other program can open; -1 where the system has none.
static inline int clibxlsxwriter_memory_file(void) {
  const unsigned close_on_exec = 1;
  return (int)syscall(SYS_memfd_create, "tilsyn", close_on_exec);
}
