#include "CWorkbook.h"

#include <stdlib.h>
#include <zip.h>

struct cworkbook_archive {
  zip_t *zip;
};

cworkbook_archive *cworkbook_open(const uint8_t *bytes, size_t count) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t *source = zip_source_buffer_create(bytes, count, 0, &error);
  if (source == NULL) {
    zip_error_fini(&error);
    return NULL;
  }
  zip_t *zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  zip_error_fini(&error);
  if (zip == NULL) {
    zip_source_free(source);
    return NULL;
  }
  cworkbook_archive *archive = malloc(sizeof *archive);
  if (archive == NULL) {
    zip_discard(zip);
    return NULL;
  }
  archive->zip = zip;
  return archive;
}

void cworkbook_close(cworkbook_archive *archive) {
  if (archive == NULL) return;
  zip_discard(archive->zip);
  free(archive);
}

uint64_t cworkbook_count(cworkbook_archive *archive) {
  zip_int64_t count = zip_get_num_entries(archive->zip, 0);
  return count < 0 ? 0 : (uint64_t)count;
}

int cworkbook_describe(cworkbook_archive *archive, uint64_t index, cworkbook_entry *entry) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(archive->zip, index, ZIP_FL_ENC_RAW, &stat) != 0) return 0;
  if ((stat.valid & ZIP_STAT_SIZE) == 0 || (stat.valid & ZIP_STAT_NAME) == 0) return 0;
  entry->name = stat.name;
  entry->size = stat.size;
  entry->compressed = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : stat.size;
  entry->is_encrypted =
    (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE;
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  entry->is_link = zip_file_get_external_attributes(archive->zip, index, 0, &system, &attributes) == 0
                   && system == ZIP_OPSYS_UNIX && ((attributes >> 16) & 0170000) == 0120000;
  return 1;
}

int cworkbook_read(cworkbook_archive *archive, uint64_t index, uint8_t *bytes, uint64_t size) {
  zip_file_t *file = zip_fopen_index(archive->zip, index, 0);
  if (file == NULL) return 0;
  uint64_t done = 0;
  int good = 1;
  while (done < size) {
    zip_int64_t count = zip_fread(file, bytes + done, size - done);
    if (count <= 0) {
      good = 0;
      break;
    }
    done += (uint64_t)count;
  }
  // One more byte than declared is a lie; reading to the end is also what compares the checksum.
  uint8_t more;
  if (good && zip_fread(file, &more, 1) != 0) good = 0;
  if (zip_fclose(file) != 0) good = 0;
  return good;
}

struct cworkbook_part {
  zip_file_t *file;
};

cworkbook_part *cworkbook_part_open(cworkbook_archive *archive, uint64_t index) {
  zip_file_t *file = zip_fopen_index(archive->zip, index, 0);
  if (file == NULL) return NULL;
  cworkbook_part *part = malloc(sizeof *part);
  if (part == NULL) {
    zip_fclose(file);
    return NULL;
  }
  part->file = file;
  return part;
}

uint64_t cworkbook_part_fill(cworkbook_part *part, uint8_t *bytes, uint64_t size, int *failed) {
  uint64_t done = 0;
  *failed = 0;
  while (done < size) {
    zip_int64_t count = zip_fread(part->file, bytes + done, size - done);
    if (count < 0) *failed = 1;
    if (count <= 0) break;
    done += (uint64_t)count;
  }
  return done;
}

int64_t cworkbook_part_read(cworkbook_part *part, uint8_t *bytes, uint64_t size) {
  int failed;
  uint64_t done = cworkbook_part_fill(part, bytes, size, &failed);
  return failed ? -1 : (int64_t)done;
}

void cworkbook_part_close(cworkbook_part *part) {
  if (part == NULL) return;
  zip_fclose(part->file);
  free(part);
}
