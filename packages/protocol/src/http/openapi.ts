import { z } from 'zod';
import { type CommandDeclaration } from './commands/command.ts';
import { COMMANDS } from './commands/commands.ts';
import { type ErrorCode, ERRORS } from './errors.ts';
import { codesOf, type RouteDeclaration } from './routes/route.ts';
import { ROUTES } from './routes/routes.ts';

/** A JSON schema, as far as it is looked into. */
export interface JsonSchema {
  readonly type?: string;
  readonly title?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly JsonSchema[];
  readonly [key: string]: unknown;
}
interface Content {
  readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>;
}
export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  /** The act on a board that the role must allow, or `anybody`. */
  readonly 'x-may': RouteDeclaration['may'];
  readonly parameters: readonly { readonly name: string; readonly in: 'path' | 'query' }[];
  readonly requestBody?: Content & { readonly required: true };
  readonly responses: Readonly<Record<string, Content & { readonly description: string }>>;
}
export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<'get' | 'post', Operation>>>>>;
  readonly [key: string]: unknown;
}

const JSON_TYPE = 'application/json';
const ERROR: Content = { content: { [JSON_TYPE]: { schema: { $ref: '#/components/schemas/Error' } } } };

/** Fields are added to answers, so a schema forbids none. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => delete jsonSchema.additionalProperties,
  });
  return made as JsonSchema;
};

const commands: readonly (readonly [string, CommandDeclaration])[] = Object.entries(COMMANDS);

const commandBody = (): JsonSchema => ({
  oneOf: commands.map(([type, { body, says }]) => {
    const { properties = {}, required = [], ...rest } = schemaOf(body, 'input');
    return {
      title: type,
      description: says,
      ...rest,
      properties: { type: { const: type }, ...properties },
      required: ['type', ...required],
    };
  }),
});
const commandAnswer = (): JsonSchema => ({
  oneOf: commands.map(([type, { answer }]) => ({ title: type, ...schemaOf(answer, 'output') })),
});

function refusals(codes: readonly ErrorCode[]) {
  const statuses = [...new Set(codes.map((code) => ERRORS[code].status))];
  const those = (status: number) => codes.filter((code) => ERRORS[code].status === status).join(', ');
  return Object.fromEntries(
    statuses.map((status) => [String(status), { description: those(status), ...ERROR }]),
  );
}

function operation(operationId: string, declared: RouteDeclaration): Operation {
  const { answer, body, may, media = JSON_TYPE, path, query, says, status = 200 } = declared;
  const isCommand = declared === ROUTES.command;
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const asked = Object.entries(query === undefined ? {} : (schemaOf(query, 'input').properties ?? {}));
  const schema = isCommand ? commandAnswer() : schemaOf(answer, 'output');
  const sent = isCommand ? commandBody() : body && schemaOf(body, 'input');
  return {
    operationId,
    summary: says,
    'x-may': may,
    ...(may === 'anybody' ? {} : { security: [{ token: [] }] }),
    parameters: [
      ...names.map((name) => ({ name, in: 'path' as const, required: true, schema: { type: 'string' } })),
      ...asked.map(([name, of]) => ({ name, in: 'query' as const, schema: of })),
    ],
    ...(sent && { requestBody: { required: true as const, content: { [JSON_TYPE]: { schema: sent } } } }),
    responses: {
      [status]: { description: says, content: { [media]: { schema } } },
      ...refusals(codesOf(declared)),
    },
  };
}

/** The HTTP interface as an OpenAPI 3.1 document, made from the declarations. */
export function openapi(version: string): OpenApi {
  const paths: Record<string, Partial<Record<'get' | 'post', Operation>>> = {};
  for (const [name, declared] of Object.entries<RouteDeclaration>(ROUTES)) {
    const path = declared.path.replace(/:(\w+)/g, '{$1}');
    const method = declared.method === 'GET' ? 'get' : 'post';
    paths[path] = { ...paths[path], [method]: operation(name, declared) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Coherence Board', version },
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: errorSchema },
    },
  };
}

const text = { type: 'string' };
const errorSchema: JsonSchema = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: {
        code: { enum: Object.keys(ERRORS) },
        message: text,
        hint: text,
        where: text,
        reason: text,
        values: { type: 'object' },
      },
      required: ['code', 'message'],
    },
  },
  required: ['error'],
};
