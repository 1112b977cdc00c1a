#include "Extractor.hpp"

#include <algorithm>
#include <cstring>

namespace sj {

namespace {

/// Lines of a file may all have other keys; past this many a line is checked in full.
constexpr size_t max_known_keys = 64;

/// A batch stays within the second-level cache, whatever its lines are.
constexpr size_t max_batch_bytes = 128 * 1024;

}  // namespace

Extractor::Extractor(
    const uint8_t *names, const uint32_t *lengths, size_t columns, uint32_t max_depth, uint32_t batch_lines)
    : columns_(columns), max_depth_(max_depth), batch_lines_(std::max<uint32_t>(batch_lines, 1)) {
  names_.reserve(columns);  // views of the names are kept
  for (size_t column = 0; column < columns; column++) {
    names_.emplace_back(reinterpret_cast<const char *>(names), lengths[column]);
    names += lengths[column];
    auto added = by_name_.emplace(names_.back(), static_cast<int32_t>(column));
    if (!added.second) {
      copies_.emplace_back(static_cast<uint32_t>(column), static_cast<uint32_t>(added.first->second));
    }
  }
  cells_.resize(columns_ * batch_lines_);
}

void Extractor::find_lines(const uint8_t *bytes, size_t count, sj_batch &out) {
  lines_.clear();
  size_t at = 0;
  while (at < count && lines_.size() < batch_lines_) {
    const void *found = std::memchr(bytes + at, '\n', count - at);
    size_t stop = found ? static_cast<const uint8_t *>(found) - bytes : count;
    size_t next = found ? stop + 1 : count;
    if (!lines_.empty() && next > max_batch_bytes) break;
    lines_.push_back(sj_line{at, stop - at, static_cast<uint32_t>(lines_.size())});
    at = next;
  }
  out.consumed = at;
  out.lines = static_cast<uint32_t>(lines_.size());
}

void Extractor::batch(const uint8_t *bytes, size_t count, size_t readable, sj_batch &out) {
  out = sj_batch{};
  rows_.clear();
  rejected_.clear();
  if (count == 0) return;
  find_lines(bytes, count, out);
  if (readable < out.consumed + SJ_PADDING) {
    padded_.assign(bytes, bytes + out.consumed);
    padded_.resize(out.consumed + SJ_PADDING);
    bytes = padded_.data();
  }
  if (text_.size() < out.consumed) text_.resize(out.consumed);
  text_out_ = text_.data();

  size_t offset = 0;
  int error = tokens_.scan(bytes, out.consumed, offset);
  if (error == SJ_OK) {
    const uint32_t *token = tokens_.begin();
    const uint32_t *end = tokens_.end();
    for (const sj_line &line : lines_) {
      size_t line_end = line.offset + line.length;
      const uint32_t *stop = token;
      while (stop != end && *stop < line_end) stop++;
      read_line(line, bytes, line_end, token, stop);
      token = stop;
    }
  } else if (error != SJ_ERROR_EMPTY) {
    // A line with bad UTF-8 or a string that does not close would spoil its neighbours: each is read by itself.
    for (const sj_line &line : lines_) {
      const uint8_t *text = bytes + line.offset;
      error = tokens_.scan(text, line.length, offset);
      if (error == SJ_ERROR_EMPTY) continue;
      if (error == SJ_OK) {
        read_line(line, text, line.length, tokens_.begin(), tokens_.end());
      } else {
        rejected_.push_back(line);
      }
    }
  }
  out.rows = rows_.data();
  out.row_count = static_cast<uint32_t>(rows_.size());
  out.rejected = rejected_.data();
  out.rejected_count = static_cast<uint32_t>(rejected_.size());
  out.cells = cells_.data();
}

void Extractor::read_line(
    const sj_line &line, const uint8_t *base, size_t line_end, const uint32_t *token, const uint32_t *stop) {
  if (token == stop) return;  // blank
  base_ = base;
  line_end_ = line_end;
  token_ = token;
  stop_ = stop;
  place_ = 0;
  matched_.clear();
  in_full_ = false;
  sj_cell *cells = cells_.data() + rows_.size() * columns_;
  std::fill_n(cells, columns_, sj_cell{nullptr, 0, 0, SJ_MISSING});
  uint8_t *text_before = text_out_;
  if (!read_object(cells) || token_ != stop_) {
    text_out_ = text_before;
    rejected_.push_back(line);
    return;
  }
  for (const auto &copy : copies_) cells[copy.first] = cells[copy.second];
  rows_.push_back(line);
}

bool Extractor::read_object(sj_cell *cells) {
  if (stop_ - token_ < 2 || base_[*token_] != '{') return false;
  token_++;
  if (base_[*token_] == '}') {
    token_++;
    return true;
  }
  sj_cell unused;
  for (;;) {
    // Key, colon, value and a mark: four tokens at least.
    if (stop_ - token_ < 4 || base_[*token_] != '"' || base_[token_[1]] != ':') return false;
    int32_t column = -1;
    if (!read_key(column)) return false;
    if (!read_value(column < 0 ? unused : cells[column])) return false;
    if (token_ == stop_) return false;
    uint8_t mark = base_[*token_++];
    if (mark == '}') return !in_full_ || finish_in_full();
    if (mark != ',') return false;
  }
}

bool Extractor::read_key(int32_t &column) {
  if (!in_full_) {
    const uint8_t *text = base_ + *token_;
    size_t limit = line_end_ - *token_;
    for (size_t place = place_; place < known_.size(); place++) {
      if (!known_[place].matches(text, limit)) continue;
      column = known_[place].column;
      matched_.push_back(static_cast<uint32_t>(place));
      place_ = place + 1;
      token_++;
      return true;
    }
  }
  return read_new_key(column);
}

/// Reads a key that does not continue the known sequence.
bool Extractor::read_new_key(int32_t &column) {
  uint32_t open = *token_;
  uint32_t close = Walker::closing_quote(base_, token_, stop_, line_end_);
  if (close == open) return false;
  std::string_view quoted(reinterpret_cast<const char *>(base_ + open), close - open + 1);
  const uint8_t *text = nullptr;
  uint32_t length = 0;
  if (!read_string(text, length)) return false;
  std::string_view name(reinterpret_cast<const char *>(text), length);
  column = column_named(name);

  if (!in_full_) {
    bool is_known = std::any_of(known_.begin(), known_.end(), [&](const KnownKey &key) { return key.name == name; });
    if (!is_known && known_.size() < max_known_keys) {
      known_.emplace(known_.begin() + static_cast<ptrdiff_t>(place_), quoted, name, column);
      matched_.push_back(static_cast<uint32_t>(place_));
      place_++;
      return true;
    }
    in_full_ = true;
    keys_.clear();
    quoted_.clear();
    for (uint32_t place : matched_) {
      keys_.push_back(Key{known_[place].name, static_cast<uint32_t>(keys_.size())});
      quoted_.push_back(known_[place].quoted);
    }
  }
  keys_.push_back(Key{name, static_cast<uint32_t>(keys_.size())});
  quoted_.push_back(quoted);
  return true;
}

/// Refuses a line that has a key twice, else takes its keys as the known sequence.
bool Extractor::finish_in_full() {
  std::vector<Key> sorted = keys_;
  if (first_duplicate(sorted.data(), sorted.size()) != UINT32_MAX) return false;
  if (keys_.size() > max_known_keys) return true;
  std::vector<KnownKey> sequence;
  sequence.reserve(keys_.size());
  for (size_t i = 0; i < keys_.size(); i++) {
    sequence.emplace_back(quoted_[i], keys_[i].name, column_named(keys_[i].name));
  }
  known_ = std::move(sequence);
  return true;
}

bool Extractor::read_string(const uint8_t *&text, uint32_t &length) {
  uint32_t open = *token_;
  uint32_t close = Walker::closing_quote(base_, token_, stop_, line_end_);
  if (close == open) return false;
  token_++;
  text = base_ + open + 1;
  length = close - open - 1;
  if (!has_backslash(text, length)) return true;
  uint8_t *end = unescape(text, length, text_out_);
  if (!end) return false;
  text = text_out_;
  length = static_cast<uint32_t>(end - text_out_);
  text_out_ = end;
  return true;
}

bool Extractor::read_value(sj_cell &cell) {
  token_++;  // the colon
  uint32_t at = *token_;
  const uint8_t *source = base_ + at;
  if (*source == '"') {
    cell.kind = SJ_STRING;
    return read_string(cell.text, cell.length);
  }
  cell.text = source;
  if (*source == '{' || *source == '[') {
    cell.kind = *source == '{' ? SJ_OBJECT : SJ_ARRAY;
    if (nested_.size() < line_end_ - at) nested_.resize(line_end_ - at);
    walker_.start(base_, line_end_, token_, stop_, max_depth_, nested_.data(), false);
    if (!walker_.value(1)) return false;
    token_ = walker_.token();
    cell.length = token_[-1] + 1 - at;
    return true;
  }
  size_t size = Walker::word_end(base_, token_, stop_, line_end_) - at;
  cell.length = static_cast<uint32_t>(size);
  token_++;
  switch (read_number(source, size, cell.integer)) {
    case NumberShape::integer: cell.kind = SJ_INT; return true;
    case NumberShape::other: cell.kind = SJ_DOUBLE; return true;
    case NumberShape::invalid: break;
  }
  std::string_view word(reinterpret_cast<const char *>(source), size);
  cell.kind = word == "null" ? SJ_NULL : SJ_BOOL;
  cell.integer = word == "true" ? 1 : 0;
  return word == "null" || word == "true" || word == "false";
}

int32_t Extractor::column_named(std::string_view name) const {
  auto found = by_name_.find(name);
  return found == by_name_.end() ? -1 : found->second;
}

KnownKey::KnownKey(std::string_view quoted, std::string_view name, int32_t column)
    : quoted(quoted), name(name), column(column), words{0, 0}, masks{0, 0} {
  size_t size = std::min<size_t>(quoted.size(), 16);
  uint8_t ones[16] = {};
  std::fill_n(ones, size, uint8_t{0xFF});
  std::memcpy(words, quoted.data(), size);
  std::memcpy(masks, ones, 16);
}

bool KnownKey::matches(const uint8_t *text, size_t limit) const {
  uint64_t start[2];
  std::memcpy(start, text, 16);
  if ((((start[0] ^ words[0]) & masks[0]) | ((start[1] ^ words[1]) & masks[1])) != 0) return false;
  if (quoted.size() <= 16) return true;
  return quoted.size() <= limit && std::memcmp(text + 16, quoted.data() + 16, quoted.size() - 16) == 0;
}

}  // namespace sj

struct sj_extractor {
  sj::Extractor extractor;
};

extern "C" sj_extractor *sj_extractor_create(
    const uint8_t *names, const uint32_t *lengths, size_t columns, uint32_t max_depth, uint32_t batch_lines) noexcept {
  return new sj_extractor{sj::Extractor(names, lengths, columns, max_depth, batch_lines)};
}

extern "C" void sj_extractor_destroy(sj_extractor *extractor) noexcept { delete extractor; }

extern "C" void sj_extract(
    sj_extractor *extractor, const uint8_t *bytes, size_t count, size_t readable, sj_batch *out) noexcept {
  extractor->extractor.batch(bytes, count, readable, *out);
}
