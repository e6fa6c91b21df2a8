// What the interface says in languages other than English.
#pragma once
#include <stddef.h>

struct kbgen_language {
    /// A language tag by BCP 47; null behind the last language.
    const char *tag;
    /// UTF-8: a line for each text, with its key, " = " and the text.
    const unsigned char *bytes;
    size_t count;
};

/// All languages.
const struct kbgen_language *kbgen_languages(void);
