#include "CPlanted.h"

#include <limits.h>
#include <stdlib.h>

int planted_read_past_the_end(size_t at) {
  char *bytes = calloc(8, 1);
  int found = bytes[8 + at % 8];
  free(bytes);
  return found;
}

int planted_use_after_free(size_t at) {
  volatile char *bytes = calloc(8, 1);
  free((void *)bytes);
  return bytes[at % 8];
}

int planted_shift(int by) { return 1 << (32 + by); }

int planted_overflow(int more) { return INT_MAX + more; }

void planted_leak(size_t size) {
  volatile char *bytes = malloc(size + 1);
  bytes[0] = 1;
}
