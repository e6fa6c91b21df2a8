/** @file Makes elements. */

/**
 * Creates an element. Children that are null or undefined are left out.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} properties
 * @param {...(Node | string | null | undefined | (Node | string | null | undefined)[])} children
 */
export function h(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children.flat().filter((child) => child != null));
  return element;
}

/**
 * A button. The second click of a double one is not for it: after the first, another screen may be there.
 * @param {string} className
 * @param {string} text
 * @param {() => void} action
 */
export const button = (className, text, action) => h('button', {
  type: 'button', className, textContent: text, onclick: ({ detail }) => { if (detail < 2) action(); },
});

/**
 * The heading of a screen, which takes the focus when its place is reached.
 * @param {string} text
 */
export const title = (text) => h('h2', { className: 'kb-guide-title', tabIndex: -1, textContent: text });
