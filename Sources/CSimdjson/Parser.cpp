#include <algorithm>
#include <cstring>
#include <memory>
#include <new>

#include "CSimdjson.h"
#include "Tokens.hpp"
#include "Walker.hpp"

struct sj_parser {
  sj::Tokens tokens;
  sj::Walker walker;
  std::unique_ptr<uint8_t[]> text;
  size_t text_capacity = 0;
};

namespace {

void parse(
    sj_parser &parser, const uint8_t *bytes, size_t count, uint32_t max_depth, size_t max_nodes, sj_document &out) {
  out = sj_document{};
  sj::Walker &walker = parser.walker;
  out.error = parser.tokens.scan(bytes, count, out.error_offset);
  if (out.error != SJ_OK) return;
  if (count > parser.text_capacity) {
    // Room to grow saves small texts from being allocated again and again; large ones come alone.
    size_t capacity = count < (1u << 20) ? count + count / 2 : count;
    parser.text_capacity = 0;
    parser.text.reset();
    parser.text.reset(new uint8_t[capacity]);
    parser.text_capacity = capacity;
  }
  walker.start(bytes, count, parser.tokens.begin(), parser.tokens.end(), max_depth, parser.text.get(), true);
  walker.max_nodes = max_nodes;
  // Every second token at most is a value: the nodes are allocated once.
  size_t tokens = parser.tokens.end() - parser.tokens.begin();
  walker.nodes.reserve(std::min(tokens / 2 + 1, max_nodes));
  if (!walker.value(0)) {
    out.error = walker.error;
    out.error_offset = walker.error_offset;
    out.path = walker.path.data();
    out.path_count = walker.path.size();
    return;
  }
  if (walker.token() != parser.tokens.end()) {
    out.error = SJ_ERROR_TRAILING;
    out.error_offset = *walker.token();
    return;
  }
  out.nodes = walker.nodes.data();
  out.node_count = walker.nodes.size();
  out.containers = walker.containers;
  out.text = parser.text.get();
  out.text_count = walker.text_end() - parser.text.get();
}

}  // namespace

extern "C" sj_parser *sj_parser_create(void) noexcept { return new sj_parser; }

extern "C" void sj_parser_destroy(sj_parser *parser) noexcept { delete parser; }

extern "C" void sj_parse(
    sj_parser *parser, const uint8_t *bytes, size_t count, uint32_t max_depth, size_t max_nodes,
    sj_document *out) noexcept {
  try {
    parse(*parser, bytes, count, max_depth, max_nodes, *out);
  } catch (const std::bad_alloc &) {
    // Every buffer is as it was, or empty: the parser can be used again.
    *out = sj_document{};
    out->error = SJ_ERROR_MEMORY;
  }
}
