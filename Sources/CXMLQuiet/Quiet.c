#include "CXMLQuiet.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <pthread.h>
#include <stddef.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void initialise(void) { xmlInitParser(); }

/// What goes past the handler of a document, such as text that cannot be converted, goes here.
static void drop_message(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

static void drop_error(void *context, xmlErrorPtr error) {
  (void)context;
  (void)error;
}

void cxml_be_quiet(void) {
  pthread_once(&once, initialise);
  xmlSetGenericErrorFunc(NULL, drop_message);
  xmlSetStructuredErrorFunc(NULL, drop_error);
}
