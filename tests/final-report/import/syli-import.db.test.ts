import { afterAll, beforeAll, expect, it } from 'vitest'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { renderWord } from '@/lib/exports/docx/render'
import { type ReportBlock, subjectId, subjectText } from '@/lib/final-report/blocks/model'
import { checkReport } from '@/lib/final-report/check/rules/model'
import { checkedReport } from '@/lib/final-report/check/stored/model'
import { createReport } from '@/lib/final-report/commands'
import { type DocumentBlock, flatSections, type ReportDocument } from '@/lib/final-report/document/model'
import { exportWordReport } from '@/lib/final-report/export/commands'
import { keepImport } from '@/lib/final-report/import/commands'
import { seenText } from '@/lib/final-report/import/preview/model'
import { takeImportSchema } from '@/lib/final-report/import/schema'
import { takeImport } from '@/lib/final-report/import/taking/commands'
import { planStoredImport } from '@/lib/final-report/import/taking/queries'
import type { FinalReport } from '@/lib/final-report/model'
import { findReport, openReport } from '@/lib/final-report/queries'
import { linesOf } from '@/lib/final-report/text/model'
import { words } from '@/lib/platform/words'
import { findProject } from '@/lib/projects/queries'
import { readFacts } from '@/prisma/seed/facts/read'
import { useDemoCopy } from '@/tests/seed/demo-copy'

const operator = systemViewer('operator')
let done: () => Promise<void>
beforeAll(async () => {
  done = await useDemoCopy()
}, 240_000)
afterAll(() => done?.())

async function opened() {
  const project = await findProject(operator, 'syli')
  const open = project && (await openReport(operator, project))
  if (!project || !open) throw new Error('no report')
  return { project, ...open }
}

/** What a reader sees of a document, without numbers of chapters that the file does not carry and without what is drawn. */
function shape(document: ReportDocument) {
  const sections = flatSections(document.sections)
  const blocks = sections.flatMap((section) => section.blocks)
  const of = (...kinds: DocumentBlock['kind'][]) => blocks.filter(({ kind }) => kinds.includes(kind))
  // Tables of decisions and models are made and named by the demo data, not by the written report.
  const captions = of('table', 'figure', 'image').flatMap((block) =>
    'label' in block ? [`${block.label} ${block.caption}`.trim()] : [],
  )
  return {
    headings: sections.map(({ number, title }) => [number, title].filter(Boolean).join(' ')).sort(),
    captions: captions
      .map((caption) => caption.replace(/^\p{L}+ \d+ /u, ''))
      .filter(
        (caption) =>
          !/^(?:Päätökset, jotka ovat|Työpaketin .* toimintamallit|Investoinnin .* toimintamallit|toimintamallit|Toimintamallit)/.test(
            caption,
          ),
      )
      .sort(),
    texts: of('paragraph', 'quote')
      .flatMap((block) => ('inlines' in block ? [plainText(block.inlines)] : []))
      .sort(),
    items: of('list')
      .flatMap((block) => (block.kind === 'list' ? block.items.map(plainText) : []))
      .sort(),
    links: of('links')
      .flatMap((block) => (block.kind === 'links' ? block.items.map(({ address }) => new URL(address).href) : []))
      .sort(),
  }
}

const plainText = (inlines: readonly { kind: string; text?: string }[]) =>
  inlines
    .map((inline) => (inline.kind === 'note' ? '' : (inline.text ?? '')))
    .join('')
    // A reference shows the number that its target has where it stands now.
    .replace(/(Kuva|Taulukko) \d+/g, '$1')
    .replace(/[\u00a0\u202f]/g, ' ')

/** What the numbers of a block show. */
function subjectsOf(block: ReportBlock): string[] {
  return (linesOf(block) ?? []).flat().flatMap((run) => {
    const binding = run.kind === 'number' && block.bindings.find(({ sort }) => sort === run.binding)
    return binding ? [subjectText(binding.source, subjectId(binding))] : []
  })
}

const counted = ({ sections }: FinalReport) => {
  const blocks = sections.flatMap((section) => section.blocks)
  const lines = blocks.flatMap((block) => linesOf(block) ?? [])
  return {
    // What a typed word means ("viisi") is no part of a Word file; numbers drawn from the data are.
    numbers: blocks.flatMap(subjectsOf).sort(),
    meanings: lines.flat().filter(({ kind }) => kind === 'source').length,
    references: lines.flat().filter(({ kind }) => kind === 'reference').length,
  }
}

