#ifndef KBGEN_BUILTIN_THEME_H
#define KBGEN_BUILTIN_THEME_H

#include <stddef.h>

/// A file of the built-in theme, embedded at compile time.
struct kbgen_theme_file {
    const char *name;
    const unsigned char *bytes;
    size_t count;
};

/// The files, the last one without a name.
const struct kbgen_theme_file *kbgen_theme_files(void);

#endif
