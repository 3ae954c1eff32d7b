import type { ReactNode } from 'react';

export type MenuChoice = {
  readonly label: string;
  readonly hint?: string;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
  /** A choice that is on or off; `oneOf`: one of several that exclude each other. */
  readonly checked?: boolean;
  readonly oneOf?: boolean;
  readonly onSelect: () => void;
};

export type MenuItem = MenuChoice | { readonly heading: string };

/** Choices of a menu below one heading, or without one. */
interface MenuSection<Choice> {
  readonly heading: string | null;
  readonly choices: readonly Choice[];
}

/** The choices in their order, parted at the headings among them. */
export function menuSections<Choice extends object>(
  items: readonly (Choice | { readonly heading: string })[],
): readonly MenuSection<Choice>[] {
  const sections: { heading: string | null; choices: Choice[] }[] = [{ heading: null, choices: [] }];
  for (const item of items) {
    if ('heading' in item) sections.push({ heading: item.heading, choices: [] });
    else sections.at(-1)?.choices.push(item);
  }
  return sections.filter(({ heading, choices }) => heading !== null || choices.length > 0);
}