let before: Awaited<ReturnType<typeof opened>>
beforeAll(async () => {
  before = await opened()
})

/** A file brought into an empty report of the project, as its page would do it with nothing chosen. */
async function broughtIn(name: string, bytes: Uint8Array<ArrayBuffer>) {
  const { id: projectId } = before.project
  await asViewer(operator, (tx) => tx.finalReport.deleteMany({ where: { projectId } }))
  const begun = await createReport(operator, { projectKey: 'syli', templateKey: before.report.template.key })
  const empty = await findReport(operator, projectId)
  if (!begun.ok || !empty) throw new Error('no report')
  const began = performance.now()
  const kept = await keepImport(operator, { project: 'syli', name, bytes })
  if (!kept.ok) throw new Error(kept.reason)
  const { id } = kept.value
  const read = performance.now()
  const planned = await planStoredImport(operator, projectId, empty, { id, newId: crypto.randomUUID.bind(crypto) })
  if (!planned?.plan) throw new Error('no plan')
  const looked = performance.now()
  const form = { project: 'syli', import: id, version: seenText(empty) }
  const taken = await takeImport(operator, takeImportSchema.parse(form))
  if (!taken.ok) throw new Error(taken.reason)
  const times = [read - began, looked - read, performance.now() - looked].map(Math.round)
  const after = await opened()
  const [had, has] = [counted(before.report), counted(after.report)]
  const t = words('fi')
  const errorsOf = ({ report, data }: typeof before) =>
    checkReport(checkedReport(report, data, t)).filter(({ severity }) => severity === 'error').length
  console.log(
    `${name}: read in ${times[0]} ms, planned in ${times[1]} ms, taken in ${times[2]} ms; numbers bound ${has.numbers.length} of ` +
      `${had.numbers.length}, meanings ${has.meanings} of ${had.meanings}, references ${has.references} of ${had.references}, suggestions ` +
      `${planned.plan.suggestions.length}, open references ${planned.plan.open.length}, errors of the check ${errorsOf(after)} (before ${errorsOf(before)})`,
  )
  return { plan: planned.plan, empty, after, had, has }
}

/** Nothing that a reader sees is lost, and no number is another one than it was. */
function expectSame({ after, had, has }: Awaited<ReturnType<typeof broughtIn>>) {
  const [was, is] = [shape(before.document), shape(after.document)]
  expect(is.headings).toEqual(was.headings)
  expect(is.captions).toEqual(was.captions)
  // Where the written report names attachments, the demo data shows the decisions in them.
  expect(is.texts.filter((text) => !was.texts.includes(text) && !/^LIITE \d+$/.test(text))).toEqual([])
  expect(was.texts.filter((text) => !is.texts.includes(text))).toEqual([])
  expect(is.links).toEqual(was.links)
  expect(has.references).toBeGreaterThanOrEqual(had.references)
  const left = [...had.numbers]
  for (const subject of has.numbers) expect(left.splice(left.indexOf(subject), 1)).toEqual([subject])
  expect(has.numbers.length).toBeGreaterThanOrEqual(had.numbers.length * 0.95)
}

it('a whole report goes out to Word and comes back into an empty one with nothing lost', async () => {
  const made = await exportWordReport(operator, 'syli', renderWord)
  if (!made.ok) throw new Error(made.reason)
  const brought = await broughtIn('syli.docx', new Uint8Array(made.value.bytes))
  expectSame(brought)
  const { plan, empty } = brought
  // The questions and chapters of the template are all found again; what the county added is its own.
  expect(plan.placed.filter(({ certainty }) => certainty === 'certain')).toHaveLength(empty.sections.length)
  expect(plan.placed.filter(({ to }) => to === 'out').map(({ heading }) => heading.title)).toEqual([''])
  expect(plan.open.filter(({ reason }) => reason !== 'inflected')).toEqual([])
}, 180_000)

it('the written report as a file of the product’s own shape comes in with every mark meaning what it says', async () => {
  const whole = { ...readFacts<object>('syli-narrative.json'), facts: readFacts<object>('syli.json') }
  const brought = await broughtIn('syli.json', new Uint8Array(Buffer.from(JSON.stringify(whole))))
  expectSame(brought)
  expect(brought.has).toMatchObject({ meanings: brought.had.meanings, numbers: brought.had.numbers })
}, 180_000)
