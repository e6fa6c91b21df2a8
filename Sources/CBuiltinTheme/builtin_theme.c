// The files of Templates/, embedded with #embed of C23: the compiler reads them, and rebuilds this file when one of them changes.
#include "builtin_theme.h"

#define FILE_BYTES(name) static const unsigned char name[]

FILE_BYTES(page) = {
#embed "../../Templates/page.mustache"
};
FILE_BYTES(head) = {
#embed "../../Templates/head.mustache"
};
FILE_BYTES(header) = {
#embed "../../Templates/header.mustache"
};
FILE_BYTES(footer) = {
#embed "../../Templates/footer.mustache"
};
FILE_BYTES(not_found) = {
#embed "../../Templates/404.mustache"
};
FILE_BYTES(all_pages) = {
#embed "../../Templates/all-pages.mustache"
};
FILE_BYTES(redirect) = {
#embed "../../Templates/redirect.mustache"
};
FILE_BYTES(style) = {
#embed "../../Templates/theme.css"
};
FILE_BYTES(blocks_style) = {
#embed "../../Templates/blocks.css"
};
FILE_BYTES(guide_style) = {
#embed "../../Templates/guide.css"
};
FILE_BYTES(blocks) = {
#embed "../../Templates/blocks.js"
};
FILE_BYTES(boot) = {
#embed "../../Templates/boot.js"
};
FILE_BYTES(storage) = {
#embed "../../Templates/storage.js"
};
FILE_BYTES(script) = {
#embed "../../Templates/theme.js"
};
FILE_BYTES(notice) = {
#embed "../../Templates/notice.js"
};
FILE_BYTES(versions) = {
#embed "../../Templates/versions.js"
};
FILE_BYTES(guide_part) = {
#embed "../../Templates/guide.mustache"
};
FILE_BYTES(guide_alone) = {
#embed "../../Templates/guide-alone.mustache"
};
FILE_BYTES(guide_address) = {
#embed "../../Templates/guide-address.js"
};
FILE_BYTES(guide_clipboard) = {
#embed "../../Templates/guide-clipboard.js"
};
FILE_BYTES(guide_choices) = {
#embed "../../Templates/guide-choices.js"
};
FILE_BYTES(guide_elements) = {
#embed "../../Templates/guide-elements.js"
};
FILE_BYTES(guide_ending) = {
#embed "../../Templates/guide-ending.js"
};
FILE_BYTES(guide_extras) = {
#embed "../../Templates/guide-extras.js"
};
FILE_BYTES(guide_map) = {
#embed "../../Templates/guide-map.js"
};
FILE_BYTES(guide_text) = {
#embed "../../Templates/guide-text.js"
};
FILE_BYTES(guide_events) = {
#embed "../../Templates/guide-events.js"
};
FILE_BYTES(guide_returns) = {
#embed "../../Templates/guide-returns.js"
};
FILE_BYTES(guide_handover) = {
#embed "../../Templates/guide-handover.js"
};
FILE_BYTES(guide_html) = {
#embed "../../Templates/guide-html.js"
};
FILE_BYTES(guide_start) = {
#embed "../../Templates/guide-start.js"
};
FILE_BYTES(guide_element) = {
#embed "../../Templates/guide.js"
};
FILE_BYTES(guide_state) = {
#embed "../../Templates/guide-state.js"
};
FILE_BYTES(guide_steps) = {
#embed "../../Templates/guide-steps.js"
};
FILE_BYTES(guide_store) = {
#embed "../../Templates/guide-store.js"
};
FILE_BYTES(guide_summary) = {
#embed "../../Templates/guide-summary.js"
};
FILE_BYTES(guide_view) = {
#embed "../../Templates/guide-view.js"
};
FILE_BYTES(checklist) = {
#embed "../../Templates/checklist.js"
};
FILE_BYTES(search_page) = {
#embed "../../Templates/search.mustache"
};
FILE_BYTES(search_style) = {
#embed "../../Templates/search.css"
};
FILE_BYTES(search_start) = {
#embed "../../Templates/search.js"
};
FILE_BYTES(search_box) = {
#embed "../../Templates/search-box.js"
};
FILE_BYTES(search_source) = {
#embed "../../Templates/search-source.js"
};
FILE_BYTES(search_index) = {
#embed "../../Templates/search-index.js"
};
FILE_BYTES(search_scoring) = {
#embed "../../Templates/search-scoring.js"
};
FILE_BYTES(search_files) = {
#embed "../../Templates/search-files.js"
};
FILE_BYTES(search_terms) = {
#embed "../../Templates/search-terms.js"
};
FILE_BYTES(search_excerpt) = {
#embed "../../Templates/search-excerpt.js"
};
FILE_BYTES(search_pasted) = {
#embed "../../Templates/search-pasted.js"
};
FILE_BYTES(search_view) = {
#embed "../../Templates/search-view.js"
};
FILE_BYTES(live) = {
#embed "../../Templates/live.js"
};
FILE_BYTES(live_guide) = {
#embed "../../Templates/live-guide.js"
};
FILE_BYTES(live_panel) = {
#embed "../../Templates/live-panel.js"
};

