// A small judge of JSON Schema, as far as the product's own OpenAPI document uses it. A keyword that it does not know is an
// error of the test, so that nothing is passed over in silence.

type Schema = Record<string, unknown>

const words = new Set([
  '$ref',
  'type',
  'format',
  'pattern',
  'title',
  'description',
  'enum',
  'minLength',
  'maxLength',
  'items',
  'properties',
  'required',
  'additionalProperties',
])

const forms: Record<string, (text: string) => boolean> = {
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)),
  'date-time': (text) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text)),
  uri: (text) => URL.canParse(text),
}

/** What is wrong with a value, each with its place; empty when it is as the schema says. */
export function faultsOf(document: Schema, schema: Schema, value: unknown, place = '$'): string[] {
  const unknown = Object.keys(schema).filter((word) => !words.has(word))
  if (unknown.length > 0) throw new Error(`${place}: keywords not judged: ${unknown}`)
  if (typeof schema.$ref === 'string') return faultsOf(document, referred(document, schema.$ref), value, place)
  const types = [schema.type].flat().filter((one) => one !== undefined)
  if (types.length > 0 && !types.some((type) => isOf(type, value))) return [`${place}: ${shown(value)} is no ${types}`]
  if (typeof value === 'string') return textFaults(schema, value, place)
  if (Array.isArray(value)) {
    return value.flatMap((item, at) => faultsOf(document, schema.items as Schema, item, `${place}[${at}]`))
  }
  return value !== null && typeof value === 'object' ? objectFaults(document, schema, value as Schema, place) : []
}

/** What a reference within the document leads to. */
export function referred(document: Schema, reference: string): Schema {
  const found = reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, name) => (at as Schema | undefined)?.[name], document)
  if (!reference.startsWith('#/') || found === undefined) throw new Error(`${reference} leads nowhere`)
  return found as Schema
}

const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 80)

function isOf(type: unknown, value: unknown): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}

function textFaults({ format, pattern, enum: listed, minLength, maxLength }: Schema, text: string, place: string) {
  const faults: string[] = []
  const form = typeof format === 'string' ? forms[format] : null
  if (form === undefined) throw new Error(`${place}: format ${format} is not judged`)
  if (form && !form(text)) faults.push(`${place}: ${shown(text)} is no ${format}`)
  if (typeof pattern === 'string' && !new RegExp(pattern).test(text))
    faults.push(`${place}: ${shown(text)} !~ ${pattern}`)
  if (Array.isArray(listed) && !listed.includes(text)) faults.push(`${place}: ${shown(text)} is none of ${listed}`)
  if (typeof minLength === 'number' && text.length < minLength) faults.push(`${place}: too short`)
  if (typeof maxLength === 'number' && text.length > maxLength) faults.push(`${place}: too long`)
  return faults
}

function objectFaults(document: Schema, schema: Schema, value: Schema, place: string): string[] {
  const properties = (schema.properties ?? {}) as Record<string, Schema>
  const required = (schema.required ?? []) as string[]
  return [
    ...required.filter((name) => !(name in value)).map((name) => `${place}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, inner]) => {
      const own = properties[name]
      if (own) return faultsOf(document, own, inner, `${place}.${name}`)
      return schema.additionalProperties === false ? [`${place}.${name} is not in the schema`] : []
    }),
  ]
}
