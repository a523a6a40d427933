import { z } from 'zod'
import type { Words } from '@/lib/platform/words'
import { tableAddress } from '@/lib/reporting-api/addresses'
import type { CellKind, Column, Resource } from '@/lib/reporting-api/model'
import { type ProblemCode, problemStatus } from '@/lib/reporting-api/problems/model'
import { parametersSchema } from '@/lib/reporting-api/schema'
import { columnTitle } from '@/lib/reporting-api/titles/model'

/** A document of OpenAPI 3.1, as far as this product writes it. */
type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

const cellSchemas: Readonly<Record<CellKind, { type: string; format?: string; pattern?: string }>> = {
  id: { type: 'string' },
  code: { type: 'string', pattern: '^[a-z0-9_]+$' },
  text: { type: 'string' },
  number: { type: 'number' },
  amount: { type: 'number' },
  count: { type: 'integer' },
  day: { type: 'string', format: 'date' },
  moment: { type: 'string', format: 'date-time' },
  flag: { type: 'boolean' },
}

/**
 * The description of the API for machines, in the reader's language. It is made of what the routes themselves use: the tables
 * with their columns, the schema of the parameters, the list of problems.
 */
export function openApiDocument(
  t: Words,
  resources: readonly Resource[],
  { version, server }: { version: string; server: string },
): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: t('reportingApi.docs.title'),
      version,
      description: t('reportingApi.docs.intro'),
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: server }],
    security: [{ key: [] }],
    paths: Object.fromEntries(resources.map((one) => [tableAddress(one.name), { get: operation(t, one) }])),
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: t('reportingApi.docs.key') } },
      parameters: parameters(t),
      responses: Object.fromEntries(problemResponses(t)),
      schemas: {
        Problem: problemSchema,
        ...Object.fromEntries(resources.map((one) => [one.name, rowSchema(t, one.columns)])),
      },
    },
  }
}

const reference = (place: string, name: string): Json => ({ $ref: `#/components/${place}/${name}` })

function operation(t: Words, { name, kind }: Resource): Json {
  return {
    operationId: name,
    summary: t(`reportingApi.table.${name}`),
    description: t(`reportingApi.tableHelp.${name}`),
    tags: [t(`reportingApi.tableKind.${kind}`)],
    parameters: Object.keys(parametersSchema.shape).map((parameter) => reference('parameters', parameter)),
    responses: {
      200: {
        description: t('reportingApi.docs.page'),
        headers: answerHeaders(t),
        content: { 'application/json': { schema: pageSchema(name) }, 'text/csv': { schema: { type: 'string' } } },
      },
      304: { description: t('reportingApi.docs.unchanged') },
      ...Object.fromEntries(
        Object.keys(problemsByStatus).map((status) => [status, reference('responses', `Problem${status}`)]),
      ),
    },
  }
}

const answerHeaders = (t: Words): Json => ({
  ETag: { required: true, description: t('reportingApi.docs.etag'), schema: { type: 'string' } },
  Link: { description: t('reportingApi.docs.link'), schema: { type: 'string' } },
})

const pageSchema = (name: string): Json => ({
  type: 'object',
  properties: {
    value: { type: 'array', items: reference('schemas', name) },
    next: { type: ['string', 'null'], format: 'uri' },
    cursor: { type: ['string', 'null'] },
  },
  required: ['value', 'next', 'cursor'],
  additionalProperties: false,
})

function rowSchema(t: Words, columns: readonly Column[]): Json {
  return {
    type: 'object',
    properties: Object.fromEntries(
      columns.map(({ name, kind, required }) => {
        const { type, ...more } = cellSchemas[kind]
        const told = { ...more, title: columnTitle(t, name, kind) }
        return [name, { type: required ? type : [type, 'null'], ...told }]
      }),
    ),
    required: columns.map(({ name }) => name),
    additionalProperties: false,
  }
}

function parameters(t: Words): Json {
  const { properties = {} } = z.toJSONSchema(parametersSchema, { io: 'input' })
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      { name, in: 'query', required: false, description: t(`reportingApi.parameter.${name}`), schema: schema as Json },
    ]),
  )
}

const problemsByStatus = Object.groupBy(Object.keys(problemStatus) as ProblemCode[], (code) =>
  String(problemStatus[code]),
)

function problemResponses(t: Words): [string, Json][] {
  return Object.entries(problemsByStatus).map(([status, codes = []]): [string, Json] => [
    `Problem${status}`,
    {
      description: codes.map((code) => t(`reportingApi.problem.title.${code}`)).join(' / '),
      content: { 'application/problem+json': { schema: reference('schemas', 'Problem') } },
      ...(status === '401' && { headers: { 'WWW-Authenticate': { required: true, schema: { type: 'string' } } } }),
      ...(status === '429' && { headers: { 'Retry-After': { required: true, schema: { type: 'integer' } } } }),
    },
  ])
}

const problemSchema: Json = {
  type: 'object',
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { parameter: { type: 'string' }, detail: { type: 'string' } },
        required: ['parameter', 'detail'],
        additionalProperties: false,
      },
    },
  },
  required: ['type', 'title', 'status', 'detail'],
  additionalProperties: false,
}
