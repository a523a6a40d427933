import { z } from 'zod'
import { type Binding, scopedTypes, subjectBinding, typedTypes, unbound } from '@/lib/final-report/blocks/model'
import { addressSchema, captionSchema } from '@/lib/final-report/blocks/schema'
import type { NewBlock, Step } from '@/lib/final-report/editing/model'
import { documentFields } from '@/lib/final-report/schema'
import { reportLanguages } from '@/lib/final-report/templates/choices/model'
import { tidyText } from '@/lib/final-report/text/model'

/** Begins a report. */
export const createReportSchema = z.object({
  project: z.string().min(1).max(100),
  template: z.string({ error: 'finalReport.error.choose' }).min(1, 'finalReport.error.choose').max(100),
  language: z.enum(reportLanguages, { error: 'finalReport.error.choose' }),
})

/** Says that a section is ready, or takes it back. */
export const sectionStateSchema = z.object({
  ...documentFields,
  section: z.uuid('finalReport.reason.notFound'),
  version: z.coerce.number().int().positive(),
  state: z.enum(['draft', 'ready', 'approved']),
})

const choose = 'finalReport.error.choose'

const bindingSchema = z.string({ error: choose }).transform((text, context): Omit<Binding, 'sort'> => {
  const binding = subjectBinding(text)
  if (binding) return binding
  context.addIssue({ code: 'custom', message: choose })
  return z.NEVER
})

const targetSchema = z
  .string({ error: choose })
  .regex(/^(block|section|attachment):[0-9a-f-]{36}$/, choose)
  .transform((text) => {
    const [to = '', id = ''] = text.split(':')
    return { to: z.enum(['block', 'section', 'attachment']).parse(to), id }
  })

const newText = z.object({
  'new/type': z.enum(typedTypes).default('paragraph'),
  'new/text': z.string().max(20_000, 'finalReport.error.tooLong'),
})
const newLink = z.object({
  'link/text': z.string().trim().min(1, 'finalReport.error.linkText').max(300),
  'link/address': addressSchema,
})
const newTable = z.object({
  'table/type': z.union(
    [
      z.enum([...scopedTypes, 'person_month_table', 'indicator_table:national', 'indicator_table:measured']),
      z.templateLiteral([z.enum(['cost_table', 'phase_table']), ':', z.uuid()]),
    ],
    { error: choose },
  ),
  'table/investment': z.union([z.literal(''), z.uuid()], { error: choose }).default(''),
  'table/caption': captionSchema,
})
const newChart = z.object({ 'chart/indicator': z.uuid(choose), 'chart/caption': captionSchema })
const newNumber = z.object({ 'number/block': z.uuid(choose), 'number/subject': bindingSchema })
const newReference = z.object({ 'reference/block': z.uuid(choose), 'reference/target': targetSchema })
const onBlock = z.tuple([z.enum(['up', 'down', 'remove']), z.uuid()])

/**
 * The whole form of a section: every typed text, what the pressed button asks for, and a new text if one was typed, whichever
 * button was pressed.
 */
