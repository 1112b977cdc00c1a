#pragma once

// Reads XML by way of libxml2, event by event, as a small C interface. No node of the library is ever handed out: whoever
// reads makes a tree of its own, and nothing of the library lives longer than the call.
//
// No document can make the parser read anything else: there is no network, no file, no document type definition, and no
// entity but the five that XML itself has. The library writes nothing to standard error.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
  int line;
  char message[256];
} cxml_error;

/// A piece of text that ends where its length says, not at a zero byte.
typedef struct {
  const char *start;
  size_t count;
} cxml_text;

/// Names are kept by the library as long as the call lasts: the same name has the same address.
typedef struct {
  const char *local;
  /// Null where there is none.
  const char *prefix;
  const char *uri;
  cxml_text value;
} cxml_attribute;

typedef struct {
  /// Null for the default namespace.
  const char *prefix;
  /// Null where the declaration takes the default namespace back.
  const char *uri;
} cxml_namespace;

/// What is told of a document, in its order. Each gets `user`; one that gives another answer than 0 ends the reading.
typedef struct {
  int (*start_element)(
    void *user, const char *local, const char *prefix, const char *uri, int line, const cxml_namespace *namespaces,
    size_t namespace_count, const cxml_attribute *attributes, size_t attribute_count);
  int (*end_element)(void *user);
  /// Characters, also those of a CDATA section. One text may come in several pieces.
  int (*characters)(void *user, const char *text, size_t count);
  int (*comment)(void *user, const char *text, int line);
  /// `data` may be null.
  int (*instruction)(void *user, const char *target, const char *data, int line);
} cxml_handler;

/// Reads a document of at most a gigabyte. 0 where all of it was told; -1, with the reason in `error`, where it is not
/// well-formed, has a DOCTYPE, or is in an encoding that cannot be looked through beforehand; 1 where the handler ended it.
///
/// Time: linear, but for the names of one element and the namespaces in scope, which the library compares one by one.
int cxml_read(const char *bytes, size_t count, const cxml_handler *handler, void *user, cxml_error *error);

/// Where the bytes of a document come from that need not be in memory together.
typedef struct {
  /// Puts the next bytes where there is room for `capacity` of them, and says how many there are: 0 at the end.
  size_t (*next)(void *user, char *buffer, size_t capacity);
  void *user;
  /// How long a tag may be: the library compares the attributes of one with each other.
  size_t tag_limit;
} cxml_source;

/// Reads a document of any length as `cxml_read` does, in constant memory; it may end before all bytes were asked for. 2, with the line
/// in `error`, where a tag is longer than the source allows: what stands before it was told.
int cxml_read_source(const cxml_source *source, const cxml_handler *handler, void *user, cxml_error *error);

#ifdef __cplusplus
}
#endif
