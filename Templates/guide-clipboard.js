/** @file Copying to the clipboard. */

/**
 * Copies a text. If the browser gives no access to the clipboard, the text of a temporary field is selected and copied.
 * @param {string} text
 * @param {HTMLElement} container Where the field may be added.
 * @returns {Promise<boolean>} Whether it was copied.
 */
export async function copyText(text, container) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const { activeElement } = /** @type {Document | ShadowRoot} */ (container.getRootNode());
    const area = document.createElement('textarea');
    area.value = text;
    container.append(area);
    area.select();
    const isCopied = document.execCommand('copy');
    area.remove();
    /** @type {HTMLElement | null} */ (activeElement)?.focus();
    return isCopied;
  }
}

/**
 * Opens the summary and selects it, for the reader to copy.
 * @param {HTMLElement} container
 */
export function selectSummary(container) {
  /** @type {HTMLElement} */
  const summary = container.querySelector('.kb-summary');
  summary.closest('details').open = true;
  summary.focus();
  getSelection().selectAllChildren(summary);
}
