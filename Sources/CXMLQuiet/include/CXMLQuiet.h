#pragma once

// What everything that reads with libxml2 does first.

#ifdef __cplusplus
extern "C" {
#endif

/// Makes libxml2 ready, and has it write nothing to the standard error from this thread: its messages quote the document.
/// The library keeps both per thread, so whoever reads calls this on the thread that reads. After the first call it costs two
/// stores.
void cxml_be_quiet(void);

#ifdef __cplusplus
}
#endif
