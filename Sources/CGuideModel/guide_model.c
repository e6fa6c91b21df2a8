// The compiler reads the weights by #embed of C23, and rebuilds this file when they change.
#include "guide_model.h"

static const unsigned char weights[] = {
#embed "weights.bin"
};

const unsigned char *kbgen_guide_weights(void) { return weights; }
size_t kbgen_guide_weight_count(void) { return sizeof weights; }
