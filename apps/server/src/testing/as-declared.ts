import { codesOf, COMMANDS, type CommandType, type RouteDeclaration, ROUTES } from '@coherence/protocol/http';
import { expect } from 'vitest';

const DECLARED: readonly RouteDeclaration[] = Object.values(ROUTES);

function declaredFor(method: string, path: string): RouteDeclaration | undefined {
  return DECLARED.find((route) => {
    const source = route.path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/.]+');
    return route.method === method && new RegExp(`^${source}$`).test(path.split('?')[0] ?? '');
  });
}

/** The declaration of a command stands for the route of all of them. */
function narrowed(declared: RouteDeclaration, sent: unknown): RouteDeclaration {
  const type = (sent as { type?: unknown } | undefined)?.type;
  if (declared !== ROUTES.command || typeof type !== 'string' || !Object.hasOwn(COMMANDS, type))
    return declared;
  const { answer, codes } = COMMANDS[type as CommandType];
  return { ...declared, answer, codes };
}

/** Fails where a server answers other fields or refuses with another code than the declaration of the route says. */
export function expectAsDeclared(
  asked: { readonly method: string; readonly path: string; readonly sent: unknown },
  { status, body }: { readonly status: number; readonly body: unknown },
): void {
  const found = declaredFor(asked.method, asked.path);
  if (found === undefined || found.media !== undefined) return;
  const declared = narrowed(found, asked.sent);
  const about = `${asked.method} ${asked.path} ${String(status)}`;
  if (status < 400) {
    expect(status, about).toBe(declared.status ?? 200);
    expect(declared.answer.parse(body), about).toEqual(body);
    return;
  }
  const { error } = body as { error?: { code: string } };
  if (error !== undefined) expect(codesOf(declared), about).toContain(error.code);
}
