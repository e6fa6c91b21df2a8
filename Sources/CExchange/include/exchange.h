#ifndef KBGEN_EXCHANGE_H
#define KBGEN_EXCHANGE_H

/// Exchanges two paths of one file system in one step. Returns 0, or -1 where the system or the file system cannot.
int kbgen_exchange(const char *a, const char *b);

#endif
