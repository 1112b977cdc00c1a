#include "Tokens.hpp"

#include <algorithm>
#include <cstring>

namespace sj {

namespace {

/// Finds the string that stage one refused: one that never closes, or one with a raw control character.
/// Runs only for refused texts.
int locate_bad_string(const uint8_t *bytes, size_t count, size_t &offset) {
  bool inside = false;
  size_t start = 0;
  for (size_t at = 0; at < count; at++) {
    uint8_t c = bytes[at];
    if (c == '\\') {
      at++;  // an escaped quote opens and closes nothing, in a string or out of it
      if (inside && at < count && bytes[at] < 0x20) {
        offset = at;
        return SJ_ERROR_CONTROL_CHARACTER;
      }
      continue;
    }
    if (c == '"') {
      inside = !inside;
      start = at;
    } else if (inside && c < 0x20) {
      offset = at;
      return SJ_ERROR_CONTROL_CHARACTER;
    }
  }
  offset = inside ? start : 0;
  return SJ_ERROR_UNCLOSED_STRING;
}

}  // namespace

int Tokens::scan(const uint8_t *bytes, size_t count, size_t &error_offset) {
  error_offset = 0;
  if (count == 0) return SJ_ERROR_EMPTY;
  if (count > 0xFFFFFFFFu - SJ_PADDING) return SJ_ERROR_SIZE;
  if (count > capacity_ || !stage_) {
    // Four bytes of memory a byte of text: room to grow is for small texts only.
    size_t capacity = std::max<size_t>(count < (1u << 20) ? count + count / 2 : count, 16 * 1024);
    capacity = std::min<size_t>(capacity, 0xFFFFFFFFu);
    capacity_ = 0;
    stage_.reset();
    // Depth only sizes a stack of the second stage, which is not used.
    if (simdjson::get_active_implementation()->create_dom_parser_implementation(capacity, 1, stage_)
        != simdjson::SUCCESS) {
      return SJ_ERROR_MEMORY;
    }
    capacity_ = capacity;
  }
  switch (stage_->stage1(bytes, count, simdjson::stage1_mode::regular)) {
    case simdjson::SUCCESS: return SJ_OK;
    case simdjson::EMPTY: return SJ_ERROR_EMPTY;
    case simdjson::MEMALLOC: return SJ_ERROR_MEMORY;
    case simdjson::CAPACITY: return SJ_ERROR_SIZE;
    default: break;
  }
  // Several things may be wrong at once; the first in the text is reported.
  size_t utf8 = sj_first_invalid_utf8(bytes, count);
  size_t string = count;
  int error = locate_bad_string(bytes, count, string);
  if (utf8 < count && (utf8 <= string || error == SJ_ERROR_UNCLOSED_STRING)) {
    error_offset = utf8;
    return SJ_ERROR_UTF8;
  }
  error_offset = string;
  return error;
}

}  // namespace sj

extern "C" size_t sj_first_invalid_utf8(const uint8_t *bytes, size_t count) noexcept {
  size_t at = 0;
  while (at < count) {
    // Most text is ASCII: eight bytes at a time.
    uint64_t word;
    while (at + 8 <= count && (std::memcpy(&word, bytes + at, 8), (word & 0x8080808080808080ULL) == 0)) at += 8;
    if (at >= count) break;
    uint8_t lead = bytes[at];
    if (lead < 0x80) {
      at++;
      continue;
    }
    size_t more;
    uint8_t low = 0x80, high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
      more = 1;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
      more = 2;
      if (lead == 0xE0) low = 0xA0;   // overlong
      if (lead == 0xED) high = 0x9F;  // surrogate
    } else if (lead >= 0xF0 && lead <= 0xF4) {
      more = 3;
      if (lead == 0xF0) low = 0x90;
      if (lead == 0xF4) high = 0x8F;  // past U+10FFFF
    } else {
      return at;
    }
    if (at + more >= count) return at;
    if (bytes[at + 1] < low || bytes[at + 1] > high) return at;
    for (size_t i = 2; i <= more; i++) {
      if (bytes[at + i] < 0x80 || bytes[at + i] > 0xBF) return at;
    }
    at += more + 1;
  }
  return count;
}

extern "C" size_t sj_count_newlines(const uint8_t *bytes, size_t count) noexcept {
  size_t found = 0;
  size_t at = 0;
  while (at < count) {
    // A counter of one byte lets the compiler count a whole vector at once. It holds for 255 bytes; 240 are 15 vectors.
    size_t stop = std::min<size_t>(at + 240, count);
    uint8_t some = 0;
    for (; at < stop; at++) some = static_cast<uint8_t>(some + (bytes[at] == '\n'));
    found += some;
  }
  return found;
}
