#pragma once

// Fields of JSON lines: many lines at once, no tree.

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "CSimdjson.h"
#include "Tokens.hpp"
#include "Walker.hpp"

namespace sj {

/// A key as the lines write it, and the column that it fills.
struct KnownKey {
  KnownKey(std::string_view quoted, std::string_view name, int32_t column);

  /// True if the text starts with this key. `text` has SJ_PADDING readable bytes behind its `limit` bytes.
  bool matches(const uint8_t *text, size_t limit) const;

  std::string quoted;
  std::string name;
  int32_t column;
  uint64_t words[2];
  uint64_t masks[2];
};

/// Reads batches of lines.
///
/// Most lines of a file have the same keys in the same order. `known_` is a sequence of distinct keys that the lines so
/// far are subsequences of: a line that is one too needs no look-up and has no duplicate key. A new key is inserted
/// where it was met; a line in another order is checked in full and becomes the new sequence.
class Extractor {
 public:
  Extractor(const uint8_t *names, const uint32_t *lengths, size_t columns, uint32_t max_depth, uint32_t batch_lines);

  void batch(const uint8_t *bytes, size_t count, size_t readable, sj_batch &out);

 private:
  size_t columns_;
  uint32_t max_depth_;
  uint32_t batch_lines_;
  std::unordered_map<std::string_view, int32_t> by_name_;
  std::vector<std::string> names_;
  std::vector<std::pair<uint32_t, uint32_t>> copies_;  // a name that is asked for twice: to, from

  Tokens tokens_;
  Walker walker_;
  std::vector<uint8_t> padded_;
  std::vector<uint8_t> text_;    // unescaped strings of the batch
  std::vector<uint8_t> nested_;  // strings of a nested value, which only has to be valid
  std::vector<sj_cell> cells_;
  std::vector<sj_line> lines_;
  std::vector<sj_line> rows_;
  std::vector<sj_line> rejected_;
  uint8_t *text_out_ = nullptr;

  // INVARIANT: the names in `known_` are distinct.
  std::vector<KnownKey> known_;

  // The line that is being read.
  const uint8_t *base_ = nullptr;
  size_t line_end_ = 0;
  const uint32_t *token_ = nullptr;
  const uint32_t *stop_ = nullptr;
  size_t place_ = 0;                       // where in `known_` the next key is looked for
  std::vector<uint32_t> matched_;          // places of the keys so far
  bool in_full_ = false;                   // the line is no subsequence
  std::vector<Key> keys_;                  // only when in full
  std::vector<std::string_view> quoted_;   // only when in full

  void find_lines(const uint8_t *bytes, size_t count, sj_batch &out);
  void read_line(const sj_line &line, const uint8_t *base, size_t line_end, const uint32_t *token,
                 const uint32_t *stop);
  bool read_object(sj_cell *cells);
  bool read_key(int32_t &column);
  bool read_new_key(int32_t &column);
  bool read_value(sj_cell &cell);
  bool read_string(const uint8_t *&text, uint32_t &length);
  bool finish_in_full();
  int32_t column_named(std::string_view name) const;
};

}  // namespace sj
