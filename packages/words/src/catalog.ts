/** A piece of a compiled message: text, or a value with how it is written. As `@lingui/core` takes it. */
export type Token = string | readonly [name: string, type?: string, format?: unknown];

/** A message without values is its text. */
export type Message = string | readonly Token[];

/** The compiled messages of one catalog file by their names, without the section before the dot. */
export type Catalog = Readonly<Record<string, Message>>;
