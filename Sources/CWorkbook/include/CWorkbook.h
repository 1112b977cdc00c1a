#pragma once

// ZIP archives by way of libzip and XML by way of libxml2, as a small C interface for reading workbooks. Everything is
// read from memory; nothing is written to disk, and no document can make the parser read anything else.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cworkbook_archive cworkbook_archive;

/// Opens an archive and checks that its parts fit together. Null when it is none; the bytes must stay while it is open.
cworkbook_archive *cworkbook_open(const uint8_t *bytes, size_t count);
void cworkbook_close(cworkbook_archive *archive);

typedef struct {
  /// Good as long as the archive is; may hold any bytes but null.
  const char *name;
  uint64_t size;
  uint64_t compressed;
  int is_encrypted;
  int is_link;
} cworkbook_entry;

uint64_t cworkbook_count(cworkbook_archive *archive);
/// 0 when the entry cannot be described.
int cworkbook_describe(cworkbook_archive *archive, uint64_t index, cworkbook_entry *entry);
/// Reads a whole entry of `size` bytes; 0 when it cannot be read, is shorter or longer, or fails its checksum.
int cworkbook_read(cworkbook_archive *archive, uint64_t index, uint8_t *bytes, uint64_t size);

typedef struct cworkbook_part cworkbook_part;

/// Begins to read an entry piece by piece; null when it cannot be read.
cworkbook_part *cworkbook_part_open(cworkbook_archive *archive, uint64_t index);
/// Fills `bytes`, less only at the end; -1 when the entry cannot be read or fails its checksum.
int64_t cworkbook_part_read(cworkbook_part *part, uint8_t *bytes, uint64_t size);
/// The same, but gives what was read before a failure too, and sets `failed` then.
uint64_t cworkbook_part_fill(cworkbook_part *part, uint8_t *bytes, uint64_t size, int *failed);
void cworkbook_part_close(cworkbook_part *part);

typedef struct cworkbook_xml cworkbook_xml;

typedef enum {
  CWORKBOOK_END = 0,
  CWORKBOOK_OPEN = 1,
  CWORKBOOK_CLOSE = 2,
  CWORKBOOK_TEXT = 3,
  /// Not well-formed, too deep, or a DOCTYPE.
  CWORKBOOK_FAILED = 4,
} cworkbook_event;

cworkbook_xml *cworkbook_xml_create(const uint8_t *bytes, size_t count);
void cworkbook_xml_destroy(cworkbook_xml *xml);
cworkbook_event cworkbook_xml_next(cworkbook_xml *xml);
/// The local name of the element that was opened or closed; good until the next event.
const char *cworkbook_xml_name(cworkbook_xml *xml);
/// The text; good until the next event.
const char *cworkbook_xml_text(cworkbook_xml *xml);
/// The value of an attribute by its local name, or null; good until the next call on this reader.
const char *cworkbook_xml_attribute(cworkbook_xml *xml, const char *name);
int cworkbook_xml_line(cworkbook_xml *xml);

#ifdef __cplusplus
}
#endif
