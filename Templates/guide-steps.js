/** @file Checkboxes before steps, in the article and in the guide. */

/** @typedef {import('./guide-store.js').Session['ticks']} Ticks */

/**
 * @param {ParentNode} root
 * @returns {NodeListOf<HTMLInputElement>}
 */
const boxes = (root) => root.querySelectorAll('.kb-box > input');

/**
 * Adds a checkbox before each step.
 * @param {Iterable<HTMLElement>} steps
 * @param {import('./guide-store.js').SessionStore} store
 */
export function addBoxes(steps, store) {
  for (const step of steps) {
    const key = step.dataset.kbStep;
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.value = key;
    box.setAttribute('aria-label', step.dataset.kbText);
    box.addEventListener('change', () => store.update(({ ticks }) => ({ ticks: tick(ticks, key, box.checked) })));
    const label = document.createElement('label');
    label.className = 'kb-box';
    label.append(box);
    step.prepend(label);
    step.addEventListener('click', (event) => { if (isOnRow(event, step)) box.click(); });
  }
}

/**
 * Whether a click was on a step's row, and on nothing in it that does something itself. Who selects text does not tick.
 * @param {MouseEvent} event
 * @param {HTMLElement} step
 */
function isOnRow({ target }, step) {
  const on = /** @type {Element} */ (target);
  return on.closest('[data-kb-step]') === step && !on.closest('a, button, input, label, select, summary, textarea, pre, video, audio')
    && getSelection().isCollapsed;
}

/**
 * @param {Ticks} ticks
 * @param {string} key
 * @param {boolean} isTicked
 * @returns {Ticks}
 */
export function tick(ticks, key, isTicked) {
  const { [key]: _, ...others } = ticks;
  return isTicked ? { ...others, [key]: true } : others;
}

/**
 * @param {ParentNode} root
 * @param {{ ticks: Ticks }} session
 */
export function showTicks(root, { ticks }) {
  for (const box of boxes(root)) box.checked = ticks[box.value] === true;
}

/**
 * The number of ticked steps and of all steps.
 * @param {string[]} steps Keys.
 * @param {{ ticks: Ticks }} session
 */
export function count(steps, { ticks }) {
  return { done: steps.filter((key) => ticks[key] === true).length, all: steps.length };
}

/**
 * Replaces `{name}` in a label.
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => /** @type {string} */ (values[name]) ?? whole);
