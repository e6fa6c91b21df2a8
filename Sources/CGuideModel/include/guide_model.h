// The weights by which articles are read, as Tests/Guides/train.py writes them.
#pragma once
#include <stddef.h>

const unsigned char *kbgen_guide_weights(void);
size_t kbgen_guide_weight_count(void);
