type Child = Node | string;
type Attributes = Readonly<Record<string, string>>;

/** Draws one rendering: its class names and ids are its own, and the next rendering has others. */
export interface Paint {
  /** Makes an element. Text is only ever text; `class` takes the names of portal.css. */
  element(name: string, attributes?: Attributes, ...children: readonly Child[]): HTMLElement;
  /** Makes a button that does something, when a person presses it. */
  button(label: string, onClick: () => void, attributes?: Attributes): HTMLElement;
  id(name: string): string;
  /** Takes the style of this rendering away. */
  end(): void;
}

// Bound once: a page with a form of that name has no createElement any more.
const create = Document.prototype.createElement.bind(document);

const randomWord = (): string => Math.random().toString(36).slice(2, 8).padEnd(6, 'x');

/** The style with class names that nobody can know beforehand, as generated ones are. */
export async function openPaints(): Promise<() => Paint> {
  const css = await (await fetch('/portal-page/portal.css')).text();
  return () => {
    const mark = `c${randomWord()}`;
    const names = new Map<string, string>();
    const generated = (name: string): string => {
      const known = names.get(name) ?? `${mark}-${names.size + 101}`;
      names.set(name, known);
      return known;
    };
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css.replaceAll(/\.([a-z][a-z-]*)/g, (_, name: string) => `.${generated(name)}`));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return paintWith(generated, mark, () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    });
  };
}

function paintWith(generated: (name: string) => string, mark: string, end: () => void): Paint {
  const element: Paint['element'] = (name, attributes = {}, ...children) => {
    const made = create(name);
    for (const [key, value] of Object.entries(attributes))
      made.setAttribute(key, key === 'class' ? value.split(' ').map(generated).join(' ') : value);
    made.append(...children);
    return made;
  };
  return {
    element,
    button(label, onClick, attributes = {}) {
      const made = element('button', { type: 'button', ...attributes }, label);
      // As in the portal, what no person did does nothing.
      made.addEventListener('click', ({ isTrusted }) => {
        if (isTrusted) onClick();
      });
      return made;
    },
    id: (name) => `${mark}-${name}`,
    end,
  };
}
