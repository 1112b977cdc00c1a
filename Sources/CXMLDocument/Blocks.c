#include "Blocks.h"

#include <stdlib.h>
#include <string.h>

enum { block_size = 1 << 16 };

struct cxml_blocks {
  const cxml_source *source;
  // What is left of the block begins at `at` and ends at `count`.
  size_t at;
  size_t count;
  // How many bytes of a tag were seen, from its `<` on; 0 outside of one.
  size_t tag;
  // The line that the next block begins on.
  int line;
  // The line on which a tag went past the limit, 0 while none did.
  int long_line;
  int is_refused;
  int is_at_end;
  int is_begun;
  char block[block_size];
};

cxml_blocks *cxml_blocks_open(const cxml_source *source) {
  cxml_blocks *self = malloc(sizeof *self);
  if (self == NULL) return NULL;
  memset(self, 0, offsetof(struct cxml_blocks, block));
  self->source = source;
  self->line = 1;
  return self;
}

void cxml_blocks_close(cxml_blocks *self) { free(self); }

int cxml_blocks_are_begun(const void *self) { return ((const cxml_blocks *)self)->is_begun; }

int cxml_blocks_refused_line(const cxml_blocks *self) { return self->is_refused ? self->long_line : 0; }

static int is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n'; }

static int newlines(const char *bytes, size_t count) {
  int lines = 0;
  for (size_t at = 0; at < count; at++) lines += bytes[at] == '\n';
  return lines;
}

static const char *last_bracket(const char *bytes, size_t count) {
  while (count > 0) {
    count--;
    if (bytes[count] == '<' || bytes[count] == '>') return bytes + count;
  }
  return NULL;
}

/// How many bytes of the block there are before one that lies further behind the `<` of its tag than the limit. A tag that is not too
/// long has a bracket behind it within the limit: only the last of those is looked for.
static size_t measure(cxml_blocks *self) {
  const char *at = self->block, *end = self->block + self->count;
  while (at < end) {
    // The byte past the limit may still end the tag.
    size_t left = (size_t)(end - at), room = self->source->tag_limit + 2 - self->tag;
    size_t span = left < room ? left : room;
    const char *bracket = last_bracket(at, span);
    if (bracket != NULL) {
      self->tag = *bracket == '<';
      at = bracket + 1;
    } else if (self->tag != 0 && span == room) {
      return (size_t)(at - self->block) + span - 1;
    } else {
      if (self->tag != 0) self->tag += span;
      at += span;
    }
  }
  return self->count;
}

static void fill(cxml_blocks *self) {
  self->at = self->count = 0;
  if (self->long_line != 0) self->is_refused = 1;
  if (self->is_at_end || self->is_refused) return;
  self->count = self->source->next(self->source->user, self->block, block_size);
  self->is_at_end = self->count == 0;
  size_t allowed = measure(self);
  for (size_t at = 0; at < allowed && !self->is_begun; at++) self->is_begun = !is_blank(self->block[at]);
  if (allowed < self->count) {
    self->long_line = self->line + newlines(self->block, allowed + 1);
    self->count = allowed;
    // A tag that began in a block before may go past the limit at the first byte.
    if (allowed == 0) self->is_refused = 1;
  } else {
    self->line += newlines(self->block, self->count);
  }
}

int cxml_blocks_read(void *user, char *buffer, int capacity) {
  cxml_blocks *self = user;
  size_t wanted = capacity > 0 ? (size_t)capacity : 0, given = 0;
  // The parser takes fewer bytes than it asked for as the end.
  while (given < wanted) {
    if (self->at == self->count) fill(self);
    size_t left = self->count - self->at, room = wanted - given;
    size_t count = left < room ? left : room;
    if (count == 0) break;
    memcpy(buffer + given, self->block + self->at, count);
    self->at += count;
    given += count;
  }
  return (int)given;
}
