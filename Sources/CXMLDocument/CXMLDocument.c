#include "CXMLDocument.h"

#include "Blocks.h"

#include <CXMLQuiet.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

typedef struct {
  xmlParserCtxtPtr parser;
  const cxml_handler *handler;
  void *user;
  /// Why the reading ended before the document did; null where the handler ended it, or nothing did.
  const char *refusal;
  int stopped;
  // Room for the attributes and namespaces of one element, kept from one to the next.
  cxml_attribute *attributes;
  size_t attribute_capacity;
  cxml_namespace *namespaces;
  size_t namespace_capacity;
} reading;

static void note(cxml_error *error, int line, const char *message) {
  error->line = line > 0 ? line : 1;
  strncpy(error->message, message, sizeof error->message - 1);
  error->message[sizeof error->message - 1] = '\0';
}

/// What is wrong, without what stands there: messages of the library may quote the document.
static const char *reason(int code) {
  switch (code) {
    case XML_ERR_NO_MEMORY: return "there is not enough memory to read it";
    case XML_ERR_DOCUMENT_EMPTY: return "the document is empty";
    case XML_ERR_DOCUMENT_END: return "something follows the end of the document";
    case XML_ERR_TAG_NAME_MISMATCH: return "an element is closed by another name than it was opened with";
    case XML_ERR_TAG_NOT_FINISHED: return "the document ends within an element";
    case XML_ERR_UNDECLARED_ENTITY: return "an entity is used that XML does not have";
    case XML_ERR_INVALID_CHAR: return "a character stands there that XML does not allow";
    case XML_ERR_INVALID_ENCODING: return "the text is not in the encoding that it says";
    case XML_ERR_ATTRIBUTE_REDEFINED:
    case XML_NS_ERR_ATTRIBUTE_REDEFINED: return "an attribute is given twice";
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

static void stop(reading *self, const char *refusal) {
  self->stopped = 1;
  if (self->refusal == NULL) self->refusal = refusal;
  xmlStopParser(self->parser);
}

static void go_on(reading *self, int answer) {
  if (answer != 0) stop(self, NULL);
}

static int line_of(const reading *self) { return xmlSAX2GetLineNumber(self->parser); }

// Encodings that have ASCII where it is, so that tags and quotes can be told from the bytes; UTF-16 is told by its first bytes.
static int is_known_encoding(const char *name) {
  static const char *const beginnings[] = {"UTF-8", "UTF8", "UTF-16", "US-ASCII", "ASCII", "ISO-8859-", "ISO8859-",
    "ISO-LATIN-", "ISO_8859-", "WINDOWS-125", "CP125", "CP-125", NULL};
  for (size_t index = 0; beginnings[index] != NULL; index++) {
    if (strncasecmp(name, beginnings[index], strlen(beginnings[index])) == 0) return 1;
  }
  return 0;
}

static void on_start_document(void *user) {
  reading *self = user;
  const xmlChar *encoding = self->parser->encoding;
  if (encoding == NULL && self->parser->input != NULL) encoding = self->parser->input->encoding;
  if (encoding != NULL && !is_known_encoding((const char *)encoding)) {
    stop(self, "the document is in an encoding that is not read; write it as UTF-8");
  }
}

static void on_document_type(
  void *user, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
  (void)name;
  (void)external;
  (void)system;
  stop(user, "the document has a DOCTYPE, which may declare entities; remove it");
}

/// Room for `count` items of `size` bytes; 0 where there is none.
static int make_room(void **items, size_t *capacity, size_t count, size_t size) {
  if (count <= *capacity) return 1;
  size_t wanted = count < 16 ? 16 : count;
  if (wanted > SIZE_MAX / size) return 0;
  void *larger = realloc(*items, wanted * size);
  if (larger == NULL) return 0;
  *items = larger;
  *capacity = wanted;
  return 1;
}

static void on_start_element(
  void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
  const xmlChar **namespaces, int attribute_count, int default_count, const xmlChar **attributes) {
  (void)default_count;
  reading *self = user;
  if (self->stopped) return;
  size_t names = namespace_count > 0 ? (size_t)namespace_count : 0;
  size_t values = attribute_count > 0 ? (size_t)attribute_count : 0;
  if (
    !make_room((void **)&self->namespaces, &self->namespace_capacity, names, sizeof(cxml_namespace)) ||
    !make_room((void **)&self->attributes, &self->attribute_capacity, values, sizeof(cxml_attribute))) {
    return stop(self, "there is not enough memory to read it");
  }
  for (size_t index = 0; index < names; index++) {
    self->namespaces[index].prefix = (const char *)namespaces[index * 2];
    self->namespaces[index].uri = (const char *)namespaces[index * 2 + 1];
  }
  for (size_t index = 0; index < values; index++) {
    const xmlChar **parts = attributes + index * 5;
    cxml_attribute *attribute = &self->attributes[index];
    attribute->local = (const char *)parts[0];
    attribute->prefix = (const char *)parts[1];
    attribute->uri = (const char *)parts[2];
    attribute->value.start = (const char *)parts[3];
    attribute->value.count = parts[4] >= parts[3] ? (size_t)(parts[4] - parts[3]) : 0;
  }
  go_on(
    self, self->handler->start_element(
            self->user, (const char *)local, (const char *)prefix, (const char *)uri, line_of(self), self->namespaces,
            names, self->attributes, values));
}

static void on_end_element(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
  (void)local;
  (void)prefix;
  (void)uri;
  reading *self = user;
  if (!self->stopped) go_on(self, self->handler->end_element(self->user));
}

static void on_characters(void *user, const xmlChar *text, int count) {
  reading *self = user;
  if (self->stopped || count <= 0) return;
  go_on(self, self->handler->characters(self->user, (const char *)text, (size_t)count));
}

static void on_comment(void *user, const xmlChar *text) {
  reading *self = user;
  if (!self->stopped) go_on(self, self->handler->comment(self->user, (const char *)text, line_of(self)));
}

static void on_instruction(void *user, const xmlChar *target, const xmlChar *data) {
  reading *self = user;
  if (self->stopped) return;
  go_on(self, self->handler->instruction(self->user, (const char *)target, (const char *)data, line_of(self)));
}

static int ended_badly(const reading *self, cxml_error *error, int is_begun) {
  xmlErrorPtr last = xmlCtxtGetLastError(self->parser);
  // The library calls everything empty that does not begin with an element.
  int is_text = last != NULL && last->code == XML_ERR_DOCUMENT_EMPTY && is_begun;
  note(
    error, last != NULL ? last->line : 1,
    is_text ? "the document does not begin like XML" : reason(last != NULL ? last->code : 0));
  return -1;
}

/// Has the parser, which is let go afterwards, tell the handler what it reads. `is_begun` says whether it is given anything but blanks.
static int read_all(
  xmlParserCtxtPtr parser, const cxml_handler *handler, void *user, cxml_error *error, int (*is_begun)(const void *),
  const void *input) {
  if (parser == NULL) {
    note(error, 1, reason(XML_ERR_NO_MEMORY));
    return -1;
  }
  reading self = {.parser = parser, .handler = handler, .user = user};
  xmlSAXHandler events = {
    .initialized = XML_SAX2_MAGIC,
    .startDocument = on_start_document,
    .internalSubset = on_document_type,
    .startElementNs = on_start_element,
    .endElementNs = on_end_element,
    .characters = on_characters,
    .ignorableWhitespace = on_characters,
    .cdataBlock = on_characters,
    .comment = on_comment,
    .processingInstruction = on_instruction,
  };
  *parser->sax = events;
  parser->userData = &self;
  // NOENT has values hold the characters that references stand for. There are no other entities to be put in: a DOCTYPE ends
  // the reading before it is looked into.
  xmlCtxtUseOptions(
    parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);
  // The options put functions of the library's own where errors are told.
  parser->sax->warning = NULL;
  parser->sax->error = NULL;
  parser->sax->fatalError = NULL;
  xmlParseDocument(parser);
  int answer = 0;
  if (self.refusal != NULL) {
    note(error, line_of(&self), self.refusal);
    answer = -1;
  } else if (self.stopped) {
    error->line = line_of(&self);
    answer = 1;
  } else if (!parser->wellFormed || !parser->nsWellFormed) {
    answer = ended_badly(&self, error, is_begun(input));
  }
  free(self.attributes);
  free(self.namespaces);
  if (parser->myDoc != NULL) {
    xmlFreeDoc(parser->myDoc);
    parser->myDoc = NULL;
  }
  xmlFreeParserCtxt(parser);
  return answer;
}

static void begin(cxml_error *error) {
  cxml_be_quiet();
  error->line = 1;
  error->message[0] = '\0';
}

static int are_begun(const void *input) {
  const cxml_text *text = input;
  return !is_blank(text->start, text->count);
}

int cxml_read(const char *bytes, size_t count, const cxml_handler *handler, void *user, cxml_error *error) {
  begin(error);
  if (count > 1u << 30) {
    note(error, 1, "the document is larger than a gigabyte");
    return -1;
  }
  if (count == 0) {
    note(error, 1, reason(XML_ERR_DOCUMENT_EMPTY));
    return -1;
  }
  cxml_text text = {.start = bytes, .count = count};
  return read_all(xmlCreateMemoryParserCtxt(bytes, (int)count), handler, user, error, are_begun, &text);
}

int cxml_read_source(const cxml_source *source, const cxml_handler *handler, void *user, cxml_error *error) {
  begin(error);
  cxml_blocks *blocks = cxml_blocks_open(source);
  if (blocks == NULL) {
    note(error, 1, reason(XML_ERR_NO_MEMORY));
    return -1;
  }
  xmlParserCtxtPtr parser =
    xmlCreateIOParserCtxt(NULL, NULL, cxml_blocks_read, NULL, blocks, XML_CHAR_ENCODING_NONE);
  int answer = read_all(parser, handler, user, error, cxml_blocks_are_begun, blocks);
  int line = cxml_blocks_refused_line(blocks);
  if (line != 0) {
    error->line = line;
    answer = 2;
  }
  cxml_blocks_close(blocks);
  return answer;
}
