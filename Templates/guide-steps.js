// Boxes before steps: in the article, and in the guide that shows parts of it.

const boxes = (root) => root.querySelectorAll('.kb-box > input');

// Puts a box before each of the steps.
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
  }
}

export function tick(ticks, key, isTicked) {
  const { [key]: _, ...others } = ticks;
  return isTicked ? { ...others, [key]: true } : others;
}

export function showTicks(root, { ticks }) {
  for (const box of boxes(root)) box.checked = ticks[box.value] === true;
}

// How many of these steps are ticked.
export function count(steps, { ticks }) {
  return { done: steps.filter((key) => ticks[key] === true).length, all: steps.length };
}

// `{name}` in a text of the interface.
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
