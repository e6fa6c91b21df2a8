// Declarations for the type check of the scripts in Templates/.

/** Published with the modules of the search: see `SharedFiles.searchLabels`. */
declare module '*/labels.js' {
  const labels: {
    one: string;
    many: string;
    none: string;
    notClose: string;
    support: string;
    allPages: string;
    /** Of the support contact, with `{title}` and `{summary}` to be filled in. */
    address: string | null;
    failed: string;
    recent: string;
    forget: string;
    all: string;
    close: string;
    startGuide: string;
    commonProblems: string;
    /** Pages with a guide, by their titles and their addresses from the site's root. */
    problems: { title: string; url: string }[];
    kinds: Record<string, string>;
  };
  export default labels;
}

/** A section of an article was added to the page. */
interface DocumentEventMap {
  'kb:shown': CustomEvent<{ section: ParentNode }>;
}
interface HTMLElementTagNameMap {
  'kb-guide': import('../../Templates/guide.js').GuideElement;
}

// Missing in the libraries of older compilers.
interface Array<T> {
  findLast(predicate: (value: T, index: number, array: T[]) => unknown): T | undefined;
  findLastIndex(predicate: (value: T, index: number, array: T[]) => unknown): number;
}
declare class CompressionStream { constructor(format: string); readable: ReadableStream; writable: WritableStream; }
declare class DecompressionStream { constructor(format: string); readable: ReadableStream; writable: WritableStream; }
interface CSSStyleDeclaration {
  scrollPaddingBlockStart: string;
}
interface Element {
  scrollIntoView(options: { behavior: 'instant' }): void;
}

// The scripts of `kbgen serve` are one file in the browser, and classic scripts: what one gives to the next stands in the window.
interface Window {
  kbLivePanels: {
    element: (name: string, text: string, properties?: object) => HTMLElement;
    panel: (label: string, details: HTMLElement) => HTMLElement;
    plural: (count: number, noun: string) => string;
  };
  kbLiveGuide: (outline: any) => void;
}
