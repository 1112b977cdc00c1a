#include "CHTMLPage.h"

#include <CXMLQuiet.h>
#include <limits.h>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>

chtml_page *chtml_parse(const uint8_t *bytes, size_t count, int *is_whole) {
  *is_whole = 0;
  if (count == 0 || count > INT_MAX) return NULL;
  cxml_be_quiet();
  htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt((const char *)bytes, (int)count);
  if (context == NULL) return NULL;
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  htmlCtxtUseOptions(context, options);
  xmlCharEncodingHandlerPtr utf8 = xmlFindCharEncodingHandler("UTF-8");
  if (utf8 != NULL) xmlSwitchToEncoding(context, utf8);
  htmlParseDocument(context);
  // The parser halts where it has no memory or too many levels, and says it in no other way.
  *is_whole = context->disableSAX == 0 && context->input != NULL && context->input->cur >= context->input->end;
  xmlDocPtr document = context->myDoc;
  context->myDoc = NULL;
  htmlFreeParserCtxt(context);
  return (chtml_page *)document;
}

void chtml_free(chtml_page *page) { xmlFreeDoc((xmlDocPtr)page); }

const chtml_node *chtml_first(const chtml_page *page) { return (const chtml_node *)((const xmlDoc *)page)->children; }

const chtml_node *chtml_child(const chtml_node *node) {
  const xmlNode *own = (const xmlNode *)node;
  return own->type == XML_ELEMENT_NODE ? (const chtml_node *)own->children : NULL;
}

const chtml_node *chtml_next(const chtml_node *node) { return (const chtml_node *)((const xmlNode *)node)->next; }

const char *chtml_name(const chtml_node *node) {
  const xmlNode *own = (const xmlNode *)node;
  return own->type == XML_ELEMENT_NODE ? (const char *)own->name : NULL;
}

const char *chtml_text(const chtml_node *node) {
  const xmlNode *own = (const xmlNode *)node;
  if (own->type != XML_TEXT_NODE && own->type != XML_CDATA_SECTION_NODE) return NULL;
  return (const char *)own->content;
}

int chtml_line(const chtml_node *node) {
  long line = xmlGetLineNo((const xmlNode *)node);
  return line < 1 || line > INT_MAX ? 1 : (int)line;
}
