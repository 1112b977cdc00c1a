#pragma once

// HTML by way of libxml2, as a small C interface: a tree that is walked from its first node on. Read from memory; nothing is
// fetched.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct chtml_page chtml_page;
typedef struct chtml_node chtml_node;

/// Parses a page in UTF-8, mending what is broken. Null when there is nothing to parse. `is_whole` is 0 where the parser
/// stopped before the end of the text: then there may be more than the tree has.
chtml_page *chtml_parse(const uint8_t *bytes, size_t count, int *is_whole);
void chtml_free(chtml_page *page);

/// Nodes are good as long as their page is.
const chtml_node *chtml_first(const chtml_page *page);
const chtml_node *chtml_child(const chtml_node *node);
const chtml_node *chtml_next(const chtml_node *node);
/// The name of an element, null for anything else.
const char *chtml_name(const chtml_node *node);
/// The text of a text node, null for anything else.
const char *chtml_text(const chtml_node *node);
int chtml_line(const chtml_node *node);

#ifdef __cplusplus
}
#endif
