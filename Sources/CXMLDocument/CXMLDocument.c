#include "CXMLDocument.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct cxml_document {
  xmlDocPtr document;
};

struct cxml_nodes {
  xmlXPathContextPtr context;
  xmlXPathObjectPtr object;
  cxml_path_kind kind;
  char *text;
};

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void be_silent(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

static void initialise(void) {
  xmlInitParser();
  xmlSetGenericErrorFunc(NULL, be_silent);
}

static void note(cxml_error *error, int line, const char *message) {
  if (error == NULL || error->message[0] != '\0') return;
  error->line = line;
  strncpy(error->message, message, sizeof error->message - 1);
  error->message[sizeof error->message - 1] = '\0';
}

/// What is wrong, without what stands there: messages of the library may quote the document.
static const char *reason(int code) {
  switch (code) {
    case XML_ERR_DOCUMENT_EMPTY: return "the document is empty";
    case XML_ERR_DOCUMENT_END: return "something follows the end of the document";
    case XML_ERR_TAG_NAME_MISMATCH: return "an element is closed by another name than it was opened with";
    case XML_ERR_TAG_NOT_FINISHED: return "the document ends within an element";
    case XML_ERR_UNDECLARED_ENTITY: return "an entity is used that XML does not have";
    case XML_ERR_INVALID_CHAR: return "a character stands there that XML does not allow";
    case XML_ERR_INVALID_ENCODING: return "the text is not in the encoding that it says";
    case XML_ERR_ATTRIBUTE_REDEFINED: return "an attribute is given twice";
    case XML_NS_ERR_UNDEFINED_NAMESPACE: return "a name has a prefix that nothing declares";
    default: return "the document is not well-formed XML";
  }
}

static int is_blank(const char *bytes, size_t count) {
  for (size_t at = 0; at < count; at++) {
    if (strchr(" \t\r\n", bytes[at]) == NULL || bytes[at] == '\0') return 0;
  }
  return 1;
}

cxml_document *cxml_parse(const char *bytes, size_t count, int max_depth, cxml_error *error) {
  pthread_once(&once, initialise);
  error->line = 0;
  error->message[0] = '\0';
  if (count > 1u << 30) {
    note(error, 1, "the document is larger than a gigabyte");
    return NULL;
  }
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (parser == NULL) {
    note(error, 1, "out of memory");
    return NULL;
  }
  parser->sax->error = NULL;
  parser->sax->warning = NULL;
  parser->sax->fatalError = NULL;
  xmlDocPtr document = xmlCtxtReadMemory(
    parser, bytes, (int)count, NULL, NULL,
    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT);
  xmlErrorPtr last = xmlCtxtGetLastError(parser);
  if (document == NULL || !parser->wellFormed || !parser->nsWellFormed) {
    // The library calls everything empty that does not begin with an element.
    int is_text = last != NULL && last->code == XML_ERR_DOCUMENT_EMPTY && !is_blank(bytes, count);
    note(
      error, last != NULL && last->line > 0 ? last->line : 1,
      is_text ? "the document does not begin like XML" : reason(last != NULL ? last->code : 0));
    if (document != NULL) xmlFreeDoc(document);
    document = NULL;
  } else if (document->intSubset != NULL || document->extSubset != NULL) {
    note(error, 1, "the document has a DOCTYPE, which may declare entities; remove it");
    xmlFreeDoc(document);
    document = NULL;
  }
  xmlFreeParserCtxt(parser);
  if (document == NULL) return NULL;
  // The depth of the tree, without recursion.
  int depth = 0;
  for (xmlNodePtr node = xmlDocGetRootElement(document); node != NULL;) {
    if (depth > max_depth) {
      note(error, (int)xmlGetLineNo(node), "elements are nested too deep");
      xmlFreeDoc(document);
      return NULL;
    }
    if (node->children != NULL && node->type == XML_ELEMENT_NODE) {
      node = node->children;
      depth++;
      continue;
    }
    while (node != NULL && node->next == NULL && node->parent != (xmlNodePtr)document) {
      node = node->parent;
      depth--;
    }
    if (node == NULL || node->parent == (xmlNodePtr)document) break;
    node = node->next;
  }
  cxml_document *result = malloc(sizeof *result);
  if (result == NULL) {
    xmlFreeDoc(document);
    note(error, 1, "out of memory");
    return NULL;
  }
  result->document = document;
  return result;
}

void cxml_destroy(cxml_document *document) {
  if (document == NULL) return;
  xmlFreeDoc(document->document);
  free(document);
}

cxml_node cxml_root(const cxml_document *document) { return xmlDocGetRootElement(document->document); }

cxml_node cxml_document_node(const cxml_document *document) { return document->document; }

cxml_node cxml_first_child(cxml_node node) { return xmlFirstElementChild((xmlNodePtr)node); }

cxml_node cxml_next(cxml_node node) { return xmlNextElementSibling((xmlNodePtr)node); }

const char *cxml_name(cxml_node node) {
  const xmlNode *element = node;
  return element->name != NULL ? (const char *)element->name : "";
}

const char *cxml_namespace(cxml_node node) {
  const xmlNode *element = node;
  if (element->type != XML_ELEMENT_NODE && element->type != XML_ATTRIBUTE_NODE) return NULL;
  return element->ns != NULL ? (const char *)element->ns->href : NULL;
}

int cxml_line(cxml_node node) {
  const xmlNode *element = node;
  if (element->type == XML_ATTRIBUTE_NODE) element = element->parent;
  return (int)xmlGetLineNo(element);
}

cxml_node cxml_first_attribute(cxml_node node) { return ((const xmlNode *)node)->properties; }

cxml_node cxml_next_attribute(cxml_node attribute) { return ((const xmlAttr *)attribute)->next; }

char *cxml_text(cxml_node node) {
  char *text = (char *)xmlNodeGetContent((const xmlNode *)node);
  return text != NULL ? text : (char *)xmlStrdup(BAD_CAST "");
}

int cxml_has_children(cxml_node node) { return xmlFirstElementChild((xmlNodePtr)node) != NULL; }

char *cxml_serialise(cxml_node node) {
  cxml_document *copy = cxml_copy(node);
  if (copy == NULL) return (char *)xmlStrdup(BAD_CAST "");
  xmlBufferPtr buffer = xmlBufferCreate();
  xmlNodeDump(buffer, copy->document, xmlDocGetRootElement(copy->document), 0, 0);
  char *text = (char *)xmlStrdup(xmlBufferContent(buffer));
  xmlBufferFree(buffer);
  cxml_destroy(copy);
  return text;
}

void cxml_free(char *text) { xmlFree(text); }

size_t cxml_namespaces(cxml_node node, const char **prefixes, const char **uris, size_t capacity) {
  size_t count = 0;
  for (const xmlNode *at = node; at != NULL && at->type == XML_ELEMENT_NODE; at = at->parent) {
    for (const xmlNs *declared = at->nsDef; declared != NULL; declared = declared->next) {
      const char *prefix = declared->prefix != NULL ? (const char *)declared->prefix : "";
      int known = 0;
      for (size_t index = 0; index < count && index < capacity; index++) {
        if (strcmp(prefixes[index], prefix) == 0) known = 1;
      }
      if (known) continue;
      if (count < capacity) {
        prefixes[count] = prefix;
        uris[count] = declared->href != NULL ? (const char *)declared->href : "";
      }
      count++;
    }
  }
  return count;
}

cxml_document *cxml_copy(cxml_node node) {
  xmlDocPtr document = xmlNewDoc(BAD_CAST "1.0");
  if (document == NULL) return NULL;
  xmlNodePtr copy = xmlDocCopyNode((xmlNodePtr)node, document, 1);
  cxml_document *result = malloc(sizeof *result);
  if (copy == NULL || result == NULL) {
    if (copy != NULL) xmlFreeNode(copy);
    xmlFreeDoc(document);
    free(result);
    return NULL;
  }
  xmlDocSetRootElement(document, copy);
  xmlReconciliateNs(document, copy);
  result->document = document;
  return result;
}

cxml_nodes *cxml_evaluate(
  const cxml_document *document, cxml_node context, const char *expression, const char *const *prefixes,
  const char *const *uris, size_t count) {
  cxml_nodes *result = calloc(1, sizeof *result);
  if (result == NULL) abort();
  result->kind = CXML_PATH_INVALID;
  result->context = xmlXPathNewContext(document->document);
  if (result->context == NULL) return result;
  result->context->node = (xmlNodePtr)context;
  // What is wrong with an expression is said by whoever asked, not by the library.
  xmlSetGenericErrorFunc(NULL, be_silent);
  xmlSetStructuredErrorFunc(NULL, NULL);
  for (size_t index = 0; index < count; index++) {
    if (prefixes[index][0] != '\0') {
      xmlXPathRegisterNs(result->context, BAD_CAST prefixes[index], BAD_CAST uris[index]);
    }
  }
  // Work is bounded: an expression of a policy may be hostile.
  result->context->opLimit = 10000000;
  result->object = xmlXPathEvalExpression(BAD_CAST expression, result->context);
  if (result->object == NULL) return result;
  switch (result->object->type) {
    case XPATH_NODESET: result->kind = CXML_PATH_NODES; break;
    case XPATH_BOOLEAN:
    case XPATH_NUMBER:
    case XPATH_STRING:
      result->kind = CXML_PATH_VALUE;
      result->text = (char *)xmlXPathCastToString(result->object);
      break;
    default: break;
  }
  return result;
}

cxml_path_kind cxml_kind(const cxml_nodes *nodes) { return nodes->kind; }

const char *cxml_path_text(const cxml_nodes *nodes) { return nodes->text != NULL ? nodes->text : ""; }

size_t cxml_count(const cxml_nodes *nodes) {
  if (nodes->kind != CXML_PATH_NODES || nodes->object->nodesetval == NULL) return 0;
  return (size_t)nodes->object->nodesetval->nodeNr;
}

cxml_node cxml_at(const cxml_nodes *nodes, size_t index) { return nodes->object->nodesetval->nodeTab[index]; }

void cxml_destroy_nodes(cxml_nodes *nodes) {
  if (nodes == NULL) return;
  if (nodes->text != NULL) xmlFree(nodes->text);
  if (nodes->object != NULL) xmlXPathFreeObject(nodes->object);
  if (nodes->context != NULL) xmlXPathFreeContext(nodes->context);
  free(nodes);
}

int cxml_contains(cxml_node outer, cxml_node inner) {
  for (const xmlNode *at = inner; at != NULL; at = at->parent) {
    if (at == outer) return 1;
    if (at->type == XML_DOCUMENT_NODE) break;
  }
  return 0;
}

int cxml_node_kind(cxml_node node) {
  switch (((const xmlNode *)node)->type) {
    case XML_ELEMENT_NODE: return 0;
    case XML_ATTRIBUTE_NODE: return 1;
    case XML_TEXT_NODE:
    case XML_CDATA_SECTION_NODE: return 2;
    default: return 3;
  }
}
