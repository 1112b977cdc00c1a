#include "CRE2.h"

#include <re2/re2.h>
#include <string.h>

#include <new>

struct cre2_pattern {
  RE2 expression;
};

static RE2::Options options(int64_t max_memory) {
  RE2::Options options;
  options.set_max_mem(max_memory);
  options.set_log_errors(false);
  return options;
}

extern "C" cre2_pattern *cre2_create(const uint8_t *text, size_t count, int64_t max_memory) noexcept {
  re2::StringPiece pattern(reinterpret_cast<const char *>(text), count);
  try {
    return new cre2_pattern{RE2(pattern, options(max_memory))};
  } catch (const std::bad_alloc &) {
    return nullptr;
  }
}

extern "C" void cre2_destroy(cre2_pattern *pattern) noexcept { delete pattern; }

extern "C" const char *cre2_error(const cre2_pattern *pattern) noexcept {
  return pattern->expression.ok() ? nullptr : pattern->expression.error().c_str();
}

extern "C" int cre2_matches(const cre2_pattern *pattern, const uint8_t *text, size_t count) noexcept {
  // An empty text has no address of its own.
  re2::StringPiece piece(count == 0 ? "" : reinterpret_cast<const char *>(text), count);
  return pattern->expression.ok() && RE2::PartialMatch(piece, pattern->expression);
}

extern "C" int cre2_contains(const uint8_t *text, size_t count, const uint8_t *part, size_t part_count) noexcept {
  if (part_count == 0) return 1;
  return count >= part_count && memmem(text, count, part, part_count) != nullptr;
}