static const struct kbgen_theme_file files[] = {
    {"page.mustache", page, sizeof page},
    {"head.mustache", head, sizeof head},
    {"header.mustache", header, sizeof header},
    {"footer.mustache", footer, sizeof footer},
    {"404.mustache", not_found, sizeof not_found},
    {"all-pages.mustache", all_pages, sizeof all_pages},
    {"redirect.mustache", redirect, sizeof redirect},
    {"theme.css", style, sizeof style},
    {"blocks.css", blocks_style, sizeof blocks_style},
    {"guide.css", guide_style, sizeof guide_style},
    {"blocks.js", blocks, sizeof blocks},
    {"boot.js", boot, sizeof boot},
    {"storage.js", storage, sizeof storage},
    {"theme.js", script, sizeof script},
    {"versions.js", versions, sizeof versions},
    {"notice.js", notice, sizeof notice},
    {"guide.mustache", guide_part, sizeof guide_part},
    {"guide-alone.mustache", guide_alone, sizeof guide_alone},
    {"guide-address.js", guide_address, sizeof guide_address},
    {"guide-clipboard.js", guide_clipboard, sizeof guide_clipboard},
    {"guide-choices.js", guide_choices, sizeof guide_choices},
    {"guide-elements.js", guide_elements, sizeof guide_elements},
    {"guide-ending.js", guide_ending, sizeof guide_ending},
    {"guide-extras.js", guide_extras, sizeof guide_extras},
    {"guide-map.js", guide_map, sizeof guide_map},
    {"guide-text.js", guide_text, sizeof guide_text},
    {"guide-events.js", guide_events, sizeof guide_events},
    {"guide-returns.js", guide_returns, sizeof guide_returns},
    {"guide-handover.js", guide_handover, sizeof guide_handover},
    {"guide-html.js", guide_html, sizeof guide_html},
    {"guide-start.js", guide_start, sizeof guide_start},
    {"guide.js", guide_element, sizeof guide_element},
    {"guide-state.js", guide_state, sizeof guide_state},
    {"guide-steps.js", guide_steps, sizeof guide_steps},
    {"guide-store.js", guide_store, sizeof guide_store},
    {"guide-summary.js", guide_summary, sizeof guide_summary},
    {"guide-view.js", guide_view, sizeof guide_view},
    {"checklist.js", checklist, sizeof checklist},
    {"search.mustache", search_page, sizeof search_page},
    {"search.css", search_style, sizeof search_style},
    {"search.js", search_start, sizeof search_start},
    {"search-box.js", search_box, sizeof search_box},
    {"search-source.js", search_source, sizeof search_source},
    {"search-index.js", search_index, sizeof search_index},
    {"search-scoring.js", search_scoring, sizeof search_scoring},
    {"search-files.js", search_files, sizeof search_files},
    {"search-terms.js", search_terms, sizeof search_terms},
    {"search-excerpt.js", search_excerpt, sizeof search_excerpt},
    {"search-pasted.js", search_pasted, sizeof search_pasted},
    {"search-view.js", search_view, sizeof search_view},
    {"live.js", live, sizeof live},
    {"live-guide.js", live_guide, sizeof live_guide},
    {"live-panel.js", live_panel, sizeof live_panel},
    {0, 0, 0},
};

const struct kbgen_theme_file *kbgen_theme_files(void) { return files; }
