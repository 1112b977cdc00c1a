#pragma once

// The bytes of a source as the parser asks for them: by blocks, of which each tag is measured before the parser sees its end.

#include "CXMLDocument.h"

typedef struct cxml_blocks cxml_blocks;

/// Null where there is no memory.
cxml_blocks *cxml_blocks_open(const cxml_source *source);
void cxml_blocks_close(cxml_blocks *self);

/// As the parser calls it: the next bytes, none at the end and where a tag has been too long.
int cxml_blocks_read(void *self, char *buffer, int capacity);

/// Whether anything but blanks was given out.
int cxml_blocks_are_begun(const void *self);

/// The line on which a tag went past the limit, where the parser has asked for more of it; else 0.
int cxml_blocks_refused_line(const cxml_blocks *self);