export const editFormSchema = z
  .looseObject({
    ...documentFields,
    section: z.uuid('finalReport.reason.notFound'),
    version: z.coerce.number().int().positive(),
    do: z.string().max(60).default('save'),
  })
  .transform((form, context) => {
    const given = Object.fromEntries(
      Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
    const texts: Record<string, string> = {}
    for (const [name, text] of Object.entries(given)) {
      const id = /^text\/([0-9a-f-]{36})$/.exec(name)?.[1]
      if (id) texts[id] = text
    }
    const { project, kind, section: sectionId, version } = form
    return {
      project,
      kind,
      sectionId,
      version,
      texts,
      steps: [...typedStep(given, context), ...askedStep(form.do, given, context)],
    }
  })

type Given = Record<string, string>

function read<T>(schema: z.ZodType<T>, given: Given, context: z.core.$RefinementCtx): T | null {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  for (const issue of result.error.issues)
    context.addIssue({ code: 'custom', path: issue.path, message: issue.message })
  return null
}

/** A text typed into the empty field is added, whatever button was pressed: nothing typed may be lost. */
function typedStep(given: Given, context: z.core.$RefinementCtx): Step[] {
  const text = tidyText(given['new/text'] ?? '')
  if (text === '') return given.do === 'add:text' ? problem(context, 'new/text', 'finalReport.error.empty') : []
  const fields = read(newText, given, context)
  return fields ? [{ kind: 'add', block: typedBlock(fields['new/type'], text) }] : []
}

function problem(context: z.core.$RefinementCtx, field: string, message: string): [] {
  context.addIssue({ code: 'custom', path: [field], message })
  return []
}

function typedBlock(type: (typeof typedTypes)[number], text: string): NewBlock {
  const run = (line: string) => ({ kind: 'text' as const, text: line })
  if (type === 'list') {
    const items = text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => [run(line)])
    return { type, content: { ordered: false, items }, bindings: [] }
  }
  if (type === 'quote') return { type, content: { runs: [run(text)], attribution: null }, bindings: [] }
  return { type, content: { runs: [run(text)] }, bindings: [] }
}

function askedStep(asked: string, given: Given, context: z.core.$RefinementCtx): Step[] {
  if (asked === 'add:link') {
    const fields = read(newLink, given, context)
    const items = fields ? [{ text: fields['link/text'], address: fields['link/address'] }] : []
    return fields ? [{ kind: 'add', block: { type: 'links', content: { items }, bindings: [] } }] : []
  }
  if (asked === 'add:table') {
    const fields = read(newTable, given, context)
    return fields ? [{ kind: 'add', block: tableBlock(fields) }] : []
  }
  if (asked === 'add:chart') {
    const fields = read(newChart, given, context)
    if (!fields) return []
    const binding = { ...unbound, source: 'indicator' as const, indicatorId: fields['chart/indicator'] }
    return [
      { kind: 'add', block: { type: 'chart', content: { caption: fields['chart/caption'] }, bindings: [binding] } },
    ]
  }
  if (asked === 'number') {
    const fields = read(newNumber, given, context)
    return fields ? [{ kind: 'number', blockId: fields['number/block'], binding: fields['number/subject'] }] : []
  }
  if (asked === 'reference') {
    const fields = read(newReference, given, context)
    return fields ? [{ kind: 'reference', blockId: fields['reference/block'], target: fields['reference/target'] }] : []
  }
  const moved = onBlock.safeParse(asked.split(':'))
  if (!moved.success) return []
  const [what, blockId] = moved.data
  return [what === 'remove' ? { kind: 'remove', blockId } : { kind: 'move', blockId, by: what === 'up' ? -1 : 1 }]
}

function tableBlock(fields: z.output<typeof newTable>): NewBlock {
  const caption = fields['table/caption']
  const investmentId = fields['table/investment']
  const bindings = investmentId === '' ? [] : [{ ...unbound, source: 'investment' as const, investmentId }]
  const type = fields['table/type']
  if (type === 'indicator_table:national')
    return { type: 'indicator_table', content: { caption, pick: 'national' }, bindings }
  if (type === 'indicator_table:measured' || type === 'indicator_table')
    return { type: 'indicator_table', content: { caption, pick: 'measured' }, bindings }
  const scoped = investmentId === '' ? {} : ({ scoped: true } as const)
  if (type === 'person_month_table') return { type, content: { caption, ...scoped }, bindings }
  const [named, id = ''] = type.split(':')
  if (named === 'cost_table') return { type: named, content: { caption, budgetId: id, ...scoped }, bindings }
  if (named === 'phase_table') {
    return { type: named, content: { caption }, bindings: [{ ...unbound, source: 'work_package', workPackageId: id }] }
  }
  return { type: z.enum(scopedTypes).parse(type), content: { caption }, bindings } as NewBlock
}
