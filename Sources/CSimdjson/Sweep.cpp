#include "CSimdjson.h"

#include <string.h>

// Vectors of the compiler's own: sixteen bytes on every machine, in one register where it has such.
typedef uint8_t Bytes __attribute__((vector_size(16)));
typedef uint64_t Halves __attribute__((vector_size(16)));

static inline Bytes load(const uint8_t *at) {
  Bytes bytes;
  memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

static inline bool any(Bytes mask) {
  Halves halves;
  memcpy(&halves, &mask, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

static inline uint8_t lower(uint8_t byte) { return byte | 0x20; }

// Whether a mark begins here; bytes behind the end are none.
static bool is_mark(const uint8_t *at, size_t left, bool is_escaped) {
  const uint8_t a = at[0], b = left > 1 ? at[1] : 0, c = left > 2 ? at[2] : 0;
  switch (a) {
    case '=': return true;
    case ':': return (b == '/' && c == '/') || b == '\\';
    case 'e': return b == 'y' && c == 'J';
    case '-': return b == '-' && c == '-';
    case 'b':
    case 'B': return (lower(b) == 'e' && lower(c) == 'a') || (lower(b) == 'a' && lower(c) == 's');
    case 'x':
    case 'X': return b == '-';
    case '"': return !is_escaped && b == ':';
    case '\\': return is_escaped && (b == '"' || (b == 'u' && c == '0'));
    default: return false;
  }
}

extern "C" size_t sj_sweep(const uint8_t *bytes, size_t count, size_t from, int is_escaped) SJ_NOEXCEPT {
  size_t at = from;
  while (at + sizeof(Bytes) + 2 <= count) {
    const Bytes a = load(bytes + at), b = load(bytes + at + 1), c = load(bytes + at + 2);
    const Bytes la = a | 0x20, lb = b | 0x20, lc = c | 0x20;
    Bytes marks = (Bytes)(a == '=') | ((Bytes)(a == ':') & (((Bytes)(b == '/') & (Bytes)(c == '/')) | (Bytes)(b == '\\')))
      | ((Bytes)(a == 'e') & (Bytes)(b == 'y') & (Bytes)(c == 'J'))
      | ((Bytes)(a == '-') & (Bytes)(b == '-') & (Bytes)(c == '-'))
      | ((Bytes)(la == 'b')
         & (((Bytes)(lb == 'e') & (Bytes)(lc == 'a')) | ((Bytes)(lb == 'a') & (Bytes)(lc == 's'))))
      | ((Bytes)(la == 'x') & (Bytes)(b == '-'));
    marks |= is_escaped
      ? (Bytes)(a == '\\') & ((Bytes)(b == '"') | ((Bytes)(b == 'u') & (Bytes)(c == '0')))
      : (Bytes)(a == '"') & (Bytes)(b == ':');
    if (any(marks)) {
      for (size_t lane = 0; lane < sizeof(Bytes); lane++) {
        if (is_mark(bytes + at + lane, count - at - lane, is_escaped != 0)) return at + lane;
      }
    }
    at += sizeof(Bytes);
  }
  for (; at < count; at++) {
    if (is_mark(bytes + at, count - at, is_escaped != 0)) return at;
  }
  return count;
}
