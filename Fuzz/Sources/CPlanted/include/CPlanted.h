#pragma once

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Each does one wrong thing, once: the sanitizers must say so.
int planted_read_past_the_end(size_t at);
int planted_use_after_free(size_t at);
int planted_shift(int by);
int planted_overflow(int more);
void planted_leak(size_t size);

#ifdef __cplusplus
}
#endif
