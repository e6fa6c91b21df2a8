#ifndef KBGEN_FILES_H
#define KBGEN_FILES_H

/// Exchanges two paths of one file system in one step. Returns 0, or -1 where the system or the file system cannot.
int kbgen_exchange(const char *a, const char *b);

/// Opens a file for reading, if no part of its absolute path is a symbolic link. Does not wait for the other end of a pipe.
/// Returns a descriptor, or -1 with errno set; ELOOP for a link.
int kbgen_open_unlinked(const char *path);

#endif
