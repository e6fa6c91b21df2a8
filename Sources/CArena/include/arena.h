#ifndef KBGEN_ARENA_H
#define KBGEN_ARENA_H
#include <cmark.h>

/// An allocator of libcmark's for one document at a time on this thread: memory is taken from large pieces, and given back all at once.
cmark_mem *kbgen_arena(void);
/// Gives back what the thread's arena has handed out; nothing of it may be used any more.
void kbgen_arena_reset(void);

#endif
