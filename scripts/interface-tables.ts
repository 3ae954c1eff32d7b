import { openapi } from '@coherence/protocol/http';
import type { JsonSchema, Operation } from '@coherence/protocol/http';

const WHO = {
  anybody: 'anybody',
  read: 'every role',
  export: 'all but the display',
  invite: 'all but observers',
  write: 'participants, facilitators',
  command: 'facilitators',
} as const satisfies Record<Operation['x-may'], string>;

const contentOf = (of: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> }) =>
  Object.entries(of.content).map(([media, { schema }]) => ({ media, schema }));

/** The keys of an object with a mark on those that may be left out, as `{title, question?}`; empty without any. */
function keysOf({ properties = {}, required = [] }: JsonSchema, but: readonly string[] = []): string {
  const names = Object.keys(properties).filter((name) => !but.includes(name));
  const keys = names.map((name) => (required.includes(name) ? name : `${name}?`));
  return keys.length === 0 ? '' : `\`{${keys.join(', ')}}\``;
}

function routeRow(path: string, method: string, one: Operation): string {
  const asked = one.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const [body] = one.requestBody === undefined ? [] : contentOf(one.requestBody);
  const what = [
    `\`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}\``,
    ...asked.map((name) => `\`?${name}\``),
    body?.schema.oneOf === undefined ? keysOf(body?.schema ?? {}) : '`{type, ...}`',
  ].filter(Boolean);
  const [status, answered] = Object.entries(one.responses)[0] ?? [];
  const [told] = answered === undefined ? [] : contentOf(answered);
  const answer = [status === '201' ? '201' : '', told === undefined ? '' : keysOf(told.schema)].filter(
    Boolean,
  );
  return `| ${what.join(' ')} | ${WHO[one['x-may']]} | ${[...answer, ''].join(' ')}${answer.length > 0 ? '- ' : ''}${one.summary} |`;
}

const table = (heads: readonly string[], rows: readonly string[]) =>
  [`| ${heads.join(' | ')} |`, `| ${heads.map(() => '---').join(' | ')} |`, ...rows].join('\n');

/** The tables of docs/interface.md by name, as the declarations of the HTTP interface have them. */
export function interfaceTables(): Readonly<Record<'routes' | 'commands', string>> {
  const { paths } = openapi('');
  const routes = Object.entries(paths).flatMap(([path, by]) =>
    Object.entries(by).map(([method, one]) => routeRow(path, method, one)),
  );
  const command = paths['/api/boards/{id}/commands']?.post;
  const [body] = command?.requestBody === undefined ? [] : contentOf(command.requestBody);
  const [answers] = command?.responses['200'] === undefined ? [] : contentOf(command.responses['200']);
  const answerOf = new Map(answers?.schema.oneOf?.map((one) => [one.title, keysOf(one)]));
  const commands = (body?.schema.oneOf ?? []).map((one) => {
    const { description, title = '' } = one;
    return `| \`${title}\` | ${keysOf(one, ['type'])} | ${answerOf.get(title) ?? ''} | ${String(description)} |`;
  });
  return {
    routes: table(['Request', 'Who', 'Answer'], routes),
    commands: table(['`type`', 'Beside it', 'Answer', 'What it does'], commands),
  };
}

const placeOf = (name: string) => new RegExp(`(<!-- made: ${name} -->\\n)[^]*?(\\n<!-- end -->)`);

/** A page with its tables replaced, each between two comments. */
export function withTables(page: string): string {
  return Object.entries(interfaceTables()).reduce(
    (text, [name, made]) => text.replace(placeOf(name), (_, before, after) => `${before}\n${made}\n${after}`),
    page,
  );
}

/** The tables of a page by name, as `interfaceTables` has them, whatever the widths of their columns. */
export function tablesIn(page: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.keys(interfaceTables()).map((name) => [name, plain(placeOf(name).exec(page)?.[0] ?? '')]),
  );
}

/** A table without what aligns its columns. */
export const plain = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.replace(/ +/g, ' ').replace(/-{3,}/g, '---'))
    .join('\n');
