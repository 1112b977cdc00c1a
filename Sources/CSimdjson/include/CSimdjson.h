#pragma once

// JSON reading with simdjson, as a C interface.
//
// simdjson's first stage finds every token and checks the UTF-8 of the whole text with vector instructions that it
// picks when the program starts. The second stage is in this folder: it walks those tokens, so every value has the
// offset that it came from, duplicate keys are refused, and numbers that fit no machine type keep their text.

#include <stddef.h>
#include <stdint.h>

// No exception leaves these functions: frames of Swift cannot be unwound. Where C++ has no memory, `sj_parse` says so, but
// for a buffer of simdjson's own; the others end the process, as Swift's own allocations do.
#ifdef __cplusplus
#define SJ_NOEXCEPT noexcept
extern "C" {
#else
#define SJ_NOEXCEPT
#endif

/// Readable bytes that must follow a batch of lines for it to be read in place; else it is copied first.
enum { SJ_PADDING = 64 };

/// What a value is.
enum {
  SJ_MISSING = 0,
  SJ_NULL = 1,
  SJ_BOOL = 2,
  SJ_INT = 3,
  SJ_DOUBLE = 4,
  SJ_STRING = 5,
  SJ_ARRAY = 6,
  SJ_OBJECT = 7,
};

/// Why a text was refused.
enum {
  SJ_OK = 0,
  SJ_ERROR_EMPTY,
  SJ_ERROR_UTF8,
  SJ_ERROR_UNCLOSED_STRING,
  SJ_ERROR_CONTROL_CHARACTER,
  SJ_ERROR_ESCAPE,
  SJ_ERROR_NUMBER,
  SJ_ERROR_EXPECTED_VALUE,
  SJ_ERROR_EXPECTED_KEY,
  SJ_ERROR_EXPECTED_COLON,
  SJ_ERROR_EXPECTED_COMMA_OR_BRACE,
  SJ_ERROR_EXPECTED_COMMA_OR_BRACKET,
  SJ_ERROR_INCOMPLETE,
  SJ_ERROR_TRAILING,
  SJ_ERROR_DEPTH,
  SJ_ERROR_DUPLICATE_KEY,
  SJ_ERROR_SIZE,
  SJ_ERROR_MEMORY,
  SJ_ERROR_LIMIT,
};

/// One value of a parsed text, in document order; children follow their parent.
typedef struct {
  uint32_t line;         // newlines before the value, counted from the start of the text
  uint32_t next;         // index of the node after this one and all its descendants
  uint32_t key_offset;   // into the text buffer; only for members of an object
  uint32_t key_length;
  uint32_t text_offset;  // into the text buffer: the string, unescaped, or the number as written
  uint32_t text_length;
  uint32_t count;        // members or elements; for SJ_BOOL 0 or 1
  uint32_t kind;
} sj_node;

/// A parsed text. The pointers are good until the parser is used again.
typedef struct {
  const sj_node *nodes;
  size_t node_count;
  const uint8_t *text;
  size_t text_count;
  int error;             // SJ_OK or SJ_ERROR_…
  size_t error_offset;   // in the source
  const char *path;      // JSON pointer of the place of the error, UTF-8
  size_t path_count;
  size_t containers;     // nodes that are lists or objects
} sj_document;

typedef struct sj_parser sj_parser;

sj_parser *sj_parser_create(void) SJ_NOEXCEPT;
void sj_parser_destroy(sj_parser *parser) SJ_NOEXCEPT;

/// Parses one JSON text. Reads nothing behind it. One of more than `max_nodes` values is refused at the first past them.
void sj_parse(
    sj_parser *parser, const uint8_t *bytes, size_t count, uint32_t max_depth, size_t max_nodes, sj_document *out)
  SJ_NOEXCEPT;

/// One field of one line.
typedef struct {
  const uint8_t *text;   // the string, unescaped, or the number as written
  int64_t integer;       // for SJ_INT and SJ_BOOL
  uint32_t length;
  uint32_t kind;
} sj_cell;

/// One line of a block.
typedef struct {
  size_t offset;         // in the batch
  size_t length;         // bytes without the newline
  uint32_t line;         // lines before it in the batch, blank ones included
} sj_line;

/// The fields of some lines. The pointers are good until the extractor is used again.
typedef struct {
  size_t consumed;       // bytes of the lines that this batch covers, with their newlines
  uint32_t lines;        // lines that this batch covers, blank ones included
  uint32_t row_count;
  uint32_t rejected_count;
  const sj_line *rows;
  const sj_line *rejected;
  const sj_cell *cells;  // row_count × columns
} sj_batch;

typedef struct sj_extractor sj_extractor;

/// `names` holds the column names end to end, `lengths` their sizes. A name may occur more than once.
sj_extractor *sj_extractor_create(
    const uint8_t *names, const uint32_t *lengths, size_t columns, uint32_t max_depth, uint32_t batch_lines)
  SJ_NOEXCEPT;
void sj_extractor_destroy(sj_extractor *extractor) SJ_NOEXCEPT;

/// Reads the next lines of a block of JSON lines. The caller moves on by `consumed` until the block is used up.
/// `readable` is how many bytes from `bytes` on may be read, `count` or more. A line that is not one valid object
/// is rejected; `sj_parse` says why.
void sj_extract(sj_extractor *extractor, const uint8_t *bytes, size_t count, size_t readable, sj_batch *out)
  SJ_NOEXCEPT;

/// How far the elements of one list were found.
typedef struct {
  size_t scanned;        // bytes looked at; set to 0 and move the rest of an element to the front for the next block
  size_t start;          // where the element at hand begins
  uint32_t phase;
  uint32_t depth;
  uint32_t in_string;
  uint32_t escaped;
} sj_splitter;

/// Where an element stands, without its comma.
typedef struct {
  size_t start;
  size_t end;
} sj_range;

enum {
  SJ_SPLIT_MORE = 0,     // all bytes were looked at, and the list goes on
  SJ_SPLIT_CLOSED,       // the list is closed, and nothing but white space follows so far
  SJ_SPLIT_FULL,         // no room for more ranges
  SJ_SPLIT_BROKEN,       // something else than an element, a comma or the end of the list stands at `scanned`
  SJ_SPLIT_TRAILING,     // something stands behind the list
};

/// Finds where the elements of a list end, by brackets and strings alone; the parser says whether they are valid. Start
/// with a splitter of zeros.
int sj_split_elements(
    sj_splitter *state, const uint8_t *bytes, size_t count, sj_range *ranges, size_t capacity, size_t *found)
  SJ_NOEXCEPT;

/// The first place from `from` on at which something begins that secrets are known by, or `count`: `://`, `eyJ`, `---`, `bea`
/// and `bas` in any case, `=`, `x-`, and `":`; in the source of a JSON text `\"`, `\u0` and `:\` in the place of the last.
size_t sj_sweep(const uint8_t *bytes, size_t count, size_t from, int is_escaped) SJ_NOEXCEPT;

/// Newlines in a text.
size_t sj_count_newlines(const uint8_t *bytes, size_t count) SJ_NOEXCEPT;

/// The offset of the first byte that is not well-formed UTF-8, or `count`.
size_t sj_first_invalid_utf8(const uint8_t *bytes, size_t count) SJ_NOEXCEPT;

#ifdef __cplusplus
}
#endif
