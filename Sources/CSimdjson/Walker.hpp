#pragma once

// The second stage: token offsets to a flat tree of values.

#include <cstdint>
#include <string>
#include <vector>

#include "CSimdjson.h"
#include "Scalars.hpp"

namespace sj {

/// Walks the tokens of one value and writes its nodes.
class Walker {
 public:
  std::vector<sj_node> nodes;
  /// Past so many nodes the text is refused.
  size_t max_nodes = SIZE_MAX;
  /// Lists and objects among the nodes.
  size_t containers = 0;
  int error = SJ_OK;
  size_t error_offset = 0;
  std::string path;  // JSON pointer of the error; built while the walk unwinds

  /// `text` must have room for as many bytes as the source has.
  void start(const uint8_t *base, size_t count, const uint32_t *token, const uint32_t *end, uint32_t max_depth,
             uint8_t *text, bool counts_lines);

  /// Reads one value at the current token, and everything in it. False: see `error`.
  bool value(uint32_t depth);

  const uint32_t *token() const { return token_; }
  uint8_t *text_end() const { return text_; }

  /// Where the string that starts at `*token` ends: the offset of its closing quote, or its start when there is none.
  static uint32_t closing_quote(const uint8_t *base, const uint32_t *token, const uint32_t *end, size_t count) {
    uint32_t at = token + 1 < end ? token[1] : static_cast<uint32_t>(count);
    // Only white space can stand between the end of a string and the next token.
    do at--;
    while (base[at] != '"');
    return at;
  }

  /// Where the number or word that starts at `*token` ends.
  static uint32_t word_end(const uint8_t *base, const uint32_t *token, const uint32_t *end, size_t count) {
    uint32_t at = token + 1 < end ? token[1] : static_cast<uint32_t>(count);
    while (base[at - 1] == ' ' || base[at - 1] == '\n' || base[at - 1] == '\r' || base[at - 1] == '\t') at--;
    return at;
  }

 private:
  const uint8_t *base_ = nullptr;
  size_t count_ = 0;
  const uint32_t *token_ = nullptr;
  const uint32_t *end_ = nullptr;
  uint32_t max_depth_ = 0;
  uint8_t *text_start_ = nullptr;
  uint8_t *text_ = nullptr;
  bool counts_lines_ = true;
  size_t line_offset_ = 0;
  uint32_t line_ = 0;
  std::vector<uint32_t> key_offsets_;  // in the source; a stack, one run per open object
  std::vector<Key> keys_;

  bool fail(int code, size_t offset) {
    error = code;
    error_offset = offset;
    return false;
  }

  uint32_t line_at(uint32_t offset);
  bool string(uint32_t &offset, uint32_t &length);
  bool object(size_t node, uint32_t depth);
  bool array(size_t node, uint32_t depth);
  bool refuse_duplicates(size_t node, size_t first_key);
  void add_to_path(std::string_view segment);
};

}  // namespace sj
