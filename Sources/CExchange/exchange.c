// renameat2 is a GNU extension that Swift's Glibc module does not show.
#define _GNU_SOURCE
#include "exchange.h"
#include <fcntl.h>
#include <stdio.h>

#if defined(__linux__)
int kbgen_exchange(const char *a, const char *b) {
    return renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE);
}
#elif defined(__APPLE__)
int kbgen_exchange(const char *a, const char *b) {
    return renamex_np(a, b, RENAME_SWAP);
}
#else
int kbgen_exchange(const char *a, const char *b) {
    (void)a, (void)b;
    return -1;
}
#endif
