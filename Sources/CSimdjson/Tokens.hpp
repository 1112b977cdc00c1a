#pragma once

// simdjson's first stage: text to token offsets.

#include <simdjson.h>

#include <memory>

#include "CSimdjson.h"

namespace sj {

/// The offsets of the tokens of a text: brackets, colons, commas, and the first byte of every string, number and word.
/// The offsets are good until the next scan.
class Tokens {
 public:
  /// Finds the tokens. On an error that concerns the text, `error_offset` says where.
  int scan(const uint8_t *bytes, size_t count, size_t &error_offset);

  const uint32_t *begin() const { return stage_->structural_indexes.get(); }
  const uint32_t *end() const { return begin() + stage_->n_structural_indexes; }

 private:
  // The parser's own first stage: public in simdjson since 0.5 and used by its On-Demand front end in the same way.
  std::unique_ptr<simdjson::internal::dom_parser_implementation> stage_;
  size_t capacity_ = 0;
};

}  // namespace sj
