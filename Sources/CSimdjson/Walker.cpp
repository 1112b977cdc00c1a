#include "Walker.hpp"

namespace sj {

void Walker::start(const uint8_t *base, size_t count, const uint32_t *token, const uint32_t *end, uint32_t max_depth,
                   uint8_t *text, bool counts_lines) {
  base_ = base;
  count_ = count;
  token_ = token;
  end_ = end;
  max_depth_ = max_depth;
  text_start_ = text;
  text_ = text;
  counts_lines_ = counts_lines;
  line_offset_ = 0;
  line_ = 0;
  error = SJ_OK;
  error_offset = 0;
  nodes.clear();
  containers = 0;
  path.clear();
  key_offsets_.clear();
}

uint32_t Walker::line_at(uint32_t offset) {
  if (!counts_lines_) return 0;
  // Tokens come in order, so the text is gone over once in all.
  line_ += static_cast<uint32_t>(sj_count_newlines(base_ + line_offset_, offset - line_offset_));
  line_offset_ = offset;
  return line_;
}

bool Walker::string(uint32_t &offset, uint32_t &length) {
  uint32_t open = *token_;
  uint32_t close = closing_quote(base_, token_, end_, count_);
  if (close == open) return fail(SJ_ERROR_UNCLOSED_STRING, open);
  const uint8_t *source = base_ + open + 1;
  size_t size = close - open - 1;
  uint8_t *end = unescape(source, size, text_);
  if (!end) return fail(SJ_ERROR_ESCAPE, open + 1 + bad_escape(source, size));
  offset = static_cast<uint32_t>(text_ - text_start_);
  length = static_cast<uint32_t>(end - text_);
  text_ = end;
  token_++;
  return true;
}

bool Walker::value(uint32_t depth) {
  if (token_ == end_) return fail(SJ_ERROR_INCOMPLETE, count_);
  uint32_t at = *token_;
  size_t index = nodes.size();
  if (index >= max_nodes) return fail(SJ_ERROR_LIMIT, at);
  nodes.push_back(sj_node{line_at(at), 0, 0, 0, 0, 0, 0, SJ_NULL});
  bool done = true;
  switch (base_[at]) {
    case '{':
      containers++;
      if (depth >= max_depth_) return fail(SJ_ERROR_DEPTH, at);
      done = object(index, depth + 1);
      break;
    case '[':
      containers++;
      if (depth >= max_depth_) return fail(SJ_ERROR_DEPTH, at);
      done = array(index, depth + 1);
      break;
    case '"': {
      uint32_t offset = 0, length = 0;
      if (!string(offset, length)) return false;
      nodes[index].kind = SJ_STRING;
      nodes[index].text_offset = offset;
      nodes[index].text_length = length;
      break;
    }
    default: {
      size_t size = word_end(base_, token_, end_, count_) - at;
      const char *word = reinterpret_cast<const char *>(base_ + at);
      std::string_view text(word, size);
      sj_node &node = nodes[index];
      if (text == "null") {
        node.kind = SJ_NULL;
      } else if (text == "true" || text == "false") {
        node.kind = SJ_BOOL;
        node.count = text == "true" ? 1 : 0;
      } else {
        int64_t number = 0;
        NumberShape shape = read_number(base_ + at, size, number);
        if (shape == NumberShape::invalid) {
          bool looks_like_number = word[0] == '-' || (word[0] >= '0' && word[0] <= '9');
          return fail(looks_like_number ? SJ_ERROR_NUMBER : SJ_ERROR_EXPECTED_VALUE, at);
        }
        node.kind = shape == NumberShape::integer ? SJ_INT : SJ_DOUBLE;
        node.text_offset = static_cast<uint32_t>(text_ - text_start_);
        node.text_length = static_cast<uint32_t>(size);
        std::memcpy(text_, word, size);
        text_ += size;
      }
      token_++;
    }
  }
  nodes[index].next = static_cast<uint32_t>(nodes.size());
  return done;
}

bool Walker::object(size_t node, uint32_t depth) {
  nodes[node].kind = SJ_OBJECT;
  token_++;
  size_t first_key = key_offsets_.size();
  if (token_ == end_) return fail(SJ_ERROR_INCOMPLETE, count_);
  if (base_[*token_] == '}') {
    token_++;
    return true;
  }
  for (;;) {
    if (token_ == end_) return fail(SJ_ERROR_INCOMPLETE, count_);
    if (base_[*token_] != '"') return fail(SJ_ERROR_EXPECTED_KEY, *token_);
    key_offsets_.push_back(*token_);
    uint32_t offset = 0, length = 0;
    if (!string(offset, length)) return false;
    if (token_ == end_) return fail(SJ_ERROR_INCOMPLETE, count_);
    if (base_[*token_] != ':') return fail(SJ_ERROR_EXPECTED_COLON, *token_);
    token_++;
    size_t child = nodes.size();
    if (!value(depth)) {
      add_to_path({reinterpret_cast<const char *>(text_start_ + offset), length});
      return false;
    }
    nodes[child].key_offset = offset;
    nodes[child].key_length = length;
    nodes[node].count++;
    if (token_ == end_) return fail(SJ_ERROR_INCOMPLETE, count_);
    uint8_t mark = base_[*token_];
    if (mark != ',' && mark != '}') return fail(SJ_ERROR_EXPECTED_COMMA_OR_BRACE, *token_);
    token_++;
    if (mark == '}') break;
  }
  bool distinct = refuse_duplicates(node, first_key);
  key_offsets_.resize(first_key);
  return distinct;
}

bool Walker::array(size_t node, uint32_t depth) {
  nodes[node].kind = SJ_ARRAY;
  token_++;
  if (token_ == end_) return fail(SJ_ERROR_INCOMPLETE, count_);
  if (base_[*token_] == ']') {
    token_++;
    return true;
  }
  for (;;) {
    if (!value(depth)) {
      add_to_path(std::to_string(nodes[node].count));
      return false;
    }
    nodes[node].count++;
    if (token_ == end_) return fail(SJ_ERROR_INCOMPLETE, count_);
    uint8_t mark = base_[*token_];
    if (mark != ',' && mark != ']') return fail(SJ_ERROR_EXPECTED_COMMA_OR_BRACKET, *token_);
    token_++;
    if (mark == ']') return true;
  }
}

bool Walker::refuse_duplicates(size_t node, size_t first_key) {
  uint32_t count = nodes[node].count;
  if (count < 2) return true;
  keys_.clear();
  size_t child = node + 1;
  for (uint32_t i = 0; i < count; i++) {
    const char *name = reinterpret_cast<const char *>(text_start_ + nodes[child].key_offset);
    keys_.push_back(Key{{name, nodes[child].key_length}, i});
    child = nodes[child].next;
  }
  uint32_t repeated = first_duplicate(keys_.data(), keys_.size());
  if (repeated == UINT32_MAX) return true;
  for (const Key &key : keys_) {
    if (key.position == repeated) add_to_path(key.name);
  }
  return fail(SJ_ERROR_DUPLICATE_KEY, key_offsets_[first_key + repeated]);
}

void Walker::add_to_path(std::string_view segment) {
  std::string text = "/";
  for (char c : segment) {
    if (c == '~') text += "~0";
    else if (c == '/') text += "~1";
    else text += c;
  }
  path.insert(0, text);
}

}  // namespace sj
