// renameat2 and syscall are extensions that Swift's Glibc module does not show.
#define _GNU_SOURCE
#include "files.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#if defined(__linux__)
#include <linux/openat2.h>
#include <sys/syscall.h>

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

#define READING (O_RDONLY | O_CLOEXEC | O_NONBLOCK)

// Opens each folder relative to the one above, so that none of them can be replaced by a link in between.
static int open_by_steps(const char *path) {
    int folder = open("/", O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    while (folder >= 0) {
        while (*path == '/') path++;
        size_t length = strcspn(path, "/");
        int is_last = path[length] == '\0';
        char name[256];
        if (length >= sizeof name) {
            close(folder);
            errno = ENAMETOOLONG;
            return -1;
        }
        memcpy(name, path, length);
        name[length] = '\0';
        int next = openat(folder, name, READING | O_NOFOLLOW | (is_last ? 0 : O_DIRECTORY));
        int error = errno;
        close(folder);
        // A link where a folder is asked for is no folder.
        errno = !is_last && next < 0 && error == ENOTDIR ? ELOOP : error;
        if (is_last || next < 0) return next;
        folder = next;
        path += length;
    }
    return -1;
}

int kbgen_open_unlinked(const char *path) {
#if defined(__linux__)
    struct open_how how = {.flags = READING, .resolve = RESOLVE_NO_SYMLINKS};
    int file = (int)syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof how);
    // Kernels before 5.6 and some sandboxes do not have it.
    if (file >= 0 || (errno != ENOSYS && errno != EPERM)) return file;
#endif
    return open_by_steps(path);
}
