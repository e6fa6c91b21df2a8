// The compiler reads the texts by #embed of C23, and rebuilds this file when they change.
#include "languages.h"

static const unsigned char ar[] = {
#embed "texts/ar.txt"
};
static const unsigned char de[] = {
#embed "texts/de.txt"
};
static const unsigned char es[] = {
#embed "texts/es.txt"
};
static const unsigned char fa[] = {
#embed "texts/fa.txt"
};
static const unsigned char fr[] = {
#embed "texts/fr.txt"
};
static const unsigned char hi[] = {
#embed "texts/hi.txt"
};
static const unsigned char id[] = {
#embed "texts/id.txt"
};
static const unsigned char it[] = {
#embed "texts/it.txt"
};
static const unsigned char ja[] = {
#embed "texts/ja.txt"
};
static const unsigned char ko[] = {
#embed "texts/ko.txt"
};
static const unsigned char nl[] = {
#embed "texts/nl.txt"
};
static const unsigned char pl[] = {
#embed "texts/pl.txt"
};
static const unsigned char pt[] = {
#embed "texts/pt.txt"
};
static const unsigned char ru[] = {
#embed "texts/ru.txt"
};
static const unsigned char tr[] = {
#embed "texts/tr.txt"
};
static const unsigned char uk[] = {
#embed "texts/uk.txt"
};
static const unsigned char vi[] = {
#embed "texts/vi.txt"
};
static const unsigned char zh[] = {
#embed "texts/zh.txt"
};
static const unsigned char zh_hant[] = {
#embed "texts/zh-Hant.txt"
};

static const struct kbgen_language languages[] = {
    {"ar", ar, sizeof ar},
    {"de", de, sizeof de},
    {"es", es, sizeof es},
    {"fa", fa, sizeof fa},
    {"fr", fr, sizeof fr},
    {"hi", hi, sizeof hi},
    {"id", id, sizeof id},
    {"it", it, sizeof it},
    {"ja", ja, sizeof ja},
    {"ko", ko, sizeof ko},
    {"nl", nl, sizeof nl},
    {"pl", pl, sizeof pl},
    {"pt", pt, sizeof pt},
    {"ru", ru, sizeof ru},
    {"tr", tr, sizeof tr},
    {"uk", uk, sizeof uk},
    {"vi", vi, sizeof vi},
    {"zh", zh, sizeof zh},
    {"zh-Hant", zh_hant, sizeof zh_hant},
    {0, 0, 0},
};

const struct kbgen_language *kbgen_languages(void) { return languages; }
