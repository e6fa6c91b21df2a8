#include "arena.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// libcmark's own allocator calls malloc for every node; a document's nodes all live and die together.
enum { FIRST_PIECE = 1 << 20, LARGEST_KEPT = 8 << 20 };

struct piece {
  struct piece *next;
  size_t size, used;
  _Alignas(16) unsigned char bytes[];
};

static __thread struct piece *pieces;

static void *take(size_t size) {
  // The size stands before what is handed out, for realloc.
  if (size > SIZE_MAX - 64) abort();
  size_t whole = (size + 16 + 15) & ~(size_t)15;
  if (!pieces || pieces->size - pieces->used < whole) {
    size_t wanted = pieces ? pieces->size * 2 : FIRST_PIECE;
    if (wanted < whole) wanted = whole;
    struct piece *piece = malloc(sizeof(struct piece) + wanted);
    if (!piece) abort();
    piece->next = pieces;
    piece->size = wanted;
    piece->used = 0;
    pieces = piece;
  }
  unsigned char *start = pieces->bytes + pieces->used;
  pieces->used += whole;
  *(size_t *)start = size;
  return start + 16;
}

static void *arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  void *memory = take(count * size);
  return memset(memory, 0, count * size);
}

static void *arena_realloc(void *old, size_t size) {
  if (!old) return take(size);
  size_t had = *(size_t *)((unsigned char *)old - 16);
  if (size <= had) return old;
  // What was handed out last can grow where it is.
  size_t place = (size_t)((unsigned char *)old - pieces->bytes), whole = (size + 15) & ~(size_t)15;
  if ((unsigned char *)old >= pieces->bytes && place + ((had + 15) & ~(size_t)15) == pieces->used && whole <= pieces->size && place <= pieces->size - whole) {
    pieces->used = place + whole;
    *(size_t *)((unsigned char *)old - 16) = size;
    return old;
  }
  void *memory = take(size);
  return memcpy(memory, old, had);
}

static void arena_free(void *memory) { (void)memory; }

static cmark_mem arena = {arena_calloc, arena_realloc, arena_free};

cmark_mem *kbgen_arena(void) { return &arena; }

void kbgen_arena_reset(void) {
  // The newest piece is the largest: it alone is kept, unless a huge document needed it.
  struct piece *kept = pieces && pieces->size <= LARGEST_KEPT ? pieces : NULL;
  struct piece *piece = kept ? kept->next : pieces;
  while (piece) {
    struct piece *next = piece->next;
    free(piece);
    piece = next;
  }
  if (kept) {
    kept->next = NULL;
    kept->used = 0;
  }
  pieces = kept;
}
