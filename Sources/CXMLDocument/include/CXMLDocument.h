#pragma once

// XML documents and XPath 1.0 expressions by way of libxml2, as a small C interface.
//
// No document can make the parser read anything else: there is no network, no file, no document type definition, and no
// entity but the five that XML itself has. Sizes and depth are bounded by the caller.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cxml_document cxml_document;
typedef struct cxml_nodes cxml_nodes;
/// A node of a document; good as long as the document is.
typedef const void *cxml_node;

typedef struct {
  int line;
  char message[256];
} cxml_error;

/// Reads a document. Null, with the reason, when it is not well-formed, has a DOCTYPE, or passes a limit.
cxml_document *cxml_parse(const char *bytes, size_t count, int max_depth, cxml_error *error);
void cxml_destroy(cxml_document *document);

cxml_node cxml_root(const cxml_document *document);
/// The document itself, which is the parent of its root: what `/` means.
cxml_node cxml_document_node(const cxml_document *document);
/// The first child element, and the next sibling element; null when there is none.
cxml_node cxml_first_child(cxml_node node);
cxml_node cxml_next(cxml_node node);
const char *cxml_name(cxml_node node);
/// The namespace of an element or attribute; null when it has none.
const char *cxml_namespace(cxml_node node);
int cxml_line(cxml_node node);

/// Attributes of an element, first and next; `cxml_name` and `cxml_namespace` work on them.
cxml_node cxml_first_attribute(cxml_node node);
cxml_node cxml_next_attribute(cxml_node attribute);

/// The string value of a node: all text within it. Free with `cxml_free`.
char *cxml_text(cxml_node node);
/// True when an element has element children.
int cxml_has_children(cxml_node node);
/// The node as XML, with the namespaces that are in scope. Free with `cxml_free`.
char *cxml_serialise(cxml_node node);
void cxml_free(char *text);

/// The namespace declarations in scope of an element, `prefix` (may be empty) and `uri`, up to `capacity`; returns how
/// many there are. The texts are good as long as the document is.
size_t cxml_namespaces(cxml_node node, const char **prefixes, const char **uris, size_t capacity);

/// A copy of a node, with the namespaces in scope, as a document of its own.
cxml_document *cxml_copy(cxml_node node);

typedef enum {
  CXML_PATH_NODES = 0,
  /// The expression gives a number, a text or a truth value; `cxml_path_text` holds it.
  CXML_PATH_VALUE = 1,
  CXML_PATH_INVALID = 2,
} cxml_path_kind;

/// Evaluates an XPath 1.0 expression with a node as its context. Always returns a result.
cxml_nodes *cxml_evaluate(
  const cxml_document *document, cxml_node context, const char *expression, const char *const *prefixes,
  const char *const *uris, size_t count);
cxml_path_kind cxml_kind(const cxml_nodes *nodes);
const char *cxml_path_text(const cxml_nodes *nodes);
size_t cxml_count(const cxml_nodes *nodes);
cxml_node cxml_at(const cxml_nodes *nodes, size_t index);
void cxml_destroy_nodes(cxml_nodes *nodes);

/// Whether the second node is the first, or lies within it (an attribute lies within its element).
int cxml_contains(cxml_node outer, cxml_node inner);
/// 0 element, 1 attribute, 2 text, 3 anything else.
int cxml_node_kind(cxml_node node);

#ifdef __cplusplus
}
#endif
