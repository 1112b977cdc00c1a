#include "CWorkbook.h"

#include <CXMLQuiet.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <stdlib.h>
#include <string.h>

struct cworkbook_xml {
  xmlTextReaderPtr reader;
  xmlChar *attribute;
  /// An empty element is closed as soon as it was opened.
  int closes;
};

enum { deepest = 64 };

/// A reader has a handler of its own, in the place of the thread's.
static void drop_error(void *context, xmlErrorPtr error) {
  (void)context;
  (void)error;
}

cworkbook_xml *cworkbook_xml_create(const uint8_t *bytes, size_t count) {
  cxml_be_quiet();
  if (count > 1u << 30) return NULL;
  xmlTextReaderPtr reader = xmlReaderForMemory(
    (const char *)bytes, (int)count, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (reader == NULL) return NULL;
  xmlTextReaderSetStructuredErrorHandler(reader, drop_error, NULL);
  cworkbook_xml *xml = calloc(1, sizeof *xml);
  if (xml == NULL) {
    xmlFreeTextReader(reader);
    return NULL;
  }
  xml->reader = reader;
  return xml;
}

void cworkbook_xml_destroy(cworkbook_xml *xml) {
  if (xml == NULL) return;
  if (xml->attribute != NULL) xmlFree(xml->attribute);
  xmlFreeTextReader(xml->reader);
  free(xml);
}

cworkbook_event cworkbook_xml_next(cworkbook_xml *xml) {
  if (xml->closes) {
    xml->closes = 0;
    return CWORKBOOK_CLOSE;
  }
  for (;;) {
    int result = xmlTextReaderRead(xml->reader);
    if (result == 0) return CWORKBOOK_END;
    if (result < 0 || xmlTextReaderDepth(xml->reader) > deepest) return CWORKBOOK_FAILED;
    switch (xmlTextReaderNodeType(xml->reader)) {
      case XML_READER_TYPE_ELEMENT:
        xml->closes = xmlTextReaderIsEmptyElement(xml->reader) == 1;
        return CWORKBOOK_OPEN;
      case XML_READER_TYPE_END_ELEMENT: return CWORKBOOK_CLOSE;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_WHITESPACE:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE: return CWORKBOOK_TEXT;
      case XML_READER_TYPE_DOCUMENT_TYPE:
      case XML_READER_TYPE_ENTITY_REFERENCE: return CWORKBOOK_FAILED;
      default: break;
    }
  }
}

const char *cworkbook_xml_name(cworkbook_xml *xml) {
  const xmlChar *name = xmlTextReaderConstLocalName(xml->reader);
  return name != NULL ? (const char *)name : "";
}

const char *cworkbook_xml_text(cworkbook_xml *xml) {
  const xmlChar *text = xmlTextReaderConstValue(xml->reader);
  return text != NULL ? (const char *)text : "";
}

const char *cworkbook_xml_attribute(cworkbook_xml *xml, const char *name) {
  const char *found = NULL;
  if (xmlTextReaderMoveToFirstAttribute(xml->reader) != 1) return NULL;
  do {
    const xmlChar *local = xmlTextReaderConstLocalName(xml->reader);
    if (local == NULL || xmlTextReaderIsNamespaceDecl(xml->reader) == 1 || strcmp((const char *)local, name) != 0) {
      continue;
    }
    if (xml->attribute != NULL) xmlFree(xml->attribute);
    xml->attribute = xmlTextReaderValue(xml->reader);
    found = (const char *)xml->attribute;
    break;
  } while (xmlTextReaderMoveToNextAttribute(xml->reader) == 1);
  xmlTextReaderMoveToElement(xml->reader);
  return found;
}

int cworkbook_xml_line(cworkbook_xml *xml) { return xmlTextReaderGetParserLineNumber(xml->reader); }
