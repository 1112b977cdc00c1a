#pragma once

// RE2 regular expressions as a C interface: matching takes time linear in the text, whatever the pattern.

#include <stddef.h>
#include <stdint.h>

// No exception leaves these functions: frames of Swift cannot be unwound. Where C++ has no memory, `cre2_create` says so,
// and matching ends the process, as Swift's own allocations do: no other answer would be true.
#ifdef __cplusplus
#define CRE2_NOEXCEPT noexcept
extern "C" {
#else
#define CRE2_NOEXCEPT
#endif

typedef struct cre2_pattern cre2_pattern;

/// Compiles a UTF-8 pattern; `cre2_error` says whether it can be used. Null where there is no memory for it.
cre2_pattern *cre2_create(const uint8_t *text, size_t count, int64_t max_memory) CRE2_NOEXCEPT;
void cre2_destroy(cre2_pattern *pattern) CRE2_NOEXCEPT;

/// Why the pattern was refused, or null. Good as long as the pattern is.
const char *cre2_error(const cre2_pattern *pattern) CRE2_NOEXCEPT;

/// True if some part of the text matches. May be called by several threads at once.
int cre2_matches(const cre2_pattern *pattern, const uint8_t *text, size_t count) CRE2_NOEXCEPT;

/// True if a text holds another, byte for byte; in time linear in both, whatever repeats in them.
int cre2_contains(const uint8_t *text, size_t count, const uint8_t *part, size_t part_count) CRE2_NOEXCEPT;

#ifdef __cplusplus
}
#endif
