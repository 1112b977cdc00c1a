#include <cstring>

#include "CSimdjson.h"

namespace {

enum Phase : uint32_t { before_list = 0, before_first, before_element, in_element, after_element, after_list };

/// What a byte is outside of strings: 0 goes on.
struct Classes {
  uint8_t of[256] = {};
  Classes() {
    of[static_cast<uint8_t>('"')] = 1;
    of[static_cast<uint8_t>('{')] = of[static_cast<uint8_t>('[')] = 2;
    of[static_cast<uint8_t>('}')] = of[static_cast<uint8_t>(']')] = 3;
    of[static_cast<uint8_t>(',')] = 4;
  }
};
const Classes classes;

/// The first quote or backslash from `at` on, or `count`; eight bytes at a time.
size_t end_of_plain(const uint8_t *bytes, size_t at, size_t count) {
  constexpr uint64_t ones = 0x0101010101010101, tops = 0x8080808080808080;
  for (; at + 8 <= count; at += 8) {
    uint64_t word;
    std::memcpy(&word, bytes + at, 8);
    uint64_t quotes = word ^ (ones * '"'), slashes = word ^ (ones * '\\');
    if ((((quotes - ones) & ~quotes) | ((slashes - ones) & ~slashes)) & tops) break;
  }
  while (at < count && bytes[at] != '"' && bytes[at] != '\\') at++;
  return at;
}

bool is_space(uint8_t c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

}  // namespace

extern "C" int sj_split_elements(
    sj_splitter *state, const uint8_t *bytes, size_t count, sj_range *ranges, size_t capacity, size_t *found) noexcept {
  size_t at = state->scanned;
  size_t number = 0;
  int result = SJ_SPLIT_MORE;
  while (at < count) {
    if (state->phase == in_element) {
      if (state->in_string) {
        if (state->escaped) {
          state->escaped = 0;
          at++;
          continue;
        }
        at = end_of_plain(bytes, at, count);
        if (at == count) break;
        if (bytes[at] == '\\') state->escaped = 1; else state->in_string = 0;
        at++;
        continue;
      }
      while (at < count && classes.of[bytes[at]] == 0) at++;
      if (at == count) break;
      uint8_t what = classes.of[bytes[at]];
      if (what == 1) {
        state->in_string = 1;
        at++;
      } else if (what == 2) {
        state->depth++;
        at++;
      } else {
        bool ends_before = state->depth == 0;  // a comma or bracket of the list itself
        if (what == 3 && state->depth > 0) {
          state->depth--;
          at++;
        } else if (!ends_before) {
          at++;
          continue;
        }
        if (state->depth > 0) continue;
        if (number == capacity) {
          // The caller makes room and comes back to this very byte.
          if (!ends_before) {
            at--;
            state->depth = 1;
          }
          result = SJ_SPLIT_FULL;
          break;
        }
        ranges[number++] = sj_range{state->start, at};
        state->phase = after_element;
      }
      continue;
    }
    uint8_t byte = bytes[at];
    if (is_space(byte)) {
      at++;
      continue;
    }
    if (state->phase == before_list && byte == '[') {
      state->phase = before_first;
      at++;
    } else if (state->phase == after_element && byte == ',') {
      state->phase = before_element;
      at++;
    } else if ((state->phase == after_element || state->phase == before_first) && byte == ']') {
      state->phase = after_list;
      at++;
    } else if ((state->phase == before_first || state->phase == before_element) && classes.of[byte] < 3) {
      state->phase = in_element;
      state->start = at;
      state->depth = 0;
    } else {
      result = state->phase == after_list ? SJ_SPLIT_TRAILING : SJ_SPLIT_BROKEN;
      break;
    }
  }
  state->scanned = at;
  *found = number;
  if (result == SJ_SPLIT_MORE && state->phase == after_list) return SJ_SPLIT_CLOSED;
  return result;
}
