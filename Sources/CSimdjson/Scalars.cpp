#include "Scalars.hpp"

#include <algorithm>

namespace sj {

namespace {

/// The value of four hexadecimal digits, or -1.
int32_t hex4(const uint8_t *text, const uint8_t *end) {
  if (end - text < 4) return -1;
  int32_t value = 0;
  for (int i = 0; i < 4; i++) {
    uint8_t c = text[i];
    int32_t digit;
    if (c >= '0' && c <= '9') digit = c - '0';
    else if (c >= 'a' && c <= 'f') digit = c - 'a' + 10;
    else if (c >= 'A' && c <= 'F') digit = c - 'A' + 10;
    else return -1;
    value = value * 16 + digit;
  }
  return value;
}

uint8_t *put_utf8(uint32_t point, uint8_t *out) {
  if (point < 0x80) {
    *out++ = static_cast<uint8_t>(point);
  } else if (point < 0x800) {
    *out++ = static_cast<uint8_t>(0xC0 | point >> 6);
    *out++ = static_cast<uint8_t>(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    *out++ = static_cast<uint8_t>(0xE0 | point >> 12);
    *out++ = static_cast<uint8_t>(0x80 | (point >> 6 & 0x3F));
    *out++ = static_cast<uint8_t>(0x80 | (point & 0x3F));
  } else {
    *out++ = static_cast<uint8_t>(0xF0 | point >> 18);
    *out++ = static_cast<uint8_t>(0x80 | (point >> 12 & 0x3F));
    *out++ = static_cast<uint8_t>(0x80 | (point >> 6 & 0x3F));
    *out++ = static_cast<uint8_t>(0x80 | (point & 0x3F));
  }
  return out;
}

/// Reads one escape after its backslash. Returns the place after it, or null.
const uint8_t *read_escape(const uint8_t *p, const uint8_t *end, uint32_t &point) {
  if (p == end) return nullptr;
  switch (*p++) {
    case '"': point = '"'; return p;
    case '\\': point = '\\'; return p;
    case '/': point = '/'; return p;
    case 'b': point = '\b'; return p;
    case 'f': point = '\f'; return p;
    case 'n': point = '\n'; return p;
    case 'r': point = '\r'; return p;
    case 't': point = '\t'; return p;
    case 'u': break;
    default: return nullptr;
  }
  int32_t first = hex4(p, end);
  if (first < 0) return nullptr;
  p += 4;
  if (first < 0xD800 || first > 0xDFFF) {
    point = static_cast<uint32_t>(first);
    return p;
  }
  // A surrogate counts only as the first of a pair: half a character is no text.
  if (first > 0xDBFF || end - p < 6 || p[0] != '\\' || p[1] != 'u') return nullptr;
  int32_t second = hex4(p + 2, end);
  if (second < 0xDC00 || second > 0xDFFF) return nullptr;
  point = 0x10000 + (static_cast<uint32_t>(first - 0xD800) << 10) + static_cast<uint32_t>(second - 0xDC00);
  return p + 6;
}

}  // namespace

uint8_t *unescape(const uint8_t *text, size_t count, uint8_t *out) {
  const uint8_t *p = text;
  const uint8_t *end = text + count;
  while (p < end) {
    const void *found = std::memchr(p, '\\', end - p);
    const uint8_t *stop = found ? static_cast<const uint8_t *>(found) : end;
    std::memcpy(out, p, stop - p);
    out += stop - p;
    if (stop == end) return out;
    uint32_t point = 0;
    p = read_escape(stop + 1, end, point);
    if (!p) return nullptr;
    out = put_utf8(point, out);
  }
  return out;
}

size_t bad_escape(const uint8_t *text, size_t count) {
  const uint8_t *p = text;
  const uint8_t *end = text + count;
  while (p < end) {
    const void *found = std::memchr(p, '\\', end - p);
    if (!found) break;
    const uint8_t *stop = static_cast<const uint8_t *>(found);
    uint32_t point = 0;
    p = read_escape(stop + 1, end, point);
    if (!p) return stop - text;
  }
  return count;
}

uint32_t first_duplicate(Key *keys, size_t count) {
  uint32_t found = UINT32_MAX;
  if (count <= 8) {
    for (size_t later = 1; later < count; later++) {
      for (size_t earlier = 0; earlier < later; earlier++) {
        if (keys[earlier].name == keys[later].name) found = std::min(found, keys[later].position);
      }
    }
    return found;
  }
  std::sort(keys, keys + count, [](const Key &a, const Key &b) {
    // Length first: most comparisons then need no look at the text.
    if (a.name.size() != b.name.size()) return a.name.size() < b.name.size();
    int order = std::memcmp(a.name.data(), b.name.data(), a.name.size());
    return order != 0 ? order < 0 : a.position < b.position;
  });
  for (size_t i = 1; i < count; i++) {
    if (keys[i].name == keys[i - 1].name) found = std::min(found, keys[i].position);
  }
  return found;
}

}  // namespace sj
