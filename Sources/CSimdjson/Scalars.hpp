#pragma once

// Strings, numbers and key sets of the second stage.

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace sj {

/// True if the bytes hold a backslash. Reads up to seven bytes past the end.
inline bool has_backslash(const uint8_t *text, size_t count) {
  constexpr uint64_t ones = 0x0101010101010101ULL;
  constexpr uint64_t highs = 0x8080808080808080ULL;
  size_t at = 0;
  for (; at + 8 <= count; at += 8) {
    uint64_t word;
    std::memcpy(&word, text + at, 8);
    uint64_t zeroed = word ^ (ones * '\\');
    if ((zeroed - ones) & ~zeroed & highs) return true;
  }
  for (; at < count; at++) {
    if (text[at] == '\\') return true;
  }
  return false;
}

/// Writes the unescaped string to `out` and returns its end, or null when an escape is not JSON.
/// The output is never longer than the input.
uint8_t *unescape(const uint8_t *text, size_t count, uint8_t *out);

/// Where in a string the first escape stands that is not JSON.
size_t bad_escape(const uint8_t *text, size_t count);

enum class NumberShape { invalid, integer, other };

/// Reads a whole number literal of JSON grammar. `integer` only where the value fits 64 bits with sign.
inline NumberShape read_number(const uint8_t *text, size_t count, int64_t &value) {
  const uint8_t *p = text;
  const uint8_t *end = text + count;
  bool negative = p < end && *p == '-';
  if (negative) p++;
  const uint8_t *digits = p;
  uint64_t magnitude = 0;
  while (p < end && static_cast<uint8_t>(*p - '0') < 10) {
    magnitude = magnitude * 10 + (*p - '0');  // may wrap past 19 digits; such a number is not taken as an integer
    p++;
  }
  size_t digit_count = p - digits;
  if (digit_count == 0 || (digit_count > 1 && *digits == '0')) return NumberShape::invalid;
  if (p == end) {
    // 19 digits stay below 2^64, so the comparison is exact.
    uint64_t limit = static_cast<uint64_t>(INT64_MAX) + (negative ? 1 : 0);
    if (digit_count > 19 || magnitude > limit) return NumberShape::other;
    value = static_cast<int64_t>(negative ? 0 - magnitude : magnitude);
    return NumberShape::integer;
  }
  if (*p == '.') {
    const uint8_t *fraction = ++p;
    while (p < end && static_cast<uint8_t>(*p - '0') < 10) p++;
    if (p == fraction) return NumberShape::invalid;
  }
  if (p < end && (*p == 'e' || *p == 'E')) {
    p++;
    if (p < end && (*p == '+' || *p == '-')) p++;
    const uint8_t *exponent = p;
    while (p < end && static_cast<uint8_t>(*p - '0') < 10) p++;
    if (p == exponent) return NumberShape::invalid;
  }
  return p == end ? NumberShape::other : NumberShape::invalid;
}

/// A key of an object and its place among the keys.
struct Key {
  std::string_view name;
  uint32_t position;
};

/// The position of the first key that repeats an earlier one, or UINT32_MAX. Reorders `keys` when there are many.
/// O(n²) up to eight keys, else O(n log n), whatever the keys are.
uint32_t first_duplicate(Key *keys, size_t count);

}  // namespace sj
